"""Finds words among the letters of a paragraph: both go in, from which letter to which they stand comes out.

What is told of a text has one blank between words and letters of one sign (NFC); a paragraph may be typed otherwise.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import combining, normalize


def find_words(typed: str, words: str, start: int = 0) -> tuple[int, int] | None:
    """Return where words stand in what is typed; None where they do not.

    Of those that stand there several times the first from `start` on is meant, or the last before it: more may be
    typed before them than is told of (a number), and hardly less. Blanks alone are those that stand at `start`.
    """
    wanted = " ".join(normalize("NFC", words).split())
    if words and not wanted:
        return (start, start + len(words)) if typed.startswith(words, start) else None
    letters, spots = _flatten(typed)
    found = _list_places(letters, wanted) if wanted else []
    if not found:
        return None
    first = found[min(bisect_left(found, start, key=spots.__getitem__), len(found) - 1)]
    last = spots[first + len(wanted) - 1]  # a sign and its marks are one, even where no letter holds them all
    return spots[first], next(spot for spot in spots[first + len(wanted) :] if spot > last)


@lru_cache(maxsize=64)
def _list_places(letters: str, wanted: str) -> list[int]:
    """Return where words begin; only where they are whole, if they are anywhere."""
    found = [match.start() for match in re.finditer(re.escape(wanted), letters)]
    whole = [at for at in found if not (_is_inside(letters, at) or _is_inside(letters, at + len(wanted)))]
    return whole or found


def _is_inside(letters: str, at: int) -> bool:
    """Tell whether a place lies inside a word."""
    return 0 < at < len(letters) and letters[at - 1].isalnum() and letters[at].isalnum()


@lru_cache(maxsize=1)
def _flatten(typed: str) -> tuple[str, tuple[int, ...]]:
    """Return letters of one sign with one blank between words, and where each begins; behind the last the end.

    The last paragraph is kept, for one may have a thousand faults.
    """
    letters: list[str] = []
    spots: list[int] = []
    for start, cluster in _clusters(typed):
        shown = " " if cluster.isspace() else normalize("NFC", cluster)
        if shown == " " and letters[-1:] == [" "]:
            continue
        letters += shown
        spots += [start] * len(shown)
    return "".join(letters), (*spots, len(typed))


def _clusters(typed: str) -> Iterator[tuple[int, str]]:
    """Yield each letter with the marks that are typed behind it, and where it begins."""
    start = 0
    for at in range(1, len(typed) + 1):
        if at == len(typed) or not combining(typed[at]):
            yield start, typed[start:at]
            start = at
