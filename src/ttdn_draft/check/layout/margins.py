"""Lề trang ngoài khoảng quy định, hoặc các phần của một văn bản có lề khác nhau.

Kiểm tra gì: Lề của các trang dọc: Nhà nước trên, dưới 20-25, trái 30-35, phải 15-20 mm; Đảng đúng 20, 20, 30, 15 mm.
Vì sao: Lề hẹp thì mất chữ khi đóng quyển, đục lỗ; lề lệch nhau thì chữ nhảy khi lật trang.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục 3; Hướng dẫn số 05-HD/VPTW, tr. 28.
Ví dụ sai: {trang: [lề trên 15, lề dưới 13]}
Ví dụ đúng: {trang: [lề trên 20, lề dưới 20]}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import FormatChange
from ...messages import N_, Message
from ..look_rule import Seen, look_rule, seen_at
from ..page_figures import MARGINS, compare_page
from ..sheet import LookSheet

ALLOWED = 0.5  # mm
UNEVEN = Message(N_("Phần này có {what} {found}, phần đầu {wanted}."), N_("Để mọi trang dọc cùng một lề."))


@look_rule(
    "error",
    N_("Trang có {what} {found}, quy định {wanted} ({clause})."),
    N_("Đặt lại lề trang (Layout, Margins)."),
)
def margins(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each margin of an upright page that the standard does not allow, or that is not that of the first page."""
    upright = [section for section in sheet.sections if not section.is_turned]
    for section in upright:
        told = set()
        for each in compare_page(section.element, sheet.profile, MARGINS, ALLOWED):
            told.add(each.figure)
            change = FormatChange(each.figure.field, each.found, each.nearest, "section")
            facts = {"what": each.figure.label, "found": each.shown, "wanted": f"{each.wanted} mm"}
            yield seen_at(sheet, section, change, facts=facts, clause=each.clause)
        for figure in MARGINS:
            found, first = figure.read(section.element), figure.read(upright[0].element)
            if figure not in told and found is not None and first is not None and abs(found - first) > ALLOWED:
                change = FormatChange(figure.field, found, first, "section")
                facts = {"what": figure.label, "found": f"{found:.0f} mm", "wanted": f"{first:.0f} mm"}
                yield seen_at(sheet, section, change, message=UNEVEN, level="warning", facts=facts)
