"""Lays table cells on their grid: rows of cells go in, the column of each cell and what it covers come out."""

from dataclasses import replace
from typing import Self

from ..records import dataclass
from . import Cell, Column, Run, Table, plain_text

CELL_MARGIN_MM = 100 / 1440 * 25.4  # 100 twips, about 1.8 mm, left and right in a cell of a body table


@dataclass(frozen=True)
class GridCell:
    """A cell at its place; `continues` marks the lower part of a cell merged downwards."""

    cell: Cell
    column: int
    continues: bool = False


class GridError(ValueError):
    """A row (counted from 0; the number of rows: the last cells reach below the table) does not fill the grid."""

    def __init__(self, row: int, found: int) -> None:
        self.row, self.found = row, found
        super().__init__(f"row {row}: {found} columns")


def lay_grid(table: Table) -> list[list[GridCell]]:
    """Return the body rows of a table with each cell at its column; raises GridError where they do not fit."""
    width = len(table.header)
    reaching: dict[int, tuple[Cell, int]] = {}  # first column of a merged cell -> the cell, rows still to cover
    rows = []
    for number, cells in enumerate(table.rows):
        row, reaching = _lay_row(number, list(cells), width, reaching)
        rows.append(row)
    if reaching:
        raise GridError(len(table.rows), width)
    return rows


def _lay_row(
    number: int, cells: list[Cell], width: int, reaching: dict[int, tuple[Cell, int]]
) -> tuple[list[GridCell], dict[int, tuple[Cell, int]]]:
    if not reaching and len(cells) == width and all(cell.columns == cell.rows == 1 for cell in cells):
        return [GridCell(cell, column) for column, cell in enumerate(cells)], {}
    row, after, column = [], {}, 0
    found = sum(c.columns for c in cells) + sum(c.columns for c, _ in reaching.values())
    while column < width:
        covering, left = reaching.get(column, (None, 0))
        if covering is None and not cells:
            raise GridError(number, found)
        cell = covering or cells.pop(0)
        left = left or cell.rows
        row.append(GridCell(cell, column, covering is not None))
        if left > 1:
            after[column] = (cell, left - 1)
        if any(inside in reaching for inside in range(column + 1, column + cell.columns)):
            raise GridError(number, found)
        column += cell.columns
    if cells or column > width:
        raise GridError(number, found)
    return row, after


@dataclass(frozen=True)
class _Path:
    """What stands over a column: its groups, and its own name unless that is a part of the lowest group."""

    groups: tuple[str, ...]
    name: Cell | None

    @property
    def depth(self) -> int:
        return len(self.groups) + (self.name is not None)

    def cell_at(self, level: int) -> Cell:
        at = min(level, self.depth - 1)
        return Cell((Run(self.groups[at]),)) if self.name is None or at < len(self.groups) else self.name

    def shares(self, other: Self, level: int) -> bool:
        """Tell whether a neighbour has the same cell at a level: names of columns are never shared."""
        at = min(level, self.depth - 1)
        if self.name is None and at == self.depth - 1:
            return self == other
        is_group = at < len(self.groups) and other.depth > at + 1
        return is_group and self.groups[: at + 1] == other.groups[: at + 1]


def lay_header(table: Table) -> list[list[GridCell]]:
    """Return the rows of the header with each cell at its column: groups of columns stand over the names of columns.

    A name with fewer groups than others reaches down to the body; equal groups side by side are one cell.
    """
    paths = [_path(column, cell) for column, cell in zip(table.columns, table.header, strict=True)]
    depth = max((path.depth for path in paths), default=1)
    return [_lay_level(paths, level, depth) for level in range(depth)]


def _path(column: Column, name: Cell) -> _Path:
    is_part = bool(column.groups) and not plain_text(name.text).strip()
    return _Path(column.groups, None if is_part else name)


def _lay_level(paths: list[_Path], level: int, depth: int) -> list[GridCell]:
    row: list[GridCell] = []
    column = 0
    while column < len(paths):
        path, end = paths[column], column + 1
        while end < len(paths) and path.shares(paths[end], level):
            end += 1
        rows = depth - path.depth + 1 if level >= path.depth - 1 else 1
        cell = replace(path.cell_at(level), columns=end - column, rows=rows)
        row.append(GridCell(cell, column, level >= path.depth))
        column = end
    return row
