"""Quốc hiệu, Tiêu ngữ, tiêu đề Đảng, dòng ngày bị ngắt thành hai dòng vì cột hẹp, hoặc có ngắt dòng bên trong.

Kiểm tra gì: Độ rộng của dòng chữ so với cột hay vùng chữ chứa nó, và dấu ngắt dòng gõ trong dòng.
Vì sao: Đầu văn bản vỡ ngay khi mở.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1b; Hướng dẫn số 05-HD/VPTW, tr. 1-2: mỗi thành phần một dòng.
Ví dụ sai: tiêu ngữ: ngắt dòng
Ví dụ đúng: tiêu ngữ: cỡ 14
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...messages import N_, Message
from ..look_rule import Seen, about_line, look_rule
from ..part_looks import list_parts, name_part
from ..rooms import find_room, has_fixed_room
from ..sheet import Sheet, ShownLine

ONE_LINE = ("quoc_hieu", "tieu_ngu", "tieu_de", "dia_danh_ngay", "so_ky_hieu")
SLACK = 1.0  # mm: letters of another program are that much narrower
BROKEN = Message(N_("{part} bị ngắt làm hai dòng."), N_("Xoá dấu ngắt dòng; dòng này viết liền."))


@look_rule(
    "error",
    N_("{part} dài {found} mm, cột chỉ rộng {wanted} mm: chữ rớt xuống dòng hai."),
    N_("Kéo rộng cột của bảng đầu văn bản, hoặc nén chữ của dòng này."),
)
def head_wrap(sheet: Sheet) -> Iterator[Seen]:
    """Tell each part of the head that must stand on one line and does not."""
    for line, name, look in list_parts(sheet):
        if name not in ONE_LINE or line.annex:
            continue
        if _is_broken(line):
            yield about_line(line, message=BROKEN, part=name_part(look))
        elif has_fixed_room(line) and not line.is_shared and line.width > find_room(line) + SLACK:
            facts = {"found": f"{line.width:.0f}", "wanted": f"{find_room(line):.0f}"}
            yield about_line(line, part=name_part(look), facts=facts)


def _is_broken(line: ShownLine) -> bool:
    """Tell whether words of a line follow behind a soft break."""
    typed = "".join(run.words for run in line.runs).strip()
    return "\n" in typed
