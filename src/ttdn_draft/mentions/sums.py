"""Reads sums in sentences: passages go in, each total with the parts that are said to make it up comes out.

20 sản phẩm, gồm 12 bản tin, 5 phim ngắn và 3 bộ ảnh; 8/10 xã (80%). A row that may not be whole is none: trong đó,
và các …, gần 20, mỗi.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..model.mentions import Mention, Passage
from ..patterns import regex
from ..records import dataclass
from .figures import FIGURE, count_decimals, find_scale, to_number

COUNTED = rf"(?<![\d/.,-])(?:{FIGURE})(?![\d/%]|[.,]\d)"
_INTO = regex(rf"\s*[,:(]?\s*\b(?:bao\s+)?gồm(?:\s+có)?\s*:?\s*(?=(?:có\s+)?{COUNTED}\s)", re.I)
_TOTAL = regex(rf"(?P<number>{COUNTED})\s+(?P<unit>[^\d;.:()“”]{{1,80}})$")
_NEAR = regex(r"(?:khoảng|gần|hơn|trên|dưới|ngót|chừng|độ|mỗi|từ|đến|quá|dự kiến|tối đa|và)\s*$", re.I)
_NO_COUNT = regex(
    r"(?:Điều|khoản|điểm|(?<!tổng\s)số|năm|tháng|ngày|quý|mục|Phụ lục|thứ|phường|quận|mỗi|lúc|Mẫu|Bảng|Biểu|khoá|khóa|"
    r"nhiệm kỳ)\s*$",
    re.I,
)
_PART = regex(rf"(?:^|,\s+|;\s+|\s+và\s+|,\s+và\s+)(?:có\s+)?(?P<number>{COUNTED})\s+(?=[^\W\d])")
_OPEN_END = regex(
    r"trong\s+đó|…|\.\.\.|v\.v|\b(?:và|cùng)\s+(?:các|một\s+số|nhiều|những|hàng|hơn|gần|khoảng)\b|\bmỗi\b|"
    r",\s*(?:còn|số)\b",
    re.I,
)
_END = regex(r"[.\n](?=\s|$)|[)]|;(?!\s+(?:và\s+)?\d)|\.$")
_BRACKETS = regex(r"\([^()]{0,200}\)")
_SHARE = regex(
    rf"(?<![\w/.,-])(?P<part>\d{{1,6}})/(?P<whole>\d{{1,6}})\s+(?P<what>[^\d;.()%/]{{1,50}}?)\s*[,(]?\s*"
    rf"(?:đạt(?:\s+tỷ\s+lệ)?|chiếm(?:\s+tỷ\s+lệ)?|bằng|tỷ\s+lệ|tương\s+đương)?\s*(?P<percent>{FIGURE})\s*%",
    re.I,
)
_OTHER_SHARE = regex(r"\b(?:tăng|giảm|so|vượt|trong đó|còn|thêm|hơn|gần|trên|khoảng|kế hoạch|chỉ tiêu)\b", re.I)
_REACH = 120
MEASURES = frozenset((
    "đồng", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "usd", "km", "ha", "m", "m2", "m3", "kg", "g", "tấn", "tạ", "lít",
    "mw", "kw", "điểm", "lần", "giờ", "phút", "ngày", "tuần", "tháng", "năm",
))  # fmt: skip
"""Words behind a number that is an amount, and no number of things."""


@dataclass(frozen=True)
class SumPart:
    """One of the parts: its number as it is typed, and the words behind it."""

    typed: str
    what: str

    @property
    def unit(self) -> str:
        """Return the first word of what is counted."""
        return self.what.split(maxsplit=1)[0].strip(",.;:").casefold() if self.what.strip() else ""

    @property
    def value(self) -> Decimal:
        """Return the number, a unit such as triệu taken with it."""
        return (to_number(self.typed) or Decimal(0)).scaleb(find_scale(self.what.strip()))

    @property
    def is_measured(self) -> bool:
        """Tell whether it is an amount of money, a length or the like, and no number of things."""
        return self.unit in MEASURES


@dataclass(frozen=True, eq=False)
class SumMention(Mention):
    """A total with its parts; the mention is the total with its unit. `is_whole` where they are all of it."""

    total: SumPart
    parts: tuple[SumPart, ...]
    is_whole: bool = False

    @property
    def has_one_unit(self) -> bool:
        """Tell whether the total and all parts count the same things."""
        return all(part.unit == self.total.unit for part in self.parts)

    @property
    def sum(self) -> Decimal:
        """Return the sum of the parts."""
        return sum((part.value for part in self.parts), Decimal(0))

    @property
    def slack(self) -> Decimal:
        """Return by how much rounding may part the sum from the total."""
        places = [part for part in (self.total, *self.parts) if count_decimals(part.typed)]
        steps = (Decimal(1).scaleb(find_scale(p.what.strip()) - count_decimals(p.typed)) for p in places)
        return sum(steps, Decimal(0)) / 2


@dataclass(frozen=True, eq=False)
class ShareMention(Mention):
    """A part of a whole with its percentage: 8/10 xã, đạt 80%; the mention is the percentage."""

    part: int
    whole: int
    typed: str

    @property
    def is_right(self) -> bool:
        """Tell whether the percentage is that of the division, rounded or cut off."""
        step = Decimal(1).scaleb(-count_decimals(self.typed))
        return abs(Decimal(100 * self.part) / self.whole - (to_number(self.typed) or 0)) < step


def read_sums(passages: Iterable[Passage]) -> Iterator[SumMention]:
    """Yield the totals of passages whose parts are all told."""
    for passage in passages:
        if "gồm" in passage.text:
            for into in _INTO.finditer(passage.text):
                found = _read_sum(passage, into)
                if found:
                    yield found


def read_shares(passages: Iterable[Passage]) -> Iterator[ShareMention]:
    """Yield the percentages of passages that stand behind the two numbers that they are made of."""
    for passage in passages:
        if "%" in passage.text and "/" in passage.text:
            for found in _SHARE.finditer(passage.text):
                whole = int(found["whole"])
                if whole > 1 and not _OTHER_SHARE.search(passage.text[found.end("whole") : found.start("percent")]):
                    typed = found["percent"]
                    yield ShareMention(passage, found.start("percent"), found.end(), int(found["part"]), whole, typed)


def _read_sum(passage: Passage, into: re.Match[str]) -> SumMention | None:
    text, first = passage.text, max(0, into.start() - _REACH)
    total = _TOTAL.search(text[first : into.start()])
    if total is None:
        return None
    before = text[: first + total.start()]
    if _NEAR.search(before[-20:]) or _NO_COUNT.search(before[-20:]):
        return None
    parts = _read_parts(text, into.end())
    words = SumPart(total["number"], total["unit"])
    if len(parts) < 2 or any(part.is_measured != words.is_measured for part in parts):
        return None
    return SumMention(passage, first + total.start(), first + total.end(), words, parts)


def _read_parts(text: str, start: int) -> tuple[SumPart, ...]:
    """Return the parts from a place to the end of their clause; none where the row may go on."""
    words = _BRACKETS.sub(lambda found: " " * len(found[0]), text[start : start + 4 * _REACH])
    ends = _END.search(words)
    words = words[: ends.start()] if ends else words
    if _OPEN_END.search(words):
        return ()
    found = list(_PART.finditer(words))
    stops = [*(part.start() for part in found[1:]), len(words)]
    parts = [SumPart(p["number"], words[p.end() : stop].strip()) for p, stop in zip(found, stops, strict=True)]
    return tuple(parts) if found and not found[0].start() and not any(map(_counts_more, parts)) else ()


def _counts_more(part: SumPart) -> bool:
    """Tell whether the words of a part hold a number of their own."""
    return bool(re.search(r"\d", part.what))
