"""The time between two dates that are as exact as they are known: text goes in, days are compared."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from ..model import PartialDate
from ..records import dataclass

BoundaryKind = Literal["", "exact", "inferred", "first-seen", "floor"]
BOUNDARY_KINDS: tuple[BoundaryKind, ...] = ("", "exact", "inferred", "first-seen", "floor")


@dataclass(frozen=True)
class Period:
    """A time from one date to another, both included; a missing end is open.

    The kinds say how a boundary is known. Where it is not exact, `start_latest` and `end_earliest` are the other
    end of the time in which the change was: between the two days it is not certain what held.
    """

    start: PartialDate | None = None
    end: PartialDate | None = None
    start_kind: BoundaryKind = ""
    end_kind: BoundaryKind = ""
    start_latest: date | None = None
    end_earliest: date | None = None

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def __str__(self) -> str:
        return f"{self.start or '…'} – {self.end or '…'}"

    @property
    def first_day(self) -> date:
        """Return the first day that it may hold; where it is open, the first day that there is."""
        return self.start.first if self.start else date.min

    @property
    def last_day(self) -> date:
        """Return the last day that it may hold; where it is open, the last day that there is."""
        return self.end.last if self.end else date.max

    def begins_after(self, day: date) -> bool:
        """Tell whether the whole period lies behind a day."""
        return day < self.first_day

    def overlaps(self, other: "Period") -> bool:
        """Tell whether there is a day in both."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day

    def find_doubt(self, day: date) -> Literal["start", "end"] | None:
        """Return the boundary that a day of this period is too near to, where there is one."""
        if day not in self:
            return None
        if self.start_latest is not None and day <= self.start_latest:
            return "start"
        return "end" if self.end_earliest is not None and self.end_earliest <= day else None


def read_period(row: Mapping[str, str]) -> Period:
    """Return the period of a row of a table; raises ValueError where a column is wrong."""
    return Period(
        PartialDate.parse(row["valid_from"]),
        PartialDate.parse(row["valid_to"]),
        read_kind(row["valid_from_kind"]),
        read_kind(row["valid_to_kind"]),
        _read_day(row.get("valid_from_latest", "")),
        _read_day(row.get("valid_to_earliest", "")),
    )


def read_kind(text: str) -> BoundaryKind:
    """Return how a boundary is known; raises ValueError for another word."""
    return BOUNDARY_KINDS[BOUNDARY_KINDS.index(text)]


def _read_day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
