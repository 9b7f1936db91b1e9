"""Until when the tables of facts can be relied upon: tables and a day go in, their ages and a note come out."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from ..errors import Cause, Finding
from ..model.partial_date import length_of
from ..records import dataclass
from .tables import AGES_TABLE, CALENDAR_TABLE, find_renewed, find_renewed_calendar, read_shipped

FAR_YEARS = 10  # behind what is known: an outline of many years is dated today
HELD_TABLES = ("provinces", "organs")
"""The tables that every dated document is held against."""
CITED_TABLE = "citations"


@dataclass(frozen=True)
class TableAge:
    """What a table holds in words, the day on which it was held against its sources, and for how many months it bears.

    A table of what does not change bears for ever: its `bears_months` is None.
    """

    table: str
    holds: str
    looked_over: date
    bears_months: int | None

    @property
    def bears_until(self) -> date | None:
        """Return the last day for which it can be relied upon."""
        if self.bears_months is None:
            return None
        years, month = divmod(self.looked_over.month - 1 + self.bears_months, 12)
        year = self.looked_over.year + years
        return date(year, month + 1, min(self.looked_over.day, length_of(year, month + 1)))

    def bears(self, day: date) -> bool:
        """Tell whether it can be relied upon for a day."""
        return self.bears_until is None or day <= self.bears_until


@cache
def list_ages() -> Mapping[str, TableAge]:
    """Return the age of every table, by its name."""
    return MappingProxyType({row["table"]: _read(row) for row in read_shipped(AGES_TABLE)})


def find_known_day() -> date:
    """Return the day until which documents, names and units are known: on which those to cite were last looked over.

    What bears no date of its own is looked up on it.
    """
    return list_ages()[CITED_TABLE].looked_over


def tell_ages(day: date | None, tables: Iterable[str]) -> Iterator[Finding]:
    """Yield one note on the tables that do not bear a document of a day; a document without a day has none yet.

    A day so far ahead that nobody drafts for it is a slip, and told as one.
    """
    ages = list_ages()
    if day and day.year - find_known_day().year >= FAR_YEARS:
        yield Finding("W993", facts={"day": day}, cause=Cause.FAR_DAY)
        return
    old = [ages[table] for table in tables if day and not ages[table].bears(day)]
    if old:
        since = min(age.looked_over for age in old)
        yield Finding("N811", facts={"day": day, "tables": ", ".join(age.holds for age in old), "since": since})


def _read(row: Mapping[str, str]) -> TableAge:
    months, name = int(row["bears_months"]) if row["bears_months"] else None, row["table"]
    renewed = find_renewed_calendar() if name == CALENDAR_TABLE else find_renewed(name)
    day = renewed.looked_over if renewed else date.fromisoformat(row["looked_over"])
    return TableAge(name, row["holds"], day, months)
