"""Thứ trong tuần không khớp ngày.

Kiểm tra gì: Thứ viết cạnh một ngày có đúng là thứ của ngày đó không.
Vì sao: Người dự họp đến sai ngày; thường do chép giấy của năm trước.
Căn cứ: Lịch; không có điều khoản riêng.
Ví dụ sai: Hội nghị tổ chức thứ Hai, ngày 30/11/2027.
Ví dụ đúng: Hội nghị tổ chức thứ Ba, ngày 30/11/2027.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...mentions.dates import WEEKDAY_NAMES
from ...messages import N_
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule


@rule("error", N_("{date} là {right}, không phải {words}."), N_("Xem lại thứ hoặc ngày."))
def weekday_wrong(text: Manuscript) -> Iterator[Told]:
    """Tell each name of a weekday that is not that of the day beside it."""
    for found in text.mentions.dates:
        day = found.full
        if day is None or not found.weekday_at or found.is_quoted or found.is_lunar:
            continue
        right = WEEKDAY_NAMES[day.weekday()]
        typed = " ".join(found.weekday.casefold().split())
        if typed not in (right.casefold(), f"thứ {day.isoweekday() + 1}"):
            fix = right if found.weekday[0].islower() else right[0].upper() + right[1:]
            yield about_words(found.passage, *found.weekday_at, fix=fix, date=found.words, right=right)
