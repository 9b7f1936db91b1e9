"""The anniversaries that a document of a year names: a year and a province go in, phrases come out.

The rule is that of the yearly guidances and plans on thông tin đối ngoại of 2014 to 2024 that could be read: great
days, what is round, five-year days of foreign affairs and of the place, and the days of the province itself.
"""

from collections.abc import Collection
from datetime import date
from functools import lru_cache

from ..places.provinces import find_province
from .anniversaries import NATIONAL, Anniversary, Usage
from .calendars import Almanac
from .occurrences import NO_MONTH, Occurrence
from .tiers import Tier
from .words import Item, group, write_item

TIERS: dict[Usage, tuple[Tier, ...]] = {"le-5": (Tier.ROUND, Tier.FIVE), "tron": (Tier.ROUND,)}
LEAST_OF_LEADER = 100  # years: Kết luận số 88-KL/TW, ngày 18/02/2014, as the guidances of every year read it
LAST_BEFORE_DECEMBER = (11, 31)
YEARS_KEPT = 4  # whose days are sorted once: who composes a text asks three times


def phrases_of(almanac: Almanac, year: int, province: str, day: date | None = None) -> tuple[str, ...]:
    """Return one phrase for each anniversary that documents of a year name; both standards write them alike.

    What nobody has verified stands in a mark with its source, what was only proposed is left out.
    """
    return tuple(write_item(item, marks=True) for item in list_named_days(almanac, year, province, day))


@lru_cache(maxsize=YEARS_KEPT)
def list_named_days(almanac: Almanac, year: int, province: str, day: date | None = None) -> tuple[Item, ...]:
    """Return what documents of a year name, those of the country first, those of the province after them.

    The province is taken as it is on a day, by default the first of the year. A group is named whole where one of its
    days is. One of which only the year is known ends those before December: after a day of December it would read as
    one of the last days of the year.
    """
    at_home = _find_homes(almanac, province, day or date(year, 1, 1))
    items = sorted(group(almanac.list_year(year, province, day), almanac.list_groups()), key=_find_spot)
    return tuple(item for item in items if any(is_named(o, o.anniversary in at_home) for o in item.occurrences))


def _find_homes(almanac: Almanac, province: str, day: date) -> Collection[Anniversary]:
    """Return the days of the country that happened in a province, as it is on a day, or whose bearer is from there."""
    unit = find_province(province, day) if province else None
    entries = (entry for entry in almanac.list_entries() if unit and entry.places)
    return {entry for entry in entries if any(find_province(place, day) is unit for place in entry.places)}


def _find_spot(item: Item) -> tuple[bool, tuple[int, ...], str]:
    """Return what sorts items: whether no day of it is one of the whole country, then its time of the year."""
    is_own = all(found.anniversary.scope != NATIONAL for found in item.occurrences)
    month, *rest, name = item.order
    time = (month, *rest) if month != NO_MONTH else (*LAST_BEFORE_DECEMBER, *rest)
    return is_own, time, name


def is_named(found: Occurrence, is_at_home: bool = False) -> bool:
    """Tell whether documents of its year name an anniversary, and those of the province that is its place."""
    entry = found.anniversary
    usage = entry.usage_at_place if is_at_home else entry.usage
    if entry.is_leader_of_country and not entry.stated_usage and (found.count or 0) < LEAST_OF_LEADER:
        return False
    return usage == "hang-nam" or found.tier in TIERS.get(usage, ())
