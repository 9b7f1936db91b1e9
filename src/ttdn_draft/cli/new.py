"""`ttdn-draft new`: writes a new input file for a province and a year."""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import OutputError, Place
from ..messages import N_, write_day
from .command_list import HELPS
from .language import Command, argument, language, option, translated
from .pack_options import make_shelf, pack_options, repeat_options
from .parameters import DAY, STANDARD_CHOICE, find_province_id_of, refuse_blank
from .report import echo, print_findings, program_name
from .usage import NumberRange

if TYPE_CHECKING:
    from ..api.screen_values import PlanRow
    from ..compose import Order, Summary

SUFFIX = ".md"
NEXT_STEPS = N_(
    """Đã ghi: {file}
Tra tên cơ quan, văn bản theo ngày {day}. Điều phải kiểm tra: {doubts} (ở {places} chỗ); chỗ phải viết thêm: {gaps}."""
)
DOUBTS_TITLE = N_("Điều phải kiểm tra, quan trọng trước (ở đầu tệp, dưới kiem_tra; xong điều nào thì ghi xong: true):")
WHAT_NEXT = N_(
    """Làm tiếp:
  1. Mở tệp bằng Notepad, trả lời các điều dưới kiem_tra, tìm [điền để viết thêm, lưu lại (mã UTF-8).
  2. Kiểm tra:  {program} check "{file}"{options}
  3. Xuất Word: {program} render "{file}"{options}"""
)
NOT_BESIDE_LAST = N_("không dùng cùng --tu (--ky chỉ dùng khi có cả --tinh)")
CERTAINTIES = {"unsure": N_("cần kiểm tra"), "missing": N_("chưa có"), "sure": N_("đã có nguồn")}
SOURCE = N_("Nguồn: {source}")


@click.command(
    cls=Command,
    help=HELPS["new"],
    epilog=N_(
        """Ví dụ: ttdn-draft new huong-dan --tinh cao-bang --nam 2027 -o hd-2027.md

  ttdn-draft new huong-dan --tu hd-2026.docx --nam 2027 -o hd-2027.md"""
    ),
)
@argument("kind", metavar="KIND")
@option(
    "--tinh",
    "pack",
    callback=find_province_id_of,
    metavar="ID",
    help=N_("Mã hoặc tên tỉnh, thành phố, hoặc mã gói, ví dụ cao-bang; với --tu chỉ cần khi nơi ban hành đã khác."),
)
@option(
    "--tu",
    "last",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=N_("Bản năm trước (.docx, .md, .yaml, .json) để làm bản năm nay; in danh sách mọi thay đổi."),
)
@option("--tu-nam", "last_year", type=NumberRange(2009, 2100), help=N_("Năm của bản cũ, nếu bản cũ không ghi."))
@option(
    "--xa",
    "commune",
    metavar="ID",
    callback=refuse_blank,
    help=N_("Mã hoặc tên xã, phường, đặc khu của tỉnh, thành phố đó."),
)
@option(
    "--nam",
    "year",
    type=NumberRange(2009, 2100),
    help=N_("Năm của nội dung, ví dụ 2027; không ghi thì theo --ngay."),
)
@option(
    "--co-quan",
    "organ",
    metavar="ID",
    callback=refuse_blank,
    help=N_("Cơ quan ban hành trong gói; mặc định theo loại."),
)
@option(
    "--the-thuc", "standard", type=STANDARD_CHOICE, help=N_("Văn bản Đảng hay hành chính nhà nước; mặc định: dang.")
)
@option("--ngay", "day", type=DAY, metavar="YYYY-MM-DD", help=N_("Ngày ban hành; cũng là ngày để tra tên và căn cứ."))
@option(
    "--ky", "signer", metavar="ID", callback=refuse_blank, help=N_("Người ký trong gói; mặc định là người đứng đầu.")
)
@option("--thu", "is_trial", is_flag=True, help=N_("Chỉ cho biết sẽ dùng gì, chắc đến đâu; không ghi tệp."))
@option(
    "--output",
    type=click.Choice(["text", "json"]),
    default="text",
    help=N_("Dạng kết quả: text cho người đọc, json cho máy."),
)
@option("-o", "--out", type=click.Path(path_type=Path), help=N_("Tệp .md để ghi; không bao giờ ghi đè."))
@pack_options
def new(
    kind: str,
    pack: str | None,
    last: Path | None,
    last_year: int | None,
    commune: str,
    year: int | None,
    organ: str,
    standard: str | None,
    day: datetime | None,
    signer: str,
    is_trial: bool,
    output: str,
    out: Path | None,
    folders: tuple[Path, ...],
    no_plugins: bool,
) -> None:
    """Compose a file, or say what would be used; raises OutputError where the file is there already."""
    from ..compose import Order
    from ..model import PartialDate

    issued = day.date() if day else None
    year = year or (issued.year if issued else None)
    if year is None:
        raise click.MissingParameter(param_hint="--nam", param_type="option")
    looked_up = issued or PartialDate(year).nearest_to(date.today())
    order = Order(kind, year, looked_up, issued, standard or "", organ, signer, commune)
    options = (folders, no_plugins)
    if last:
        _refuse_beside_last(is_trial, standard, signer if not pack else "")
        _roll(last, order, pack or "", last_year, out, output, options)
    elif pack:
        _compose(order, pack, out, is_trial, output, options)
    else:
        raise click.MissingParameter(param_hint="--tinh", param_type="option")


def _compose(
    order: "Order", pack: str, out: Path | None, is_trial: bool, output: str, options: tuple[tuple[Path, ...], bool]
) -> None:
    """Write a file that is composed of a pack, unless it is only tried, and print what it uses and leaves open."""
    from ..api.planning import name_new_file, plan_text
    from ..compose import summarise
    from ..composing import compose_file

    shelf = make_shelf(*options)
    text, findings = compose_file(order, pack, shelf)
    summary, target = summarise(text), out or Path(name_new_file(order, pack))
    rows = plan_text(order, pack, shelf, text, language.get()).rows if is_trial else ()
    if not is_trial:
        _write(text, target)
    print_findings(findings, err=True)
    if output == "json":
        echo(_as_json("" if is_trial else str(target), order.day, summary, rows))
        return
    if is_trial:
        _print_rows(rows)
    else:
        counts = {"doubts": len(summary.doubts), "places": sum(summary.places.values()), "gaps": len(summary.gaps)}
        echo(translated(NEXT_STEPS, file=target, day=write_day(order.day, language.get()), **counts))
    _print_doubts(summary)
    if not is_trial:
        echo("")
        echo(translated(WHAT_NEXT, file=target, program=program_name(), options=repeat_options(*options)))


def _write(text: str, target: Path) -> None:
    """Write a new file; raises OutputError where one is there already."""
    from ..output import check_target, write_whole

    if os.path.lexists(target) and not target.is_dir():
        raise OutputError("E639", Place(str(target)))
    check_target(target, False, SUFFIX)
    write_whole(target, text.encode("utf-8"))


def _refuse_beside_last(is_trial: bool, standard: str | None, signer: str) -> None:
    """Raise a usage error for what says nothing where a document of last year is the ground."""
    for name, given in (("--thu", is_trial), ("--the-thuc", standard), ("--ky", signer)):
        if given:
            raise click.BadParameter(translated(NOT_BESIDE_LAST), param_hint=name)


def _roll(
    last: Path,
    order: "Order",
    asked: str,
    last_year: int | None,
    out: Path | None,
    output: str,
    options: tuple[tuple[Path, ...], bool],
) -> None:
    """Make last year's document that of the year of an order, and print what changed."""
    from ..api.rolling_over import name_draft
    from ..rolling import Request, roll_file
    from .rolled import print_rolled

    rolled = roll_file(last, Request(order, asked, last_year), make_shelf(*options))
    target = out or Path(name_draft(last.stem, rolled.old, order.year))
    _write(rolled.text, target)
    print_rolled(last, rolled, target, order.year, order.day, output, options)


def _print_rows(rows: "Iterable[PlanRow]") -> None:
    """Print what a file would use, each with how sure it is and on what it rests."""
    for row in rows:
        source = f"; {translated(SOURCE, source=row.source)}" if row.source and row.source != row.value else ""
        echo(f"{row.label}: {row.value} ({translated(CERTAINTIES[row.certainty])}{source})")


def _print_doubts(summary: "Summary") -> None:
    if summary.doubts:
        echo("")
        echo(translated(DOUBTS_TITLE))
    for name, doubt in summary.doubts.items():
        echo(f"  {name}: {doubt.question} {doubt.value} ({doubt.source})")


def _as_json(file: str, day: date, summary: "Summary", rows: "Iterable[PlanRow]") -> str:
    """Return what a file uses and leaves open as one JSON text."""
    data = {
        "version": 1,
        "file": file,
        "day": day.isoformat(),
        "doubts": [
            {"id": name, **asdict(doubt), "places": summary.places[name]} for name, doubt in summary.doubts.items()
        ],
        "gaps": summary.gaps,
        "uses": [asdict(use) for use in summary.uses],
        "rows": [asdict(row) for row in rows],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
