"""Dates as exact as they are known, and the time between two of them: text goes in, days are compared."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

BoundaryKind = Literal["", "exact", "inferred", "first-seen", "floor"]
BOUNDARY_KINDS: tuple[BoundaryKind, ...] = ("", "exact", "inferred", "first-seen", "floor")


@dataclass(frozen=True)
class PartialDate:
    """A date of which the month or the day may not be known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> "PartialDate | None":
        """Return what `2026`, `2026-04` or `2026-04-30` says, nothing for an empty text; raises ValueError."""
        if not text:
            return None
        found = cls(*map(int, text.split("-")))
        if str(found) != text:
            raise ValueError(text)
        return found

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """Return a date of which all is known."""
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """Return the earliest day that an incomplete date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """Return the latest day that an incomplete date may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def precision(self) -> Literal["year", "month", "day"]:
        """Return how much of it is known."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    def move_to(self, year: int) -> "PartialDate":
        """Return the same day of another year: the last of its month where that year does not have it."""
        if self.month is None or self.day is None:
            return PartialDate(year, self.month)
        return PartialDate(year, self.month, min(self.day, monthrange(year, self.month)[1]))

    def __str__(self) -> str:
        length = {"year": 4, "month": 7, "day": 10}[self.precision]
        return self.first.isoformat()[:length]


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
