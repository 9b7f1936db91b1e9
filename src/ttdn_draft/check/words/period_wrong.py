"""Kỳ, giai đoạn viết sai.

Kiểm tra gì: Năm đầu của giai đoạn không sau năm cuối; quý từ I đến IV; từ ngày … đến ngày … đi tới; kỳ báo cáo trong trích yếu đã bắt đầu vào ngày văn bản.
Vì sao: Kỳ sai làm hỏng mọi số liệu tính theo kỳ đó.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, điểm 5b (trích yếu phản ánh khái quát nội dung).
Ví dụ sai: Thực hiện Đề án giai đoạn 2030 - 2026.
Ví dụ đúng: Thực hiện Đề án giai đoạn 2026 - 2030.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ...mentions.dates import DateMention
from ...messages import N_, Message
from ..manuscript import Manuscript
from ..rule import Told, about, about_words, rule

NO_QUARTER = Message(N_("Không có {words}."), N_("Quý viết từ I đến IV."))
BACKWARDS = Message(N_("«{words}»: ngày sau đứng trước ngày đầu."), N_("Xem lại hai ngày, thường là năm của ngày sau."))
NOT_BEGUN = Message(
    N_("Báo cáo ngày {day} về {words}, mà kỳ này đến {first} mới bắt đầu."), N_("Xem lại kỳ, năm trong trích yếu.")
)
PARTS = frozenset({"quarter", "half", "nine months"})
FROM = re.compile(r"\btừ\s+(?:ngày\s+)?$", re.I)
TO = re.compile(r"\s*(?:năm\s+\d{4}\s*)?(?:đến(?:\s+hết)?|[-–])\s+(?:ngày\s+)?", re.I)


@rule("warning", N_("«{words}»: năm đầu sau năm cuối."), N_("Xem lại hai năm."))
def period_wrong(text: Manuscript) -> Iterator[Told]:
    """Tell periods that run backwards, quarters that no year has, and a report on a period that has not begun."""
    for found in text.mentions.periods:
        first, last = found.years
        if found.is_quoted or found.is_given:
            continue
        if found.number == 0:
            yield about(found, message=NO_QUARTER)
        elif first and last and first > last:
            yield about(found)
    yield from _list_backward_days(text)
    yield from _check_report(text)


def _list_backward_days(text: Manuscript) -> Iterator[Told]:
    for one, two in pairwise(text.mentions.dates):
        first, last = one.full, two.full
        if first and last and first > last and _are_joined(one, two):
            yield about_words(one.passage, one.start, two.end, message=BACKWARDS)


def _are_joined(one: DateMention, two: DateMention) -> bool:
    if one.passage is not two.passage or one.is_quoted:
        return False
    words = one.passage.text
    return bool(FROM.search(words, 0, one.start) and TO.fullmatch(words, one.end, two.start))


def _check_report(text: Manuscript) -> Iterator[Told]:
    if text.draft.kind != "bao-cao" or text.day is None:
        return
    named = [p for p in text.mentions.periods if p.passage.zone == "subject"]
    year = next((p.year for p in named if p.year), None)
    found = next((p for p in named if p.kind in PARTS), None)  # what follows may be the time ahead
    if found and year and text.day < (first := date(year, found.months[0], 1)):
        yield about(found, message=NOT_BEGUN, day=text.day, first=first)
