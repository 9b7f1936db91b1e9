"""Names made comparable: a name in any spelling goes in, one form that equals its other spellings comes out."""

import re
from collections.abc import Collection
from functools import lru_cache
from unicodedata import combining, normalize

from ..nearness import find_nearest
from ..patterns import regex

TONES = "\N{COMBINING GRAVE ACCENT}\N{COMBINING ACUTE ACCENT}\N{COMBINING TILDE}\N{COMBINING HOOK ABOVE}" + (
    "\N{COMBINING DOT BELOW}"
)
_WITHOUT_TONES = dict.fromkeys(map(ord, TONES))
KIND = regex(r"(?:tinh|thanh-pho|tp)-")
MOST_FOLDED = 16_384  # names that are folded once: those of all tables, which many documents are held against
WORD = regex(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")


@lru_cache(maxsize=MOST_FOLDED)
def fold_name(name: str) -> str:
    """Return a name for comparison: Unicode form, case, blanks and the place of the tone mark make no difference."""
    decomposed = normalize("NFD", " ".join(name.split()).casefold())
    if decomposed.isascii():
        return decomposed
    return normalize("NFD", WORD.sub(lambda word: _put_tone_last(word[0]), decomposed))


def _put_tone_last(syllable: str) -> str:
    """Return a syllable with its tone mark at the end: Hòa and Hoà become the same."""
    bare = syllable.translate(_WITHOUT_TONES)
    if len(bare) == len(syllable):
        return syllable
    return bare + "".join(c for c in syllable if c in TONES)


@lru_cache(maxsize=4_000)
def fold_plain(text: str) -> str:
    """Return a text for searching: small letters without accents and tone marks, đ as d."""
    bare = "".join(c for c in normalize("NFD", text.casefold()) if not combining(c))
    return bare.replace("đ", "d")


def make_id(name: str) -> str:
    """Return a name as an id is written: Sơn La, SON_LA and son-la are son-la."""
    return re.sub(r"[\W_]+", "-", fold_plain(name)).strip("-")


def find_near_id(name: str, known: Collection[str]) -> str:
    """Return the id that is meant by a name, with or without the kind of the unit, or that looks most like it."""
    whole = make_id(name)
    bare = KIND.sub("", whole, count=1)
    return next((form for form in (whole, bare) if form in known), find_nearest(bare, known))
