"""Khổ giấy không phải A4, trang ngang mà phần ấy không có bảng, hoặc một tệp có nhiều khổ giấy.

Kiểm tra gì: Khổ giấy của từng phần (section): rộng 210 mm, cao 297 mm; phần xoay ngang phải có bảng.
Vì sao: Khổ khác thì in ra lệch khay, dồn trang; Word để khổ Letter khi cài theo kiểu Mỹ.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục 1, 2; Hướng dẫn số 05-HD/VPTW, tr. 28.
Ví dụ sai: {trang: khổ 216 x 279}
Ví dụ đúng: {trang: khổ 210 x 297}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import FormatChange
from ...messages import N_, Message
from ..look_rule import Seen, look_rule, seen_at
from ..sheet import LookSheet

ALLOWED = 1.0  # mm: printers and programs round
TURNED = Message(
    N_("Trang xoay ngang mà phần này không có bảng ({clause})."), N_("Đặt trang dọc (Layout, Orientation, Portrait).")
)


@look_rule(
    "error",
    N_("Khổ giấy {found} mm, phải là {wanted} mm ({clause})."),
    N_("Chọn khổ A4 (Layout, Size, A4)."),
)
def paper(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each section whose pages are not A4, or lie on their side without a table."""
    page = sheet.profile.page
    for section in sheet.sections:
        wanted = (page.height, page.width) if section.is_turned else (page.width, page.height)
        sizes = list(zip(("width", "height"), (section.width, section.height), wanted, strict=True))
        if any(abs(found - right) > ALLOWED for _, found, right in sizes):
            changes = (FormatChange(name, found, right, "section") for name, found, right in sizes)
            found = f"{round(section.width)} × {round(section.height)}"
            right = f"{wanted[0]:g} × {wanted[1]:g}"
            yield seen_at(sheet, section, *changes, found=found, wanted=right, clause=page.clause)
        elif section.is_turned and not section.tables:
            yield seen_at(sheet, section, message=TURNED, clause=page.clause)
