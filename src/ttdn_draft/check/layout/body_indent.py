"""Lùi đầu dòng sai: không lùi, lùi bằng dấu cách hay tab, hoặc thụt treo ở đoạn văn.

Kiểm tra gì: Lùi đầu dòng của từng đoạn nội dung: Nhà nước 1 hoặc 1,27 cm, Đảng khoảng 1 cm (nhận 10-12,7 mm).
Vì sao: Lùi bằng dấu cách, tab thì lệch nhau và xê dịch khi sửa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6e; Hướng dẫn số 05-HD/VPTW, tr. 12.
Ví dụ sai: {đoạn: lùi đầu dòng 5}
Ví dụ đúng: {đoạn: lùi đầu dòng 10}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from dataclasses import replace

from ...errors import Fix, FormatChange
from ...messages import N_, Message
from ...patterns import regex
from ..layout_figures import TOLERANCE
from ..look_rule import Seen, about_line, look_rule
from ..sheet import LookSheet, ShownLine

BY_KEYS = Message(
    N_("Đoạn này lùi đầu dòng bằng dấu cách hoặc tab, không phải bằng định dạng ({clause})."),
    N_("Xoá dấu cách, tab đầu đoạn; đặt lùi đầu dòng {wanted} mm."),
)
KEYS = regex(r"(?:\t|[ \u00a0]{2})\s*")
ITEMS = ("dash", "plus", "(1)", "1.1.1", "star")  # of which the standard says nothing


@look_rule(
    "error",
    N_("Đoạn này lùi đầu dòng {found} mm, quy định {wanted} mm ({clause})."),
    N_("Đặt lùi đầu dòng {right} mm (Paragraph, Special: First line)."),
)
def body_indent(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each paragraph whose first line does not stand in as the standard wants."""
    wanted = sheet.profile.first_lines
    if wanted is None:
        return
    for line in sheet.of("body", "basis"):
        found = line.format.first_line
        if line.table is not None or line.label or line.level in ITEMS or line.format.align == "center":
            continue
        right = wanted.nearest(found)
        change = FormatChange("first_line", found, right, "paragraph")
        if keys := KEYS.match(_typed(line)):
            facts = {"wanted": str(wanted), "clause": wanted.clause}
            seen = about_line(line, change, message=BY_KEYS, level="warning", facts=facts)
            yield replace(seen, fix=Fix(keys[0], "", is_safe=True))
        elif not wanted.hold(found, TOLERANCE):
            facts = {"found": f"{round(found, 1) + 0.0:g}", "wanted": str(wanted), "right": f"{right:g}"}
            yield about_line(line, change, facts=facts, clause=wanted.clause)


def _typed(line: ShownLine) -> str:
    return "".join(run.words for run in line.runs)
