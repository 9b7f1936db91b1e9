"""Finds times that cannot be: a manuscript goes in; spans that run backwards, deadlines out of their time come out."""

import re
from collections.abc import Iterator, Sequence

from ..mentions.day_spans import DaySpan
from ..messages import N_, Message
from ..patterns import regex
from .manuscript import Manuscript
from .rule import Told, about, about_words

DAY_BEFORE_FIRST = Message(
    N_("«{words}»: ngày sau đứng trước ngày đầu."), N_("Xem lại hai ngày, thường là năm của ngày sau.")
)
_OTHER_LENGTH = Message(
    N_("«{words}» là {right}, mà trước đó ghi {count}."), N_("Xem lại số ngày, số tháng, hoặc hai mốc.")
)
_BEFORE_QUARTER = Message(N_("Việc của {quarter} mà hạn là {words}."), N_("Xem lại quý, hoặc hạn."))
_NOT_OF_REPORT = Message(N_("Hạn {words} không hợp với {report}."), N_("Xem lại kỳ báo cáo, hoặc hạn."))
_REPORT_ON = regex(
    r"(?<!đối với )(?P<report>\bbáo\s+cáo\s+(?:(?:kết\s+quả|tình\s+hình|định\s+kỳ|sơ\s+kết|tổng\s+kết)\s+){0,2}"
    r"(?:(?P<half>0?6\s+tháng|sáu\s+tháng)(?P<which>\s+(?:đầu|cuối)\s+năm)?|quý\s+(?P<quarter>IV|I{1,3})\b|năm(?=\s*[(:]|\s+\d{4}|\s+trước|\s+gửi|\s+chậm)))"
    r"(?:(?!\bvà\b)[^,;.]){0,30}$",
    re.I,
)
_YEARLY = regex(r"\b(?:hằng|hàng|mỗi)\s+năm\b", re.I)
_BARE_SPAN = regex(
    r"(?<![\w/(-])(?<!đoạn )(?<!kỳ )(?<!khoá )(?<!khóa )(?<!năm )(?P<first>20\d{2}) - (?P<last>20\d{2})(?![\w/-])"
)
_OPENING = regex(r"\W*(?:Trong\s+)?", re.I)


def list_wrong_spans(text: Manuscript) -> Iterator[Told]:
    """Yield times from a day or month to an earlier one, and those of another length than is said before them."""
    for span in text.mentions.day_spans:
        if span.is_quoted or span.is_given:
            continue
        unit = "ngày" if span.counts_days else "tháng"
        if span.runs_backwards:
            yield about(span, message=DAY_BEFORE_FIRST)
        elif span.count and span.length and span.count not in _list_lengths(span):
            yield about(span, message=_OTHER_LENGTH, count=f"{span.count} {unit}", right=f"{span.length} {unit}")


def _list_lengths(span: DaySpan) -> tuple[int, ...]:
    """Return the lengths that a span may be said to have: the last of its days is often not counted."""
    length = span.length or 0
    return (length - 1, length) if span.counts_days else (length,)


def list_other_quarters(text: Manuscript) -> Iterator[Told]:
    """Yield deadlines in paragraphs on a quarter, which stands first in them, that come before it begins."""
    for deadline in text.mentions.deadlines:
        for found in text.mentions.periods:
            is_lead = found.passage is deadline.passage and found.number and found.start < deadline.start
            if is_lead and _OPENING.fullmatch(found.passage.text, 0, found.start):
                same_year = found.year is None or deadline.on.year in (None, found.year)
                if same_year and deadline.on.month < found.months[0]:
                    yield about(deadline, message=_BEFORE_QUARTER, quarter=found.words)


def list_other_reports(text: Manuscript) -> Iterator[Told]:
    """Yield deadlines of reports on a part of the year that are far from the end of that part."""
    for deadline in text.mentions.deadlines:
        report = _REPORT_ON.search(deadline.on.before) if "áo cáo" in deadline.on.before else None
        is_yearly = _YEARLY.search(deadline.passage.text, deadline.end)  # 20 tháng 6 và 20 tháng 12 hằng năm
        if report and not is_yearly and deadline.on.month not in _list_months_of(report):
            yield about(deadline, message=_NOT_OF_REPORT, report=" ".join(report["report"].split()))


def _list_months_of(report: re.Match[str]) -> Sequence[int]:
    """Return the months in which a report may be due: around the end of its time."""
    if report["quarter"]:
        end = 3 * ("I", "II", "III", "IV").index(report["quarter"].upper()) + 3
    else:
        end = 6 if report["half"] and not (report["which"] or "").endswith("cuối năm") else 12
    around = (-1, 0, 1) if report["half"] or report["quarter"] else (-2, -1, 0, 1, 2, 3)
    return [(end + step - 1) % 12 + 1 for step in around]


def list_backward_years(text: Manuscript) -> Iterator[Told]:
    """Yield spans of years without a word for them whose first year is after the last: 2031 - 2026."""
    for passage in text.having("*20*"):
        for found in _BARE_SPAN.finditer(passage.text) if " - 20" in passage.text else ():
            is_quoted = any(a <= found.start() < b for a, b in passage.quotes)
            if found["first"] > found["last"] and not is_quoted and not passage.is_given(found.start()):
                yield about_words(passage, *found.span())
