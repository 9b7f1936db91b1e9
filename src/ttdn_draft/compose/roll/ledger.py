"""Keeps a text together with every change made to it: edits go in, the new text and the list of changes come out.

What no change names is the old text by construction: each piece is either cut out of it or carries its reasons.
"""

from collections.abc import Iterator

from ...errors import Finding
from ...records import dataclass


@dataclass(frozen=True)
class Change:
    """Words of the old text from `start` to `end`, what stands there now, where that begins, and every reason."""

    start: int
    end: int
    before: str
    after: str
    at: int
    reasons: tuple[Finding, ...]


@dataclass(frozen=True)
class _Piece:
    """A stretch of the old text: as it is where `new` is nothing, else with other words."""

    start: int
    end: int
    new: str | None = None
    reasons: tuple[Finding, ...] = ()

    @property
    def length(self) -> int:
        return self.end - self.start if self.new is None else len(self.new)


class Ledger:
    """A text of last year as it is changed step by step."""

    def __init__(self, old: str) -> None:
        self.old = old
        self._pieces = [_Piece(0, len(old))]

    @property
    def text(self) -> str:
        """Return the text as it is now."""
        return "".join(map(self._words, self._pieces))

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return every change in the order of the text; what became again as it was is none."""
        return tuple(self._list_changes())

    def replace(self, start: int, end: int, words: str, *because: Finding) -> None:
        """Put words in the place of those of the present text from one letter to another, for a reason or several."""
        if self.text[start:end] == words:
            return
        before, hit, after = self._cut(start, end)
        first, last = (hit[0].start, hit[-1].end) if hit else (self._find_edge(before), self._find_edge(before))
        inside = "".join(map(self._words, hit))
        at = sum(piece.length for piece in before)
        new = inside[: start - at] + words + inside[end - at :]
        reasons = dict.fromkeys((*(known for piece in hit for known in piece.reasons), *because))
        self._pieces = [*before, _Piece(first, last, new, tuple(reasons)), *after]

    def _words(self, piece: _Piece) -> str:
        return self.old[piece.start : piece.end] if piece.new is None else piece.new

    def _cut(self, start: int, end: int) -> tuple[list[_Piece], list[_Piece], list[_Piece]]:
        """Return the pieces before, within and behind a stretch; a piece that was changed before is never cut."""
        before, hit, after = list[_Piece](), list[_Piece](), list[_Piece]()
        at = 0
        for piece in self._pieces:
            last = at + piece.length
            if last <= start:
                before.append(piece)
            elif at >= end:
                after.append(piece)
            elif piece.new is not None:
                hit.append(piece)
            else:
                middle = piece.start + max(start - at, 0), piece.start + min(end - at, piece.length)
                before += [_Piece(piece.start, middle[0])] if piece.start < middle[0] else []
                hit += [_Piece(*middle)] if middle[0] < middle[1] else []
                after += [_Piece(middle[1], piece.end)] if middle[1] < piece.end else []
            at = last
        return before, hit, after

    def _find_edge(self, before: list[_Piece]) -> int:
        return before[-1].end if before else 0

    def _list_changes(self) -> Iterator[Change]:
        at = 0
        for piece in self._pieces:
            before = self.old[piece.start : piece.end]
            if piece.new is not None and piece.new != before:
                yield Change(piece.start, piece.end, before, piece.new, at, piece.reasons)
            at += piece.length
