"""`ttdn-draft facts`: lists the tables of facts with their ages and doubts, and renews them from a file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from ..errors import Finding
from ..messages import N_
from .language import Command, Group, argument, option, translated
from .report import echo, print_findings

TABLE_LINE = N_(
    "{table}: {holds}; soát {looked_over}, dùng đến {until}; {rows} dòng, {doubtful} dòng chưa chắc{renewed}"
)
RENEWED, FOR_EVER = N_(" (đã cập nhật)"), N_("lâu dài")
DONE, REMOVED = N_("Đã cập nhật {count} bảng, người ký duyệt: {signed}"), N_("Đã gỡ; dùng số liệu có sẵn.")


@click.group(
    cls=Group,
    help=N_("Xem tuổi của số liệu trong chương trình, và cập nhật từ một tệp."),
    epilog=N_("Ví dụ: ttdn-draft facts list"),
)
def facts() -> None:
    """Gather the commands about facts."""


@facts.command(
    "list",
    help=N_("Liệt kê các bảng số liệu: soát đến ngày nào, bao nhiêu dòng, dòng nào phải tra lại."),
    epilog=N_("Ví dụ: ttdn-draft facts list"),
)
@option("--to-look-up", "is_long", is_flag=True, help=N_("In cả những dòng phải tra lại."))
@option(
    "--output",
    type=click.Choice(["text", "json"]),
    default="text",
    help=N_("Dạng kết quả: text cho người đọc, json cho máy."),
)
def list_tables(is_long: bool, output: str) -> None:
    """List the tables, the user's own where they are in use."""
    from ..knowledge.renewed import find_facts_file, load_renewed

    tables = list(_list_tables())
    if output == "json":
        echo(json.dumps({"version": 1, "tables": tables}, ensure_ascii=False, indent=2))
        return
    for table in tables:
        until, renewed = table["bears_until"] or FOR_EVER, RENEWED if table["renewed"] else ""
        words = {"until": translated(until), "renewed": translated(renewed), "doubtful": len(table["to_look_up"])}
        echo(translated(TABLE_LINE, **{**table, **words}))
        for asked in table["to_look_up"] if is_long else ():
            echo(f"    {asked['id']}: {', '.join(asked['columns'])}  ({asked['source']})")
    if load_renewed().is_broken:
        print_findings([Finding("N812", facts={"file": find_facts_file()})])


def _list_tables() -> Iterator[dict[str, Any]]:
    from ..knowledge.ages import CALENDAR_TABLE, list_ages
    from ..knowledge.tables import find_renewed

    for age in list_ages().values():
        is_calendar = age.table == CALENDAR_TABLE
        rows, doubts = _count_calendar() if is_calendar else _count_rows(age.table)
        yield {
            "table": age.table,
            "holds": age.holds,
            "looked_over": age.looked_over.isoformat(),
            "bears_until": age.bears_until.isoformat() if age.bears_until else None,
            "renewed": find_renewed(age.table) is not None,
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


@facts.command(
    cls=Command,
    help=N_("Cập nhật số liệu từ một tệp, không cần mạng; --remove thì gỡ, trở về số liệu có sẵn."),
    epilog=N_("Ví dụ: ttdn-draft facts update so-lieu-2027.json"),
)
@argument("file", metavar="FILE", required=False, type=click.Path(path_type=Path))
@option("--remove", "is_removed", is_flag=True, help=N_("Gỡ số liệu đã cập nhật."))
def update(file: Path | None, is_removed: bool) -> None:
    """Renew the tables, or go back to those that ship."""
    from ..facts_file import remove_facts, renew_facts

    if is_removed == (file is not None):
        raise click.UsageError(translated(N_("Cho một tệp, hoặc --remove.")))
    if file is None:
        remove_facts()
        echo(translated(REMOVED))
        return
    renewed = renew_facts(file)
    echo(translated(DONE, count=len(renewed.tables), signed=renewed.signed_off))
