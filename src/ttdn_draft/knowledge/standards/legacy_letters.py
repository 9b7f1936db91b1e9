"""Text of the old encodings TCVN3 and VNI that was pasted into Unicode: a word goes in, comes out whether it is such.

The letters are those of the table of TCVN 5712:1993 (VN3) and of VNI for Windows, as they look in Latin-1.
"""

from functools import lru_cache

from ...patterns import regex
from .syllables import WORDS_KEPT, is_syllable

SOFT_HYPHEN = "\u00ad"
TCVN3 = "\u00ad¡¢£¤¥¦§¨©ª«¬®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
TCVN3_ONLY = "\u00ad¡¢£¤¥¦§¨©ª«¬®µ¶·¸¹»¼½¾×÷þßÞ"  # no letters of any language that documents quote
_TCVN3_WORD = regex(rf"[A-Za-z{TCVN3}]*[{TCVN3_ONLY}][A-Za-z{TCVN3}]*")
_VNI_WORD = regex(
    r"[A-Za-zôơöñæìíòóîÔÖÑ]*(?:[aeoAEO][äëïåûüõøùÄËÏÅÛÜÕØÙ]|[uyöôUYÖÔ][ùøûõïÙØÛÕÏ]|ñ[aeiouyöô])[A-Za-zôöñäëïåûüõøùâêáàãéèú]*"
)


def is_in_legacy(text: str, at: int) -> bool:
    """Tell whether a place is in a word of an old encoding, in which an invisible or a raised sign is a letter."""
    start = max(text.rfind(sign, 0, at) for sign in " \n\t") + 1
    word = text[start:].split(maxsplit=1)[0].strip(".,;:()[]\"'“”")
    if word.replace(SOFT_HYPHEN, "").isascii() and not is_syllable(word.replace(SOFT_HYPHEN, "ư").lower()):
        return False  # a soft hyphen is the letter ư there, and stands in a word that can be one
    return bool(read_legacy(word))


@lru_cache(maxsize=WORDS_KEPT)
def read_legacy(word: str) -> str:
    """Return the name of the encoding that a word without its signs is written in; nothing where it is Unicode."""
    word = word.strip("«»")
    if word.isascii() or len(word) < 2:
        return ""
    if _TCVN3_WORD.fullmatch(word) and any(sign.isascii() for sign in word):
        return "TCVN3"
    return "VNI" if _VNI_WORD.fullmatch(word) else ""
