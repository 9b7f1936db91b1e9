"""Reads the counts of years of a text: passages go in, each number of years with the day that it counts comes out.

80 năm Ngày … (28/01/1941 - 28/01/2021), kỷ niệm lần thứ 80 Ngày …; a day that is joined bears the count before it.
Numbers that are only near (hơn 35 năm) are none.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import cached_property

from ..model import PartialDate
from ..model.mentions import Mention, Passage, Stretch
from ..patterns import regex
from ..records import dataclass
from .contexts import CLAUSE_END
from .numerals import NUMERAL, read_numeral

_COUNT = regex(
    r"(?<!hơn )(?<!gần )(?<!trên )(?<!khoảng )(?<!ngót )(?<!dưới )\b"
    rf"(?:(?P<round>tròn)\s+)?(?:(?P<count>\d{{1,4}})|(?P<words>{NUMERAL}))\s+năm(?:\s+(?=\S)|(?=\s*$))(?!\d{{3,4}}\b)"
    r"|(?<=niệm )lần\s+thứ\s+(?P<nth>\d{1,3})\s+",
    re.I,
)
_ORDINAL_BEHIND = regex(r"k[ỷỉ]\s+niệm\s+(?P<name>[^()\d,;:.]{3,120}?)\s+lần\s+thứ\s+(?P<nth>\d{1,3})\b", re.I)
_END = regex(r";|[.!?:](?=\s|$)|\n\s*\n")
_BRACKETS = regex(r"\((?P<inside>[^()]*\d[^()]*)\)")
_JOIN = regex(r"\s*(?:và|,|gắn\s+với|cùng(?:\s+với)?)\s+", re.I)
_BARE_END = regex(
    r"[(),]|\s\d|\s[-–]\s(?=Ngày\b)|(?<!Việt Nam)\s(?:và|gắn\s+với|tại|trên\s+địa\s+bàn|từ\s+ngày)(?=\s)", re.I
)
_FIGURES = r"(?:\d{1,2}[/.-]{1,3}){0,2}\d{3,4}"
_ONE = rf"(?:(?:ngày|tháng|năm)\s+)?({_FIGURES}|(?:\d{{1,2}}\s+tháng\s+)?\d{{1,2}}\s+năm\s+\d{{3,4}})"
_BOTH = regex(rf"\s*(?:từ\s+)?{_ONE}\s*(?:[-–—]|đến)\s*{_ONE}\s*", re.I)
_FROM_TO = regex(rf"[\s,]*(?=từ\s){_BOTH.pattern}", re.I)
_SEVERAL = regex(r"\s*(?:;|\bvà\b|,)\s*", re.I)
_NUMBERS = regex(r"\d+")
_SEPARATOR = regex(r"[/.-]+")
_COMMEMORATION = regex(r"k[ỷỉ]\s+niệm", re.I)
_DAY_NAME = regex(r"ngày\s", re.I)
_LONGEST_NAME = 220
_REACH = 400  # signs before a count in which it may be called an anniversary


@dataclass(frozen=True, eq=False)
class MarkedDate(Mention):
    """One of the two dates between which years are counted, as it is written."""

    @cached_property
    def when(self) -> PartialDate | None:
        """Return the date; nothing for one that does not exist."""
        found = PartialDate(*map(int, reversed(_NUMBERS.findall(self.words))))
        try:
            return found if found.first <= found.last else None
        except ValueError:
            return None

    @property
    def is_miswritten(self) -> bool:
        """Tell whether there is no such date, or its figures are parted by more than one sign."""
        return self.when is None or any(len(sign) > 1 for sign in _SEPARATOR.findall(self.words))


@dataclass(frozen=True, eq=False)
class YearCount(Mention):
    """A number of years, with the name of what it counts and the two dates in brackets, if there are some.

    `brackets` is where whatever stands between brackets behind the name stands. `leads` is no more true of a day that
    is joined to another and bears its count.
    """

    count: int
    name_at: Stretch
    brackets: Stretch | None = None
    dates: tuple[MarkedDate, MarkedDate] | None = None
    is_round: bool = False
    is_ordinal: bool = False
    leads: bool = True

    @property
    def name(self) -> str:
        """Return the words between the count and the dates."""
        return self.passage.text[slice(*self.name_at)].strip()

    @property
    def is_called_so(self) -> bool:
        """Tell whether it is called an anniversary in its clause."""
        before = self.passage.text[max(0, self.start - _REACH) : self.start]
        return self.is_ordinal or bool(_COMMEMORATION.search(CLAUSE_END.split(before)[-1]))

    @property
    def counts_day(self) -> bool:
        """Tell whether what it counts is called a day."""
        return bool(_DAY_NAME.match(self.name))

    @property
    def may_be_anniversary(self) -> bool:
        """Tell whether it has a name, or is called so; for others no calendar is needed."""
        name = self.name
        return bool(name) and (name[0].isupper() or self.counts_day or self.is_called_so)

    @property
    def span(self) -> "CountedSpan | None":
        """Return the time between the two dates; nothing where one of them is no date."""
        first, last = (date.when for date in self.dates) if self.dates else (None, None)
        return CountedSpan(self.count, first, last) if first and last else None


@dataclass(frozen=True)
class CountedSpan:
    """A number of years that stands before two dates."""

    count: int
    start: PartialDate
    end: PartialDate

    @property
    def passed(self) -> int:
        """Return the difference of the years."""
        return self.end.year - self.start.year

    @property
    def has_one_day(self) -> bool:
        """Tell whether both dates name the same day and month; 29 February comes back as the 28th."""
        same = PartialDate(self.end.year, self.start.month, self.start.day)
        return self.end in (self.start.move_to(self.end.year), same)

    @property
    def is_period(self) -> bool:
        """Tell whether it is a time from its first to its last day, month or year."""
        if self.start.precision == "year" or not self.has_one_day:
            return self.passed == self.count - 1 or self._ends_before_return
        return False

    @property
    def _ends_before_return(self) -> bool:
        return self.end.last + timedelta(1) == self.start.move_to(self.end.year).first


def read_counts(passages: Iterable[Passage]) -> Iterator[YearCount]:
    """Yield the counts of years of passages in the order of the text."""
    for passage in passages:
        if "năm" in passage.text or "lần thứ" in passage.text:
            yield from _read_passage(passage)


def _read_passage(passage: Passage) -> Iterator[YearCount]:
    found = list(_COUNT.finditer(passage.text))
    for number, count in enumerate(found):
        value = _read_value(count)
        end = found[number + 1].start() if number + 1 < len(found) else len(passage.text)
        if value is not None:
            start = count.start("round") if count["round"] else count.start()
            words = (start, count.start() + len(count[0].rstrip()))
            lead = YearCount(passage, *words, value, (0, 0), None, None, bool(count["round"]), bool(count["nth"]))
            yield from _read_days(lead, count.end(), _cut(passage.text, count.end(), end))
    for ordinal in _ORDINAL_BEHIND.finditer(passage.text) if "lần thứ" in passage.text else ():
        yield _read_ordinal(passage, ordinal)


def _read_value(found: re.Match[str]) -> int | None:
    figures = found["count"] or found["nth"]
    return int(figures) if figures else read_numeral(found["words"])


def _cut(text: str, start: int, end: int) -> int:
    """Return where the clause behind a count ends; brackets that hold such a sign do not end it."""
    at = start
    while ends := _END.search(text, at, end):
        opened = text.rfind("(", start, ends.start())
        closed = text.find(")", opened, end) if opened >= 0 else -1
        if closed < ends.start():
            return ends.start()
        at = closed
    return end


def _read_days(lead: YearCount, start: int, end: int) -> Iterator[YearCount]:
    """Yield a count with each day that it is written for: those joined to the first one bear it too."""
    text, leads = lead.passage.text, True
    while found := _BRACKETS.search(text, start, end):
        if max(found.start() - start, len(found[0])) > _LONGEST_NAME:
            break
        yield from _pair(lead, (start, found.start()), found, leads)
        joined = _JOIN.match(text, found.end(), end)
        if joined is None:
            return
        start, leads = joined.end(), False
    if leads:
        yield _read_bare(lead, start, end)


def _pair(lead: YearCount, name_at: Stretch, found: re.Match[str], leads: bool) -> Iterator[YearCount]:
    """Yield one count, or one for each pair of dates where the brackets hold several."""
    first, inside = found.start("inside"), found["inside"]
    pieces = _split(inside, first)
    names = _split(lead.passage.text[slice(*name_at)], name_at[0])
    names = names if len(names) == len(pieces) else [name_at]
    pairs = [_read_both(lead.passage, piece) for piece in pieces]
    if len(pieces) == 1 or not all(pairs):
        yield _make(lead, name_at, found.span("inside"), _read_both(lead.passage, found.span("inside")), leads)
        return
    for number, (piece, both) in enumerate(zip(pieces, pairs, strict=True)):
        name = names[number] if number < len(names) else (name_at[1], name_at[1])
        yield _make(lead, name, piece, both, leads and number == 0)


def _split(text: str, first: int) -> list[Stretch]:
    """Return the stretches between the words that join names, or dates."""
    found, at = list[Stretch](), 0
    for joint in _SEVERAL.finditer(text):
        found.append((first + at, first + joint.start()))
        at = joint.end()
    return [*found, (first + at, first + len(text))]


def _read_both(passage: Passage, at: Stretch) -> tuple[MarkedDate, MarkedDate] | None:
    found = _BOTH.fullmatch(passage.text, *at)
    return (MarkedDate(passage, *found.span(1)), MarkedDate(passage, *found.span(2))) if found else None


def _read_bare(lead: YearCount, start: int, end: int) -> YearCount:
    """Return a count without brackets: its name ends where something else is said; dates may follow in words."""
    text = lead.passage.text
    ends = _BARE_END.search(text, start, end)
    stop = min(ends.start() if ends else end, start + _LONGEST_NAME)
    dates = _FROM_TO.match(text, stop, end)
    both = (MarkedDate(lead.passage, *dates.span(1)), MarkedDate(lead.passage, *dates.span(2))) if dates else None
    return _make(lead, (start, stop), None, both, True)


def _read_ordinal(passage: Passage, found: re.Match[str]) -> YearCount:
    behind = _BRACKETS.match(passage.text, found.end() + (passage.text[found.end() : found.end() + 1] == " "))
    both = _read_both(passage, behind.span("inside")) if behind else None
    words = (found.end("name") + 1, found.end())
    at = behind.span("inside") if behind else None
    return YearCount(passage, *words, int(found["nth"]), found.span("name"), at, both, is_ordinal=True)


def _make(
    lead: YearCount,
    name_at: Stretch,
    brackets: Stretch | None,
    dates: tuple[MarkedDate, MarkedDate] | None,
    leads: bool,
) -> YearCount:
    start, end, count = lead.start, lead.end, lead.count
    return YearCount(lead.passage, start, end, count, name_at, brackets, dates, lead.is_round, lead.is_ordinal, leads)
