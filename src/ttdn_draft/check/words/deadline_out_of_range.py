"""Hạn trước ngày ban hành, hoặc sau kỳ của kế hoạch.

Kiểm tra gì: Hạn hoàn thành, hạn báo cáo của kế hoạch, của phần phương hướng trong báo cáo có sau ngày văn bản, và có trong
kỳ của văn bản (hoặc ba tháng đầu năm sau) không.
Vì sao: Hạn đã qua thì không ai làm được; thường do chép năm cũ.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 1 (nội dung phải khả thi); không có điều khoản riêng.
Ví dụ sai: Các đơn vị hoàn thành trước ngày 15/12/2025.
Ví dụ đúng: Các đơn vị hoàn thành trước ngày 15/12/2026.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator, Sequence

from ...errors import Cause
from ...mentions.contexts import clause_after, clause_before, gives_task, is_in_past_part, tells_history
from ...mentions.deadlines import DeadlineMention, is_cell_of_time
from ...messages import N_, Message
from ...model import PartialDate
from ...model.mentions import Mention
from ...patterns import regex
from ..cells import list_row
from ..days_over import COPIED, list_cells_over, list_days_over, list_unyeared_over, list_years_over
from ..manuscript import Manuscript
from ..rule import Told, about, rule
from ..years import list_subject_years

TOO_LATE = Message(
    N_("Hạn {words} sau kỳ của văn bản (năm {year})."), N_("Xem lại năm của hạn; hạn đầu năm sau viết đến tháng 3.")
)
TOO_EARLY = Message(N_("Hạn {words} trước năm của văn bản ({year})."), N_("Xem lại năm của hạn."))
PERIOD_OVER = Message(N_("«{words}» đã qua vào ngày của văn bản ({day})."), N_("Xem lại kỳ, năm."))
LATEST_MONTH = 3  # of the year after, in which a year is still reported on
CELL = "thoi_han"
PLANNING_KINDS = frozenset({"ke-hoach", "huong-dan"})
RESULTS = regex(r"\b(?:báo\s+cáo|gửi)\s+(?:về\s+)?(?:kết\s+quả|tổng\s+kết)", re.I)
DONE = regex(r"\b(?:kết\s+quả|đã|chưa|so\s+với|cùng\s+kỳ|báo\s+cáo|số\s+liệu)\b", re.I)
PREPARES = regex(
    r"\b(?:xây\s+dựng|ban\s+hành|chuẩn\s+bị|dự\s+toán|kế\s+hoạch|tổng\s+kết|đăng\s+ký|phê\s+duyệt|khảo\s+sát|lựa\s+chọn|thẩm\s+định)\b",
    re.I,
)
"""What is done in the year before that of a plan, for it."""
WITHIN = regex(r"\b(?:trong|trước|hoàn\s+thành|xong)\s*$", re.I)
GIVEN_FOR = regex(r"\W*(?:và\s+)?(?:được\s+)?(?:cấp|có\s+giá\s+trị)\b", re.I)
VALID = regex(
    r"\b(?:hiệu\s+lực|có\s+giá\s+trị|tính|số\s+liệu|giấy|cấp(?!\s+(?:uỷ|ủy)\b))\b[^.;]*$",
    re.I,
)


@rule(
    "warning",
    N_("Hạn {words} trước ngày của văn bản ({day})."),
    N_("Xem lại ngày, năm của hạn."),
    cause=Cause.OTHER_TIME,
)
def deadline_out_of_range(text: Manuscript) -> Iterator[Told]:
    """Tell each deadline of a plan that is over on its day, or lies outside the time that its subject names."""
    is_report = text.draft.kind == "bao-cao"
    if not is_report and text.draft.kind not in PLANNING_KINDS:
        return
    years = list_subject_years(text)
    for found in text.mentions.deadlines:
        if is_report and is_in_past_part(found.passage, is_report=True):
            continue
        when, is_cell = found.on.when, found.passage.path[-1:] == (CELL,)
        if when is None or found.is_given or _is_of_paper(found):
            continue
        if text.first_day and text.first_day - COPIED < when.last < text.first_day:
            yield about(found, day=text.first_day, level="error" if is_cell else None)
        elif years and (when.year, when.month or 1) > (years[-1] + 1, LATEST_MONTH):
            yield about(found, message=TOO_LATE, year=years[-1])
        elif years and text.day and when.year < years[0] and _is_of_own_time(found, text):
            yield about(found, message=TOO_EARLY, year=years[0])
    yield from _list_periods_over(text, years, is_report)
    for cell in list_cells_over(text):
        yield about(cell, message=PERIOD_OVER, day=text.first_day, level="note")
    told = {(found.passage, found.start) for found in text.mentions.deadlines if found.on.when}
    for over in (*list_days_over(text), *list_years_over(text), *list_unyeared_over(text)):
        if (over.passage, over.start) not in told:
            yield about(over, message=PERIOD_OVER, day=text.first_day)


def _is_of_paper(found: DeadlineMention) -> bool:
    """Tell whether a day is the one up to which a paper holds, or that of what a paper was given for."""
    is_for_paper = GIVEN_FOR.match(clause_after(found.passage, found.end))
    return bool(is_for_paper or VALID.search(clause_before(found.passage, found.start)))


def _is_of_own_time(found: Mention, text: Manuscript) -> bool:
    """Tell whether a time is that of what the year of a plan brings: its results, or a row that prepares nothing."""
    passage = found.passage
    if not is_cell_of_time(passage, text.mentions.time_columns):
        return bool(RESULTS.search(passage.text))
    row = (text.text_of((*passage.path[:-1], "noi_dung")), *list_row(text, passage))
    return not PREPARES.search(" ".join(row))


def _list_periods_over(text: Manuscript, years: Sequence[int], is_report: bool) -> Iterator[Told]:
    """Yield quarters and half years in tasks that were over on the day of a document, or come after its own time."""
    day = text.first_day
    for found in text.mentions.periods if day else ():
        if found.number != 0 and found.kind != "year" and found.year and not (found.is_quoted or found.is_given):
            last = PartialDate(found.year, found.months[1]).last
            is_cell = is_cell_of_time(found.passage, text.mentions.time_columns)
            before = clause_before(found.passage, found.start)
            is_task = found.passage.zone in ("cell", "item", "paragraph") and (
                is_cell or gives_task(found.passage) or WITHIN.search(before)
            )
            is_past = tells_history(found) or DONE.search(before)
            if not is_task or is_past or (is_report and is_in_past_part(found.passage, is_report=True)):
                continue
            if day and day - COPIED < last < day:
                yield about(found, message=PERIOD_OVER, day=day)
            elif years and (found.year, found.months[0]) > (years[-1] + 1, LATEST_MONTH):
                yield about(found, message=TOO_LATE, year=years[-1])
            elif years and found.year < years[0] and is_cell and _is_of_own_time(found, text):
                yield about(found, message=TOO_EARLY, year=years[0])
