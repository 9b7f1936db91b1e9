"""Reads numbers of years that stand with the two years between which they are: passages go in, each comes out.

Từ năm 1995 đến năm 2027, sau 32 năm gia nhập ASEAN; 41 năm đổi mới (1986 - 2027); kế hoạch 5 năm 2026 - 2030.
"""

import re
from collections.abc import Iterable, Iterator

from ..model.mentions import Mention, Passage
from ..patterns import regex
from ..records import dataclass
from .numerals import NUMERAL, read_numeral

_SOME = r"(?<!hơn )(?<!gần )(?<!trên )(?<!khoảng )(?<!ngót )(?<!dưới )(?<!quá )"
_COUNT = rf"{_SOME}\b(?P<words>(?:(?P<count>\d{{1,3}})|(?P<numeral>{NUMERAL}))\s+năm)\b"
_BOTH = r"(?P<first>1[89]\d{2}|20\d{2})\s*(?:[-–]|đến)\s*(?:năm\s+)?(?P<last>1[89]\d{2}|20\d{2})"
_BEHIND = regex(
    rf"{_COUNT}(?:\s+(?:trong\s+)?(?:giai\s+đoạn\s+)?(?=20\d)|[^\d.;:()]{{0,90}}?(?:số\s+\d\S*[^\d.;:()]{{0,60}}?)?(?:\(\s*(?:từ\s+)?(?:năm\s+)?|[,\s]từ\s+(?:năm\s+)?)){_BOTH}",
    re.I,
)
_BEFORE = regex(
    rf"\btừ\s+(?:năm\s+)?{_BOTH}\s*,?\s*(?:(?:đã|là|tức|tròn|sau|qua|trong|trải\s+qua|vừa)\s+){{1,3}}{_COUNT}", re.I
)
_OF_PROGRAMME = regex(
    r"\b(?:đề\s+án|chương\s+trình|kế\s+hoạch|chiến\s+lược|quy\s+hoạch|dự\s+án|nghị\s+quyết\s+đại\s+hội|nhiệm\s+kỳ)\b",
    re.I,
)
"""Whose own years stand in the brackets: 5 năm thực hiện Đề án … (2021 - 2030)."""


@dataclass(frozen=True, eq=False)
class YearsBetween(Mention):
    """A number of years and the first and last year that are said of it; the mention is the number."""

    count: int
    first: int
    last: int

    @property
    def passed(self) -> int:
        """Return the difference of the years."""
        return self.last - self.first

    @property
    def is_right(self) -> bool:
        """Tell whether it is the number of years between them, or of those from the first to the last."""
        return self.count in (self.passed, self.passed + 1)


def read_year_spans(passages: Iterable[Passage]) -> Iterator[YearsBetween]:
    """Yield the numbers of years of passages that stand with two years, the first before the last."""
    for passage in passages:
        for form in (_BEHIND, _BEFORE):
            for found in form.finditer(passage.text):
                count = int(found["count"]) if found["count"] else read_numeral(found["numeral"])
                first, last = int(found["first"]), int(found["last"])
                if count and first < last and not _OF_PROGRAMME.search(found[0]):
                    yield YearsBetween(passage, *found.span("words"), count, first, last)
