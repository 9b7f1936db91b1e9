"""Reads rows that count something: a draft goes in, each row of its typed tables and each figure comes out.

A number of a column of money is no number of things: the two are kept apart.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from decimal import Decimal

from ..mentions.figures import to_number
from ..model import Draft, Figure, Table, plain_text
from ..model.grid import GridCell, GridError, lay_grid
from ..patterns import regex
from ..records import dataclass
from .table_totals import read_cell

OF_MONEY = regex(r"\bđồng\b|kinh\s+phí|đơn\s+giá|thành\s+tiền|định\s+mức|dự\s+toán", re.I)
_UNIT = regex(r"số\s+(?:lượng\s+)?\(?(?P<unit>[^\W\d_]+)\)?(?:\s*\(.*\))?", re.I)
_NO_UNIT = ("lượng", "tt", "liệu", "hiệu", "tiền", "thứ")


@dataclass(frozen=True)
class LabelledRow:
    """A row: its label, the unit in a cell of its own, its numbers of things and of money as typed, its header.

    `counted` holds the typed numbers of columns that say what they count: Số buổi.
    """

    label: str
    unit: str
    figures: Mapping[Decimal, str]
    header: str
    money: Mapping[Decimal, str] = field(default_factory=dict)
    counted: Mapping[str, str] = field(default_factory=dict)
    is_of_program: bool = False  # whether the program prints it from the figures of the report

    @property
    def names(self) -> tuple[str, ...]:
        """Return how a sentence may call what it counts: the label, and the unit with the label behind it."""
        return (self.label, f"{self.unit} {self.label}") if self.unit else (self.label,)


def list_labelled(draft: Draft) -> Iterator[LabelledRow]:
    """Yield the rows of typed tables that have a label and numbers behind it, and the figures of a report."""
    for table in draft.typed_tables:
        yield from _list_rows(table)
    header = " ".join(draft.figure_columns)
    for figure in draft.figures:
        yield from _list_figures(figure, header)


def fold_label(words: str) -> str:
    """Return words in small letters without their commas: Tin, bài and tin bài are one."""
    return " ".join(words.casefold().replace(",", " ").split())


def _list_rows(table: Table) -> Iterator[LabelledRow]:
    try:
        rows = lay_grid(table)
    except GridError:
        return
    names = [plain_text(cell.text) for cell in table.header]
    for row in rows:
        words = [read_cell(cell) for cell in row]
        label = next((at for at, word in enumerate(words) if word and to_number(word) is None), None)
        if label is not None and not row[label].continues:
            yield from _read_row(row, words, label, names)


def _read_row(row: Sequence[GridCell], words: Sequence[str], label: int, names: Sequence[str]) -> Iterator[LabelledRow]:
    """Yield a row whose numbers stand behind its label."""
    things, money, counted = dict[Decimal, str](), dict[Decimal, str](), dict[str, str]()
    texts = [word for word in words[label + 1 :] if word and to_number(word) is None]
    unit = fold_label(texts[0]) if texts and len(texts[0].split()) < 4 else ""
    for cell, word in zip(row[label + 1 :], words[label + 1 :], strict=True):
        number, name = to_number(word), names[cell.column] if cell.column < len(names) else ""
        if number is not None:
            (money if OF_MONEY.search(name) or OF_MONEY.search(unit) else things)[number] = word
            of = _UNIT.fullmatch(name.strip())
            if of and of["unit"].lower() not in _NO_UNIT:
                counted[of["unit"].lower()] = word
    if things or money:
        yield LabelledRow(fold_label(words[label]), unit, things, " ".join(names), money, counted)


def _list_figures(figure: Figure, header: str) -> Iterator[LabelledRow]:
    numbers = [value for value in (figure.current, figure.previous) if isinstance(value, Decimal)]
    unit = fold_label(plain_text(figure.unit))
    if numbers:
        figures = {number: _write(number) for number in numbers}
        is_money = OF_MONEY.search(unit)
        of_things, of_money = ({}, figures) if is_money else (figures, {})
        yield LabelledRow(fold_label(plain_text(figure.name)), unit, of_things, header, of_money, is_of_program=True)
    for part in figure.parts:
        yield from _list_figures(part, header)


def _write(number: Decimal) -> str:
    return f"{number.normalize():,f}".replace(",", "_").replace(".", ",").replace("_", ".")
