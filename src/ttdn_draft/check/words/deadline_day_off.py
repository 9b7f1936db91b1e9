"""Hạn rơi vào thứ Bảy, Chủ nhật hoặc ngày nghỉ lễ.

Kiểm tra gì: Ngày cuối của hạn có phải ngày làm việc không; hạn viết «trước ngày» không tính chính ngày đó nên không xét.
Vì sao: Cơ quan không làm việc thì văn thư không nhận được báo cáo.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 15, Điều 18 (chuyển văn bản trong ngày làm việc).
Ví dụ sai: Báo cáo gửi chậm nhất ngày 20/6/2026.
Ví dụ đúng: Báo cáo gửi chậm nhất ngày 19/6/2026.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...mentions.dates import WEEKDAY_NAMES
from ...messages import N_
from ..manuscript import Manuscript
from ..rule import Told, about, rule

WEEKEND = frozenset(WEEKDAY_NAMES[5:])


@rule("note", N_("Hạn {words} là {weekday}."), N_("Chọn ngày làm việc trước đó, nếu cơ quan không trực."))
def deadline_day_off(text: Manuscript) -> Iterator[Told]:
    """Tell each deadline whose last day is a day off, as far as the week tells."""
    for found in text.mentions.deadlines:
        is_event = "hang" in found.passage.path  # of a table, whose column of times may be one of feasts
        day = None if is_event else found.on.full
        if day and not found.excludes_day and not found.is_given and WEEKDAY_NAMES[day.weekday()] in WEEKEND:
            yield about(found, weekday=WEEKDAY_NAMES[day.weekday()])
