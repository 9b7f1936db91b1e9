"""Finds what is counted twice with two numbers: a manuscript and its numbers go in, each conflict comes out.

A sentence is held against another one, against the rows of typed tables, and against the products of the tasks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ..mentions.amounts import AmountMention
from ..mentions.figures import FIGURE, to_number
from ..model import Draft, Table, Task, plain_text
from ..model.grid import GridError, lay_grid
from ..model.mentions import Mention
from ..patterns import regex
from ..records import dataclass
from .manuscript import Manuscript
from .table_totals import list_typed_tables, read_cell

_PART = regex(r"\b(?:trong\s+đó|gồm|mỗi|bình\s+quân)\b|[(:]", re.I)
_CHANGE = regex(r"\b(?:tăng|giảm|thêm|vượt|còn|so\s+với|ít\s+nhất|tối\s+thiểu|hơn|gần)\s*$", re.I)
_OF_ONE = regex(
    r"^\W*(?:các|mỗi|từng|một\s+số|sở|ban|ủy|uỷ|xã|phường|hội|trường|tỉnh|đảng|đoàn|công\s+an|bộ|phòng|huyện|báo|đài|"
    r"đề\s+nghị|chi\s+bộ)\b",
    re.I,
)
_PERIOD = regex(r"\b(?:quý\s+[IV]+|tháng\s+\d+|(?:đầu|cuối)\s+năm|\d{4}|hằng\s+\w+|năm\s+trước|cùng\s+kỳ)\b", re.I)
_YEAR = regex(r"\b(?:19|20)\d{2}\b")
_MONEY = regex(
    rf"(?<![\w/.,-])(?P<number>{FIGURE})\s+(?P<unit>(?:nghìn|triệu|tỷ)\s+đồng)\s+cho\s+(?P<what>[^\d.;,()]{{4,60}}?)"
    r"(?=\s+và\b|\s*[.;,()]|$)"
)
_NO_THING = regex(r"(?:của|được|theo|đến|cho|là|có|thì|bộ|đường)\b")
_OF_MONEY = regex(r"\bđồng\b|kinh\s+phí", re.I)
_PRODUCT = regex(rf"(?P<number>{FIGURE})\s+(?P<what>[^\W\d][^\d.;,()]*)")
MOST_LONGER = 4  # words by which the label of a row may be longer
LEAST_SAME, LEAST_LABEL, MOST_OFTEN = 3, 2, 3  # words of what is counted twice, of a row; how often something is said


@dataclass(frozen=True)
class FigureTwin:
    """A number and the other one: the place of the first, and what the other place says; `row` of a table or task."""

    mention: Mention
    other: str
    row: str = ""


@dataclass(frozen=True)
class LabelledRow:
    """A row: its label, its numbers as typed, the words of its header."""

    label: str
    figures: dict[Decimal, str]
    header: str


def list_figure_twins(text: Manuscript, amounts: Sequence[AmountMention]) -> Iterator[FigureTwin]:
    """Yield the numbers of sentences that another sentence, a table or a task has otherwise."""
    rows = [row for table in list_typed_tables(text.draft) for row in _list_labelled(table)]
    counted = [found for found in amounts if not _CHANGE.search(found.passage.text[: found.start])]
    yield from _against_sentences(counted)
    for found in counted if rows else ():
        yield from _against_rows(found, found.number, found.what, [r for r in rows if _is_row_of(found, r)])
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


def _is_row_of(found: AmountMention, row: LabelledRow) -> bool:
    """Tell whether a row counts what a sentence counts, and no more than it; its header names the year of it."""
    label, what = row.label, found.what
    before = found.passage.text[found.sentence[0] : found.start]
    if _OF_MONEY.search(row.header) or len(label.split()) - len(what.split()) > MOST_LONGER:
        return False
    is_longer = what.startswith(f"{label} ") and not _PART.search(before)
    if not (what == label or label.startswith(f"{what} ") or is_longer):
        return False
    years, named = (set(_YEAR.findall(words)) for words in (found.sentence_words, row.header))
    return not years or not named or bool(years & named)


def _against_rows(
    found: Mention, number: Decimal, what: str, rows: Sequence[LabelledRow], least: int = LEAST_LABEL
) -> Iterator[FigureTwin]:
    if len(rows) == 1 and len(what.split()) >= least <= len(rows[0].label.split()) and number not in rows[0].figures:
        yield FigureTwin(found, ", ".join(rows[0].figures.values()), rows[0].label)


def _list_money(text: Manuscript, rows: Sequence[LabelledRow]) -> Iterator[FigureTwin]:
    """Yield amounts of money for something that a row of that name has otherwise."""
    for passage in text.sentences:
        for found in _MONEY.finditer(passage.text) if passage.zone != "cell" and "đồng" in passage.text else ():
            number, what = to_number(found["number"]), " ".join(found["what"].casefold().split())
            same = [r for r in rows if r.label.startswith(what) and found["unit"] in r.header.casefold()]
            if number is not None:
                mention = Mention(passage, found.start(), found.end("unit"))
                yield from _against_rows(mention, number, what, same)


def _list_labelled(table: Table) -> Iterator[LabelledRow]:
    """Yield the rows that have a label and numbers behind it."""
    try:
        rows = lay_grid(table)
    except GridError:
        return
    header = " ".join(plain_text(cell.text) for cell in table.header)
    for row in rows:
        words = [read_cell(cell) for cell in row]
        label = next((at for at, word in enumerate(words) if word and to_number(word) is None), None)
        if label is not None and not row[label].continues:
            figures = {number: word for word in words[label + 1 :] if (number := to_number(word)) is not None}
            if figures:
                yield LabelledRow(" ".join(words[label].casefold().split()), figures, header)


def _against_tasks(draft: Draft, amounts: Sequence[AmountMention]) -> Iterator[FigureTwin]:
    """Yield numbers of sentences that the one task that makes the same things has otherwise."""
    tasks = [task for task in draft.tasks if isinstance(task, Task)]
    made = [(task, found) for task in tasks if (found := _PRODUCT.fullmatch(plain_text(task.product).strip()))]
    for amount in amounts if made else ():
        same = [(task, found) for task, found in made if _makes(task, found["what"], amount)]
        if len(same) == 1 and to_number(same[0][1]["number"]) != amount.number:
            yield FigureTwin(amount, same[0][1][0], plain_text(same[0][0].content))


def _makes(task: Task, product: str, amount: AmountMention) -> bool:
    _, *rest = amount.what.split()
    content = plain_text(task.content).casefold().split()
    return amount.what.startswith(product.casefold()) and len(rest) > 1 and set(rest) <= {*content}
