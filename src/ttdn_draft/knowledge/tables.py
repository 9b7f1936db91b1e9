"""The tables of facts: a name goes in, its rows come out, the user's own where they are newer; read when asked for."""

import csv
from collections.abc import Mapping
from functools import cache

from ..resources import read_knowledge
from .renewed import RenewedCalendar, RenewedTable, load_renewed

AGES_TABLE, CALENDAR_TABLE = "tables", "anniversaries"  # the second is the calendar of the country, which is no table
TableRow = Mapping[str, str]


@cache
def read_table(name: str) -> tuple[TableRow, ...]:
    """Return the rows of a table of knowledge/data, or of the one that renews it."""
    renewed = find_renewed(name)
    return renewed.rows if renewed else read_shipped(name)


@cache
def read_shipped(name: str) -> tuple[TableRow, ...]:
    """Return the rows of a table that ships with the program."""
    text = read_knowledge(f"data/{name}.csv")
    head, *rows = csv.reader(text.splitlines())  # DictReader takes three times as long
    return tuple(dict(zip(head, row, strict=True)) for row in rows)


def find_renewed(name: str) -> RenewedTable | None:
    """Return the user's table where it is newer than the one that ships, and still has the same columns."""
    renewed = load_renewed().tables.get(name)
    if renewed is None:
        return None
    days = {row["table"]: row["looked_over"] for row in read_shipped(AGES_TABLE)}
    is_newer = renewed.looked_over.isoformat() > days.get(name, "9999")
    columns = [*read_shipped(name)[0]] if is_newer else []
    return renewed if is_newer and all([*row] == columns for row in renewed.rows) else None


def find_renewed_calendar() -> RenewedCalendar | None:
    """Return the user's calendar of the country where it is newer than the one that ships."""
    renewed = load_renewed().calendar
    shipped = next(row["looked_over"] for row in read_shipped(AGES_TABLE) if row["table"] == CALENDAR_TABLE)
    return renewed if renewed and renewed.looked_over.isoformat() > shipped else None


def read_unverified(row: TableRow) -> frozenset[str]:
    """Return the columns of a row that rest on memory, or on nothing but inference."""
    return frozenset(row.get("unverified", "").split())
