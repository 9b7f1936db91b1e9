"""What an entry was and became: an id of any time and a day go in, the entry in force then comes out."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol, TypedDict, TypeVar

from ..periods import Period, read_period
from ..tables import read_unverified


class Successive(Protocol):
    """An entry with a period, one successor, and the one predecessor that it continues."""

    @property
    def period(self) -> Period: ...  # noqa: D102
    @property
    def successor_id(self) -> str: ...  # noqa: D102
    @property
    def predecessor_id(self) -> str: ...  # noqa: D102


class EntryFields(TypedDict):
    """What every entry of such a table has, under the names of its fields."""

    id: str
    name: str
    successor_id: str
    predecessor_id: str
    source: str
    period: Period
    unverified: frozenset[str]


def read_entry(row: Mapping[str, str]) -> EntryFields:
    """Return what a row says of an entry."""
    return EntryFields(
        id=row["id"],
        name=row["name"],
        successor_id=row["successor_id"],
        predecessor_id=row["predecessor_id"],
        source=row["source"],
        period=read_period(row),
        unverified=read_unverified(row),
    )


Unit = TypeVar("Unit", bound=Successive)


def find_in_line(entries: Mapping[str, Unit], id: str, day: date) -> Unit | None:
    """Return the entry of that line on a day; nothing for an unknown id, and where the line has no entry then."""
    entry = entries.get(id)
    if entry is None:
        return None
    is_backward = entry.period.begins_after(day)
    while entry is not None and day not in entry.period:
        if entry.period.begins_after(day) != is_backward:
            return None  # the day lies between two periods
        entry = entries.get(entry.predecessor_id if is_backward else entry.successor_id)
    return entry
