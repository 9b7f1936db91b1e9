"""Reads numbers that are said to be so many in each part of a year: passages go in, each comes out with its parts.

08 buổi tuyên truyền, mỗi quý 02 buổi; 12 số bản tin, mỗi tháng một số.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..model.mentions import Mention, Passage
from ..patterns import regex
from ..records import dataclass
from .figures import FIGURE, to_number
from .numerals import NUMERAL, read_numeral

_EACH = regex(
    rf"(?<![\w/.,-])(?P<words>(?P<total>{FIGURE})\s+(?P<unit>[^\W\d_]+)(?:,\s+[^\W\d_]+)?)[^\d.;:()]{{0,80}}?[,(]\s*"
    rf"(?:trung\s+bình\s+|bình\s+quân\s+)?(?:mỗi|hằng|một)\s+(?P<part>quý|tháng)\s+(?:tổ\s+chức\s+|phát\s+hành\s+|có\s+)?"
    rf"(?P<each>{FIGURE}|{NUMERAL})\s+(?P=unit)\b(?!\s*(?:trở|/))",
    re.I,
)
_LESS_THAN_YEAR = regex(
    r"\b(?:quý\s+[IV\d]|tháng\s+\d|\d\s+tháng|từ\s+(?:ngày|quý|tháng)|ít\s+nhất|tối\s+thiểu|giai\s+đoạn)\b", re.I
)
PARTS_OF_YEAR = {"quý": 4, "tháng": 12}


@dataclass(frozen=True, eq=False)
class SpreadMention(Mention):
    """A number of things in a year, how many there are in each part of it, and which; the mention is the number."""

    total: Decimal
    each: Decimal
    part: str

    @property
    def right(self) -> Decimal:
        """Return how many the parts make in a year."""
        return self.each * PARTS_OF_YEAR[self.part]


def read_spreads(passages: Iterable[Passage]) -> Iterator[SpreadMention]:
    """Yield the numbers of a whole year that stand with those of its quarters or months."""
    for passage in passages:
        for found in _EACH.finditer(passage.text):
            total, each = to_number(found["total"]), to_number(found["each"]) or read_numeral(found["each"])
            if total is not None and each and not _LESS_THAN_YEAR.search(passage.text):
                yield SpreadMention(passage, *found.span("words"), total, Decimal(each), found["part"].lower())
