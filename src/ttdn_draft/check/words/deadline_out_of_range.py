"""Hạn trước ngày ban hành, hoặc sau kỳ của kế hoạch.

Kiểm tra gì: Hạn hoàn thành, hạn báo cáo có sau ngày văn bản, và có trong kỳ của kế hoạch (hoặc ba tháng đầu năm sau) không.
Vì sao: Hạn đã qua thì không ai làm được; thường do chép năm cũ.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 1 (nội dung phải khả thi); không có điều khoản riêng.
Ví dụ sai: Các đơn vị hoàn thành trước ngày 15/12/2025.
Ví dụ đúng: Các đơn vị hoàn thành trước ngày 15/12/2026.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...messages import N_, Message
from ..manuscript import Manuscript
from ..rule import Told, about, rule
from ..years import find_last_year

TOO_LATE = Message(
    N_("Hạn {words} sau kỳ của văn bản (năm {year})."), N_("Xem lại năm của hạn; hạn đầu năm sau viết đến tháng 3.")
)
LATEST_MONTH = 3  # of the year after, in which a year is still reported on


@rule("error", N_("Hạn {words} trước ngày của văn bản ({day})."), N_("Xem lại ngày, năm của hạn."))
def deadline_out_of_range(text: Manuscript) -> Iterator[Told]:
    """Tell each deadline that is over on the day of the document, or lies behind the time that its subject names."""
    last_year = find_last_year(text)
    for found in text.mentions.deadlines:
        when = found.on.when
        if when is None or found.is_given:
            continue
        if text.day and when.last < text.day:
            yield about(found, day=text.day)
        elif last_year and (when.year, when.month or 1) > (last_year + 1, LATEST_MONTH):
            yield about(found, message=TOO_LATE, level="warning", year=last_year)
