"""Văn bản Đảng thiếu dấu sao (*) dưới tên cơ quan, hoặc thiếu năm gạch nối (-----) dưới trích yếu.

Kiểm tra gì: Dòng dấu sao ngay dưới tên cơ quan ban hành và dòng năm gạch nối dưới trích yếu của tệp Word.
Vì sao: Hai dấu này thay cho đường kẻ của hệ Nhà nước; chép mẫu Nhà nước thì mất.
Căn cứ: Hướng dẫn số 05-HD/VPTW, tr. 6, 10-11.
Ví dụ sai: {dấu sao: bỏ}
Ví dụ đúng: {dấu sao: cỡ 14}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...messages import N_, Message
from ..look_rule import Seen, about_line, look_rule
from ..part_looks import name_look
from ..sheet import LookSheet, ShownLine

STAR = Message(
    N_("Thiếu dấu sao (*) dưới tên cơ quan ban hành ({clause})."), N_("Thêm một dòng dấu * dưới tên cơ quan.")
)
MARKS = (("issuer", "co_quan", "dau_sao"), ("subject", "trich_yeu", "gach_trich_yeu"))
NEAR = 8  # lines below, in which the mark stands


@look_rule(
    "error",
    N_("Thiếu năm gạch nối (-----) dưới trích yếu ({clause})."),
    N_("Thêm một dòng ----- dưới trích yếu."),
    standards=("dang",),
)
def party_marks(sheet: LookSheet) -> Iterator[Seen]:
    """Tell where the star or the five hyphens are missing."""
    for zone, look, name in MARKS:
        mark, lines = sheet.profile.words[name], [line for line in sheet.of(zone) if name_look(line, sheet) == look]
        last = lines[-1] if lines else None
        if last is not None and not _stands_near(mark.value, last, sheet):
            yield about_line(last, message=STAR if zone == "issuer" else None, clause=mark.clause)


def _stands_near(mark: str, last: ShownLine, sheet: LookSheet) -> bool:
    """Tell whether a mark stands in one of the lines below; hyphens may be more or fewer."""
    at = sheet.lines.index(last)
    sign = mark[0]
    return any(
        set(line.bare.replace(" ", "")) == {sign} or sign in line.words.split() for line in sheet.lines[at : at + NEAR]
    )
