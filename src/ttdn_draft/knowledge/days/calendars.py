"""Calendars that lie over each other: those of packs go in, the anniversaries of a year for a province come out.

An entry of a calendar above hides the entries of its id below it, in the years in which it has a day of its own.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import field, replace
from datetime import date
from functools import cached_property

from ...records import dataclass
from ..places.provinces import find_province
from .anniversaries import NATIONAL, Anniversary, AnniversaryGroup, Calendar
from .occurrences import Occurrence, list_occurrences
from .tiers import Tier


@dataclass(frozen=True)
class Layer:
    """The calendar of one pack; `scope` is whose the entries are that do not say it."""

    name: str
    scope: str
    calendar: Calendar

    @cached_property
    def by_id(self) -> dict[str, list[Anniversary]]:
        """Return the entries under each id, every one with its scope."""
        found: dict[str, list[Anniversary]] = {}
        for entry in self.calendar.anniversaries:
            found.setdefault(entry.id, []).append(entry if entry.scope else replace(entry, scope=self.scope))
        return found


@dataclass(frozen=True)
class Choice:
    """Which anniversaries are wanted; what is empty asks for all, and `ids` alone decide where there are some."""

    tiers: Collection[Tier] = ()
    categories: Collection[str] = ()
    months: Collection[int] = ()
    ids: Collection[str] = ()

    def takes(self, found: Occurrence) -> bool:
        """Tell whether an anniversary is wanted."""
        if self.ids:
            return found.anniversary.id in self.ids
        asked = ((self.tiers, found.tier), (self.categories, found.anniversary.category), (self.months, found.month))
        return all(not wanted or value in wanted for wanted, value in asked)


@dataclass(frozen=True, eq=False)  # one is itself alone: what is worked out of it is kept in mind by it
class Almanac:
    """Several calendars, the lowest first."""

    layers: Sequence[Layer] = field(default=())

    def list_year(self, year: int, province: str = "", day: date | None = None) -> tuple[Occurrence, ...]:
        """Return the anniversaries of a year in order: those of the country, and of a province as it is on a day.

        The province lists those of the units that were merged into it until then. The day is by default the first of
        the year.
        """
        scopes = _Scopes(province, day or date(year, 1, 1))
        found = (o for name in self._ids for o in self._find(name, year) if scopes.has(o.anniversary.scope))
        return tuple(sorted(found, key=lambda o: o.order))

    def list_entries(self) -> Iterator[Anniversary]:
        """Yield all entries of all calendars, the lowest first."""
        yield from (entry for layer in self.layers for entries in layer.by_id.values() for entry in entries)

    def list_groups(self) -> Iterator[AnniversaryGroup]:
        """Yield the groups, the highest first."""
        yield from (group for layer in reversed(self.layers) for group in layer.calendar.groups)

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for layer in self.layers for name in layer.by_id))

    def _find(self, id: str, year: int) -> list[Occurrence]:
        """Return the days of one id from the highest calendar that has some."""
        for layer in reversed(self.layers):
            if found := [o for entry in layer.by_id.get(id, ()) for o in list_occurrences(entry, year)]:
                return found
        return []


class _Scopes:
    """Tells whose days a province keeps on a day: its own, those of the country and of what was merged into it."""

    def __init__(self, province: str, day: date) -> None:
        self.province, self.day = province, day
        self.known: dict[str, bool] = {NATIONAL: True, province: True}
        self.unit = find_province(province, day) if province else None

    def has(self, scope: str) -> bool:
        if scope not in self.known:
            found = find_province(scope, self.day)
            self.known[scope] = found is not None and found is self.unit
        return self.known[scope]


def choose(found: Iterable[Occurrence], choice: Choice) -> tuple[Occurrence, ...]:
    """Return the anniversaries that are wanted, in their order."""
    return tuple(o for o in found if choice.takes(o))
