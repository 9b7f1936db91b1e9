"""Adds up the rows of typed tables: a draft goes in, the cells of its columns of totals that are no sums come out.

A column of shares whose total is 100 is held against it too.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..mentions.figures import count_decimals, to_number
from ..model import Draft, Table, plain_text
from ..model.grid import GridCell, GridError, lay_grid
from ..patterns import regex
from ..records import dataclass
from ..yaml_nodes import NodePath
from .table_totals import read_cell

_TOTAL_COLUMN = regex(r"(?:tổng(?:\s+(?:cộng|số))?|cộng|cả\s+(?:năm|hai\s+quý))(?:\s*\([^()]*\))?", re.I)
_NOT_ADDED = regex(r"%|t[ỷỉ]\s*lệ|đơn\s+giá|định\s+mức|bình\s+quân|trung\s+bình|trong\s+đó|^(?:s?tt|số\s+tt)\.?$", re.I)
_SHARE = regex(r"t[ỷỉ]\s*(?:lệ|trọng)|cơ\s+cấu", re.I)
_TOTAL_ROW = regex(r"(?:tổng(?:\s+(?:cộng|số))?|cộng)\b", re.I)
_WHOLE_ROW, SLACK, MOST_OFF = Decimal(100), Decimal("0.5"), Decimal(20)
LEAST_ADDED = 2


@dataclass(frozen=True)
class WrongRowTotal:
    """A cell: its path, what is typed, the names of its column and row, and the sum of the others; none for shares."""

    path: NodePath
    typed: str
    column: str
    row: str
    sum: Decimal


def list_wrong_row_totals(draft: Draft) -> Iterator[WrongRowTotal]:
    """Yield the cells of totals that are not what their row, or their column of shares, adds up to."""
    for table in draft.typed_tables:
        try:
            rows = lay_grid(table)
        except GridError:
            continue
        names = [plain_text(cell.text).strip() for cell in table.header]
        yield from _check_rows(table, rows, names)
        for column, name in enumerate(names):
            if _SHARE.search(name):
                yield from _check_shares(table, rows, column, name)


def _check_rows(table: Table, rows: Sequence[Sequence[GridCell]], names: Sequence[str]) -> Iterator[WrongRowTotal]:
    """Yield wrong totals of a column of totals that holds in another row at least: else it counts something else."""
    totals = [at for at, name in enumerate(names) if _TOTAL_COLUMN.fullmatch(name)]
    if len(totals) != 1 or any(cell.continues or cell.cell.columns > 1 for row in rows for cell in row[1:]):
        return
    wrong, right = list[WrongRowTotal](), 0
    for number, row in enumerate(rows):
        numbers = {c.column: to_number(read_cell(c)) for c in row if not _NOT_ADDED.search(names[c.column])}
        total = numbers.pop(totals[0], None)
        added = [value for value in numbers.values() if value is not None]
        if total is None or len(added) < LEAST_ADDED:
            continue
        right += sum(added) == total
        if sum(added) != total:
            at = table.rows[number].index(row[totals[0]].cell)
            label = next((w for c in row if (w := read_cell(c)) and to_number(w) is None), "")
            typed = read_cell(row[totals[0]])
            wrong.append(
                WrongRowTotal((*table.path, "hang", number, at), typed, names[totals[0]], label, sum(added, Decimal(0)))
            )
    yield from wrong if right >= len(wrong) else ()


def _check_shares(table: Table, rows: Sequence[Sequence[GridCell]], column: int, name: str) -> Iterator[WrongRowTotal]:
    """Yield the 100 % of a last row to which the shares above it do not add up, though nearly."""
    last, cells = len(rows) - 1, [cell for row in rows for cell in row if cell.column == column and not cell.continues]
    numbers = [to_number(read_cell(cell).rstrip("% ")) for cell in cells]
    is_total = any(_TOTAL_ROW.match(read_cell(cell)) for cell in (rows[last] if rows else ()))
    if not is_total or len(numbers) != len(rows) or None in numbers or numbers[-1] != _WHOLE_ROW:
        return
    whole = sum((number or Decimal(0) for number in numbers[:-1]), Decimal(0))
    slack = max(SLACK, Decimal(len(rows)).scaleb(-max(count_decimals(read_cell(c).rstrip("% ")) for c in cells)) / 2)
    if slack < abs(whole - _WHOLE_ROW) <= MOST_OFF:
        at = table.rows[last].index(cells[-1].cell)
        yield WrongRowTotal((*table.path, "hang", last, at), read_cell(cells[-1]), name, "", whole)
