"""Canh chữ, sang trang bằng dấu cách, tab, dòng trống.

Kiểm tra gì: Nhiều đoạn trống liền nhau, dãy dấu cách, tab để đẩy chữ vào giữa hay sang cột; trừ chỗ ký và ô bảng đầu.
Vì sao: Sửa một chữ là xê dịch cả trang.
Căn cứ: Không có quy định; thông lệ soạn thảo. Nghị định số 30/2020/NĐ-CP, Phụ lục I đòi căn lề, khoảng cách đo được.
Ví dụ sai: {đoạn: sau có 9 đoạn trống}
Ví dụ đúng: {đoạn: sau có 1 đoạn trống}
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from itertools import groupby

from ...messages import N_, Message
from ...patterns import regex
from ..look_rule import Seen, about_line, look_rule
from ..part_looks import SIGNING_ZONES
from ..sheet import LookSheet, ShownLine

MOST_BLANK = 3  # empty paragraphs in a row that nobody minds
PUSHED = regex(r"[ \u00a0]{4,}|\t[ \t\u00a0]*\t|[ \u00a0]*\t[ \u00a0]{2,}")
LED = regex(r"[ \u00a0]{2,}|\t")
BY_KEYS = Message(
    N_("Dòng «{words}» được canh bằng dấu cách, tab."), N_("Xoá dấu cách, tab; dùng căn lề, cột của bảng hoặc thụt lề.")
)
BESIDE = Message(
    N_("«Nơi nhận:» và «{words}» nằm chung một dòng, cách nhau bằng tab hay dấu cách."),
    N_("Cho «Nơi nhận:» đứng riêng một dòng; đặt chữ ký ở cột phải của bảng."),
)
JUDGED = (
    "addressee",
    "subject",
    "kind",
    "recipient-title",
    "recipient",
    "annex-label",
    "annex-title",
    "body",
    "heading",
)
CENTRED = ("addressee", "subject", "kind", "annex-label", "annex-title")
BLANK_NUMBER = regex(r"(?:số|ngày|tháng|năm|[/:…])\s*$", re.I)  # what a pen fills follows


@look_rule(
    "warning",
    N_("{count} đoạn trống liền nhau trước «{words}»."),
    N_("Xoá các đoạn trống; dùng khoảng cách đoạn hoặc ngắt trang (Ctrl+Enter)."),
)
def spacing_by_characters(sheet: LookSheet) -> Iterator[Seen]:
    """Tell where empty paragraphs make a gap or a new page, and lines that blanks and tabs push to their place."""
    for is_blank, group in groupby(enumerate(sheet.lines), key=lambda pair: _is_gap(pair[1])):
        numbers = [number for number, _ in group]
        after = sheet.lines[numbers[-1] + 1] if is_blank and numbers[-1] + 1 < len(sheet.lines) else None
        if after and len(numbers) > MOST_BLANK and after.zone not in SIGNING_ZONES:
            yield about_line(after, count=len(numbers))
    for line in sheet.of(*JUDGED, annexes=True):
        if line.table is None and _is_pushed(line):
            yield about_line(line, message=BY_KEYS)
    titles = {line.paragraph for line in sheet.of("recipient-title")}
    for line in sheet.of("recipient", *SIGNING_ZONES):
        if line.paragraph in titles:
            yield about_line(line, message=BESIDE)


def _is_gap(line: ShownLine) -> bool:
    """Tell whether a line is an empty paragraph of the page, with nothing drawn in it."""
    return line.is_blank and line.table is None and not line.element.xpath("descendant::*[local-name()='drawing']")


def _is_pushed(line: ShownLine) -> bool:
    """Tell whether blanks or tabs hold words where they stand; room for figures that a pen fills is none."""
    typed = "".join(run.words for run in line.runs).replace("\n", " ").rstrip()
    if line.zone in CENTRED and LED.match(typed):
        return True
    return any(
        not BLANK_NUMBER.search(typed[: found.start()])
        for found in PUSHED.finditer(typed)
        if found.start() or line.zone not in ("body", "heading")
    )
