"""Counts lists that are announced with a number: a draft goes in, each number comes out with the length of the list.

Thực hiện 03 nhiệm vụ sau: and three lines below it.
"""

import re
from collections.abc import Iterator, Sequence

from ..mentions.amounts import AmountMention
from ..mentions.numerals import NUMERAL, read_numeral
from ..model import Block, Draft, Heading, Paragraph, Table, plain_text
from ..patterns import regex
from ..records import dataclass
from ..yaml_nodes import NodePath

_COUNTED = (
    rf"(?<![\w/.,-])(?P<words>(?P<number>\d{{1,2}}|{NUMERAL})\s+(?:nhóm\s+)?(?:nhiệm\s+vụ|nội\s+dung|giải\s+pháp|việc|yêu\s+cầu|"
    r"chỉ\s+tiêu|mục\s+tiêu|vấn\s+đề|hoạt\s+động|biện\s+pháp|nhóm|sản\s+phẩm|ý|điểm|đề\s+xuất|kiến\s+nghị|hạn\s+chế|kết\s+quả|tiêu\s+chí)"
    r"(?:\s+(?:trọng\s+tâm|chủ\s+yếu|chính|cụ\s+thể|lớn|cơ\s+bản|nổi\s+bật))?)"
)
"""A number of what a document sets out one by one."""
_MORE_SAID = rf"(?:\s+(?!(?:trong|của|thuộc|cho|theo|với|tại|từ|và|gồm|như|sau|{NUMERAL})\b)[^\W\d_]+){{0,4}}?"
"""Words that say more of it: 04 sản phẩm TTĐN sau đây."""
_NO_ROW = regex(r"\s*(?:tổng|cộng|trong đó|[-+*]|[IVX]+[.)]?\s|$)", re.I)
"""How the label of a row begins that is none of the things of a table."""
_ANNOUNCED = regex(
    rf"{_COUNTED}(?:{_MORE_SAID}(?:\s+(?:như\s+)?sau(?:\s+đây)?|\s+dưới\s+đây)|\s+gồm)?\s*:$",
    re.I,
)
_IN_ANNEX = regex(
    rf"{_COUNTED}\s+(?:(?:được\s+)?(?:nêu|ghi|quy\s+định|liệt\s+kê|trình\s+bày)\s+)?(?:tại|ở|trong|theo)\s+Phụ\s+lục"
    r"(?:\s+(?:số\s+)?(?P<label>[IVX]+|\d{1,2})\b)?",
    re.I,
)
_DEEPER = ("khoan", "doan", "gach", "cong")
_LIST_KINDS = frozenset({"khoan", "gach", "cong"})
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6}
_ORDERED = regex(
    r"(?P<unit>[^\W\d_]+)\s+(?:thứ\s+(?P<word>nhất|hai|ba|tư|năm|sáu)|(?P<digit>[1-9]))(?![\w/.,-]*\d)", re.I
)
_ENUMERATED = regex(
    r"(?:^|(?<=[\s:;,]))(?:\((?P<digit>[1-9])\)|(?P<letter>[a-eđ])\)|(?P<word>Một|hai|ba|bốn|năm)\s+là[ ,:])(?=\s?\S)",
    re.I,
)
"""How what is counted is named one by one within a sentence: (1) …; (2) …; a) …; một là …; hai là …"""
_LETTERS, _WORDS = "abcdđe", ("một", "hai", "ba", "bốn", "năm")
_SENTENCE_END = regex(r"[.\n](?=\s|$)|$")
_PLACES = regex(r"(?:nước|quốc\s+gia|đối\s+tác|tỉnh|xã|phường|địa\s+phương|đặc\s+khu|cửa\s+khẩu)\b", re.I)
_NAMED = regex(r"[^.;:()\d]{0,60}\((?:gồm:?\s+)?(?P<names>[^()\d.;:…-]{4,400})\)")
"""Names in brackets behind what is counted: 02 đối tác chiến lược toàn diện (Ấn Độ, Hàn Quốc)."""
_LABELS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
LEAST_LISTED = 2


@dataclass(frozen=True)
class CountedList:
    """An announced number: the paragraph that says it, its words, the number, and how many lines follow."""

    path: NodePath
    words: str
    number: int
    listed: int


def list_counted_lists(draft: Draft) -> Iterator[CountedList]:
    """Yield the announced numbers of the body and the annexes below which a list or a table stands."""
    for lead, behind in _list_leads(draft):
        first = behind[0] if behind else None
        listed = _count_rows(first) if isinstance(first, Table) else len(_list_lines(lead, behind))
        found = _ANNOUNCED.search(plain_text(lead.text).rstrip()) if listed >= LEAST_LISTED else None
        if found and (number := _read_number(found["number"])):
            yield CountedList((*lead.path, lead.kind), found["words"], number, listed)


def _read_number(words: str) -> int:
    return int(words) if words.isdigit() else read_numeral(words) or 0


def _count_rows(table: Table) -> int:
    """Return how many things a plain table lists, one a row; nothing where cells are merged, or rows are parts."""
    labels = [plain_text(cell.text) for row in table.rows for cell in row[:1]]
    spans = any(cell.columns > 1 or cell.rows > 1 for row in table.rows for cell in row)
    if spans or len({*labels}) < len(labels) or any(map(_NO_ROW.match, labels[:-1])):
        return 0
    return len(labels) - bool(labels and (table.total or _NO_ROW.match(labels[-1])))


def list_counted_annexes(draft: Draft) -> Iterator[CountedList]:
    """Yield the numbers of things that stand in an annex, each with how many headings or numbered lines it has."""
    for block in draft.body if draft.annexes else ():
        words = plain_text(block.text) if isinstance(block, Paragraph) else ""
        for found in _IN_ANNEX.finditer(words) if "hụ lục" in words else ():
            at = _read_label(found["label"]) if found["label"] else len(draft.annexes) == 1
            number = _read_number(found["number"])
            listed = _count_parts(draft.annexes[at - 1].body) if 0 < at <= len(draft.annexes) else 0
            if isinstance(block, Paragraph) and number and listed >= LEAST_LISTED:
                yield CountedList((*block.path, block.kind), found["words"], number, listed)


def _read_label(label: str) -> int:
    return int(label) if label.isdigit() else _LABELS.index(label.upper()) + 1 if label.upper() in _LABELS else 0


def _count_parts(blocks: Sequence[Block]) -> int:
    """Return how many headings of the highest kind blocks have, or numbered lines where they have none."""
    depths = [block.depth for block in blocks if isinstance(block, Heading)]
    if depths:
        return depths.count(min(depths))
    return sum(isinstance(block, Paragraph) and block.kind == "khoan" for block in blocks)


def list_led(draft: Draft) -> Iterator[tuple[Paragraph, Sequence[Paragraph]]]:
    """Yield the paragraphs of the body and the annexes that end with a colon, each with the lines of its list."""
    for lead, behind in _list_leads(draft):
        yield lead, _list_lines(lead, behind)


def _list_leads(draft: Draft) -> Iterator[tuple[Paragraph, Sequence[Block]]]:
    """Yield the paragraphs that end with a colon, each with all blocks behind it."""
    for body in (draft.body, *(annex.body for annex in draft.annexes)):
        for at, block in enumerate(body):
            if isinstance(block, Paragraph) and block.text and block.text[-1].text.rstrip().endswith(":"):
                yield block, body[at + 1 :]


def _list_lines(lead: Paragraph, blocks: Sequence[Block]) -> Sequence[Paragraph]:
    """Return the paragraphs of the kind of the first one that follow, those below them left out."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or first.kind not in _LIST_KINDS or first.kind == lead.kind:
        return ()
    lines = list[Paragraph]()
    for block in blocks:
        if not isinstance(block, Paragraph) or _DEEPER.index(block.kind) < _DEEPER.index(first.kind):
            break
        lines += [block] if block.kind == first.kind else []
    return lines


def count_ordinals(amount: AmountMention) -> int:
    """Return how many of a number of things its sentence goes on to name one by one: lớp thứ nhất, lớp thứ hai.

    Nothing where it does not name them from the first without a gap, behind a colon or in brackets.
    """
    text, unit = amount.passage.text, amount.what.split()[0].strip(",")
    lead = re.search(r"[:(]", text[amount.end : amount.sentence[1]])
    if lead is None:
        return 0
    first = amount.end + lead.end()
    end = _SENTENCE_END.search(text, first)
    if enumerated := _count_enumerated(text[first : end.start() if end else len(text)]):
        return enumerated
    said = _ORDERED.finditer(text, first, end.start() if end else len(text))
    of_unit = [found for found in said if found["unit"].lower() == unit]
    numbers = [_ORDINALS[f["word"].lower()] if f["word"] else int(f["digit"]) for f in of_unit]
    return len(numbers) if len(numbers) >= LEAST_LISTED and numbers == [*range(1, len(numbers) + 1)] else 0


def count_named(amount: AmountMention) -> tuple[int, ...]:
    """Return how many names stand in the brackets behind a number of countries or places; nothing where none do.

    There may be two counts: a name may hold the word «và».
    """
    found = _NAMED.match(amount.passage.text, amount.end) if _PLACES.match(amount.what) else None
    names = [name.strip() for name in found["names"].split(",")] if found else []
    last = names[-1].split(" và ") if names else []
    if not all(name[:1].isupper() for name in (*names, *last)) or len(names) + len(last) - 1 < LEAST_LISTED:
        return ()
    return tuple(dict.fromkeys((len(names) + len(last) - 1, len(names))))


def _count_enumerated(said: str) -> int:
    """Return how many things are named with a number or a letter each, from the first without a gap; else nothing."""
    numbers = [_read_mark(found) for found in _ENUMERATED.finditer(said)]
    return len(numbers) if len(numbers) >= LEAST_LISTED and numbers == [*range(1, len(numbers) + 1)] else 0


def _read_mark(found: re.Match[str]) -> int:
    if found["digit"]:
        return int(found["digit"])
    return _LETTERS.index(found["letter"].lower()) + 1 if found["letter"] else _WORDS.index(found["word"].lower()) + 1
