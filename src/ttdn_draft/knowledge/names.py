"""Names made comparable: a name in any spelling goes in, one form that equals its other spellings comes out."""

import re
from unicodedata import combining, normalize

TONES = "\N{COMBINING GRAVE ACCENT}\N{COMBINING ACUTE ACCENT}\N{COMBINING TILDE}\N{COMBINING HOOK ABOVE}" + (
    "\N{COMBINING DOT BELOW}"
)
WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")


def fold_name(name: str) -> str:
    """Return a name for comparison: Unicode form, case, blanks and the place of the tone mark make no difference."""
    decomposed = normalize("NFD", " ".join(name.split()).casefold())
    return normalize("NFD", WORD.sub(lambda word: _put_tone_last(word[0]), decomposed))


def _put_tone_last(syllable: str) -> str:
    """Return a syllable with its tone mark at the end: Hòa and Hoà become the same."""
    return "".join(c for c in syllable if c not in TONES) + "".join(c for c in syllable if c in TONES)


def fold_plain(text: str) -> str:
    """Return a text for searching: small letters without accents and tone marks, đ as d."""
    bare = "".join(c for c in normalize("NFD", text.casefold()) if not combining(c))
    return bare.replace("đ", "d")
