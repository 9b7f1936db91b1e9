"""The organs of Party and State: an id of any time and a day go in, the organ that does the work then comes out."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from ...records import dataclass
from ..periods import BoundaryKind, Period
from ..tables import read_table
from .succession import find_in_line, read_entry


@dataclass(frozen=True)
class ListedOrgan:
    """An organ under one name in one period; an open start or end was before our time, or is not known."""

    id: str
    name: str
    symbol: str
    level: str
    standard: str
    period: Period
    successor_id: str
    predecessor_id: str
    unverified: frozenset[str]
    source: str

    @property
    def is_verified(self) -> bool:
        """Tell whether everything but its successor was found in a source."""
        return not self.unverified - {"successor_id"}


@dataclass(frozen=True)
class Doubt:
    """Why it is not certain that an organ bears its name on a day: a boundary that no decision is known for.

    `other` is what it may have been called on that day, where that is known; the change was between the two days.
    """

    organ: ListedOrgan
    other: ListedOrgan | None
    kind: BoundaryKind
    earliest: date
    latest: date


def find_organ(id: str, day: date) -> ListedOrgan | None:
    """Return the organ that does the work of another on a day; nothing where none does, or for an unknown id."""
    return find_in_line(_load(), id, day)


def list_organs(symbol: str, standard: str) -> tuple[ListedOrgan, ...]:
    """Return the organs of a system that bear or bore a symbol, in the order of the table."""
    return tuple(o for o in _load().values() if (o.symbol, o.standard) == (symbol, standard))


def list_all_organs() -> tuple[ListedOrgan, ...]:
    """Return the organs of all times, in the order of the table."""
    return tuple(_load().values())


def list_names_with_comma() -> tuple[str, ...]:
    """Return the names of organs that a comma stands in: lists are torn there."""
    return tuple(organ.name for organ in _load().values() if ", " in organ.name)


def doubt_about(organ: ListedOrgan, day: date) -> Doubt | None:
    """Return what to warn about when an organ is named on a day; nothing where its name is certain."""
    period = organ.period
    match period.find_doubt(day):
        case "start" if period.start and period.start_latest:
            other = _load().get(organ.predecessor_id)
            earliest = other.period.end_earliest if other else None
            return Doubt(organ, other, period.start_kind, earliest or period.start.first, period.start_latest)
        case "end" if period.end and period.end_earliest:
            other = _load().get(organ.successor_id)
            latest = other.period.start_latest if other else None
            return Doubt(organ, other, period.end_kind, period.end_earliest, latest or period.end.last)
    return None


@cache
def _load() -> Mapping[str, ListedOrgan]:
    return MappingProxyType({row["id"]: _read(row) for row in read_table("organs")})


def _read(row: Mapping[str, str]) -> ListedOrgan:
    return ListedOrgan(**read_entry(row), symbol=row["symbol"], level=row["level"], standard=row["standard"])
