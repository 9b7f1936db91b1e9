"""Reads the periods of a text: passages go in, each quarter, half year, span of years or of days comes out."""

import re
from collections.abc import Iterable, Iterator

from ..model.mentions import Mention, Passage
from ..patterns import regex
from ..records import dataclass

_QUARTER = regex(r"\bquý\s+(?P<number>[IVX]{1,4}|\d{1,2})(?:\s*(?:/|năm|-)\s*(?P<year>[12]\d{3}))?\b", re.I)
_HALF = regex(r"\b(?:6|06|sáu)\s+tháng\s+(?P<half>đầu|cuối)\s+năm(?:\s+(?P<year>[12]\d{3}))?\b", re.I)
_NINE = regex(r"\b(?:9|09|chín)\s+tháng\s+(?:đầu\s+)?năm(?:\s+(?P<year>[12]\d{3}))?\b", re.I)
_SPAN = regex(
    r"\b(?P<word>giai\s+đoạn|nhiệm\s+kỳ|khoá|khóa|thời\s+kỳ|các\s+năm|từ\s+năm)\s+(?P<first>[12]\d{3})"
    r"\s*(?:[-–—]|đến(?:\s+năm)?)\s*(?P<last>[12]\d{3})\b",
    re.I,
)
SPAN_WORDS = ("giai đoạn", "nhiệm kỳ", "khoá", "khóa", "thời kỳ")
_YEAR = regex(r"\bnăm\s+(?P<year>[12]\d{3})\b(?!\s*[-–—]\s*[12]\d{3})", re.I)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


@dataclass(frozen=True, eq=False)
class PeriodMention(Mention):
    """A period: `kind` is what it is, `years` the first and the last year that it names, `number` that of a quarter.

    The months are the first and the last of the year in it. A quarter that no year has is number 0.
    """

    kind: str
    years: tuple[int | None, int | None]
    months: tuple[int, int] = (1, 12)
    number: int | None = None

    @property
    def year(self) -> int | None:
        """Return the one year that it names; nothing for a span of years."""
        return self.years[0] if self.years[0] == self.years[1] else None


def read_periods(passages: Iterable[Passage]) -> Iterator[PeriodMention]:
    """Yield the periods of passages, those of one passage by their place; a year inside another period is none."""
    for passage in passages:
        yield from sorted(_read_passage(passage), key=lambda found: found.start)


def _read_passage(passage: Passage) -> Iterator[PeriodMention]:
    found = [*_quarters(passage), *_parts(passage), *_spans(passage)]
    yield from found
    for year in _YEAR.finditer(passage.text):
        if not any(other.start <= year.start() < other.end for other in found):
            yield PeriodMention(passage, *year.span(), "year", _twice(year["year"]))


def _quarters(passage: Passage) -> Iterator[PeriodMention]:
    for found in _QUARTER.finditer(passage.text):
        number = _ROMAN.get(found["number"].upper()) or (int(found["number"]) if found["number"].isdigit() else 0)
        number = number if 1 <= number <= 4 else 0
        months = (3 * number - 2, 3 * number) if number else (1, 12)
        yield PeriodMention(passage, *found.span(), "quarter", _twice(found["year"]), months, number)


def _parts(passage: Passage) -> Iterator[PeriodMention]:
    for found in _HALF.finditer(passage.text):
        months = (1, 6) if found["half"].lower() == "đầu" else (7, 12)
        yield PeriodMention(passage, *found.span(), "half", _twice(found["year"]), months)
    for found in _NINE.finditer(passage.text):
        yield PeriodMention(passage, *found.span(), "nine months", _twice(found["year"]), (1, 9))


def _spans(passage: Passage) -> Iterator[PeriodMention]:
    for found in _SPAN.finditer(passage.text):
        kind = " ".join(found["word"].lower().split())
        yield PeriodMention(passage, *found.span(), kind, (int(found["first"]), int(found["last"])))


def _twice(year: str | None) -> tuple[int | None, int | None]:
    return (int(year), int(year)) if year else (None, None)
