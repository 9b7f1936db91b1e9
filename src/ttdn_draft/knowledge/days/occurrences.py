"""Anniversaries of a year: an anniversary and a year go in, its days with their counts and tiers come out.

A day that a year does not have falls on the last day of its month: 29 February on the 28th, the 30th of a short lunar
month on the 29th. A lunar day belongs to the solar year in which it falls; it may fall there twice, or not at all.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from ...messages import N_
from ...model import PartialDate
from ...records import dataclass
from ..periods import Period
from .anniversaries import LEAP_YEAR, Anniversary
from .lunar import LunarDate, find_solar
from .tiers import Tier

TIER_WORDS = {Tier.ROUND: N_("năm tròn"), Tier.FIVE: N_("năm lẻ 5"), Tier.OTHER: N_("năm khác")}
TIER_ORDER = {tier: number for number, tier in enumerate((*Tier, None))}
NO_MONTH = 13


@dataclass(frozen=True)
class Occurrence:
    """An anniversary in a year: its date where the day is known, and how many years it was where that is counted."""

    anniversary: Anniversary
    year: int
    day: date | None = None
    count: int | None = None
    lunar_year: int | None = None

    @property
    def tier(self) -> Tier | None:
        """Return the tier; nothing where no years are counted."""
        if self.anniversary.tier_by_year:
            return Tier.of(self.year)
        return None if self.count is None else Tier.of(self.count)

    @property
    def month(self) -> int | None:
        """Return the month of the solar calendar, where it is known."""
        return self.day.month if self.day else self.anniversary.month

    @cached_property
    def order(self) -> tuple[int, int, int, int, str]:
        """Return what sorts by date; on one day the rounder number comes first, then the older event."""
        origin = self.anniversary.origin
        number = self.day.day if self.day else 0
        return (
            self.month or NO_MONTH,
            number,
            TIER_ORDER[self.tier],
            origin.year if origin else 0,
            self.anniversary.id,
        )


def list_occurrences(anniversary: Anniversary, year: int) -> Iterator[Occurrence]:
    """Yield the times at which an anniversary falls in a year, within the years in which its entry is used."""
    for day, lunar_year in _list_days(anniversary, year):
        found = _count(anniversary, year, day, lunar_year)
        if found and anniversary.period.overlaps(find_span(found)):
            yield found


def find_span(found: Occurrence) -> Period:
    """Return the time in which the day of an occurrence lies, as far as it is known."""
    when = PartialDate.of(found.day) if found.day else PartialDate(found.year, found.month)
    return Period(when, when)


def _list_days(anniversary: Anniversary, year: int) -> Iterator[tuple[date | None, int | None]]:
    month, day = anniversary.month, anniversary.day
    if month is None or day is None:
        yield None, None
    elif not anniversary.is_lunar:
        yield PartialDate(LEAP_YEAR, month, day).move_to(year).first, None
    else:
        for lunar_year in (year - 1, year):
            found = find_lunar_day(lunar_year, month, day)
            if found and found.year == year:
                yield found, lunar_year


def find_lunar_day(lunar_year: int, month: int, day: int) -> date | None:
    """Return the solar date of a lunar day, the last one of its month where it is short; nothing outside the table."""
    return find_solar(LunarDate(day, month, lunar_year)) or find_solar(LunarDate(day - 1, month, lunar_year))


def _count(anniversary: Anniversary, year: int, day: date | None, lunar_year: int | None) -> Occurrence | None:
    """Return the anniversary with its count; nothing before it has come round once."""
    if anniversary.origin is None:
        return Occurrence(anniversary, year, day, None, lunar_year)
    passed = (lunar_year or year) - anniversary.origin.year
    if passed < (1 if anniversary.has_count else 0):
        return None
    return Occurrence(anniversary, year, day, passed if anniversary.has_count else None, lunar_year)
