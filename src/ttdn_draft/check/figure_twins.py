"""Finds what is counted twice with two numbers: a manuscript and its numbers go in, each conflict comes out.

A sentence is held against another one, against the rows of typed tables, and against the products of the tasks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ..mentions.amounts import AmountMention
from ..mentions.figures import FIGURE, to_number
from ..model import Draft, Task, plain_text
from ..model.mentions import Mention
from ..patterns import regex
from ..records import dataclass
from .labelled_rows import LabelledRow, fold_label, list_labelled
from .manuscript import Manuscript

_PART = regex(r"\b(?:trong\s+đó|gồm|mỗi|bình\s+quân)\b|[(:]", re.I)
_CHANGE = regex(r"\b(?:tăng|giảm|thêm|vượt|còn|so\s+với|ít\s+nhất|tối\s+thiểu|hơn|gần)\s*$", re.I)
_OF_ONE = regex(
    r"^\W*(?:các|mỗi|từng|một\s+số|sở|ban|ủy|uỷ|xã|phường|hội|trường|tỉnh|đảng|đoàn|công\s+an|bộ|phòng|huyện|báo|đài|"
    r"đề\s+nghị|chi\s+bộ)\b",
    re.I,
)
_PERIOD = regex(r"\b(?:quý\s+[IV]+|tháng\s+\d+|(?:đầu|cuối)\s+năm|\d{4}|hằng\s+\w+|năm\s+trước|cùng\s+kỳ)\b", re.I)
PART_OF_TIME = regex(
    r"\b(?:quý|tháng\s+\d|\d\s+tháng|tuần|đợt|hằng|hàng|mỗi|năm\s+trước|cùng\s+kỳ|riêng|từ\s+đầu|giai\s+đoạn|đến\s+(?:nay|ngày))\b",
    re.I,
)
_YEAR = regex(r"\b(?:19|20)\d{2}\b")
_MONEY = regex(
    rf"(?<![\w/.,-])(?P<number>{FIGURE})\s+(?P<unit>(?:nghìn|triệu|tỷ)\s+đồng)\s+cho\s+(?P<what>[^\d.;,()]{{4,60}}?)"
    r"(?=\s+và\b|\s*[.;,()]|$)"
)
_CLOSED = regex(r"\([^()]*\)")
_NO_THING = regex(r"(?:của|được|theo|đến|cho|là|có|thì|bộ|đường)\b")
_PRODUCT = regex(rf"(?P<number>{FIGURE})\s+(?P<what>[^\W\d][^\d.;,()]*)")
_TOTAL = regex(r"(?:tổng(?: cộng| số)?|cộng)")
_OF_ANNEX = regex(r"\s*[^\d.;(]{0,40}\(\s*(?:theo\s+)?Phụ\s+lục", re.I)
MOST_LONGER = 4  # words by which the label of a row may be longer
LEAST_SAME, LEAST_LABEL, MOST_OFTEN = 3, 2, 3  # words of what is counted twice, of a row; how often something is said


@dataclass(frozen=True)
class FigureTwin:
    """A number and the other one: the place of the first, and what the other place says; `row` of a table or task."""

    mention: Mention
    other: str
    row: str = ""
    is_sure: bool = False  # the same thing of the same time, as far as the words say


def list_figure_twins(text: Manuscript, amounts: Sequence[AmountMention]) -> Iterator[FigureTwin]:
    """Yield the numbers of sentences that another sentence, a table or a task has otherwise."""
    rows = list_labelled_rows(text)
    counted = [found for found in amounts if not _CHANGE.search(found.passage.text[: found.start])]
    yield from _against_sentences(counted)
    for found in counted if rows else ():
        same = [r for r in rows if is_row_of(found, r)]
        yield from _against_rows(found, found.number, fold_label(found.what), same)
        yield from _against_places(found, rows)
    if rows and any("đồng" in row.header for row in rows):
        yield from _list_money(text, rows)
    yield from _against_tasks(text.draft, counted)


def _against_sentences(amounts: Iterable[AmountMention]) -> Iterator[FigureTwin]:
    by_what: dict[str, list[AmountMention]] = {}
    for found in amounts:
        before = found.passage.text[found.sentence[0] : found.start]
        if len(found.what.split()) >= LEAST_SAME and not (
            _NO_THING.match(found.what) or _PART.search(before) or _OF_ONE.match(before)
        ):
            by_what.setdefault(found.what, []).append(found)
    for said in by_what.values():
        first, others = said[0], [one for one in said if one.number != said[0].number]
        if len(said) <= MOST_OFTEN and len(others) == 1 and _is_of_one_time(first, others[0]):
            yield FigureTwin(others[0], first.words)


def _is_of_one_time(one: AmountMention, two: AmountMention) -> bool:
    """Tell whether two sentences, not those of one paragraph, name the same time, or one of them names none."""
    first, last = (set(_PERIOD.findall(found.sentence_words.lower())) for found in (one, two))
    return one.passage is not two.passage and (first == last or not first or not last)


def _is_long(name: str) -> bool:
    return len(name.split()) >= LEAST_SAME


def names_part_of_time(found: AmountMention) -> bool:
    """Tell whether a sentence names a quarter, a month or the like: a table may be of a longer time."""
    return bool(PART_OF_TIME.search(found.sentence_words))


def is_row_of(found: AmountMention, row: LabelledRow) -> bool:
    """Tell whether a row counts what a sentence counts, and no more than it; its header names the year of it."""
    what, before = fold_label(found.what), _CLOSED.sub("", found.passage.text[found.sentence[0] : found.start])
    before = before.rpartition(";")[2]
    is_same = row.figures and any(_is_called(what, name, is_part=bool(_PART.search(before))) for name in row.names)
    if not is_same:
        return False
    years, named = (set(_YEAR.findall(_CLOSED.sub("", words))) for words in (found.sentence_words, row.header))
    return not years or not named or bool(years & named)


def _is_called(what: str, name: str, *, is_part: bool) -> bool:
    """Tell whether a sentence says the name of a row, or its beginning, or more than it where it tells no part."""
    if len(name.split()) - len(what.split()) > MOST_LONGER:
        return False
    return what == name or name.startswith(f"{what} ") or (not is_part and what.startswith(f"{name} "))


def _against_rows(
    found: Mention, number: Decimal, what: str, rows: Sequence[LabelledRow], least: int = LEAST_LABEL
) -> Iterator[FigureTwin]:
    figures = rows[0].figures if len(rows) == 1 else {}
    is_long = figures and len(what.split()) >= least <= max(len(name.split()) for name in rows[0].names)
    if is_long and number not in figures:
        is_same = any(what == name or (what.startswith(f"{name} ") and _is_long(name)) for name in rows[0].names)
        is_sure = is_same and isinstance(found, AmountMention) and not names_part_of_time(found)
        yield FigureTwin(found, ", ".join(figures.values()), rows[0].label, is_sure)


def _against_places(found: AmountMention, rows: Sequence[LabelledRow]) -> Iterator[FigureTwin]:
    """Yield a number said of a place or a group that a column of that unit has otherwise: 5 buổi ở chợ đêm."""
    unit = found.what.split()[0]
    totals = [r for r in rows if unit in r.counted and _TOTAL.fullmatch(r.label)]
    if len(totals) == 1 and _OF_ANNEX.match(found.passage.text, found.end, found.sentence[1]):
        before = found.passage.text[found.sentence[0] : found.start]
        if to_number(totals[0].counted[unit]) != found.number and not _PART.search(before):
            yield FigureTwin(found, totals[0].counted[unit], totals[0].label)
            return
    same = [r for r in rows if unit in r.counted and len(r.label.split()) >= LEAST_LABEL]
    behind = fold_label(found.passage.text[found.end : found.sentence[1]]) if same else ""
    same = [r for r in same if re.match(rf"(?:ở|tại|cho|của|do)\s+(?:các\s+)?{re.escape(r.label)}(?!\w)", behind)]
    if len(same) == 1 and to_number(typed := same[0].counted[unit]) != found.number:
        yield FigureTwin(found, typed, same[0].label)


def _list_money(text: Manuscript, rows: Sequence[LabelledRow]) -> Iterator[FigureTwin]:
    """Yield amounts of money for something that a row of that name has otherwise."""
    for passage in text.sentences_with("đồng") if rows else ():
        for found in _MONEY.finditer(passage.text) if passage.zone != "cell" else ():
            number, what = to_number(found["number"]), fold_label(found["what"])
            same = [r for r in rows if r.label.startswith(what) and found["unit"] in r.header.casefold()]
            is_long = len(what.split()) >= LEAST_LABEL
            if number is not None and is_long and len(same) == 1 and same[0].money and number not in same[0].money:
                mention = Mention(passage, found.start(), found.end("unit"))
                yield FigureTwin(mention, ", ".join(same[0].money.values()), same[0].label, is_sure=True)


def list_labelled_rows(text: Manuscript) -> tuple[LabelledRow, ...]:
    """Return the rows of a document that count something, read once."""
    return text.once(_read_rows)


def _read_rows(text: Manuscript) -> Iterator[LabelledRow]:
    return list_labelled(text.draft)


def _against_tasks(draft: Draft, amounts: Sequence[AmountMention]) -> Iterator[FigureTwin]:
    """Yield numbers of sentences that the one task that makes the same things has otherwise."""
    tasks = [task for task in draft.tasks if isinstance(task, Task)]
    made = [(task, found) for task in tasks if (found := _PRODUCT.fullmatch(plain_text(task.product).strip()))]
    for amount in amounts if made else ():
        same = [(task, found) for task, found in made if _makes(task, found["what"], amount)]
        if len(same) == 1 and to_number(same[0][1]["number"]) != amount.number:
            deadline = plain_text(same[0][0].deadline).casefold()
            end = amount.end - amount.sentence[0]
            times = (found[0].casefold() for found in PART_OF_TIME.finditer(amount.sentence_words[:end]))
            yield FigureTwin(
                amount, same[0][1][0], plain_text(same[0][0].content), all(time in deadline for time in times)
            )


def _makes(task: Task, product: str, amount: AmountMention) -> bool:
    _, *rest = amount.what.split()
    content = plain_text(task.content).casefold().split()
    return amount.what.startswith(product.casefold()) and len(rest) > 1 and set(rest) <= {*content}
