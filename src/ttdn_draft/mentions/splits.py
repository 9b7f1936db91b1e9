"""Reads totals split in other words than gồm: passages go in, each total with the parts told of it comes out.

40 tin, bài, trong đó 28 tin và 12 bài; 31 đoàn khách (6 tháng đầu năm 12 đoàn, 6 tháng cuối năm 19 đoàn); 64 cán bộ
(cấp tỉnh: 20, cấp xã: 44). The parts may be some of them only: what is read here is no more than likely a sum.
"""

import re
from collections.abc import Iterable, Iterator

from ..model.mentions import TEXT_ZONES, Passage
from ..patterns import regex
from .figures import FIGURE
from .sums import SumMention, SumPart

_NUMBER = rf"(?<![\w/.,-])(?:{FIGURE})(?![\w/%]|[.,]\d|\s*%)"
_INTO = regex(
    r"\s*[,;]?\s*\(?\s*(?P<word>\btrong\s+đó\b|(?<=\()(?:bao\s+)?gồm\b|\b(?:bao\s+)?gồm\b)\s*[:,]?(?:\s*có\b)?\s*"
    r"|\s*\(\s*(?=[^()]*\d)|\s*:\s+(?=[^.]*\d)",
    re.I,
)
_TOTAL = regex(rf"(?P<number>{_NUMBER})\s+(?P<unit>(?![A-ZĐ])[^\W\d][^\d;.:()“”]{{1,80}})$")
_NEAR = regex(
    r"(?:khoảng|gần|hơn|trên|dưới|ngót|chừng|độ|mỗi|từ|đến|quá|dự kiến|tối đa|tăng|giảm|thêm|và|Điều|khoản|điểm|"
    r"(?<!tổng )số|năm|tháng|ngày|quý|mục|lục|thứ|phường|quận|lúc|mẫu|bảng|biểu|khoá|khóa|kỳ|đợt|lớp)\s*$",
    re.I,
)
_LABELS = regex(
    r"\b(?:0?[3689]\s+tháng\s+(?:đầu|cuối)?\s*năm(?:\s+\d{4})?|(?:đợt|năm|quý|tháng|lần|kỳ|lớp|nhóm|khối|Điều|khoản|vòng)\s+(?:thứ\s+)?\d{1,4}"
    r"(?:/\d{4})?)\b",
    re.I,
)
_BREAK = regex(r";\s*|,\s+|\s+và\s+")
_FIGURES = regex(_NUMBER)
_REMARK = regex(r"\s*\([^()\d]*\)$")
_OPEN_END = regex(
    r"…|\.\.\.|v\.v|%|\b(?:và|cùng)\s+(?:các|một\s+số|nhiều|những|hàng|hơn|gần|khoảng)\b|\b(?:mỗi|hơn|gần|khoảng|trên\s+\d|tăng|giảm)\b|\d+/\d+|/|trong\s+đó",
    re.I,
)
_END = regex(r"[.\n](?=\s|$)|\)|\.$|,\s+(?:từ|vào|nhân|nhằm|phục\s+vụ|hoàn\s+thành)\s(?=.*\d)|$")
_PERSONS = frozenset(
    {"người", "đồng", "cán", "báo", "đại", "công", "viên", "đảng", "học", "phóng", "hội", "cộng", "chiến"}
)
"""First words of what people are called, of whom a sentence may call some otherwise: 92 báo cáo viên, 25 đồng chí."""
_REACH = 100
SPLIT_WORDS = ("trong đó", "gồm", "(", ":")


def read_splits(passages: Iterable[Passage]) -> Iterator[SumMention]:
    """Yield the totals of passages with two or more numbers behind them that count the same things."""
    for passage in passages:
        if passage.zone in TEXT_ZONES and passage.zone != "cell" and len(_FIGURES.findall(passage.text)) > 2:
            for into in _INTO.finditer(passage.text):
                found = _read_split(passage, into)
                if found:
                    yield found


def _read_split(passage: Passage, into: re.Match[str]) -> SumMention | None:
    end = _before_bracket(passage.text, into.start())
    first = max(0, end - _REACH)
    total = _TOTAL.search(passage.text[first:end])
    if total is None or _NEAR.search(passage.text[max(0, first + total.start() - 20) : first + total.start()]):
        return None
    words = SumPart(total["number"], total["unit"])
    behind = passage.text[into.end() : into.end() + 4 * _REACH]
    ends = _END.search(behind)
    parts = _read_pieces(behind[: ends.start() if ends else None], words)
    if len(parts) < 2:
        return None
    is_whole = not (into["word"] or "").lower().startswith("trong")
    return SumMention(passage, first + total.start(), first + total.end(), words, parts, is_whole)


def _before_bracket(text: str, end: int) -> int:
    """Return where the words before a place end, without a remark in brackets that stands between: (cả cấp mới)."""
    remark = _REMARK.search(text, max(0, end - _REACH), end)
    return remark.start() if remark else end


def _read_pieces(text: str, total: SumPart) -> tuple[SumPart, ...]:
    """Return the one number of each piece; none where a piece has several, or counts other things than the total."""
    bare = _LABELS.sub(lambda found: "_" * len(found[0]), text)
    if _OPEN_END.search(bare):
        return ()
    parts = list[SumPart]()
    for piece in _BREAK.split(bare):
        numbers = list(_FIGURES.finditer(piece))
        if len(numbers) > 1 or (not numbers and not parts):
            return ()
        if numbers:
            parts.append(SumPart(numbers[0][0], piece[numbers[0].end() :].strip(" ,.;")))
    units = [part.unit for part in parts]
    of_money = "đồng" in total.what and all("đồng" in part.what for part in parts)  # 1,5 tỷ đồng of triệu đồng
    of_people = total.unit in _PERSONS and {*units} <= _PERSONS
    same = [of_money or of_people or unit in total.what.casefold().replace(",", " ").split() for unit in units if unit]
    is_bare = not any(units) and not total.is_measured
    return tuple(parts) if is_bare or (same and all(same) and len(same) == len(parts)) else ()
