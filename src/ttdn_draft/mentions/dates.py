"""Reads the dates of a text: passages go in, each day or month that is named comes out, with its weekday."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..model import PartialDate
from ..model.mentions import Mention, Passage
from .contexts import clause_before

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
"""The days of a week as they are written inside a sentence, Monday first."""
_WEEKDAY = r"(?P<weekday>thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật)"
_FIGURES = re.compile(
    r"(?<![\w/.-])(?<!số )(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<year>[12]\d{3}|\d{2}(?!\d))"
    r"(?![/-]|\.?\w)"
)
_WORDS = re.compile(
    r"\bngày\s+(?P<day>\d{1,2})(?:\s+tháng\s+|(?P<sign>/))(?P<month>\d{1,2})(?![\d/-]|\.\d)"
    r"(?:\s+năm\s+(?P<year>[12]\d{3})\b)?",
    re.I,
)
_MONTH = re.compile(r"\btháng\s+(?P<month>\d{1,2})(?:/|\s+năm\s+)(?P<year>[12]\d{3})\b", re.I)
_BEFORE = re.compile(_WEEKDAY + r"\s*[,(]?\s*(?:ngày\s+)?$", re.I)
_BEHIND = re.compile(r"\s*[,(]\s*" + _WEEKDAY + r"\b", re.I)
_LUNAR = re.compile(r"[^.;\n]{0,40}?(?:âm\s+lịch|\bÂL\b|\bAL\b)|\s+năm\s+[^\W\d]", re.I)
_AFTER_SYMBOL = re.compile(r"\bsố\s+\S*[/-]\S+,?\s*(?:ngày\s+)?$|\bLuật\s[^,;.]{1,80}\s+(?:ngày\s+)?$", re.I)
_TITLE = re.compile(r"\bsố\s+\d[^\s,;]*/[^.;]{0,200}?\b(?:về|V/v)\b[^.;,]*$", re.I)
_CENTURY = 2000


@dataclass(frozen=True, eq=False)
class DateMention(Mention):
    """A day or a month as it is written; the figures may name none that there is.

    `sign` parts the figures ("/", "-", "."), and is blank where it is written in words; `weekday_at` is where the name
    of the weekday stands.
    """

    day: int | None
    month: int
    year: int | None
    sign: str = ""
    weekday_at: tuple[int, int] | None = None
    has_short_year: bool = False
    is_lunar: bool = False

    @property
    def when(self) -> PartialDate | None:
        """Return the date, as far as it is named; nothing without a year, and for one that is in no calendar."""
        if self.year is None:
            return None
        found = PartialDate(self.year, self.month, self.day)
        try:
            return found if found.first else None
        except ValueError:
            return None

    @property
    def full(self) -> date | None:
        """Return the day, where all of it is named and the calendar has it."""
        found = self.when
        return found.first if found and found.precision == "day" else None

    @property
    def weekday(self) -> str:
        """Return the name of the weekday that stands beside it."""
        return self.passage.text[slice(*self.weekday_at)] if self.weekday_at else ""

    @property
    def is_in_title(self) -> bool:
        """Tell whether it stands in the title of a document that is cited."""
        return bool(_TITLE.search(clause_before(self.passage, self.start)))

    @property
    def is_of_document(self) -> bool:
        """Tell whether it is the date of a document that is cited, or stands in the title of one."""
        return self.is_in_title or bool(_AFTER_SYMBOL.search(clause_before(self.passage, self.start)))


def read_dates(passages: Iterable[Passage]) -> Iterator[DateMention]:
    """Yield the dates of passages in the order of the text."""
    for passage in passages:
        if any(sign.isdigit() for sign in passage.text):
            yield from sorted(_read(passage), key=lambda found: found.start)


def _read(passage: Passage) -> Iterator[DateMention]:
    taken: list[tuple[int, int]] = []
    for form in (_FIGURES, _WORDS, _MONTH):
        for found in form.finditer(passage.text):
            if not any(start < found.end() and found.start() < end for start, end in taken):
                taken.append(found.span())
                yield _make(passage, found)


def _make(passage: Passage, found: re.Match[str]) -> DateMention:
    named = found.groupdict()
    year, text = named["year"], passage.text
    before = _BEFORE.search(text, max(0, found.start() - 24), found.start())
    beside = before or _BEHIND.match(text, found.end())
    return DateMention(
        passage,
        *found.span(),
        day=int(named["day"]) if named.get("day") else None,
        month=int(named["month"]),
        year=None if year is None else int(year) + (_CENTURY if len(year) == 2 else 0),
        sign=named.get("sign") or "",
        weekday_at=beside.span("weekday") if beside else None,
        has_short_year=year is not None and len(year) == 2,
        is_lunar=bool(_LUNAR.match(text, found.end())),
    )
