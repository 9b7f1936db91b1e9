"""Adds up the tables that are typed: a table goes in, the cells of its rows of totals that are no sums come out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from decimal import Decimal

from ..mentions.figures import to_number
from ..model import Draft, Table, plain_text
from ..model.grid import GridCell, GridError, lay_grid
from ..patterns import regex
from ..records import dataclass
from ..yaml_nodes import NodePath

_TOTAL = regex(r"(?:tổng(?:\s+(?:cộng|số))?|cộng)(?:\s+chung)?(?:\s*\([^()]*\))?\s*:?", re.I)
_GROUP = regex(r"[IVX]{1,5}|[A-ZĐ]")
_NOT_ADDED = regex(
    r"%|tỷ\s*lệ|tỉ\s*lệ|đơn\s+giá|đơn\s+vị|định\s+mức|bình\s+quân|trung\s+bình|^(?:tt|stt|số\s+tt)\.?$|ghi\s+chú|thời\s+gian|ngày|năm$|mã|số\s+hiệu|điểm|xếp",
    re.I,
)
OF_WHICH = regex(r"\W*(?:trong\s+(?:đó|số\s+đó)|bao\s+gồm)\b", re.I)
"""How the label of a row begins that is part of the row above it."""
PART_MARK = regex(r"\s*[-–+*]\s*\w")
"""How the labels of further parts begin."""
_EMPTY = ("", "-", "–", "—", "x", "0")
LEAST_ADDED = 2


@dataclass(frozen=True)
class WrongTotal:
    """A cell of a row of totals: its path, what is typed there, the name of its column, and the sum of the others.

    `parts` are the cells that were added up, as they are typed, by their paths.
    """

    path: NodePath
    typed: str
    column: str
    sum: Decimal
    parts: Mapping[NodePath, str] = field(default_factory=dict)


def list_wrong_totals(draft: Draft) -> Iterator[WrongTotal]:
    """Yield the totals of a draft that are not the sums of their columns; those that the program adds up are left."""
    for table in draft.typed_tables:
        if not table.total:
            yield from _check_table(table)


def _check_table(table: Table) -> Iterator[WrongTotal]:
    try:
        rows = lay_grid(table)
    except GridError:
        return
    totals = [number for number, row in enumerate(rows) if _TOTAL.fullmatch(find_row_label(row))]
    last = len(rows) - 1
    if len(totals) == 1 and totals[0] in (0, last) and last >= LEAST_ADDED:
        added = rows[1:] if totals[0] == 0 else rows[:-1]
        wholes = [
            row for row in added if not (OF_WHICH.match(find_row_label(row)) or PART_MARK.match(find_row_label(row)))
        ]
        for cell in rows[totals[0]]:
            name = plain_text(table.header[cell.column].text)
            typed = read_cell(cell)
            total = to_number(typed) if cell.cell.number is None else cell.cell.number
            sums = None if _NOT_ADDED.search(name.strip()) or cell.continues else _list_sums(added, cell.column)
            if total is not None and sums and total not in (*sums, *(_list_sums(wholes, cell.column) or ())):
                at = table.rows[totals[0]].index(cell.cell)
                parts = {path: words for path, words in _list_cells(table, rows, cell.column) if path[-2] != totals[0]}
                yield WrongTotal((*table.path, "hang", totals[0], at), typed, name, sums[0], parts)


def _list_cells(table: Table, rows: Sequence[Sequence[GridCell]], column: int) -> Iterator[tuple[NodePath, str]]:
    """Yield the cells of a column with their paths."""
    for number, row in enumerate(rows):
        for cell in row:
            if cell.column == column and cell.cell in table.rows[number]:
                yield (*table.path, "hang", number, table.rows[number].index(cell.cell)), read_cell(cell)


def _list_sums(rows: Sequence[Sequence[GridCell]], column: int) -> list[Decimal] | None:
    """Return what a total may be: the sum of all rows, or of the groups; nothing where a cell is no number."""
    by_row: list[tuple[Decimal, bool]] = []
    for row in rows:
        cells: Mapping[int, GridCell] = {cell.column: cell for cell in row}
        if column not in cells or cells[column].continues or cells[column].cell.rows > 1:
            return None
        words = read_cell(cells[column])
        number = Decimal(0) if words in _EMPTY else cells[column].cell.number or to_number(words)
        if number is None:
            return None
        by_row.append((number, bool(_GROUP.fullmatch(read_cell(row[0]).rstrip(".")))))
    if sum(number != 0 for number, _ in by_row) < LEAST_ADDED:
        return None
    groups = sum((number for number, is_group in by_row if is_group), Decimal(0))
    whole = sum((number for number, _ in by_row), Decimal(0))
    return [groups, whole - groups, whole] if groups else [whole]


def find_row_label(row: Sequence[GridCell]) -> str:
    """Return the first words of a row that are no number: what it counts."""
    return next((words for cell in row if (words := read_cell(cell)) and to_number(words) is None), "")


def read_cell(cell: GridCell) -> str:
    """Return the words of a cell, or its number."""
    return plain_text(cell.cell.text).strip() if cell.cell.number is None else str(cell.cell.number)
