"""Số mục gõ tay không khớp cấp trên, bị trùng, lùi, nhảy, hoặc câu dẫn và việc bên dưới mang số cùng cấp.

Kiểm tra gì: Số gõ tay của các mục trong tệp Word: 3.1 nằm trong 1.3, 2.5 dùng hai lần, khoản 1. kết bằng hai chấm rồi đến khoản 2.
Vì sao: Đọc vào tưởng thiếu mục; người được giao việc không chỉ đúng mục.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6c-đ: trật tự phần, mục, khoản, điểm; đánh số liền là lẽ thường.
Ví dụ sai: {đoạn ngắn: viết 3.1. Tuyên truyền về biển đảo.}
Ví dụ đúng: {đoạn ngắn: viết 1.1. Tuyên truyền về biển đảo.}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from itertools import pairwise

from ...messages import N_, Message
from ...patterns import regex
from ..look_rule import Seen, about_letters, look_rule
from ..sheet import LookSheet, ShownLine

OUT_OF_ORDER = Message(N_("Số mục «{words}» đứng sau {before}: trùng, lùi hoặc nhảy số."), N_("Sửa thành «{right}»."))
LEAD = Message(
    N_("Khoản «{words}» kết thúc bằng hai chấm mà khoản sau lại mang số cùng cấp."),
    N_("Để câu dẫn không số, hoặc đánh các việc bên dưới là a), b)."),
)
NUMBER_OF_LINE = regex(r"\s*(\d+)(?:\.(\d+))?[.)]?(?=\s|$)")
SHOWN_TAIL = 40  # letters of the end of a sentence


@look_rule("warning", N_("Số mục «{words}» nằm trong mục {above}."), N_("Sửa số cho khớp cấp trên."))
def numbering_level(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each typed number that does not go on from the ones before it."""
    upper, lower, strange = 0, 0, -1
    for line in sheet.of("heading", "body"):
        found = NUMBER_OF_LINE.match(line.label or line.words)
        if line.level == "I":
            upper, lower, strange = 0, 0, -1
        elif line.level == "1" and found:
            number = int(found[1])
            if number not in (1, upper + 1) and upper:
                yield from _tell_gap(line, found[0], str(upper), f"{upper + 1}.")
            upper, lower, strange = number, 0, -1
        elif line.level == "1.1" and found and found[2]:
            number, below = int(found[1]), int(found[2])
            if upper and number not in (upper, strange):
                yield from _tell_parent(line, found[0], f"{upper}.{lower}" if lower else str(upper))
                strange = number
            elif lower and below != lower + 1 and number == upper:
                yield from _tell_gap(line, found[0], f"{number}.{lower}", f"{number}.{lower + 1}.")
            lower = below if number == upper else lower
    yield from _judge_leads(sheet)


def _tell_gap(line: ShownLine, typed: str, before: str, right: str) -> Iterator[Seen]:
    if not line.label:
        yield about_letters(line, typed.strip(), message=OUT_OF_ORDER, before=before, right=right)


def _tell_parent(line: ShownLine, typed: str, above: str) -> Iterator[Seen]:
    if not line.label:
        yield about_letters(line, typed.strip(), above=above)


def _judge_leads(sheet: LookSheet) -> Iterator[Seen]:
    """Yield numbered sentences that announce what stands below, and are followed by one of the same level."""
    for line, after in pairwise(sheet.of("heading", "body")):
        is_lead = line.zone == "body" and line.level == "1" and not line.label and line.bare.endswith(":")
        if is_lead and after.level == "1" and after.zone == "body":
            yield about_letters(line, line.bare[-SHOWN_TAIL:].split(" ", 1)[-1], message=LEAD)
