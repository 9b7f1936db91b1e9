"""Reads the dates of a text: passages go in, each day or month that is named comes out, with its weekday."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from ..model import PartialDate
from ..model.mentions import Mention, Passage
from ..patterns import regex
from ..records import dataclass
from .contexts import clause_before

WEEKDAY_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
"""The days of a week as they are written inside a sentence, Monday first."""
_WEEKDAY = r"(?P<weekday>thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7](?!\d))|chủ\s+nhật)"
_FIGURES = regex(
    r"(?<![\w/.-])(?<!số )(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<year>[12]\d{3}|\d{2}(?!\d))"
    r"(?![/-]|\.?\w)"
)
FIGURES_NEAR = regex(r"\d[/.-]\d")  # in every date that has no word
_WORDS = regex(
    r"\bngày\s+(?P<day>\d{1,2})(?:\s+tháng\s+|(?P<sign>/))(?P<month>\d{1,2})(?![\d/-]|\.\d)"
    r"(?:\s+năm\s+(?P<year>[12]\d{3})\b)?",
    re.I,
)
_JOINED = regex(
    r"(?<![\d/.,-])(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?![\d/-]|\.\d)(?:\s+năm\s+(?P<year>[12]\d{3})\b)?",
    re.I,
)
_JOINTS = ("và ", ", ", "- ", "đến ", "hết ")
"""A day whose word stands before the one that it is joined to: ngày 29 và 30 tháng 4."""
_MONTH = regex(r"\btháng\s+(?P<month>\d{1,2})(?:/|\s+năm\s+)(?P<year>[12]\d{3})\b", re.I)
_TURNED = regex(r"\s*(?P<year>[12]\d{3})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\s*")
_TASK_TIME = "thoi_han"
"""The key under which a day may be typed as machines write it: 2027-09-30; it is printed as people do."""
_BEFORE = regex(_WEEKDAY + r"\s*[,(]?\s*(?:ngày\s+)?$", re.I)
_COUNTED = regex(
    r"\b(?:lần|đợt|lớp|bước|chặng|cuộc|(?:kỳ|phiên)(?:\s+họp)?|khoá|khóa|vòng|hạng|năm|quý|tháng|tuần)\s+$", re.I
)
"""What is counted by the words of a weekday: lần thứ hai (31/5/1957) is the second time and no Monday."""
_BEHIND = regex(r"\s*[,(]\s*" + _WEEKDAY + r"\b", re.I)
_LUNAR = regex(r"[^.;\n]{0,40}?(?:âm\s+lịch|\bÂL\b|\bAL\b)|\s+năm\s+[^\W\d]", re.I)
_AFTER_SYMBOL = regex(r"\bsố\s+\S*[/-]\S+,?\s*(?:ngày\s+)?$|\bLuật\s[^,;.]{1,80}\s+(?:ngày\s+)?$", re.I)
_TITLE = regex(r"\bsố\s+\d[^\s,;]*/[^.;]{0,200}?\b(?:về|V/v)\b[^.;,]*$", re.I)
_CENTURY = 2000
_NEAR = 24  # signs on either side of a date in which its weekday may stand


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

    @cached_property
    def before(self) -> str:
        """Return what stands before it in its clause."""
        return clause_before(self.passage, self.start)

    @cached_property
    def is_in_title(self) -> bool:
        """Tell whether it stands in the title of a document that is cited."""
        return "số" in self.before and bool(_TITLE.search(self.before))

    @cached_property
    def is_of_document(self) -> bool:
        """Tell whether it is the date of a document that is cited, or stands in the title of one."""
        is_cited = "số" in self.before or "Luật" in self.before
        return is_cited and (self.is_in_title or bool(_AFTER_SYMBOL.search(self.before)))


def read_dates(passages: Iterable[Passage]) -> Iterator[DateMention]:
    """Yield the dates of passages, which hold digits, in the order of the text."""
    for passage in passages:
        yield from sorted(_read(passage), key=lambda found: found.start)


def _read(passage: Passage) -> Iterator[DateMention]:
    taken: list[tuple[int, int]] = []
    if passage.path[-1:] == (_TASK_TIME,) and (turned := _TURNED.fullmatch(passage.text)):
        yield _make(passage, turned)
    for form in _choose_forms(passage.text):
        for found in form.finditer(passage.text):
            if form is _JOINED and not passage.text.endswith(_JOINTS, 0, found.start()):
                continue
            at = bisect(taken, found.span())
            if not any(start < found.end() and found.start() < end for start, end in taken[max(0, at - 1) : at + 1]):
                taken.insert(at, found.span())
                yield _make(passage, found)


def _choose_forms(text: str) -> Iterator[re.Pattern[str]]:
    """Yield the forms of which a text has the signs or the letters."""
    if FIGURES_NEAR.search(text):
        yield _FIGURES
    if "gày" in text or "GÀY" in text:
        yield _WORDS
        if "háng" in text:
            yield _JOINED
    if "háng" in text or "HÁNG" in text:
        yield _MONTH


def _find_weekday_before(text: str, end: int) -> re.Match[str] | None:
    """Return the weekday that ends before a date; none where its words count something."""
    found = _BEFORE.search(text, max(0, end - _NEAR), end)
    if found is None or _COUNTED.search(text, max(0, found.start() - _NEAR), found.start()):
        return None
    is_second = found["weekday"].islower() and text[: found.start()].rstrip().lower().endswith("buổi")
    return None if is_second else found


def _make(passage: Passage, found: re.Match[str]) -> DateMention:
    named = found.groupdict()
    year, text = named["year"], passage.text
    near = text[max(0, found.start() - _NEAR) : found.end() + _NEAR]
    has_weekday = "thứ" in near or "Thứ" in near or "hủ" in near
    before = _find_weekday_before(text, found.start()) if has_weekday else None
    beside = before or (_BEHIND.match(text, found.end()) if has_weekday else None)
    return DateMention(
        passage,
        *found.span(),
        day=int(named["day"]) if named.get("day") else None,
        month=int(named["month"]),
        year=None if year is None else int(year) + (_CENTURY if len(year) == 2 else 0),
        sign=named.get("sign") or "",
        weekday_at=beside.span("weekday") if beside else None,
        has_short_year=year is not None and len(year) == 2,
        is_lunar=bool(_LUNAR.match(text, found.end(), found.end() + 2 * _NEAR)),
    )
