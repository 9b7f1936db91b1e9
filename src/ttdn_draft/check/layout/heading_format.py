"""Đề mục sai chữ: phần, chương không căn giữa, đề mục không đậm, mục I. của Nhà nước không in hoa.

Kiểm tra gì: Chữ đậm của phần, chương, mục I, khoản có tên; căn giữa của phần, chương; chữ hoa của tên phần, mục I (Nhà nước).
Vì sao: Đề mục lẫn vào lời văn thì người đọc lạc.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6c-đ, V.6; Hướng dẫn số 05-HD/VPTW, tr. 13, Phụ lục 2, dòng 6.
Ví dụ sai: {đề mục 1: không đậm}
Ví dụ đúng: {đề mục 1: đậm}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import FormatChange
from ...knowledge.standards.profile import Level, Look
from ...messages import N_, Message
from ..layout_figures import TOLERANCE, legal_sizes
from ..look_rule import Seen, about_line, look_rule
from ..sheet import LookSheet, ShownLine

CENTRE = Message(N_("Tên phần, chương phải căn giữa ({clause})."), N_("Căn giữa dòng này."))
CAPITALS = Message(N_("Đề mục cấp {step} phải in hoa ({clause})."), N_("Đổi thành chữ in hoa."))
SIZE = Message(N_("Đề mục cỡ chữ {found} pt, quy định {wanted} pt ({clause})."), N_("Đặt cỡ chữ {right} pt."))
NAMED = ("phan", "I", "1")  # the levels of which the standards say how they are printed


@look_rule(
    "error",
    N_("Đề mục cấp {step} phải in đậm ({clause})."),
    N_("In đậm cả đề mục."),
)
def heading_format(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each heading of a level that a standard knows, that is not bold, in capitals, or in the middle."""
    for line in sheet.of("heading"):
        level = sheet.profile.levels.get(line.level)
        if level is None or line.level not in NAMED or not line.lettered:
            continue
        look = sheet.profile.looks[level.look]
        if not line.is_all("bold"):
            change = FormatChange("bold", False, True, "run")
            yield about_line(line, change, step=line.level, clause=level.clause)
        yield from _judge_rest(line, level, look)


def _judge_rest(line: ShownLine, level: Level, look: Look) -> Iterator[Seen]:
    shown = "".join(run.shown for run in line.lettered)
    is_number = level.breaks_line and line.bare.startswith(("Phần", "Chương"))
    if level.is_capital and not is_number and shown != shown.upper():
        yield about_line(
            line, FormatChange("is_capital", False, True, "run"), message=CAPITALS, facts=_facts(line, level)
        )
    if look.align == "center" and line.format.align != "center":
        change = FormatChange("align", line.format.align, "center", "paragraph")
        yield about_line(line, change, message=CENTRE, clause=level.clause)
    legal = legal_sizes(look)
    if not legal.hold(line.size, TOLERANCE):
        right = min(max(line.size, legal.least), legal.most)
        facts = {"found": f"{line.size:g}", "wanted": str(legal), "right": f"{right:g}", "clause": level.clause}
        yield about_line(line, FormatChange("size", line.size, right, "run"), message=SIZE, facts=facts)


def _facts(line: ShownLine, level: Level) -> dict[str, object]:
    return {"step": line.level, "clause": level.clause}
