"""Ngày không có trên lịch.

Kiểm tra gì: Ngày và tháng viết trong văn bản có trên lịch không: 31/4, 30/02, tháng 13; 29/02 của năm không nhuận.
Vì sao: Hạn hoặc mốc không có thật thì không ai làm theo được, thường do chép năm cũ hoặc gõ nhầm.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, điểm 4b.
Ví dụ sai: Gửi báo cáo trước ngày 31/4/2026.
Ví dụ đúng: Gửi báo cáo trước ngày 30/4/2026.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...mentions.dates import DateMention
from ...messages import N_
from ...model import length_of
from ..anniversaries import is_date_of_count
from ..manuscript import Manuscript
from ..rule import Told, about, rule

ANY_YEAR = 2024  # which has all days that a day without a year may be
LAST_LIKELY = 39  # figures beyond are no slip in a day, and may be none at all


@rule("warning", N_("«{words}» không có trên lịch."), N_("Xem lại ngày, tháng, năm."))
def date_impossible(text: Manuscript) -> Iterator[Told]:
    """Tell each day that no calendar has; quotations, titles and days of anniversaries, which others tell, are left."""
    for found in text.mentions.dates:
        if not (_is_in_calendar(found) or _is_retold(found) or is_date_of_count(found, text)):
            yield about(found)


def _is_in_calendar(found: DateMention) -> bool:
    if not 1 <= found.month <= 12:
        return found.sign not in ("", "/") or not 1 <= (found.day or 1) <= 31
    last = length_of(found.year or ANY_YEAR, found.month)
    return found.day is None or 1 <= found.day <= last or found.day > LAST_LIKELY


def _is_retold(found: DateMention) -> bool:
    return found.is_quoted or found.is_lunar or found.is_in_title
