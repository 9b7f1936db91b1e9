"""Days that no calendar has: the texts of a document go in, each such day is told at its text."""

import re
from calendar import monthrange
from collections.abc import Iterator

from ..model import Draft, Report, Source, plain_text
from .anniversary_slips import COUNTED, has_counts

FIGURES = re.compile(
    r"(?<![\d/.-])(?<!số )(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<year>[12]\d{3})(?![/-]|\.?\w)"
)
WORDS = re.compile(
    r"\bngày\s+(?P<day>\d{1,2})(?:\s+tháng\s+|/)(?P<month>\d{1,2})(?![\d/-]|\.\d)(?:\s+năm\s+(?P<year>[12]\d{3})\b)?",
    re.I,
)
LUNAR = re.compile(r"[^.;\n]{0,40}?(?:âm\s+lịch|\bÂL\b|\bAL\b)|\s+năm\s+[^\W\d]", re.I)
"""What follows a day of the lunar calendar, any month of which may have thirty: ngày 30 tháng 2 năm Đinh Mùi."""
QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|«[^»]*»|\"[^\"]*\"")
TITLE = re.compile(r"\bsố\s+\d[^\s,;]*/[^.;]{0,200}?\b(?:về|V/v)\b[^.;,]*", re.I)
"""A document that is named with its title: Kế hoạch số 5/KH-UBND ngày 3/2/2027 về …"""
ANY_YEAR = 2024  # which has all days that a day without a year may be


def check_days(draft: Draft, source: Source, report: Report) -> None:
    """Report each day that the calendar does not have, but in quotations and titles, which stay as they were written.

    Days of anniversaries, which are counted, have messages of their own.
    """
    lines = [(("trich_yeu",), draft.subject), *((("can_cu", at), base) for at, base in enumerate(draft.legal_bases))]
    for path, text in (*lines, *((path, plain_text(text)) for path, text in source.texts.items())):
        for day in find_wrong_days(text):
            report("W116", path, value=day)


def find_wrong_days(text: str) -> Iterator[str]:
    """Yield the days of a text that are in no calendar, as they are written."""
    words = TITLE.sub(_blank, QUOTED.sub(_blank, text))
    if has_counts([words]):
        words = COUNTED.sub(_blank, words)
    for form in (FIGURES, WORDS):
        for found in form.finditer(words):
            if _is_wrong(found) and not LUNAR.match(words, found.end()):
                yield found[0]


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _is_wrong(found: re.Match[str]) -> bool:
    """Tell whether no calendar has a day; figures that are far from one may be no day at all."""
    day, month, year = int(found["day"]), int(found["month"]), int(found["year"] or ANY_YEAR)
    if 1 <= month <= 12:
        return day < 40 and not 1 <= day <= monthrange(year, month)[1]
    return 1 <= day <= 31 and found.groupdict().get("sign", "/") == "/"
