"""Kỳ, giai đoạn viết sai.

Kiểm tra gì: Năm đầu của giai đoạn không sau năm cuối; quý từ I đến IV; từ ngày … đến ngày … đi tới; kỳ báo cáo trong trích
yếu đã bắt đầu vào ngày văn bản; câu mở đầu nói đúng kỳ của trích yếu; giai đoạn của kế hoạch chưa hết.
Vì sao: Kỳ sai làm hỏng mọi số liệu tính theo kỳ đó.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, điểm 5b (trích yếu phản ánh khái quát nội dung).
Ví dụ sai: Thực hiện Đề án giai đoạn 2030 - 2026.
Ví dụ đúng: Thực hiện Đề án giai đoạn 2026 - 2030.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from ...errors import Cause, Severity
from ...mentions.contexts import PLANNED, REVIEW, clause_after, clause_before, is_in_past_part
from ...mentions.dates import DateMention
from ...mentions.periods import PeriodMention
from ...messages import N_, Message
from ...model import PartialDate, plain_text
from ...patterns import regex
from ..manuscript import Manuscript
from ..own_sentences import list_own_sentences
from ..report_years import find_report_years
from ..rule import Told, about, about_words, rule
from ..wrong_times import (
    DAY_BEFORE_FIRST,
    list_backward_years,
    list_other_quarters,
    list_other_reports,
    list_wrong_spans,
)

NO_QUARTER = Message(N_("Không có {words}."), N_("Quý viết từ I đến IV."))
NOT_BEGUN = Message(
    N_("Báo cáo ngày {day} về {words}, mà kỳ này đến {first} mới bắt đầu."), N_("Xem lại kỳ, năm trong trích yếu.")
)
_OUTSIDE = Message(N_("{words} không có tháng {month}."), N_("Xem lại quý, hoặc tháng."))
NOT_OVER = Message(
    N_("Kết quả {words} mà văn bản ngày {day}, kỳ này chưa hết."), N_("Xem lại kỳ, năm, hoặc ngày văn bản.")
)
NEARLY_OVER = Message(
    N_("Nhiệm vụ {words} mà văn bản ngày {day}, kỳ này đã gần hết hoặc đã qua."), N_("Xem lại kỳ, năm.")
)
NOT_YET = Message(
    N_("Báo cáo ngày {day} kể việc «{words}», sau ngày báo cáo."), N_("Xem lại ngày của việc, hoặc ngày báo cáo.")
)
OTHER_PERIOD = Message(N_("Câu mở đầu nói {words}, trích yếu nói {right}."), N_("Xem lại kỳ, năm ở hai chỗ."))
OTHER_PART_OF_YEAR = Message(N_("Đoạn này nói {words}, trích yếu nói {right}."), N_("Xem lại kỳ ở hai chỗ."))
OTHER_SPAN = Message(N_("Tên phụ lục nói {words}, trích yếu nói {right}."), N_("Xem lại giai đoạn ở hai chỗ."))
TWICE_IN_HEADER = Message(N_("Hai cột của bảng cùng ghi «{words}»."), N_("Xem lại kỳ, năm ở tên cột."))
_SPAN_OVER = Message(
    N_("Trích yếu nói {words}, đã hết vào ngày của văn bản ({day})."), N_("Xem lại giai đoạn, hoặc ngày văn bản.")
)
NOT_BEFORE = Message(
    N_("So với cùng kỳ {words}, mà kỳ báo cáo là {right}."), N_("Cùng kỳ là của năm trước; xem lại năm.")
)
SAME_PERIOD = regex(r"\bcùng\s+kỳ\s+(?:của\s+)?$", re.I)
PLANNING_AHEAD = frozenset({"ke-hoach", "huong-dan"})
_EARLY = timedelta(31)  # before the last month of a time in which nobody reports on it yet
PARTS = frozenset({"quarter", "half", "nine months"})
FROM = regex(r"\btừ\s+(?:ngày\s+)?$", re.I)
MONTH_BEFORE = regex(r"\btháng\s+(\d{1,2})(?:\s+năm\s+\d{4}|/\d{4})?\s*[,(]\s*(?:thuộc\s+)?$", re.I)
MONTH_BEHIND = regex(r"\s*\(\s*tháng\s+(\d{1,2})\b(?!\s*[-,–])", re.I)
RESULT = regex(r"\bkết\s+quả\b[^.;:,\d]{0,60}$", re.I)
AHEAD = regex(r"\b(?:phương\s+hướng|nhiệm\s+vụ|giải\s+pháp)(?:\s+(?:trọng\s+tâm|công\s+tác|chủ\s+yếu))?\s*$", re.I)
EVENT = regex(r"\W*(?:vào\s+)?(?:ngày\s*)?", re.I)
OPENING_OF_PART = regex(r"\W*(?:Trong\s+)?", re.I)
DEED_ON = regex(
    r"\b(?:tổ chức|khai mạc|bế giảng|bế mạc|khai giảng|kiểm tra|diễn ra|đón|tiếp|làm việc|họp|phát hành|ra mắt|khánh thành|"
    r"ký kết|ký|thăm|tham gia|tham dự|cử|mở|giao lưu|tập huấn|trao|công bố|hoàn thành|bàn giao)\b[^.;:]*?"
    r"(?:\b(?:vào|trong|từ)\s+)?(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\s*,?\s*)?(?:ngày\s*)?\(?\s*(?:ngày\s*)?$",
    re.I,
)
PREPARED = regex(
    r"\b(?:sẽ|dự kiến|chuẩn bị|sau khi|kế hoạch|chờ|trước|đến|hết|hạn|hiệu lực|chậm nhất|muộn nhất|kỷ niệm|phương án|đề án|tới|"
    r"hướng tới|chào mừng|nhân dịp|nhiệm kỳ|giai đoạn|năm\s+Ngày|lần thứ|thời hạn|cấp đến|tiến tới|đăng ký|mời|đề xuất|đề nghị)\b",
    re.I,
)
WITH_YEAR = regex(r"\b20\d{2}\b")
TO = regex(r"\s*(?:năm\s+\d{4}\s*)?(?:đến(?:\s+hết)?|[-–])\s+(?:ngày\s+)?", re.I)


@rule("warning", N_("«{words}»: năm đầu sau năm cuối."), N_("Xem lại hai năm."), cause=Cause.OTHER_TIME)
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
    yield from list_backward_years(text)
    yield from _list_backward_days(text)
    yield from list_wrong_spans(text)
    yield from list_other_quarters(text)
    yield from list_other_reports(text)
    yield from _check_report(text)
    yield from _check_opening(text)
    yield from _list_other_months(text)
    yield from _list_same_columns(text)
    if text.draft.kind == "bao-cao" and text.day:
        yield from _check_parts(text, text.day, text.last_day or text.day)
        yield from _list_same_periods(text)
        yield from _list_days_to_come(text, text.last_day or text.day)
        yield from _list_other_parts(text)


def _check_opening(text: Manuscript) -> Iterator[Told]:
    """Yield the period of the opening sentence that is none of those of the subject, and a subject of times gone by."""
    named = [p for p in text.mentions.periods if p.passage.zone == "subject" and not p.is_quoted]
    for sentence in list_own_sentences(text) if named else ():
        for found in text.mentions.periods:
            is_own = found.passage is sentence.passage and sentence.body and found.start > sentence.body[1]
            if is_own and not (found.is_quoted or found.is_given) and _is_of_none(found, named, text):
                yield about(found, message=OTHER_PERIOD, right=_find_like(found, named).words)
    for found in text.mentions.periods if named else ():
        is_span = found.passage.zone == "annex-title" and _shape(found) == "span" and found.kind == "giai đoạn"
        if is_span and _is_of_none(found, named, text) and not REVIEW.search(found.passage.text):
            yield about(found, message=OTHER_SPAN, level="note", right=named[-1].words)
    last = named[-1].years[1] if named else None
    is_span = last is not None and named[-1].year is None
    if is_span and last and text.day and last < text.day.year and text.draft.kind in PLANNING_AHEAD:
        yield about(named[-1], message=_SPAN_OVER, day=text.day)


def _is_of_none(found: PeriodMention, named: Sequence[PeriodMention], text: Manuscript) -> bool:
    """Tell whether a period is another one than all those of its kind in the subject."""
    alike = [p for p in named if _shape(p) == _shape(found)]
    if not alike or (_shape(found) == "year" and text.draft.kind in PLANNING_AHEAD):  # which stale-year tells
        return False
    return not any(p.months == found.months and _may_be_one(p, found) for p in alike)


def _find_like(found: PeriodMention, named: Sequence[PeriodMention]) -> PeriodMention:
    """Return the period of the subject that begins as another does, else the last one that it names."""
    return next((p for p in named if p.months[0] == found.months[0]), named[-1])


def _may_be_one(one: PeriodMention, other: PeriodMention) -> bool:
    return None in (*one.years, *other.years) or one.years == other.years


def _shape(period: PeriodMention) -> str:
    return "part" if period.kind in PARTS else "year" if period.kind == "year" else "span"


def _list_backward_days(text: Manuscript) -> Iterator[Told]:
    for one, two in pairwise(text.mentions.dates):
        first, last = one.full, two.full
        if first and last and first > last and _are_joined(one, two):
            yield about_words(one.passage, one.start, two.end, message=DAY_BEFORE_FIRST)


def _are_joined(one: DateMention, two: DateMention) -> bool:
    if one.passage is not two.passage or one.is_quoted:
        return False
    words = one.passage.text
    return bool(FROM.search(words, 0, one.start) and TO.fullmatch(words, one.end, two.start))


def _check_report(text: Manuscript) -> Iterator[Told]:
    if text.draft.kind != "bao-cao" or text.day is None or text.last_day is None:
        return
    named = [p for p in text.mentions.periods if p.passage.zone == "subject"]
    year = next((p.year for p in named if p.year), None)
    found = next((p for p in named if p.kind in PARTS), None)  # what follows may be the time ahead
    if found and year and text.last_day < (first := date(year, found.months[0], 1)):
        yield about(found, message=NOT_BEGUN, day=text.day, first=first)


def _list_other_months(text: Manuscript) -> Iterator[Told]:
    """Yield quarters that stand with a month that is none of theirs."""
    for found in text.mentions.periods:
        if found.number:
            before = MONTH_BEFORE.search(found.passage.text, max(0, found.start - 40), found.start)
            month = before or MONTH_BEHIND.match(found.passage.text, found.end)
            if month and not found.months[0] <= int(month[1]) <= found.months[1]:
                yield about(found, message=_OUTSIDE, month=month[1])


def _check_parts(text: Manuscript, day: date, last_day: date) -> Iterator[Told]:
    """Yield parts of the year of whose results a report tells too early, and those too late to be ahead.

    Of a report without a day both are only told where they are so on any day that it may have.
    """
    for found in text.mentions.periods:
        if found.kind in PARTS and found.passage.zone != "subject" and not (found.is_quoted or found.is_given):
            last, before = date(found.year or day.year, found.months[1], 1), clause_before(found.passage, found.start)
            end = PartialDate(last.year, last.month).last
            if RESULT.search(before) and last_day < last:
                level: Severity = "note" if last - last_day < _EARLY else "warning"
                yield about(found, message=NOT_OVER, level=level, day=day)
            elif AHEAD.search(before) and day >= last:
                is_other = found.passage.zone == "heading" and _is_other_half(found, text)
                yield about(found, message=NEARLY_OVER, level="warning" if day > end or is_other else "note", day=day)


def _is_other_half(found: PeriodMention, text: Manuscript) -> bool:
    """Tell whether a part of the year is not the one that the subject names as the time ahead."""
    years = find_report_years(text)
    ahead = years.ahead if years else None
    return bool(ahead and ahead.kind == found.kind and ahead.months != found.months)


def _list_same_periods(text: Manuscript) -> Iterator[Told]:
    """Yield the year with which results are compared (cùng kỳ) that is not before that of the results."""
    years = find_report_years(text)
    for found in text.mentions.periods if years else ():
        is_compared = SAME_PERIOD.search(found.passage.text, 0, found.start) and found.kind == "year"
        if is_compared and years and (found.year or 0) >= (years.done_year or 0) and not found.is_quoted:
            yield about(found, message=NOT_BEFORE, right=years.done.words)


def _list_days_to_come(text: Manuscript, day: date) -> Iterator[Told]:
    """Yield the days of a report on which something was done that had not come on its day."""
    for found in text.mentions.dates:
        if found.full and found.full > day and found.passage.zone in ("paragraph", "item") and not found.is_quoted:
            before, behind = clause_before(found.passage, found.start), clause_after(found.passage, found.end)
            is_ahead = found.is_of_document or PLANNED.search(behind) or PREPARED.search(before)
            is_of_deed = EVENT.fullmatch(before) or DEED_ON.search(before)
            if is_of_deed and not is_ahead and is_in_past_part(found.passage, is_report=True):
                yield about(found, message=NOT_YET, level="note", day=day)


def _list_same_columns(text: Manuscript) -> Iterator[Told]:
    """Yield the second of two columns of one table that are called by the same year."""
    for table in text.draft.typed_tables:
        names = [" ".join(plain_text(cell.text).split()) for cell in table.header]
        for at, name in enumerate(names):
            if name in names[:at] and WITH_YEAR.search(name) and len(names) == len({*names}) + 1:
                yield Told(path=(*table.path, "cot", at, "ten"), words=name, level="note", message=TWICE_IN_HEADER)


def _list_other_parts(text: Manuscript) -> Iterator[Told]:
    """Yield the part of a year with which a paragraph on results begins that is none of those of the subject."""
    named = [p for p in text.mentions.periods if p.passage.zone == "subject" and p.kind in PARTS and not p.is_quoted]
    for found in text.mentions.periods if named else ():
        is_first = found.kind in PARTS and OPENING_OF_PART.fullmatch(found.passage.text, 0, found.start)
        if is_first and found.passage.zone in ("paragraph", "item") and not _is_of(found, named):
            yield about(found, message=OTHER_PART_OF_YEAR, level="note", right=named[0].words)


def _is_of(found: PeriodMention, named: Sequence[PeriodMention]) -> bool:
    """Tell whether a part of a year is in the review of one named, or need not be: quarters and other years are."""
    is_other_year = all(not _may_be_one(found, one) for one in named)
    return found.kind == "quarter" or is_other_year or any(found.months == one.months for one in named)
