"""The tables of facts as people read them: nothing goes in, their ages, doubts and what to look up are printed."""

from collections.abc import Iterator
from typing import Any

from ..errors import Finding
from ..messages import N_
from .language import translated
from .report import echo, print_findings

AGES_LINE = N_(
    "{table}: {holds}; soát {looked_over}, dùng đến {until}; {rows} dòng, {doubtful} dòng chưa chắc{renewed}"
)
RENEWED, FOR_EVER = N_(" (đã cập nhật)"), N_("lâu dài")


def print_table_ages(is_long: bool) -> None:
    """Print a line a table, what is to be looked up if asked for, and whether the facts of the user are broken."""
    from ..knowledge.renewed import find_facts_file, load_renewed
    from ..knowledge.tables import find_renewed_calendar
    from ..packs.calendars import read_renewed_calendar

    for table in list_table_ages():
        until, renewed = table["bears_until"] or FOR_EVER, RENEWED if table["renewed"] else ""
        words = {"until": translated(until), "renewed": translated(renewed), "doubtful": len(table["to_look_up"])}
        echo(translated(AGES_LINE, **{**table, **words}))
        for asked in table["to_look_up"] if is_long else ():
            echo(f"    {asked['id']}: {', '.join(asked['columns'])}  ({asked['source']})")
    if load_renewed().is_broken or (find_renewed_calendar() and read_renewed_calendar() is None):
        print_findings([Finding("N812", facts={"file": find_facts_file()})])


def list_table_ages() -> Iterator[dict[str, Any]]:
    """Yield what is told of each table, the calendar of the country among them."""
    from ..knowledge.ages import list_ages
    from ..knowledge.tables import CALENDAR_TABLE, find_renewed
    from ..packs.calendars import read_renewed_calendar

    for age in list_ages().values():
        is_calendar = age.table == CALENDAR_TABLE
        rows, doubts = _count_calendar() if is_calendar else _count_rows(age.table)
        yield {
            "table": age.table,
            "holds": age.holds,
            "looked_over": age.looked_over.isoformat(),
            "bears_until": age.bears_until.isoformat() if age.bears_until else None,
            "renewed": (read_renewed_calendar() if is_calendar else find_renewed(age.table)) is not None,
            "rows": rows,
            "to_look_up": doubts,
        }


def _count_rows(table: str) -> tuple[int, list[dict[str, Any]]]:
    """Return how many rows a table has, and what of them is to be looked up."""
    from ..knowledge.tables import read_table, read_unverified

    rows = read_table(table)
    doubts = [
        {"id": row.get("id", row.get("name")), "columns": sorted(columns), "source": row.get("source", "")}
        for row in rows
        if (columns := read_unverified(row))
    ]
    return len(rows), doubts


def _count_calendar() -> tuple[int, list[dict[str, Any]]]:
    from ..packs.calendars import load_country

    days = load_country().calendar.anniversaries
    return len(days), [{"id": d.id, "columns": [], "source": d.source} for d in days if not d.is_verified]
