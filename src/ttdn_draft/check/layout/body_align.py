"""Đoạn nội dung dài hơn một dòng mà không căn đều hai lề.

Kiểm tra gì: Căn lề của từng đoạn nội dung dài hơn một dòng; trừ ô bảng, đề mục, chú thích.
Vì sao: Quy định buộc căn đều hai lề; căn trái thì lề phải răng cưa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6e; Hướng dẫn số 05-HD/VPTW, tr. 12.
Ví dụ sai: {đoạn dài: căn trái}
Ví dụ đúng: {đoạn dài: căn đều hai lề}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import FormatChange
from ...messages import N_
from ..layout_figures import ALIGNMENTS
from ..look_rule import Seen, about_line, look_rule
from ..sheet import LookSheet


@look_rule(
    "error",
    N_("Đoạn này căn {found}, phải căn đều hai bên ({clause})."),
    N_("Chọn căn đều hai bên (Ctrl+J)."),
)
def body_align(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each paragraph of more than one line that is not set to both margins."""
    look = sheet.profile.looks["doan"]
    for line in sheet.of("body", "basis", annexes=True):
        align = line.format.align
        if line.table is None and align != look.align and line.is_longer_than_one:
            change = FormatChange("align", align, look.align, "paragraph")
            yield about_line(line, change, found=ALIGNMENTS.get(align, align), clause=look.clause)
