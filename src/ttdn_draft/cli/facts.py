"""`ttdn-draft facts`: lists the tables of facts with their ages and doubts, and renews them from a file."""

import json
from pathlib import Path

import click

from ..messages import N_
from .command_list import HELPS
from .language import Command, Group, argument, option, translated
from .report import echo
from .table_ages import list_table_ages, print_table_ages

DONE, REMOVED = N_("Đã cập nhật {count} bảng, người ký duyệt: {signed}"), N_("Đã gỡ; dùng số liệu có sẵn.")


@click.group(
    cls=Group,
    help=HELPS["facts"],
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
    if output == "json":
        echo(json.dumps({"version": 1, "tables": list(list_table_ages())}, ensure_ascii=False, indent=2))
    else:
        print_table_ages(is_long)


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
    count = len(renewed.tables) + (renewed.calendar is not None)
    echo(translated(DONE, count=count, signed=renewed.signed_off))
