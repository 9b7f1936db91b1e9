"""Reads the deadlines of a text: its dates go in, those by which something is to be done come out."""

import re
from collections.abc import Iterable, Iterator

from ..model.mentions import Mention, Passage
from ..patterns import regex
from ..records import dataclass
from ..yaml_nodes import NodePath
from .contexts import is_in_review
from .dates import DateMention

TIME_WORDS = ("thời gian", "thời hạn", "tiến độ", "hoàn thành", "thời điểm")
"""What a column of a table is called that says by when something is to be done."""
_OF_TIME = regex(
    r"\s*(?:(?:thời\s+(?:gian|hạn|điểm)|tiến\s+độ|hạn)(?:\s+(?:thực\s+hiện|hoàn\s+thành|tổ\s+chức|báo\s+cáo))?|hoàn\s+thành)\s*",
    re.I,
)
_LIMIT = regex(
    r"\b(?P<word>trước|chậm\s+nhất(?:\s+(?:là|vào|đến))?|muộn\s+nhất(?:\s+(?:là|vào))?|đến\s+hết|hết|hạn(?:\s+cuối)?(?:\s+là)?|"
    r"xong\s+(?:trong|vào)|hoàn\s+thành\s+(?:trong|vào)|thời\s+hạn(?:\s*:)?(?:\s+đến)?|đến)\s*:?\s*"
    r"(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật)\s*,?\s*)?(?:ngày\s+|thời\s+điểm\s+)?$",
    re.I,
)
_DEED = regex(
    r"\b(?:gửi|báo cáo|hoàn thành|xong|nộp|trình|tổng hợp|triển khai|thực hiện|tổ chức|xây dựng|ban hành|đăng ký|"
    r"thời hạn|hạn|sơ kết|tổng kết|đánh giá|kiểm tra|rà soát|bố trí|kiện toàn|cập nhật|lắp đặt|phát hành|sản xuất|"
    r"quán triệt|phổ biến|sinh hoạt|góp ý|cung cấp|lập|quyết toán|nghiệm thu|bàn giao|khai mạc|thẩm định|"
    r"phê duyệt|tham mưu)\b",
    re.I,
)
_OPENS = regex(r"\s*(?:đến\s+hết|trước|chậm\s+nhất(?:\s+là)?|muộn\s+nhất(?:\s+là)?|hết)\s+(?:ngày\s+)?", re.I)
_WAS_DONE = regex(r"\bđã\s+được\b[^,;]*$", re.I)
_PAST = regex(r"\b(?:đã|được)\b", re.I)
_STRONG = ("chậm", "muộn", "hạn", "thời hạn", "xong", "hoàn")
_REACH = 40  # signs before a date in which the word of a deadline may begin
_ISSUED = "ban hành"  # văn bản đã được ban hành trước ngày … is no deadline
_NEAR = 12  # signs before what is to be done in which it may be said to be done
_LIMIT_CELL = "thoi_han"  # the cell of a task that holds nothing but its deadline


@dataclass(frozen=True, eq=False)
class DeadlineMention(Mention):
    """A day by which something is to be done; `excludes_day` where it is to be done before that day."""

    on: DateMention
    excludes_day: bool


def find_time_columns(passages: Iterable[Passage]) -> frozenset[NodePath]:
    """Return the columns of tables that say when something is to be done: the path of the table and their number."""
    heads = (p.path for p in passages if p.zone == "cell" and p.path[-1:] == ("ten",) and _OF_TIME.fullmatch(p.text))
    return frozenset((*path[:-3], path[-2]) for path in heads)


def is_cell_of_time(passage: Passage, columns: frozenset[NodePath]) -> bool:
    """Tell whether a passage is a cell that holds nothing but when something is to be done."""
    path = passage.path
    return path[-1:] == (_LIMIT_CELL,) or (
        bool(columns) and path[-3:-2] == ("hang",) and (*path[:-3], path[-1]) in columns
    )


def read_deadlines(
    dates: Iterable[DateMention], columns: frozenset[NodePath] = frozenset()
) -> Iterator[DeadlineMention]:
    """Yield the deadlines among dates; what was done is none, and neither is the date of a document."""
    for found in dates:
        before = _read_before(found)
        limit = _LIMIT.search(before[-_REACH:])
        is_cell = is_cell_of_time(found.passage, columns)
        if not (is_cell or (limit and _is_to_be_done(before, limit["word"].lower()))):
            continue
        if not (found.is_lunar or found.is_quoted or found.is_of_document or is_in_review(found.passage)):
            word = limit["word"].lower() if limit else ""
            yield DeadlineMention(found.passage, found.start, found.end, on=found, excludes_day=word == "trước")


def _read_before(found: DateMention) -> str:
    """Return what stands before a date in its clause, with the label before a colon (Hạn gửi báo cáo: …).

    Where the limit opens the clause, what is to be done follows it: Đến hết tháng 01, các xã hoàn thành …
    """
    before, text = found.before, found.passage.text
    if len(before) > _REACH or _DEED.search(before):
        return before
    first = found.start - len(before)
    label = text[max(0, first - 2 * _REACH) : first].rstrip()
    if label.endswith(":"):
        return f"{label} {before.lstrip()}"
    if (
        found.passage.zone != "heading"
        and _OPENS.fullmatch(before)
        and _DEED.search(text, found.end, found.end + 2 * _REACH)
    ):
        return f"hạn {before.lstrip()}"
    return before


def _is_to_be_done(before: str, word: str) -> bool:
    deeds = [found.start() for found in _DEED.finditer(before) if found[0].casefold() != _ISSUED]
    near = before[max(0, deeds[-1] - _NEAR) :] if deeds else before  # việc được giao, báo cáo kết quả trước ngày …
    return (word.startswith(_STRONG) or bool(_DEED.search(before))) and not (
        _PAST.search(near) or _WAS_DONE.search(before)
    )
