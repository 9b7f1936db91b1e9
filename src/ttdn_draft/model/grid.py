"""Lays table cells on their grid: rows of cells go in, the column of each cell and what it covers come out."""

from dataclasses import dataclass

from . import Cell, Table

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
