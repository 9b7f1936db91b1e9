"""Letters of the old fonts .VnTime and VNI-Times: words and the name of their font go in, Unicode comes out.

Such a font draws Vietnamese letters in the places of those of Western Europe. Text in Unicode may wear it too, and is
left alone: what is converted must read better than before.
"""

import re
from functools import cache

from ...patterns import regex
from ..tables import read_table
from .syllables import is_syllable

FONTS = {".vn": "tcvn3", "vni-": "vni"}
CAPITAL_FONT = regex(r"\.vn\w+h", re.I)  # .VnTimeH draws small letters as capitals
LATIN = 0x100  # below it stand the places that an old font draws otherwise
WORDS = regex(r"[^\W\d_]+")


def find_old_encoding(font: str) -> str:
    """Return which old encoding the letters of a font are in; nothing for a font of Unicode."""
    return next((name for start, name in FONTS.items() if font.lower().startswith(start)), "")


def read_old_letters(words: str, font: str) -> str:
    """Return words in Unicode; as they stand where their font is of Unicode, or they are in Unicode already."""
    encoding = find_old_encoding(font)
    if not encoding or any(ord(sign) >= LATIN for sign in words):
        return words
    letters = _letters(encoding)
    read = _pattern(encoding).sub(lambda found: letters[found[0]], words)
    if not words.isascii() and _count_syllables(read) <= _count_syllables(words) and not _is_only_old(words, encoding):
        return words
    return read.upper() if CAPITAL_FONT.fullmatch(font) else read


@cache
def _letters(encoding: str) -> dict[str, str]:
    return {row["letters"]: row["unicode"] for row in read_table("legacy_letters") if row["encoding"] == encoding}


@cache
def _pattern(encoding: str) -> re.Pattern[str]:
    longest = sorted(_letters(encoding), key=len, reverse=True)
    return regex("|".join(map(re.escape, longest)), is_constant=True)


def _count_syllables(words: str) -> int:
    """Return how many words with a letter of Vietnamese are syllables of it."""
    return sum(not word.isascii() and is_syllable(word.lower()) for word in WORDS.findall(words))


def _is_only_old(words: str, encoding: str) -> bool:
    """Tell whether words that hold no syllable hold a letter that no text in Unicode would: ®, «, µ."""
    odd = any(sign in _letters(encoding) and not sign.isalpha() for sign in words)
    return odd and not _count_syllables(words)
