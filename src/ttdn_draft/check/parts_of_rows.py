"""Holds rows that are part of another against it: a draft goes in, the numbers that exceed their whole come out.

A row «Trong đó: …» of a typed table is part of the row above it, and so are the rows with a dash behind it.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..mentions.figures import to_number
from ..model import Draft, Table, plain_text
from ..model.grid import GridCell, GridError, lay_grid
from ..patterns import regex
from ..records import dataclass
from ..yaml_nodes import NodePath
from .table_totals import OF_WHICH, PART_MARK, find_row_label, read_cell

_NO_AMOUNT = regex(
    r"%|t[ỷỉ]\s*(?:lệ|trọng)|đơn\s+giá|bình\s+quân|trung\s+bình|^(?:s?tt|số\s+tt)\.?$|thời\s+gian|ngày", re.I
)
_MARKS = "trong "  # what is looked for before rows are laid


@dataclass(frozen=True)
class PartOverWhole:
    """A cell that counts more than the row that it is part of: both as typed, and the names of all."""

    path: NodePath
    typed: str
    whole: str
    label: str
    whole_label: str
    column: str


def list_parts_over_whole(draft: Draft) -> Iterator[PartOverWhole]:
    """Yield the cells of rows «Trong đó» that are greater than the same cell of the row above."""
    for table in draft.typed_tables:
        if any(_MARKS in plain_text(cell.text).casefold() for row in table.rows for cell in row):
            try:
                yield from _check(table, lay_grid(table))
            except GridError:
                continue


def _check(table: Table, rows: Sequence[Sequence[GridCell]]) -> Iterator[PartOverWhole]:
    whole, is_open = -1, False
    for number, row in enumerate(rows):
        label = find_row_label(row)
        starts = bool(OF_WHICH.match(label))
        is_open = whole >= 0 and (starts or (is_open and bool(PART_MARK.match(label))))
        if is_open:
            yield from _compare(table, rows, number, whole)
        elif not starts:
            whole = number


def _compare(table: Table, rows: Sequence[Sequence[GridCell]], part: int, whole: int) -> Iterator[PartOverWhole]:
    above = {cell.column: read_cell(cell) for cell in rows[whole] if not cell.continues}
    if not _count_alike(rows[part], rows[whole]):
        return
    for cell in rows[part]:
        name, typed = plain_text(table.header[cell.column].text).strip(), read_cell(cell)
        number, most = to_number(typed), to_number(above.get(cell.column, ""))
        if (
            cell.continues
            or number is None
            or most is None
            or number <= max(most, Decimal(0))
            or _NO_AMOUNT.search(name)
        ):
            continue
        at = table.rows[part].index(cell.cell)
        path = (*table.path, "hang", part, at)
        yield PartOverWhole(
            path, typed, above[cell.column], find_row_label(rows[part]), find_row_label(rows[whole]), name
        )


def _count_alike(part: Sequence[GridCell], whole: Sequence[GridCell]) -> bool:
    """Tell whether two rows count things of one kind: what they say beside their labels is the same."""
    mine, theirs = ({c.column: read_cell(c) for c in row} for row in (part, whole))
    said = [(words, theirs.get(at, "")) for at, words in mine.items() if words != find_row_label(part)]
    return all(one == other or not one or not other or to_number(one) is not None for one, other in said)
