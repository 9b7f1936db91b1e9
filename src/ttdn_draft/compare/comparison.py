"""Compares two rows of lines: both go in, what was changed, added, taken out or moved comes out, in reading order.

The lines of the text are compared as one row, so that a paragraph is known again wherever it stands. What a document
has once, such as its subject, is compared with the other's, however unlike they are.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from ..differences import pair_lines
from ..model.mentions import TEXT_ZONES
from ..records import dataclass
from .lines import ZONE_NAMES, ComparedLine
from .naming import WordChange, name_changes

Action: TypeAlias = Literal["changed", "added", "removed", "moved"]
BODY = frozenset({*TEXT_ZONES, "annex-title", "other"})
HEAD_ZONES = [zone for zone in ZONE_NAMES if zone not in BODY]


@dataclass(frozen=True)
class LineChange:
    """A line that is otherwise than it was: the old one and the new one, and which of its words changed."""

    action: Action
    old: ComparedLine | None
    new: ComparedLine | None
    words: tuple[WordChange, ...] = ()

    @property
    def line(self) -> ComparedLine:
        """Return the line as it is now, or as it was where it is gone."""
        found = self.new or self.old
        assert found is not None  # noqa: S101 - one of both is there
        return found


def compare_lines(old: Sequence[ComparedLine], new: Sequence[ComparedLine]) -> tuple[LineChange, ...]:
    """Return the changes from one document to another."""
    return tuple(change for group in _groups() for change in _compare(_of(old, group), _of(new, group), group))


def _groups() -> Iterator[frozenset[str]]:
    """Yield the zones that are compared together, in reading order."""
    foot = HEAD_ZONES.index("recipient")
    yield from (frozenset({zone}) for zone in HEAD_ZONES[:foot])
    yield BODY
    yield from (frozenset({zone}) for zone in HEAD_ZONES[foot:])


def _of(lines: Sequence[ComparedLine], zones: frozenset[str]) -> list[ComparedLine]:
    return [line for line in lines if line.zone in zones]


def _compare(old: list[ComparedLine], new: list[ComparedLine], zones: frozenset[str]) -> Iterator[LineChange]:
    pairs = pair_lines([line.words for line in old], [line.words for line in new])
    gone = [old[pair.old] for pair in pairs if pair.new < 0]
    come = [new[pair.new] for pair in pairs if pair.old < 0]
    if zones is not BODY and len(gone) == len(come) == 1:
        pairs = [pair for pair in pairs if pair.old >= 0 and pair.new >= 0]
        yield _change(gone[0], come[0], is_moved=False)
    for pair in pairs:
        was, now = (old[pair.old] if pair.old >= 0 else None), (new[pair.new] if pair.new >= 0 else None)
        if was is None or now is None:
            yield LineChange("removed" if now is None else "added", was, now)
        elif pair.is_moved or was.zone != now.zone or was.words != now.words:
            change = _change(was, now, pair.is_moved)
            if change.words or pair.is_moved or was.zone != now.zone:
                yield change


def _change(was: ComparedLine, now: ComparedLine, is_moved: bool) -> LineChange:
    return LineChange("moved" if is_moved else "changed", was, now, name_changes(was.words, now.words))
