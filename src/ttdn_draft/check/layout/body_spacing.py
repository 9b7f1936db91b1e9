"""Khoảng cách đoạn dưới 6 pt, hoặc giãn dòng ngoài khoảng quy định.

Kiểm tra gì: Khoảng cách giữa hai đoạn nội dung (sau đoạn trên cộng trước đoạn dưới); giãn dòng: Nhà nước đơn đến 1,5, Đảng Exactly 18-22 pt.
Vì sao: Hai hệ khác nhau hẳn: giãn dòng 1,5 của Nhà nước là sai ở văn bản Đảng.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6e; Hướng dẫn số 05-HD/VPTW, tr. 12.
Ví dụ sai: mọi đoạn: giãn dòng 2
Ví dụ đúng: mọi đoạn: giãn dòng 1,5
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from itertools import pairwise

from ...errors import FormatChange
from ...knowledge.standards.fonts import LINE
from ...knowledge.standards.ranges import Bounds
from ...messages import N_, Message
from ..layout_figures import PARAGRAPH_FIGURES, SINGLE, TOLERANCE
from ..look_rule import Seen, about_line, look_rule
from ..sheet import Sheet, ShownLine

TOO_NEAR = Message(
    N_("Đoạn này cách đoạn trên {found} pt, quy định ít nhất {wanted} pt ({clause})."),
    N_("Đặt khoảng cách đoạn (Spacing Before hoặc After) {wanted} pt."),
)
PITCH = next(figure for figure in PARAGRAPH_FIGURES if "line" in figure.fields)
ROUNDED = 0.02  # of a single line


@look_rule(
    "error",
    N_("Đoạn này giãn dòng {found}, quy định {wanted} ({clause})."),
    N_("Đặt lại giãn dòng (Paragraph, Line spacing)."),
)
def body_spacing(sheet: Sheet) -> Iterator[Seen]:
    """Tell each paragraph whose lines are too near or too far from one another, or that is too near to the one above."""
    for line in sheet.of("body"):
        if line.table is None and sheet.profile.pitch:
            yield from _judge_pitch(line, sheet)
    gap = sheet.profile.gap
    for above, line in pairwise(sheet.lines) if gap else ():
        if _is_text(above) and _is_text(line) and above.paragraph != line.paragraph:
            found = 0.0 if _is_contextual(above, line, sheet) else above.format.after + line.format.before
            if found < gap.least - TOLERANCE:
                change = FormatChange("before", line.format.before, gap.least - above.format.after, "paragraph")
                facts = {"found": f"{found:g}", "wanted": f"{gap.least:g}", "clause": gap.clause}
                yield about_line(line, change, message=TOO_NEAR, **facts)


def _is_text(line: ShownLine) -> bool:
    return line.zone == "body" and not line.annex and line.table is None and not line.is_blank


def _is_contextual(above: ShownLine, line: ShownLine, sheet: Sheet) -> bool:
    """Tell whether Word leaves out the space between two paragraphs of one style."""
    is_one = sheet.formats.style_of(above.element) == sheet.formats.style_of(line.element)
    return is_one and (above.format.is_contextual or line.format.is_contextual)


def _judge_pitch(line: ShownLine, sheet: Sheet) -> Iterator[Seen]:
    """Yield a paragraph whose pitch is not allowed; the Party wants it exact, the State leaves the way to the typist."""
    pitch, shown, exact = sheet.profile.pitch, line.format, sheet.profile.looks["doan"].exact
    if pitch is None:
        return
    legal = pitch.legal if exact else Bounds(pitch.least * SINGLE, pitch.most * SINGLE)
    if exact:
        is_right = shown.rule == "exact" and legal.hold(shown.line, TOLERANCE)
        new: float = min(max(exact, legal.least), legal.most)
        wanted = f"Exactly {legal} pt"
    else:
        single = SINGLE if shown.rule == "auto" else line.size * LINE
        most = pitch.most if shown.rule != "atLeast" else pitch.most
        is_right = pitch.least - ROUNDED - (shown.rule != "auto") * 0.1 <= shown.line / single <= most + ROUNDED
        is_right = is_right or (shown.rule == "atLeast" and shown.line <= single)
        new = min(max(shown.line, legal.least), legal.most) if shown.rule == "auto" else SINGLE
        wanted = f"×{pitch.bounds}"
    if not is_right:
        changes = (
            FormatChange("line", shown.line, new, "paragraph"),
            FormatChange("rule", shown.rule, "exact" if exact else "auto", "paragraph"),
        )
        yield about_line(line, *changes, found=PITCH.show(shown), wanted=wanted, clause=pitch.clause)
