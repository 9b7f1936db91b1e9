"""Reads what is told of two numbers: passages go in, each increase or share with the numbers it is of comes out.

1.200 lượt, tăng 20 % so với năm 2025 (1.000 lượt); tăng từ 49 lên 58 đoàn, tăng 9 đoàn; 50 hồ sơ, trong đó 45 hồ sơ
đúng hạn, chiếm 90 %.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ..model.mentions import Mention, Passage
from ..patterns import regex
from ..records import dataclass
from .figures import FIGURE, count_decimals, to_number

_NUMBER = rf"(?<![\w/.,-])(?:{FIGURE})(?![\w/]|[.,]\d)"
_TYPED = rf"(?P<typed>(?:{FIGURE}))\s*(?P<what>%|[^\W\d_]+)"
_TURN = r"(?P<turn>tăng|giảm|đạt|bằng|vượt)(?:\s+thêm)?"
_SO = r"(?:so\s+với|kế\s+hoạch|chỉ\s+tiêu|dự\s+toán|mục\s+tiêu)\b"
_AGAINST = regex(
    rf"(?P<new>{_NUMBER})\s+(?P<unit>[^\W\d_]+)[^\d.;()]{{0,60}}?[,(]\s*{_TURN}\s+{_TYPED}"
    rf"[^\d.;()]{{0,40}}?{_SO}[^.;()]{{0,50}}?(?:\(\s*|\blà\s+|\bvới\s+)(?P<old>{_NUMBER})\s+(?P=unit)\b",
    re.I,
)
_AGAINST_BOTH = regex(
    rf"(?P<new>{_NUMBER})\s+(?P<unit>[^\W\d_]+)[^\d.;()]{{0,60}}?[,(]\s*(?:tăng|giảm)\s+{_NUMBER}\s+(?P=unit)\b[^\d.;()]{{0,20}}?"
    rf"\(\s*(?:tương\s+đương\s+)?(?P<turn>tăng|giảm|bằng)?\s*(?P<typed>(?:{FIGURE}))\s*(?P<what>%)\s*\)[^\d.;()]{{0,20}}?"
    rf"{_SO}[^.;()]{{0,50}}?\(\s*(?P<old>{_NUMBER})\s+(?P=unit)\b",
    re.I,
)
_FROM_TO = regex(
    rf"\btừ\s+(?P<old>{_NUMBER})\s+(?:[^\d.;()]{{1,40}}?\s+)?(?:năm\s+\d{{4}}\s+)?(?:lên|xuống|còn)(?:\s+còn)?\s+"
    rf"(?P<new>{_NUMBER})(?:\s+(?P<unit>[^\W\d_]+)(?:[^.;()\d]|năm\s+\d{{4}}){{0,50}}?)?\s*[,(]\s*(?:tức\s+)?{_TURN}\s+{_TYPED}",
    re.I,
)
_PART = regex(
    rf"(?P<old>{_NUMBER})\s+(?P<unit>[^\W\d_]+)[^\d.;()]{{0,60}}?\b(?:có|đã|được)\b[^\d.;()%]{{0,40}}?(?P<new>{_NUMBER})\s+"
    rf"(?P=unit)\b[^\d.;()%]{{0,60}}?[,(]\s*(?P<turn>chiếm|đạt)(?:\s+tỷ\s+lệ)?\s+{_TYPED}",
    re.I,
)
_BRACKETED = regex(
    rf"(?P<new>{_NUMBER})\s+(?P<unit>[^\W\d_]+)[^\d.;()]{{0,60}}?\(\s*(?:cùng\s+kỳ|năm\s+trước|năm\s+\d{{4}}|kỳ\s+trước)"
    rf"[^\d.;()]{{0,30}}?(?:năm\s+\d{{4}}[^\d.;()]{{0,10}}?)?(?P<old>{_NUMBER})\s+(?P=unit)\b[^.;()]{{0,40}}?\)\s*[,;]\s*"
    rf"(?:tức\s+)?{_TURN}\s+{_TYPED}",
    re.I,
)
_LEADS = ("so với", "lên", "xuống", "còn", "chiếm", "đạt", "tăng", "giảm")
_OTHER = regex(r"\b(?:kế\s+hoạch|cùng\s+kỳ|hơn|gần|khoảng|trên|dưới|mỗi|tăng|giảm|vượt)\b", re.I)


@dataclass(frozen=True, eq=False)
class ChangeMention(Mention):
    """A number that two others make: `right` is what they make of it; the mention is that number with its unit."""

    old: str
    new: str
    typed: str
    right: Decimal

    @property
    def is_right(self) -> bool:
        """Tell whether it is what the two numbers make, rounded or cut off."""
        step = Decimal(1).scaleb(-count_decimals(self.typed))
        return abs(self.right - (to_number(self.typed) or 0)) < step


def read_changes(passages: Iterable[Passage]) -> Iterator[ChangeMention]:
    """Yield the increases, decreases and shares of passages whose two numbers stand in the same sentence."""
    for passage in passages:
        for pattern in (
            (_AGAINST, _AGAINST_BOTH, _FROM_TO, _PART, _BRACKETED)
            if any(word in passage.text for word in _LEADS)
            else ()
        ):
            for found in pattern.finditer(passage.text):
                right = _work_out(found)
                if right is not None and not (pattern is _PART and _OTHER.search(found[0])):
                    span = (found.start("typed"), found.end("what"))
                    yield ChangeMention(passage, *span, found["old"], found["new"], found["typed"], right)


def _work_out(found: re.Match[str]) -> Decimal | None:
    """Return what should stand there; nothing for what is told of other things than the two numbers count."""
    old, new, turn = to_number(found["old"]), to_number(found["new"]), found["turn"].lower()
    if not old or new is None:
        return None
    if found["what"] == "%":
        share = 100 * new / old
        return share if turn in ("đạt", "bằng", "chiếm") else share - 100 if turn != "giảm" else 100 - share
    is_same = found["what"].lower() == (found["unit"] or "").lower() and turn in ("tăng", "giảm", "vượt")
    return (old - new if turn == "giảm" else new - old) if is_same else None
