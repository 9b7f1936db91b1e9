"""Quốc hiệu, Tiêu ngữ, tiêu đề Đảng, dòng ngày bị ngắt thành hai dòng vì cột hẹp, hoặc có ngắt dòng bên trong.

Kiểm tra gì: Độ rộng của dòng chữ so với cột hay vùng chữ chứa nó, và dấu ngắt dòng gõ trong dòng.
Vì sao: Đầu văn bản vỡ ngay khi mở.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1b; Hướng dẫn số 05-HD/VPTW, tr. 1-2: mỗi thành phần một dòng.
Ví dụ sai: {tiêu ngữ: ngắt dòng}
Ví dụ đúng: {tiêu ngữ: cỡ 14}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from itertools import pairwise

from ...messages import N_, Message
from ...word.formats import attribute_of
from ..look_rule import Seen, about_line, look_rule
from ..part_looks import list_styled_parts, name_look, name_part
from ..rooms import find_room, has_fixed_room
from ..sheet import LookSheet, ShownLine

ONE_LINE = ("quoc_hieu", "tieu_ngu", "tieu_de", "dia_danh_ngay", "so_ky_hieu")
SLACK = 1.0  # mm: letters of another program are that much narrower
BROKEN = Message(N_("{part} bị ngắt làm hai dòng."), N_("Xoá dấu ngắt dòng; dòng này viết liền."))


@look_rule(
    "error",
    N_("{part} dài {found} mm, cột chỉ rộng {wanted} mm: chữ rớt xuống dòng hai."),
    N_("Kéo rộng cột của bảng đầu văn bản, hoặc nén chữ của dòng này."),
)
def head_wrap(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each part of the head that must stand on one line and does not."""
    rests = {above.paragraph: line for above, line in pairwise(_list_head(sheet)) if _is_rest(above, line, sheet)}
    for line, name, look in list_styled_parts(sheet):
        if name not in ONE_LINE or line.annex:
            continue
        if line.paragraph in rests or "\n" in "".join(run.words for run in line.runs).strip():
            yield about_line(line, message=BROKEN, part=name_part(look))
        elif (
            has_fixed_room(line)
            and not line.is_shared
            and not _is_pressed(line)
            and line.width > find_room(line) + SLACK
        ):
            facts = {"found": f"{line.width:.0f}", "wanted": f"{find_room(line):.0f}"}
            yield about_line(line, part=name_part(look), facts=facts)


def _is_pressed(line: ShownLine) -> bool:
    """Tell whether letters are set closer or narrower than they are, so that nobody knows their width."""
    return any(
        attribute_of(run.element, f"rPr/{name}") is not None
        for run in line.runs
        for name in ("spacing", "w", "fitText")
    )


def _list_head(sheet: LookSheet) -> Iterator[ShownLine]:
    return sheet.of("motto", "issuer", "place-date", "number")


def _is_rest(above: ShownLine, line: ShownLine, sheet: LookSheet) -> bool:
    """Tell whether a line goes on with the one above: it belongs to the same part, and begins none."""
    is_near = line.zone == above.zone or line.paragraph == above.paragraph
    return is_near and name_look(above, sheet) in ONE_LINE and not name_look(line, sheet)
