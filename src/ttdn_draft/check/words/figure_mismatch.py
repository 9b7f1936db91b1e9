r"""Cùng một việc mà hai chỗ ghi hai số.

Kiểm tra gì: Hai câu giống nhau chỉ khác một con số; số trong lời khác số của cùng chỉ tiêu trong bảng.
Vì sao: Người đọc không biết số nào đúng; chỗ nào đúng thì người soạn phải quyết.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 1, điểm b; không có điều khoản riêng.
Ví dụ sai:
than: "Các xã tổ chức 12 buổi tuyên truyền lưu động.\n\nCác xã tổ chức 15 buổi tuyên truyền lưu động."
Ví dụ đúng:
than: "Các xã tổ chức 12 buổi tuyên truyền lưu động.\n\nCác trường tổ chức 15 buổi tuyên truyền lưu động."
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from ...errors import Severity
from ...mentions.amounts import AmountMention
from ...mentions.figures import FIGURE, to_number
from ...messages import N_, Message
from ...model import Table
from ...model.grid import GridError, lay_grid
from ...model.mentions import Passage
from ...patterns import regex
from ...records import dataclass
from ...yaml_nodes import NodePath
from ..figure_twins import FigureTwin, list_figure_twins, names_part_of_time
from ..manuscript import Manuscript
from ..rule import Told, about, rule
from ..table_totals import read_cell

AGAINST_TABLE = Message(
    N_("Ghi {words}, mà bảng ghi «{row}»: {figures}."), N_("Xem lại số nào đúng; giữ nguyên nếu là kỳ khác, nơi khác.")
)
IN_CELL = Message(N_("Bảng ghi {words} ở hàng «{row}», mà lời văn ghi {other}."), N_("Xem lại số nào đúng."))
_NUMBER = regex(FIGURE)
_WORD = regex(r"[^\W\d_]+")
_SMALL = frozenset(
    ["của", "trên", "các", "cho", "ở", "tại", "và", "trong", "do", "được", "số", "về", "với", "từ", "theo"]
)
_PART = regex(r"\b(?:trong\s+đó|gồm)\b", re.I)
_CHANGE = regex(r"\b(?:tăng|giảm)(?:\s+thêm)?\s+$", re.I)
LEAST_WORDS = 5  # of a sentence that stands twice
LEAST_LABEL = 3  # words of a row of a table that a sentence repeats


@rule("warning", N_("Ghi {words}, chỗ khác ghi {other} cho cùng một việc."), N_("Xem lại số nào đúng."))
def figure_mismatch(text: Manuscript) -> Iterator[Told]:
    """Tell sentences that differ in one number alone, and numbers of sentences that the table has otherwise."""
    amounts = [found for found in text.mentions.amounts if not (found.is_quoted or found.is_given)]
    seen: dict[str, AmountMention] = {}
    told = set[tuple[Passage, int]]()
    for found in amounts:
        first = seen.setdefault(found.shape, found)
        if found.number != first.number and len(found.shape.split()) > LEAST_WORDS:
            level: Severity = "warning" if _is_beside(text, found, first) else "note"
            yield about(found, level=level, other=first.words)
            told.add((found.passage, found.start))
    for against in _check_tables(text, amounts) if amounts else ():
        told |= {(found.passage, found.start) for found in amounts if against.path == found.passage.path}
        yield against
    for twin in list_figure_twins(text, amounts):
        place = (twin.mention.passage, twin.mention.start)
        if place not in told:
            told.add(place)
            yield _tell_twin(twin)


def _tell_twin(twin: FigureTwin) -> Told:
    """Tell a number that another place has otherwise; a row is of another time or place now and then."""
    if twin.row:
        level: Severity = "warning" if twin.is_sure else "note"
        return about(twin.mention, level=level, message=AGAINST_TABLE, row=twin.row, figures=twin.other)
    return about(twin.mention, level="note", other=twin.other)


def _is_beside(text: Manuscript, found: AmountMention, first: AmountMention) -> bool:
    """Tell whether two sentences stand under the same headings, and the same sentence begins both their lists."""
    leads = [_find_lead(text, one.passage) for one in (found, first)]
    return found.passage.above == first.passage.above and leads[0] is leads[1]


def _find_lead(text: Manuscript, passage: Passage) -> Passage | None:
    """Return the nearest paragraph above that ends with a colon: it may name the time or the place of a list."""
    before = takewhile(lambda one: one is not passage, text.sentences)
    return next((one for one in reversed([*before]) if one.text.endswith(":")), None)


def _check_tables(text: Manuscript, amounts: list[AmountMention]) -> Iterator[Told]:
    """Yield numbers of sentences that repeat the words of a row, and are none of its numbers.

    Where the sentence tells parts that add up to its number, the cell of the row that comes nearest is told.
    """
    rows = [row for table in text.draft.typed_tables for row in _list_rows(table)]
    for found in amounts if rows else ():
        words = set(_WORD.findall(found.sentence_words.casefold()))
        if _CHANGE.search(found.passage.text[: found.start]):
            yield from _check_change(found, [row for row in rows if row.names(words)])
            continue
        row = next((row for row in rows if row.names(words) and _counts_same(found, row)), None)
        if row and found.number not in row.figures:
            facts: dict[str, object] = {"row": row.label, "figures": ", ".join(f for f, _ in row.figures.values())}
            level: Severity = "note" if names_part_of_time(found) else "warning"
            if not _adds_up(found):
                yield replace(about(found, level=level, message=AGAINST_TABLE), facts={"words": found.words} | facts)
                continue
            typed, path = row.figures[min(row.figures, key=lambda number: abs(number - found.number))]
            facts = {"row": row.label, "other": found.words}
            yield Told(path=path, words=typed, facts=facts, level=level, message=IN_CELL)


def _check_change(found: AmountMention, rows: "list[_Row]") -> Iterator[Told]:
    """Yield an increase that no two numbers of the row that it is of make."""
    figures = rows[0].figures if len(rows) == 1 and _counts_same(found, rows[0]) else {}
    if len(figures) > 1 and all(abs(one - two) != found.number for one in figures for two in figures):
        typed = ", ".join(figure for figure, _ in figures.values())
        told = about(found, level="note", message=AGAINST_TABLE)
        yield replace(told, facts={"words": found.words, "row": rows[0].label, "figures": typed})


def _adds_up(found: AmountMention) -> bool:
    """Tell whether the numbers behind a number in its sentence add up to it."""
    behind = found.passage.text[found.end : found.sentence[1]]
    parts = [number for words in _NUMBER.findall(behind) if (number := to_number(words)) is not None]
    return len(parts) > 1 and any(sum(parts[:count]) == found.number for count in range(2, len(parts) + 1))


@dataclass(frozen=True)
class _Row:
    """A row of a table: its label, its other words, and its numbers as they are typed, with their paths."""

    label: str
    units: tuple[str, ...]
    figures: Mapping[Decimal, tuple[str, NodePath]]

    def names(self, words: set[str]) -> bool:
        """Tell whether words hold all that matter of the label."""
        wanted = set(_WORD.findall(self.label.casefold())) - _SMALL
        return len(wanted) >= LEAST_LABEL and wanted <= words


def _counts_same(found: AmountMention, row: _Row) -> bool:
    """Tell whether a sentence counts in the unit of the row, and no part of it."""
    before = found.passage.text[found.sentence[0] : found.start]
    return not _PART.search(before) and any(found.what.startswith(unit) for unit in row.units)


def _list_rows(table: Table) -> Iterator[_Row]:
    """Yield the rows that say in a cell of their own in what unit they count."""
    try:
        rows = lay_grid(table)
    except GridError:
        return
    for number, row in enumerate(rows):
        words = [read_cell(cell) for cell in row]
        labels = sorted((word for word in words if to_number(word) is None), key=len)
        units = tuple(word.casefold() for word in labels[:-1] if len(word) > 1)
        figures = {
            figure: (words[at], (*table.path, "hang", number, table.rows[number].index(cell.cell)))
            for at, cell in enumerate(row)
            if at and not cell.continues and (figure := to_number(words[at])) is not None
        }
        if units and figures:
            yield _Row(labels[-1], units, figures)
