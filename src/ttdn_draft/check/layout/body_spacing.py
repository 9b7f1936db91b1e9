"""Khoảng cách đoạn dưới 6 pt, hoặc giãn dòng ngoài khoảng quy định.

Kiểm tra gì: Khoảng cách giữa hai đoạn nội dung (sau đoạn trên cộng trước đoạn dưới); giãn dòng: Nhà nước đơn đến 1,5, Đảng Exactly 18-22 pt.
Vì sao: Hai hệ khác nhau hẳn: giãn dòng 1,5 của Nhà nước là sai ở văn bản Đảng.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6e; Hướng dẫn số 05-HD/VPTW, tr. 12.
Ví dụ sai: {mọi đoạn: giãn dòng 2}
Ví dụ đúng: {mọi đoạn: giãn dòng 1.5}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from itertools import pairwise

from ...errors import FormatChange
from ...knowledge.standards.fonts import LINE
from ...knowledge.standards.ranges import Bounds, ParagraphGap
from ...messages import N_, Message
from ..layout_figures import PARAGRAPH_FIGURES, SINGLE, TOLERANCE
from ..look_rule import Seen, about_line, look_rule
from ..sheet import LookSheet, ShownLine

TOO_NEAR = Message(
    N_("Đoạn này cách đoạn trên {found} pt, quy định ít nhất {wanted} pt ({clause})."),
    N_("Đặt khoảng cách đoạn (Spacing Before hoặc After) {wanted} pt."),
)
PITCH = next(figure for figure in PARAGRAPH_FIGURES if "line" in figure.fields)
ROUNDED = 0.02  # of a single line
GLYPHS = 0.1  # of a single line: an exact pitch may be that much less than a single one of the same letters
ITEM_LEVELS = ("dash", "plus", "star")


@look_rule(
    "error",
    N_("Đoạn này giãn dòng {found}, quy định {wanted} ({clause})."),
    N_("Đặt giãn dòng (Paragraph, Line spacing): {right}."),
)
def body_spacing(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each paragraph whose lines stand too near or too far, or that is too near to the one above."""
    for line in sheet.of("body"):
        if line.table is None and sheet.profile.pitch:
            yield from _judge_pitch(line, sheet)
    if sheet.profile.gap:
        yield from _judge_gaps(sheet, sheet.profile.gap)


def _judge_gaps(sheet: LookSheet, gap: ParagraphGap) -> Iterator[Seen]:
    """Yield each paragraph that is too near to the one above."""
    for above, line in pairwise(sheet.lines):
        if _is_text(above) and _is_text(line) and not _is_one_list(above, line):
            found = 0.0 if _is_contextual(above, line, sheet) else above.format.after + line.format.before
            if found < gap.least - TOLERANCE:
                change = FormatChange("before", line.format.before, gap.least - above.format.after, "paragraph")
                facts = {"found": f"{found:g}", "wanted": f"{gap.least:g}", "clause": gap.clause}
                yield about_line(line, change, message=TOO_NEAR, facts=facts)


def _is_text(line: ShownLine) -> bool:
    return line.zone == "body" and not line.annex and line.table is None and not line.is_blank


def _is_one_list(above: ShownLine, line: ShownLine) -> bool:
    """Tell whether two lines are of one paragraph, or two items of a list."""
    return above.paragraph == line.paragraph or (above.level == line.level and line.level in ITEM_LEVELS)


def _is_contextual(above: ShownLine, line: ShownLine, sheet: LookSheet) -> bool:
    """Tell whether Word leaves out the space between two paragraphs of one style."""
    is_one = sheet.formats.style_of(above.element) == sheet.formats.style_of(line.element)
    return is_one and (above.format.is_contextual or line.format.is_contextual)


def _judge_pitch(line: ShownLine, sheet: LookSheet) -> Iterator[Seen]:
    """Yield a paragraph whose pitch is not allowed: the Party wants it exact, the State says multiples."""
    pitch, shown, usual = sheet.profile.pitch, line.format, sheet.profile.looks["doan"].exact
    if pitch is None or (_is_exact(line, pitch.legal) if usual else _is_multiple(line, pitch.bounds)):
        return
    times = min(max(shown.line / SINGLE, pitch.least), pitch.most) if shown.rule == "auto" else pitch.least
    new, rule = (usual, "exact") if usual else (times * SINGLE, "auto")
    wanted, right = (
        (f"Exactly {pitch.legal} pt", f"Exactly, At: {usual:g} pt")
        if usual
        else (f"×{pitch.legal}", f"Multiple, At: {round(times, 2):g}")
    )
    facts = {"found": PITCH.show(shown), "wanted": wanted, "right": right, "clause": pitch.clause}
    changes = FormatChange("line", shown.line, new, "paragraph"), FormatChange("rule", shown.rule, rule, "paragraph")
    yield about_line(line, *changes, facts=facts)


def _is_exact(line: ShownLine, legal: Bounds) -> bool:
    return line.format.rule == "exact" and legal.hold(line.format.line, TOLERANCE)


def _is_multiple(line: ShownLine, legal: Bounds) -> bool:
    """Tell whether a pitch is within multiples of single spacing; one in points is compared with the letters."""
    shown = line.format
    if shown.rule == "auto":
        return legal.hold(shown.line / SINGLE, ROUNDED)
    times = shown.line / (line.size * LINE)
    return times <= legal.most + ROUNDED and (shown.rule == "atLeast" or times >= legal.least - GLYPHS)
