"""Thiếu đường kẻ dưới Tiêu ngữ, tên cơ quan, trích yếu (Nhà nước) hay dưới tiêu đề (Đảng), hoặc đường kẻ sai dài ngắn.

Kiểm tra gì: Đường kẻ nét liền (hình vẽ hoặc viền đoạn) và độ dài so với dòng chữ; dấu gạch gõ tay, gạch chân không thay được.
Vì sao: Lỗi thể thức dễ nhìn nhất; dấu gạch gõ tay đứt quãng và xê dịch.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1b, 2b, 5b; Hướng dẫn số 05-HD/VPTW, tr. 2.
Ví dụ sai: {kẻ tiêu ngữ: bỏ}
Ví dụ đúng: {kẻ tiêu ngữ: dài 62}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator, Mapping
from itertools import groupby

from ...errors import FormatChange, Severity
from ...knowledge.standards.profile import Shape
from ...knowledge.standards.ranges import Bounds
from ...messages import N_, Message
from ...patterns import regex
from ..look_rule import Seen, about_line, look_rule
from ..part_looks import list_styled_parts, name_part
from ..rooms import find_room
from ..rule_lines import RuleLine, cell_column, has_cell_line, list_rule_lines
from ..sheet import LookSheet, ShownLine

AS_LONG = Bounds(0.9, 1.1)  # as long as the words: the eye sees no less
AS_LONG_ROUGHLY = Bounds(0.8, 1.25)  # a reader sees it only where it is pointed out
THIRD_TO_HALF = Bounds(0.3, 0.55)  # 1/3 to 1/2, with what the eye does not see
THIRD_TO_HALF_ROUGHLY = Bounds(0.2, 0.75)
STROKES = regex(r"[-_─—–=*.]{3,}")
TYPED = Message(
    N_("Đường kẻ dưới {part} là dấu gạch gõ tay ({clause})."),
    N_("Xoá dấu gạch, vẽ một nét liền (Insert, Shapes, Line)."),
)
UNDERLINED = Message(
    N_("{part} gạch chân, phải là đường kẻ riêng ({clause})."), N_("Bỏ gạch chân, vẽ một nét liền dưới dòng này.")
)
WRONG_LENGTH = Message(
    N_("Đường kẻ dưới {part} dài {found} mm, quy định {wanted} mm ({clause})."),
    N_("Kéo lại độ dài đường kẻ."),
)
NEAR = 6  # paragraphs behind a line in which its drawn line may be kept


@look_rule(
    "error",
    N_("Không thấy đường kẻ dưới {part} ({clause})."),
    N_("Vẽ một nét liền dưới dòng này (Insert, Shapes, Line)."),
)
def rule_line(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each part without the line that belongs under it, or with one that is too long or too short."""
    wanted = {shape.follows: lines for shape, lines in _list_wanted(sheet)}
    body = next((line.paragraph for line in sheet.of("body", "heading")), len(sheet.paragraphs))
    drawn, free = dict[str, RuleLine](), 0
    for found in list_rule_lines(sheet.paragraphs, body):
        owner = _find_owner(found, wanted)
        if owner is None or owner in drawn:
            free += 1  # it may belong to a part in another column
        else:
            drawn[owner] = found
    for shape, lines in _list_wanted(sheet):
        last, part = lines[-1], name_part(sheet.profile.looks[shape.follows])
        facts, line = dict[str, object](clause=shape.clause, part=part), drawn.get(shape.follows)
        is_broken = shape.share == 1 and last.is_shared  # a title in two lines has no length
        if line is not None:
            yield from _judge_length(line.length, shape, lines, facts) if line.length and not is_broken else ()
        elif free:
            free -= 1
        elif has_cell_line(last.element):
            continue
        else:
            yield _explain(sheet, last, facts)


def _list_wanted(sheet: LookSheet) -> Iterator[tuple[Shape, list[ShownLine]]]:
    """Yield each shape that the standard draws under a part that is there, with the lines of that part."""
    shapes = {s.follows: s for s in sheet.profile.shapes.values() if s.follows and not s.height and not s.unclear}
    for name, group in groupby(list_styled_parts(sheet), key=lambda part: part[1]):
        lines = [line for line, _, _ in group if not line.annex]
        if name in shapes and lines:
            yield shapes.pop(name), lines


def _find_owner(line: RuleLine, wanted: Mapping[str, list[ShownLine]]) -> str | None:
    """Return under which part a drawn line stands: the nearest above it, in its column."""
    column = cell_column(line.element)
    near = {
        lines[-1].paragraph: name
        for name, lines in wanted.items()
        if lines[0].paragraph <= line.paragraph <= lines[-1].paragraph + NEAR
        and cell_column(lines[-1].element) == column
    }
    return near[max(near)] if near else None


def _explain(sheet: LookSheet, last: ShownLine, facts: dict[str, object]) -> Seen:
    """Return what stands in the place of a line that is not drawn."""
    behind = sheet.lines[sheet.lines.index(last) + 1 :]
    below = next((line for line in behind if line.bare), None)
    if below is not None and STROKES.fullmatch(below.bare):
        return about_line(below, message=TYPED, level="warning", facts=facts)
    if any(run.format.underline != "none" for run in last.lettered):
        return about_line(last, FormatChange("underline", "single", "none", "run"), message=UNDERLINED, facts=facts)
    return about_line(last, facts=facts)


def _judge_length(found: float, shape: Shape, lines: list[ShownLine], facts: dict[str, object]) -> Iterator[Seen]:
    text = max(min(line.width, find_room(line)) for line in lines)
    is_whole = shape.share == 1
    legal, plain = (AS_LONG, AS_LONG_ROUGHLY) if is_whole else (THIRD_TO_HALF, THIRD_TO_HALF_ROUGHLY)
    if text and not legal.hold(found / text):
        level: Severity = "note" if plain.hold(found / text) else "warning"
        least, most = (1.0, 1.0) if is_whole else (1 / 3, 1 / 2)
        span = {"found": f"{found:.0f}", "wanted": str(Bounds(round(text * least), round(text * most)))}
        yield about_line(lines[-1], message=WRONG_LENGTH, level=level, facts={**facts, **span})
