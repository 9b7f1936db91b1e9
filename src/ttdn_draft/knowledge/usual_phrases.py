"""The anniversaries that a document of a year usually speaks of: a year and a province go in, phrases come out."""

from datetime import date

from .anniversaries import NATIONAL
from .anniversary_words import STRICT, group, write_item
from .calendars import Almanac
from .occurrences import Occurrence
from .tiers import Tier

GREAT_DAYS = "le-lon"
EVENTS = "su-kien"
WORDINGS = {"dang": STRICT, "nha-nuoc": STRICT}  # both standards write zeros alike: days below 10, months 1 and 2


def phrases_of(almanac: Almanac, year: int, province: str, standard: str, day: date | None = None) -> list[str]:
    """Return one phrase for each usual anniversary of a year, in order; groups are joined.

    The province is taken as it is on a day, by default the first of the year. What nobody has verified stands in a mark
    with its source, what was only proposed is left out.
    """
    found = (o for o in almanac.list_year(year, province, day) if is_usual(o))
    return [write_item(item, WORDINGS[standard], marks=True) for item in group(found, almanac.list_groups())]


def is_usual(found: Occurrence) -> bool:
    """Tell whether plans of a year name an anniversary: great days always, of the rest what is local or round."""
    entry, tier = found.anniversary, found.tier
    if entry.category == GREAT_DAYS:
        return True
    if tier is None:
        return False
    return entry.scope != NATIONAL or tier is Tier.ROUND or (tier is Tier.FIVE and entry.category == EVENTS)
