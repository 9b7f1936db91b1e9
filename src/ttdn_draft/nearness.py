"""Finds what a misspelt name may mean: it and the known names go in, the one that looks most like it comes out."""

from collections.abc import Iterable

ALIKE = 0.6  # how much of a name must be right: what people type for a key or an id
HARDLY_ALIKE = 0.5  # ids of documents share few letters: nd-09 and nd-30-2020
ALMOST_EQUAL = 0.75  # files that lie beside others are only doubted where they are nearly called so


def list_nearest(name: str, known: Iterable[str], count: int, cutoff: float = ALIKE) -> tuple[str, ...]:
    """Return the known names that look like one, the nearest first; `cutoff` of 1 asks for equal names."""
    from difflib import get_close_matches  # only where a name is misspelt

    return tuple(get_close_matches(name, list(known), n=count, cutoff=cutoff))


def find_nearest(name: str, known: Iterable[str], cutoff: float = ALIKE) -> str:
    """Return the known name that looks most like one; nothing where none does."""
    return "".join(list_nearest(name, known, 1, cutoff))
