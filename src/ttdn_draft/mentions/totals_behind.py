"""Reads totals that stand behind their parts: passages go in, each total with the parts told before it comes out.

Phát hành 12 bản tin, 4 phim ngắn, 2 bộ ảnh, tổng cộng 18 sản phẩm; 02 tổ, mỗi tổ 05 người, tổng số 10 người.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..model.mentions import TEXT_ZONES, Passage
from ..patterns import regex
from .figures import FIGURE, to_number
from .sums import MEASURES, SumMention, SumPart

_NUMBER = rf"(?<![\w/.,-])(?:{FIGURE})(?![\w/%]|[.,]\d|\s*%)"
TOTAL_WORDS = ("tổng cộng", "tổng số", "cộng là", "cộng chung", "tất cả")
_TOTAL = regex(
    rf"[,;(:]?\s*(?:\b(?:tổng\s+(?:cộng|số)|tất\s+cả|cộng(?:\s+chung)?)(?:\s+(?:là|có|được|gồm))?\s*:?\s*)"
    rf"(?P<words>(?P<number>{_NUMBER})\s+(?P<unit>(?:(?:sản|tài|ấn|hội|cán|đảng|đại|tuyên|chuyên|phóng|nhiệm|hoạt|sự|văn|kiến)\s+)?[^\W\d_]+))",
    re.I,
)
_PART = regex(rf"(?P<number>{_NUMBER})\s+(?P<what>(?![A-ZĐ])[^\W\d_][^\d,;]*)")
_BREAK = regex(r"[,;]\s+|\s+và\s+")
_OPEN = regex(
    r"trong\s+đó|\bgồm\b|…|\.\.\.|\b(?:tăng|giảm|hơn|gần|khoảng|trên\s+\d|năm\s+\d{4}|so\s+với|và\s+các|cùng\s+các|mỗi)\b",
    re.I,
)
_EACH = regex(
    rf"(?P<groups>{_NUMBER})\s+(?P<group>[^\W\d_]+)[^.;:\d]{{0,60}}[,(]\s*mỗi\s+(?P=group)\s+(?:có\s+|gồm\s+)?(?P<each>{_NUMBER})\s+"
    rf"(?P<unit>[^\W\d_]+)[^.;:\d]{{0,40}}$",
    re.I,
)
_SENTENCE = regex(r"[.\n:](?=\s)")
MOST_APART = 2  # times the smaller of total and sum: numbers further apart count other things


def read_totals_behind(passages: Iterable[Passage]) -> Iterator[SumMention]:
    """Yield the totals of sentences with the two or more numbers of things right before them."""
    for passage in passages:
        for found in _TOTAL.finditer(passage.text) if passage.zone in TEXT_ZONES else ():
            total = SumPart(found["number"], found["unit"])
            starts = [end.end() for end in _SENTENCE.finditer(passage.text, 0, found.start())]
            before = passage.text[starts[-1] if starts else 0 : found.start()]
            parts = _read_parts(before, total)
            if len(parts) > 1:
                yield SumMention(passage, *found.span("words"), total, parts)


def _read_parts(before: str, total: SumPart) -> tuple[SumPart, ...]:
    """Return the parts of a total, or each group where it is said how many there are in each."""
    each = _EACH.search(before)
    if each and each["unit"].casefold() == total.unit:
        count = to_number(each["groups"]) or Decimal(0)
        return (SumPart(each["each"], each["unit"]),) * int(count) if 1 < count <= 12 else ()
    if _OPEN.search(before):
        return ()
    parts = list[SumPart]()
    for piece in reversed(_BREAK.split(before)):
        numbers = list(_PART.finditer(piece))
        if len(numbers) != 1:
            break
        parts.insert(0, SumPart(numbers[0]["number"], numbers[0]["what"].strip()))
    is_alike = all(part.is_measured == (total.unit in MEASURES) for part in parts)
    told = sum((part.value for part in parts), Decimal(0))
    return tuple(parts) if is_alike and 0 < told <= MOST_APART * total.value <= MOST_APART**2 * told else ()
