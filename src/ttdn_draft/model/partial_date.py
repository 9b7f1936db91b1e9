"""A date as exact as it is known: text goes in, the first and the last day that it may mean come out."""

from datetime import date
from typing import Literal

from ..records import dataclass


def length_of(year: int, month: int) -> int:
    """Return how many days a month has; the module calendar does so too, and takes half a millisecond to load."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 + is_leap if month == 2 else 30 + (month + month // 8) % 2


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
        return date(self.year, month, self.day or length_of(self.year, month))

    @property
    def precision(self) -> Literal["year", "month", "day"]:
        """Return how much of it is known."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    def nearest_to(self, day: date) -> date:
        """Return the day nearest to another that an incomplete date may mean."""
        return min(max(day, self.first), self.last)

    def move_to(self, year: int) -> "PartialDate":
        """Return the same day of another year: the last of its month where that year does not have it."""
        if self.month is None or self.day is None:
            return PartialDate(year, self.month)
        return PartialDate(year, self.month, min(self.day, length_of(year, self.month)))

    def __str__(self) -> str:
        length = {"year": 4, "month": 7, "day": 10}[self.precision]
        return self.first.isoformat()[:length]
