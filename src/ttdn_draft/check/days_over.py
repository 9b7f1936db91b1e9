"""Finds what is still to be done on days gone by: a manuscript goes in, the days and years of its tasks come out.

Of the kinds that plan alone, and the part of a report that looks ahead; what a document tells of the past is none.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from ..mentions.contexts import ORDERED, clause_after, clause_before, is_in_past_part, tells_history
from ..mentions.dates import DateMention
from ..mentions.deadlines import is_cell_of_time
from ..mentions.periods import PeriodMention
from ..model import PartialDate
from ..model.mentions import Mention
from ..patterns import regex
from .document_years import FIRST_MONTH_AHEAD
from .manuscript import Manuscript
from .years import list_subject_years

COPIED = timedelta(400)  # how long ago a day may be that was copied from last year; an older one is history
YEARS_COPIED = 2  # how many years before its day a document may have copied
_TELLS_PAST = regex(
    r"\b(?:kết\s+quả|đã|chưa|vừa|so\s+với|cùng\s+kỳ|số\s+liệu|theo|căn\s+cứ|kể\s+từ|tính|hiệu\s+lực|thành\s+lập|được|"
    r"tại\s+(?:phiên|kỳ|hội\s+nghị|cuộc)|kết\s+luận|ý\s+kiến|ví\s+dụ|giả\s+sử|cấp\s+ngày|phát\s+huy|kế\s+thừa|rút\s+kinh\s+nghiệm|tiếp\s+tục|thực\s+hiện\s+(?:từ|Nghị|Luật|Kế|Quyết|Chỉ|Kết|Thông|Công))\b",
    re.I,
)
_AIM = regex(
    r"^\s*(?:(?:một\s+số\s+)?(?:mục\s+tiêu|chỉ\s+tiêu)\s*(?:cụ\s+thể|chủ\s+yếu)?\s*)?(?:phấn\s+đấu\s+)?đến\s+(?:hết\s+|cuối\s+)?$",
    re.I,
)
_TO_BE_DONE = regex(
    r"(?:^\s*|[,;]\s*|\bvà\s+|\b(?:chủ\s+trì|phối\s+hợp|tham\s+mưu|tổ\s+chức|tiến\s+hành)\s+)(?:sơ\s+kết|tổng\s+kết|"
    r"hoàn\s+thành|kiện\s+toàn|khánh\s+thành|đưa\s+vào\s+sử\s+dụng|quyết\s+toán|nghiệm\s+thu|bàn\s+giao)\b[^.;:,]{0,60}?"
    r"\b(?:vào|trong|đến|hết)\s+(?:cuối\s+|đầu\s+)?$",
    re.I,
)
_EVENT_ON = regex(
    r"\b(?:tổ chức|khai mạc|bế giảng|bế mạc|khai giảng|diễn ra|phát hành|ra mắt|khánh thành|mở|giao lưu|tập huấn|"
    r"công bố|thay|lắp đặt|mít tinh|triển lãm|treo|phát động|trưng bày|gặp mặt|họp báo|đăng(?! ký))\b[^.;:]{0,120}?"
    r"[,(]?\s*\b(?:vào|trong|(?P<since>từ)|đợt)\s+(?:\d{1,2}\s+giờ\s+)?(?:(?:sáng|chiều|tối)\s+)?"
    r"(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật)\s*,?\s*)?(?:ngày\s*)?$",
    re.I,
)
_WITHIN = regex(r"\b(?:trong|trước|vào|xong|hoàn\s+thành|(?:đến\s+)?hết)\s*$", re.I)
_IN_MONTH = regex(
    r"\b(?:trong|trước|vào|xong|hết)\s+(?P<words>tháng\s+(?P<month>1[0-2]|0?[1-9]))\b(?!\s*(?:[/.,-]\s*\d|năm|âm|đến|và\s+tháng|[-–]))",
    re.I,
)
_EVERY_YEAR = regex(
    r"\b(?:hằng|hàng|mỗi|từng|các)\s+(?:năm|quý|tháng)|\bđịnh\s+kỳ|\bnăm\s+(?:sau|tới|tiếp)|\b20\d\d\b|\bquý\s+I\b.*\bquý\s+I"
    r"|\bmùa\s+(?:mưa|khô|đông|hè)|\bnhiệt\s+độ|\blượng\s+mưa|\b(?:thấp|cao)\s+nhất",
    re.I,
)
_ONE_TIME = regex(r"\s*(?:trong\s+)?(?:quý\s+(?P<quarter>IV|I{1,3})|tháng\s+(?P<month>1[0-2]|0?[1-9]))\s*", re.I)
_QUARTERS = ("I", "II", "III", "IV")
_BODY = ("paragraph", "item")
_UNTIL = regex(r"\s*(?:đến|[-–])\s", re.I)


def list_days_over(text: Manuscript) -> Iterator[DateMention]:
    """Yield the days and months of events still to come that were over on the day of a document."""
    day, dates = text.first_day, text.mentions.dates
    for found in dates if day and dates else ():
        when = found.when
        is_over = day and when and day - COPIED < when.last < day
        if not is_over or found.is_of_document or found.is_quoted or found.is_given:
            continue
        before = clause_before(found.passage, found.start)
        event = _EVENT_ON.search(before)
        is_bound = ORDERED.search(before) or _UNTIL.match(clause_after(found.passage, found.end))
        is_open = event and event["since"] and not is_bound
        if event and not is_open and _is_ahead(found, before, text):
            yield found


def list_years_over(text: Manuscript) -> Iterator[PeriodMention]:
    """Yield the years in which something is still to be done that were over on the day of a document."""
    day = text.first_day
    for found in text.mentions.periods if day and text.draft.kind != "bao-cao" else ():
        is_past = day and found.kind == "year" and found.year and found.year < day.year
        if day and is_past and not (found.is_quoted or found.is_given):
            before = clause_before(found.passage, found.start)
            is_copied = (found.year or 0) >= day.year - YEARS_COPIED and _TO_BE_DONE.search(before)
            if (is_copied or _AIM.search(before)) and _is_ahead(found, before, text):
                yield found


def list_unyeared_over(text: Manuscript) -> Iterator[Mention]:
    """Yield quarters, months and deadlines of the year of a document that it names without it, and that are over."""
    day, year = text.first_day, _find_own_year(text)
    if day is None or year is None:
        return
    for quarter in text.mentions.periods:
        if quarter.number and not quarter.year and PartialDate(year, quarter.months[1]).last < day:
            yield from _list_to_be_done(quarter, text)
    for passage in text.having("tháng") if day.month > 1 else ():
        for found in _IN_MONTH.finditer(passage.text) if passage.zone in _BODY else ():
            if int(found["month"]) < day.month:
                yield from _list_to_be_done(Mention(passage, found.start("words"), found.end("words")), text)
    for deadline in text.mentions.deadlines:
        on = deadline.on
        is_near = (
            deadline.passage.zone in _BODY and on.year is None and on.day and (on.month, on.day) < (day.month, day.day)
        )
        if is_near and sum(other.passage is deadline.passage for other in text.mentions.deadlines) == 1:
            yield from _list_to_be_done(deadline, text, is_bound=True)


def list_cells_over(text: Manuscript) -> Iterator[Mention]:
    """Yield the cells that say by when something is to be done with one quarter or month before the time of a subject.

    A plan of a whole year that is issued late still lists all that belongs to its year.
    """
    begins = min((p.months[0] for p in text.mentions.periods if p.passage.zone == "subject"), default=1)
    first = min(begins, text.first_day.month if text.first_day else 1)
    for passage in text.having("quý", "tháng") if first > 1 and _find_own_year(text) else ():
        found = _ONE_TIME.fullmatch(passage.text) if passage.zone == "cell" else None
        if found and _read_last(found) < first and is_cell_of_time(passage, text.mentions.time_columns):
            yield Mention(passage, *found.span())


def _read_last(found: re.Match[str]) -> int:
    """Return the last month of a quarter, or the month."""
    return int(found["month"]) if found["month"] else 3 * _QUARTERS.index(found["quarter"].upper()) + 3


def _find_own_year(text: Manuscript) -> int | None:
    """Return the year that a time without one is of: that of the document, where its subject names no other."""
    years, day = list_subject_years(text), text.first_day
    if day is None or (years and years != (day.year,)):
        return None
    is_late = day.month >= FIRST_MONTH_AHEAD  # what is planned then may be of the year to come
    return None if is_late and (not years or text.draft.kind == "bao-cao") else day.year


def _list_to_be_done(found: Mention, text: Manuscript, *, is_bound: bool = False) -> Iterator[Mention]:
    """Yield a time by which something is to be done in this one year."""
    passage, before = found.passage, clause_before(found.passage, found.start)
    if passage.zone not in _BODY or found.is_quoted or found.is_given or not (is_bound or _WITHIN.search(before)):
        return
    after = clause_after(passage, found.end)
    is_yearly = _EVERY_YEAR.search(before) or _EVERY_YEAR.search(after)
    if not is_yearly and _is_ahead(found, before, text):
        yield found


def _is_ahead(found: Mention, before: str, text: Manuscript) -> bool:
    """Tell whether a sentence of the body says what is to be done, and not what was."""
    if found.passage.zone not in ("heading", "paragraph", "item") or tells_history(found):
        return False
    is_told = _TELLS_PAST.search(before) or _TELLS_PAST.search(clause_after(found.passage, found.end))
    return not is_told and not is_in_past_part(found.passage, is_report=text.draft.kind == "bao-cao")
