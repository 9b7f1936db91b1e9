"""Finds what is still to be done on days gone by: a manuscript goes in, the days and years of its tasks come out.

Of the kinds that plan alone, and the part of a report that looks ahead; what a document tells of the past is none.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from ..mentions.contexts import ORDERED, clause_after, clause_before, is_in_past_part, tells_history
from ..mentions.dates import DateMention
from ..mentions.periods import PeriodMention
from ..model.mentions import Mention
from ..patterns import regex
from .manuscript import Manuscript

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


def _is_ahead(found: Mention, before: str, text: Manuscript) -> bool:
    """Tell whether a sentence of the body says what is to be done, and not what was."""
    if found.passage.zone not in ("heading", "paragraph", "item") or tells_history(found):
        return False
    is_told = _TELLS_PAST.search(before) or _TELLS_PAST.search(clause_after(found.passage, found.end))
    return not is_told and not is_in_past_part(found.passage, is_report=text.draft.kind == "bao-cao")
