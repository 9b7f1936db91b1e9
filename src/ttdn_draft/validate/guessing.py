"""Finds what a mistyped name was meant to be: it and the known ones go in, the nearest comes out."""

from unicodedata import combining, normalize

from ..nearness import ALIKE, find_nearest

ALIKE_CHOICE = 0.72  # of a word among few: công văn is no slip for hướng dẫn
HALF = 0.5  # of the letters of each word are right where a name of several is mistyped


def guess_name(value: object, known: list[str], cutoff: float = ALIKE) -> str:
    """Return the known name that a typed one is most like; nothing where it is like none."""
    typed = strip_accents(str(value).lower())
    return find_nearest(typed, [name for name in known if _are_words_alike(typed, name)], cutoff)


def _are_words_alike(typed: str, name: str) -> bool:
    """Tell whether each word of one name may be that of the other: do_mat is no hai_mat, for do is no hai."""
    pairs = [*zip(typed.split("_"), name.split("_"), strict=False)]
    is_whole = typed.count("_") != name.count("_") or len(pairs) == 1
    return is_whole or all(find_nearest(one, [other], HALF) for one, other in pairs)


def strip_accents(text: str) -> str:
    """Return a text without the marks of its letters, đ among them."""
    return "".join(c for c in normalize("NFD", text.replace("đ", "d")) if not combining(c))
