"""The anniversaries that a document of a year names: a year and a province go in, phrases come out."""

from datetime import date

from .anniversaries import NATIONAL, Usage
from .calendars import Almanac
from .occurrences import Occurrence
from .tiers import Tier
from .words import Item, group, write_item

TIERS: dict[Usage, tuple[Tier, ...]] = {"le-5": (Tier.ROUND, Tier.FIVE), "tron": (Tier.ROUND,)}


def phrases_of(almanac: Almanac, year: int, province: str, day: date | None = None) -> tuple[str, ...]:
    """Return one phrase for each anniversary that documents of a year name; both standards write them alike.

    Those of the country come first, those of the province after them; one without a month ends its group.
    A group is named whole where one of its days is. The province is taken as it is on a day, by default the first of
    the year. What nobody has verified stands in a mark with its source, what was only proposed is left out.
    """
    items = sorted(group(almanac.list_year(year, province, day), almanac.list_groups()), key=_is_own)
    return tuple(write_item(item, marks=True) for item in items if any(map(is_named, item.occurrences)))


def _is_own(item: Item) -> bool:
    """Tell whether no day of an item is one of the whole country."""
    return all(found.anniversary.scope != NATIONAL for found in item.occurrences)


def is_named(found: Occurrence) -> bool:
    """Tell whether documents of its year name an anniversary."""
    usage = found.anniversary.usage
    return usage == "hang-nam" or found.tier in TIERS.get(usage, ())
