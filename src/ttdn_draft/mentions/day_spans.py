"""Reads the times from one day or month to another: passages go in, each with what is counted before it comes out.

Từ ngày 15/9 đến hết ngày 15/10/2027; trong 05 ngày, từ ngày 10 tháng 4 đến ngày 14 tháng 4 năm 2027.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ..model.mentions import Mention, Passage
from ..patterns import regex
from ..records import dataclass

_YEAR = r"(?:(?:/|\s+năm\s+)(?P<{}>20\d{{2}}))?"
_TO = r"\s*(?:đến|tới|[-–])\s*(?:hết\s+)?"
_DAYS = regex(
    r"\b[Tt]ừ\s+(?:ngày\s+)?(?P<day>\d{1,2})(?:/|\s+tháng\s+)(?P<month>\d{1,2})"
    + _YEAR.format("year")
    + _TO
    + r"(?:ngày\s+)?(?P<last_day>\d{1,2})(?:/|\s+tháng\s+)(?P<last_month>\d{1,2})"
    + _YEAR.format("last_year")
    + r"(?![\d/-])"
)
_MONTHS = regex(
    r"\b[Tt]ừ\s+tháng\s+(?P<month>\d{1,2})"
    + _YEAR.format("year")
    + _TO
    + r"(?:tháng\s+)?(?P<last_month>\d{1,2})"
    + _YEAR.format("last_year")
    + r"(?![\d/-])"
)
_COUNT = regex(r"(?<![\d/.,-])(?P<count>\d{1,3})\s+(?P<unit>ngày|tháng)(?:\s+đầu\s+năm)?\s*[,(:]?\s*$", re.I)
_BEFORE = 30  # signs before a span in which its length may be counted
_LUNAR = ("âm lịch", " ÂL", " AL", "năm sau")
_REACH = 20
AUTUMN, SPRING = 8, 6  # a span without its first year may run from the autumn of a year to the spring of the next


@dataclass(frozen=True, eq=False)
class DaySpan(Mention):
    """A time from a day to a day, or from a month to a month; `count` is how many of them are said to be in it."""

    first: tuple[int | None, int, int | None]  # year, month, day
    last: tuple[int | None, int, int | None]
    count: int | None = None
    counts_days: bool = False

    @property
    def runs_backwards(self) -> bool:
        """Tell whether its last day, of the same year, comes before its first; two full dates are read as dates."""
        (year, *first), (last_year, *last) = self.first, self.last
        if year and last_year:
            return self.first[2] is None and (year, first[0]) > (last_year, last[0])
        may_cross = (self.first[1] >= AUTUMN and self.last[1] <= SPRING) or bool(year)
        return not may_cross and [n or 0 for n in first] > [n or 0 for n in last]

    @property
    def length(self) -> int | None:
        """Return how many days or months it has, the first and the last one too; nothing where that is not known."""
        (year, month, day), (last_year, last_month, last_day) = self.first, self.last
        whole_year = last_year or year
        if day is None or last_day is None:
            passed = last_month - month + 1 + 12 * ((last_year or 0) - year if year and last_year else 0)
            return passed if passed > 0 else None
        if whole_year is None:
            return None
        try:
            return (date(whole_year, last_month, last_day) - date(year or whole_year, month, day)).days + 1
        except ValueError:
            return None


def read_day_spans(passages: Iterable[Passage]) -> Iterator[DaySpan]:
    """Yield the spans of passages; those of the lunar calendar, and to a day of the year after, are none."""
    for passage in passages:
        for form in (_DAYS, _MONTHS):
            for found in form.finditer(passage.text):
                if not any(word in passage.text[found.end() : found.end() + _REACH] for word in _LUNAR):
                    yield _make(passage, found)


def _make(passage: Passage, found: re.Match[str]) -> DaySpan:
    named = found.groupdict()
    first, last = (
        (_to_int(named[f"{which}year"]), int(named[f"{which}month"]), _to_int(named.get(f"{which}day")))
        for which in ("", "last_")
    )
    count = _COUNT.search(passage.text, max(0, found.start() - _BEFORE), found.start())
    is_of_kind = count and (count["unit"].lower() == "ngày") == (first[2] is not None)
    number = int(count["count"]) if count and is_of_kind else None
    return DaySpan(passage, *found.span(), first, last, number, first[2] is not None)


def _to_int(figures: str | None) -> int | None:
    return int(figures) if figures else None
