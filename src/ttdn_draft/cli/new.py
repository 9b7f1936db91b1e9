"""`ttdn-draft new`: writes a new input file for a province and a year."""

import os
from datetime import date, datetime
from pathlib import Path

import click

from ..errors import OutputError, Place
from ..messages import N_
from .language import Command, option, translated
from .pack_options import make_shelf, pack_options
from .parameters import DAY, STANDARD_CHOICE, find_province_id_of
from .report import echo, print_findings, program_name

SUFFIX = ".md"
NEXT_STEPS = N_(
    """Đã ghi: {file}
Tra tên cơ quan và văn bản theo ngày {day}. Điều phải kiểm tra: {doubts} (ở {places} chỗ); chỗ phải viết thêm: {gaps}.

Làm tiếp:
  1. Mở tệp bằng Notepad, tìm [cần kiểm tra và [điền để sửa, lưu lại (mã UTF-8).
  2. Kiểm tra:  {program} check "{file}"
  3. Xuất Word: {program} render "{file}\""""
)


@click.command(
    cls=Command,
    help=N_("Soạn tệp đầu vào mới cho một tỉnh, một năm: cơ quan, căn cứ, dàn ý, nơi nhận, người ký lấy từ gói."),
    epilog=N_("Ví dụ: ttdn-draft new huong-dan --tinh cao-bang --nam 2027 -o hd-2027.md"),
)
@click.argument("kind", metavar="KIND")
@option(
    "--tinh",
    "pack",
    callback=find_province_id_of,
    required=True,
    metavar="ID",
    help=N_("Mã hoặc tên tỉnh, thành phố, hoặc mã gói, ví dụ cao-bang."),
)
@option("--xa", "commune", metavar="ID", default="", help=N_("Mã hoặc tên xã, phường, đặc khu của tỉnh, thành phố đó."))
@option("--nam", "year", required=True, type=click.IntRange(2009, 2100), help=N_("Năm của nội dung, ví dụ 2027."))
@option("--co-quan", "organ", metavar="ID", default="", help=N_("Cơ quan ban hành trong gói; mặc định theo loại."))
@option(
    "--the-thuc", "standard", type=STANDARD_CHOICE, help=N_("Văn bản Đảng hay hành chính nhà nước; mặc định: dang.")
)
@option("--ngay", "day", type=DAY, metavar="YYYY-MM-DD", help=N_("Ngày ban hành; cũng là ngày để tra tên và căn cứ."))
@option("--ky", "signer", metavar="ID", default="", help=N_("Người ký trong gói; mặc định là người đứng đầu."))
@option("-o", "--out", type=click.Path(path_type=Path), help=N_("Tệp .md để ghi; không bao giờ ghi đè."))
@pack_options
def new(
    kind: str,
    pack: str,
    commune: str,
    year: int,
    organ: str,
    standard: str | None,
    day: datetime | None,
    signer: str,
    out: Path | None,
    folders: tuple[Path, ...],
    no_plugins: bool,
) -> None:
    """Compose a file; raises OutputError where it is there already."""
    from ..compose import Order
    from ..knowledge.names import make_id
    from ..model import PartialDate
    from ..model.marks import find_pending
    from ..output import check_target, write_whole
    from ..pipeline import compose_file

    issued = day.date() if day else None
    looked_up = issued or PartialDate(year).nearest_to(date.today())
    order = Order(kind, year, looked_up, issued, standard or "", organ, signer, commune)
    text, findings = compose_file(order, pack, make_shelf(folders, no_plugins))
    target = out or Path("-".join(filter(None, (kind, pack, make_id(commune), f"{year}{SUFFIX}"))))
    if os.path.lexists(target) and not target.is_dir():
        raise OutputError("E639", Place(str(target)))
    check_target(target, False, SUFFIX)
    print_findings(findings, err=True)
    write_whole(target, text.encode("utf-8"))
    marks = list(find_pending(text))
    doubts = [mark.question.casefold() for mark in marks if not mark.is_gap]
    counts = {"doubts": len(set(doubts)), "places": len(doubts), "gaps": len(marks) - len(doubts)}
    echo(translated(NEXT_STEPS, file=target, day=order.day, program=program_name(), **counts))
