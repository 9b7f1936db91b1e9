"""Reads days that stand behind the name of a day: passages go in, each such day with the words before it comes out.

Ngày thành lập Quân đội nhân dân Việt Nam (22/12), kỷ niệm Quốc khánh 02/9.
"""

import re
from collections.abc import Iterable, Iterator

from ..model.mentions import Mention, Passage
from ..patterns import regex
from ..records import dataclass

_DAY = regex(
    r"(?P<open>\(\s*(?:ngày\s+)?)?(?<![\d/.,-])(?P<date>(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?:[/-](?P<year>\d{4}))?)"
    r"(?(open)(?P<pair>\s*[-–]\s*(?:\d{1,2}/\d{1,2}/)?\d{4})?\s*\)|(?![\d/%-]|[.,]\d))"
)
_NEAR = regex(r"\d[/-]\d")
_NAMED = regex(r"\bNgày\s+\S|\bngày\s+[A-ZĐ]|(?i:\bk[ỷỉ]\s+niệm\b|\bmừng\b|\bdịp\b)")
NAMING_WORDS = ("ngày ", "kỷ niệm", "kỉ niệm", "mừng", "dịp")
_COUNTED = regex(r"\bnăm\b|lần\s+thứ", re.I)
_PARTS = regex(r"[();:\n]|\.\s")
_REACH = 140  # signs before a day in which its name stands


@dataclass(frozen=True, eq=False)
class NamedDate(Mention):
    """A day and a month, `before` them the words that may end with the name of a day."""

    day: int
    month: int
    year: int | None
    before: str


def read_named_dates(passages: Iterable[Passage]) -> Iterator[NamedDate]:
    """Yield the days that stand right behind words in which a day may be named."""
    for passage in passages:
        if _NEAR.search(passage.text) and _NAMED.search(passage.text):
            for found in _DAY.finditer(passage.text):
                before = _PARTS.split(passage.text[max(0, found.start() - _REACH) : found.start()])[-1]
                is_counted = found["pair"] and _COUNTED.search(before)  # which is held against both its days
                if _NAMED.search(before) and not is_counted:
                    year = int(found["year"]) if found["year"] else None
                    numbers = int(found["day"]), int(found["month"])
                    yield NamedDate(passage, *found.span("date"), *numbers, year, before.strip())
