"""Bảng tràn lề, hàng đầu không lặp ở trang sau, chiều cao hàng cố định, hoặc ô có nền đậm.

Kiểm tra gì: Bề rộng bảng so với vùng chữ; hàng đầu của bảng dài hơn một trang; hàng cao cố định; màu nền ô. Bảng đầu, bảng chữ ký không tính.
Vì sao: Bảng là chỗ vỡ nhiều nhất khi in.
Căn cứ: Không có quy định riêng về bảng; Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục 2 (trang ngang khi có bảng).
Ví dụ sai: {bảng: rộng 180}
Ví dụ đúng: {bảng: rộng 165}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from lxml import etree

from ...messages import N_, Message
from ...word.formats import attribute_of, is_on, read_mm
from ...word.ooxml import W
from ..look_rule import Seen, about_line, look_rule
from ..sheet import LookSheet, ShownLine

SLACK = 6.0  # mm: the margins of the outer cells lie outside the text
LONG = 25  # rows that no page holds
PALE = 0xB0  # the mean of red, green and blue from which print on it can be read
NOT_REPEATED = Message(
    N_("Bảng dài {count} hàng mà hàng đầu không lặp ở trang sau."), N_("Chọn hàng đầu, Layout, Repeat Header Rows.")
)
CUT = Message(
    N_("Hàng của bảng có chiều cao cố định: chữ dài hơn sẽ bị cắt."), N_("Đổi Row height is: Exactly thành At least.")
)
DARK = Message(N_("Ô của bảng có nền đậm {found}: in ra không đọc được."), N_("Bỏ nền, hoặc chọn nền nhạt."))


@look_rule(
    "warning",
    N_("Bảng rộng {found} mm, vùng chữ chỉ rộng {wanted} mm."),
    N_("Chọn bảng, AutoFit to Window, hoặc để bảng trên trang ngang."),
)
def table_form(sheet: LookSheet) -> Iterator[Seen]:
    """Tell what breaks a table of data on paper."""
    told = set[int]()
    for line in sheet.of("table", annexes=True):
        table = line.table
        if table is None or id(table) in told:
            continue
        told.add(id(table))
        width = _measure(table)
        if width and width > line.section.text_width + SLACK:
            yield about_line(line, found=f"{width:.0f}", wanted=f"{line.section.text_width:.0f}")
        yield from _judge_rows(table, line)


def _measure(table: etree._Element) -> float:
    """Return the width of a table in mm: that of its grid, or the one that it asks for."""
    grid = sum(read_mm(column.get(f"{W}w")) or 0 for column in table.iterfind(f"{W}tblGrid/{W}gridCol"))
    asked = read_mm(attribute_of(table, "tblPr/tblW", "w")) if attribute_of(table, "tblPr/tblW", "type") == "dxa" else 0
    return asked or grid


def _judge_rows(table: etree._Element, line: ShownLine) -> Iterator[Seen]:
    rows = list(table.iterfind(f"{W}tr"))
    is_broken = len(rows) > LONG or next(table.iter(f"{W}lastRenderedPageBreak"), None) is not None
    if is_broken and len(rows) > 1 and not is_on(rows[0].find(f"{W}trPr"), "tblHeader"):
        yield about_line(line, message=NOT_REPEATED, count=len(rows))
    if any(attribute_of(row, "trPr/trHeight", "hRule") == "exact" for row in rows):
        yield about_line(line, message=CUT)
    fills = (shade.get(f"{W}fill", "auto") for shade in table.iterfind(f"{W}tr/{W}tc/{W}tcPr/{W}shd"))
    if dark := next((fill for fill in fills if _is_dark(fill)), None):
        yield about_line(line, message=DARK, found=dark)


def _is_dark(fill: str) -> bool:
    try:
        parts = [int(fill[at : at + 2], 16) for at in (0, 2, 4)]
    except ValueError:
        return False
    return sum(parts) / len(parts) < PALE
