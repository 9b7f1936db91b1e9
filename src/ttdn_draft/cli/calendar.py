"""`ttdn-draft calendar`: the anniversaries of a year as a table, as words, for machines and for calendar programs."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import Finding
from ..messages import N_
from .command_list import HELPS
from .language import Command, language, option
from .pack_options import make_shelf, pack_options
from .parameters import find_province_id_of
from .report import echo, print_findings
from .usage import NumberRange

if TYPE_CHECKING:
    from ..year_page import YearPage

YEARS = NumberRange(1900, 2100)  # those of the lunar table
TIERS = click.Choice(["tron", "le5", "khac"])
CATEGORIES = click.Choice(["le-lon", "truyen-thong", "su-kien", "nhan-vat", "quoc-te", "doi-ngoai"])


def _split_by(part: Any) -> Callable[[click.Context, click.Parameter, str], tuple[Any, ...]]:
    """Return what reads several values of one type with commas between them; one of another type is a wrong call."""

    def convert(ctx: click.Context, param: click.Parameter, value: str) -> tuple[Any, ...]:
        return tuple(part.convert(word.strip(), param, ctx) for word in value.split(",") if word.strip())

    return convert


def _today() -> datetime:
    return datetime.now().astimezone()


@click.command(
    cls=Command,
    help=HELPS["calendar"],
    epilog=N_("Ví dụ: ttdn-draft calendar --nam 2027 --tinh cao-bang --tier tron,le5"),
)
@option("--nam", "year", type=YEARS, required=True, metavar="YEAR", help=N_("Năm, từ 1900 đến 2100."))
@option(
    "--tinh",
    "province",
    callback=find_province_id_of,
    metavar="ID",
    default="",
    help=N_("Thêm ngày của gói, hoặc của tỉnh, thành phố mang mã hay tên này."),
)
@option(
    "--tier",
    "tiers",
    callback=_split_by(TIERS),
    default="",
    metavar="TIERS",
    help=N_("Chỉ những bậc này: tron (năm tròn), le5 (năm lẻ 5), khac (năm khác)."),
)
@option(
    "--loai",
    "categories",
    callback=_split_by(CATEGORIES),
    default="",
    metavar="CATEGORIES",
    help=N_("Chỉ những loại này: le-lon, truyen-thong, su-kien, nhan-vat, quoc-te, doi-ngoai."),
)
@option(
    "--thang",
    "months",
    callback=_split_by(NumberRange(1, 12)),
    default="",
    metavar="MONTHS",
    help=N_("Chỉ những tháng dương lịch này, ví dụ: 1,2,3"),
)
@option(
    "--ngay",
    "today",
    type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]),
    default=_today,
    metavar="YYYY-MM-DD",
    help=N_("Tính địa giới tỉnh và số ngày còn lại từ ngày này; mặc định là hôm nay."),
)
@option("--ca-nam", "as_picture", is_flag=True, help=N_("Vẽ lịch mười hai tháng phía trên bảng."))
@option("--mot-doan", "as_paragraph", is_flag=True, help=N_("Câu chữ viết liền thành một đoạn."))
@option("--khong-so-0", "unpadded", is_flag=True, help=N_("Câu chữ viết 3/2, 28/1 thay cho 03/02, 28/01."))
@option("--duong-lich", "shows_solar", is_flag=True, help=N_("Câu chữ thêm ngày dương lịch sau ngày âm lịch."))
@option(
    "--nhac",
    "reminders",
    callback=_split_by(NumberRange(0, 365)),
    default="",
    metavar="DAYS",
    help=N_("Tệp lịch nhắc trước từng này ngày, ví dụ: 1,7"),
)
@option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help=N_("Ghi tệp lịch .ics ra đây; mặc định là in ra màn hình."),
)
@option("--force", is_flag=True, help=N_("Ghi đè tệp lịch đã có."))
@option(
    "--output",
    type=click.Choice(["table", "text", "json", "ics"]),
    default="table",
    help=N_("Dạng kết quả: table cho người xem, text cho văn bản, json cho máy, ics cho chương trình lịch."),
)
@pack_options
def calendar(
    year: int,
    province: str,
    tiers: tuple[str, ...],
    categories: tuple[str, ...],
    months: tuple[int, ...],
    today: datetime,
    as_picture: bool,
    as_paragraph: bool,
    unpadded: bool,
    shows_solar: bool,
    reminders: tuple[int, ...],
    out: Path | None,
    force: bool,
    output: str,
    folders: tuple[Path, ...],
    no_plugins: bool,
) -> None:
    """Print the anniversaries of a year, or write them to a file for calendar programs."""
    from ..knowledge.days.calendars import Choice
    from ..knowledge.days.tiers import Tier
    from ..knowledge.days.words import Wording
    from ..knowledge.standards.dates import PLAIN, STRICT
    from ..year_page import make_page
    from .calendar_page import calendar_as_json, print_phrases

    choice = Choice(tuple(map(Tier, tiers)), categories, months)
    page, findings = make_page(make_shelf(folders, no_plugins), year, province, today.date(), choice)
    print_findings(findings, err=True)
    match "ics" if out else output:
        case "table":
            from .calendar_table import print_picture, print_table

            if as_picture:
                print_picture(page)
            print_table(page)
        case "text":
            print_phrases(page, Wording(PLAIN if unpadded else STRICT, shows_solar), as_paragraph)
        case "json":
            echo(calendar_as_json(page))
        case _:
            _write_ics(page, reminders, out, force)


def _write_ics(page: "YearPage", reminders: Sequence[int], out: Path | None, force: bool) -> None:
    """Write the anniversaries with a known day; how many have none is told."""
    from ..calendar_file import build_ics
    from ..output import check_target, write_whole

    if out:
        check_target(out, force, ".ics")
    data = build_ics(page.found, page.write_heading(language.get()), reminders)
    if out:
        write_whole(out, data, force)
        echo(str(out))
    else:
        click.echo(data, nl=False)
    if undated := sum(occurrence.day is None for occurrence in page.found):
        print_findings([Finding("N721", facts={"count": undated})], err=True)
