"""Năm trong đề mục, nhiệm vụ là năm khác với năm của văn bản.

Kiểm tra gì: Kế hoạch, hướng dẫn của một năm không còn giao việc, đặt tên mục theo năm trước; đề mục, câu mở đầu của báo cáo
nói đúng năm của trích yếu; năm trong trích yếu hợp với ngày văn bản.
Vì sao: Văn bản làm từ bản năm trước hay sót năm cũ; người nhận không biết làm theo năm nào.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, điểm 5b (trích yếu phản ánh khái quát nội dung).
Ví dụ sai: Nhiệm vụ trọng tâm năm 2025: tổ chức tuyên truyền.
Ví dụ đúng: Phát huy kết quả năm 2025, tiếp tục tổ chức tuyên truyền.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...errors import Cause
from ...mentions.contexts import FUTURE_PART, REVIEW, clause_before, is_in_review
from ...mentions.periods import PeriodMention
from ...messages import N_, Message
from ...patterns import regex
from ..manuscript import Manuscript
from ..report_years import ReportYears, find_report_years
from ..rule import Told, about, rule
from ..years import find_one_year

OF_DATE = Message(
    N_("Trích yếu nói năm {year}, văn bản ngày {day}."), N_("Xem lại năm trong trích yếu, hoặc ngày văn bản.")
)
ONE_YEAR = Message(
    N_("Trích yếu nói cả kết quả và phương hướng của năm {year}."),
    N_("Phương hướng thường là của năm sau; xem lại năm."),
)
YEAR_AFTER = Message(N_("«{words}» là năm sau; văn bản của năm {year}."), N_("Xem lại năm ở đây, hoặc ở trích yếu."))
SUBJECT_BEHIND = Message(
    N_("Trích yếu nói năm {year}, còn câu mở đầu và phụ lục nói năm {right}."), N_("Xem lại năm trong trích yếu.")
)
LEAST_AHEAD = 2  # places that speak of the year after that of the subject, before the subject is the slip
OTHER_YEAR = Message(N_("«{words}», mà trích yếu nói năm {year}."), N_("Xem lại năm ở đây, hoặc ở trích yếu."))
OPENING = regex(r"(?:Trong\s+)?$")
TITLE_REACH = 3
PLANNING = frozenset({"ke-hoach", "huong-dan"})
ZONES = frozenset({"heading", "paragraph", "item", "annex-title"})
TASK_OF_YEAR = regex(
    r"(?:\b(?:nhiệm\s+vụ|trọng\s+tâm|kế\s+hoạch|công\s+tác|chương\s+trình|mục\s+tiêu|chỉ\s+tiêu|hoạt\s+động|nội\s+dung|trong|đối\s+ngoại)"
    r"|^)\s*$",
    re.I,
)
"""What stands before a year in which something is still to be done."""
BUDGET_OF_YEAR = regex(
    r"\b(?:bố\s+trí|cân\s+đối|sử\s+dụng|bảo\s+đảm|lấy|chi)\s+(?:từ\s+|trong\s+)?(?:nguồn\s+)?(?:dự\s+toán|kinh\s+phí|ngân\s+sách)"
    r"[^.;,\d]{0,40}$",
    re.I,
)
"""What stands before the year whose money pays for what a plan wants."""
OWN = regex(r"\b(?:ban\s+hành|xây\s+dựng|hướng\s+dẫn)\b[^.;]*$", re.I)
AS_FOLLOWS = regex(r"[^.;\d]{0,60}\bnhư\s+sau\b", re.I)
UNDER = regex(
    r"(?:Thực\s+hiện|Triển\s+khai)\s+(?:chương\s+trình|nhiệm\s+vụ|kế\s+hoạch)\s+công\s+tác\s+(?:trọng\s+tâm\s+)?$", re.I
)
"""What begins a plan with the programme of its year, where no number says which one it is."""
BACKWARD = regex(
    r"\b(?:kết\s+quả|so\s+với|đã|tổng\s+kết|sơ\s+kết|đánh\s+giá|kế\s+thừa|phát\s+huy|tiếp\s+tục|từ\s+năm|cùng\s+kỳ|báo\s+cáo|"
    r"theo|căn\s+cứ|ban\s+hành|được|tại|cuối|số\s+\S+/)",
    re.I,
)


@rule(
    "warning",
    N_("«{words}» là năm trước; văn bản của năm {year}."),
    N_("Xem lại năm, nếu đây là việc của năm {year}."),
    cause=Cause.OTHER_TIME,
)
def stale_year(text: Manuscript) -> Iterator[Told]:
    """Tell the year before that of a plan where a task or a heading names it, and a subject that its date cannot bear.

    Where the headings speak of results, in comparisons and titles it is right.
    """
    if years := find_report_years(text):
        yield from _check_report(text, years)
    year = find_one_year(text)
    if year is None:
        return
    yield from _check_date(text, year)
    if text.draft.kind in PLANNING:
        yield from _check_subject(text, year)
        for found in text.mentions.periods:
            is_near = found.year is not None and year - _reach(found) <= found.year < year
            is_before = (
                is_near
                and found.passage.zone in ZONES
                and (_is_stale(found, year) or _is_of_old_programme(found, year, text))
            )
            if is_before:
                yield about(found, year=year)
            elif found.year == year + 1 and _is_ahead(found):
                yield about(found, message=YEAR_AFTER, year=year)


def _check_subject(text: Manuscript, year: int) -> Iterator[Told]:
    """Tell the year of a subject where the opening and the title of an annex speak of the one after: it is the slip."""
    ahead = [found for found in text.mentions.periods if found.year == year + 1 and _is_ahead(found)]
    subject = next((p for p in text.mentions.periods if p.passage.zone == "subject" and p.year == year), None)
    if subject and len({found.passage.path for found in ahead}) >= LEAST_AHEAD:
        told = about(subject, message=SUBJECT_BEHIND, level="warning", year=year, right=year + 1)
        yield replace(told, cause=Cause.OTHER_YEAR)


def _is_of_old_programme(found: PeriodMention, year: int, text: Manuscript) -> bool:
    """Tell whether a plan issued in its own year says to carry out the programme of the year before."""
    is_in_year = text.day is not None and text.day.year >= year and not found.is_quoted
    return is_in_year and bool(UNDER.match(clause_before(found.passage, found.start)))


def _reach(found: PeriodMention) -> int:
    """Return how many years back a slip may be: a title speaks of another year than the document for no reason."""
    return TITLE_REACH if found.passage.zone in ("heading", "annex-title") else 1


def _is_ahead(found: PeriodMention) -> bool:
    """Tell whether the year after is that of the opening sentence or of the title of an annex."""
    opens = OWN.search(clause_before(found.passage, found.start)) and AS_FOLLOWS.match(found.passage.text, found.end)
    return bool(opens or found.passage.zone == "annex-title")


def _is_stale(found: PeriodMention, year: int) -> bool:
    passage, before = found.passage, clause_before(found.passage, found.start)
    if OWN.search(before) and AS_FOLLOWS.match(passage.text, found.end):
        return True
    if found.is_quoted or found.is_given or is_in_review(passage) or str(year) in passage.text:
        return False
    if BUDGET_OF_YEAR.search(before):
        return True
    return bool(TASK_OF_YEAR.search(before)) and not BACKWARD.search(passage.text)


def _check_report(text: Manuscript, years: ReportYears) -> Iterator[Told]:
    """Yield a subject that plans the year of its results, and headings and an opening of another year than it names."""
    if years.are_one and years.ahead:
        yield about(years.ahead, message=ONE_YEAR, level="warning", year=years.done_year)
    first = next((p for p in text.sentences if p.zone == "paragraph" and not p.annex), None)
    for found in text.mentions.periods if years.ahead and years.ahead.year != years.done_year else ():
        if _is_planned_for(found, years):
            yield about(found, message=OTHER_YEAR, level="warning", year=years.ahead.year if years.ahead else 0)
    for found in text.mentions.periods:
        is_of_kind = found.kind in ("year", years.done.kind)
        if not is_of_kind or found.is_quoted or found.is_given:
            continue
        if found.passage.zone == "heading":
            right = _find_year_of(found.passage.text, years)
        else:
            right = (
                years.done_year if found.passage is first and OPENING.fullmatch(first.text, 0, found.start) else None
            )
        if right and found.year and found.year != right and str(right) not in found.passage.text:
            yield about(found, message=OTHER_YEAR, level="warning", year=right)


def _is_planned_for(found: PeriodMention, years: ReportYears) -> bool:
    """Tell whether a sentence of the part that plans says to do something in the year of the results."""
    if found.kind != "year" or found.year != years.done_year or found.passage.zone not in ("paragraph", "item"):
        return False
    is_ahead = any(FUTURE_PART.search(words) for words in found.passage.above)
    before = clause_before(found.passage, found.start)
    is_told = found.is_quoted or found.is_given or BACKWARD.search(found.passage.text)
    return is_ahead and not is_told and bool(TASK_OF_YEAR.search(before))


def _find_year_of(heading: str, years: ReportYears) -> int | None:
    """Return the year that a heading has to name: that of the results, or that which is planned."""
    if REVIEW.search(heading):
        return years.done_year
    return years.ahead.year if years.ahead and FUTURE_PART.search(heading) else None


def _check_date(text: Manuscript, year: int) -> Iterator[Told]:
    """Tell a plan whose year is over or far ahead on its day, and a report of a year that has not begun."""
    if text.day is None or text.draft.kind not in (*PLANNING, "bao-cao"):
        return
    ahead = year - text.day.year
    is_right = ahead in (0, 1) if text.draft.kind in PLANNING else ahead in (0, -1)
    for found in text.mentions.periods:
        if found.passage.zone == "subject" and not is_right:
            told = about(found, message=OF_DATE, level="warning", year=year, day=text.day)
            yield replace(told, cause=Cause.OTHER_YEAR)
            return
