"""Leads from a text as it is read to the same text as it is kept: places of the one go in, those of the other come out.

What is read is in NFC, its lines end with line feeds, and no byte order mark stands before it; a file may be otherwise.
"""

import unicodedata
from collections.abc import Iterator, Sequence

from ..records import dataclass
from ..text_files import BYTE_ORDER_MARK

CARRIAGE_RETURN = "\r"


@dataclass(frozen=True)
class Offsets:
    """Where each character of a text that is read begins in the text that is kept, and where both end."""

    spots: Sequence[int]

    @classmethod
    def of(cls, kept: str, read: str) -> "Offsets":
        """Return the places of a text beside what is read of it."""
        if len(kept) == len(read):
            return cls(range(len(kept) + 1))
        spots = list(_list_spots(kept))
        return cls([*spots, len(kept)] if len(spots) == len(read) else _spread(len(kept), len(read)))

    def find(self, at: int) -> int:
        """Return where a character stands in the text that is kept."""
        return self.spots[at]


def _list_spots(kept: str) -> Iterator[int]:
    """Yield where each character begins that is read, a letter with the marks above and below it as one."""
    at = 1 if kept.startswith(BYTE_ORDER_MARK) else 0
    while at < len(kept):
        end = at + 1
        if kept[at] == CARRIAGE_RETURN and kept[end : end + 1] == "\n":
            end += 1
        while end < len(kept) and unicodedata.combining(kept[end]):
            end += 1
        composed = len(unicodedata.normalize("NFC", kept[at:end])) if kept[at] != CARRIAGE_RETURN else 1
        yield from [at, *([end - 1] * (composed - 1))] if composed > 1 else [at]
        at = end


def _spread(kept: int, read: int) -> list[int]:
    """Return places for texts that can not be followed: all at the beginning, so that nothing is written in between."""
    return [0] * read + [kept]
