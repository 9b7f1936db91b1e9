"""Makes the data of a table: a WordTable goes in, the columns and rows that a .yaml holds come out, with places."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ...records import dataclass
from ...yaml_nodes import NodePath
from .inline import write_inline
from .lines import Line, WordCell, WordTable

MAX_HEADER = 3  # rows of a header
SIDES = {"center": "center", "right": "right"}


@dataclass(frozen=True)
class PlacedCell:
    """A cell of a table and the column at which it begins."""

    cell: WordCell
    column: int


def read_word_table(
    table: WordTable, notes: Mapping[str, str], path: NodePath
) -> tuple[dict[str, Any], dict[NodePath, tuple[int, int]]]:
    """Return the data of a table and the paragraph of each of its cells, with paths that begin with `path`."""
    grid = list(_place(table))
    width = max((one.column + one.cell.columns for row in grid for one in row), default=1)
    header = _header_rows(grid, width)
    positions: dict[NodePath, tuple[int, int]] = {path: (table.paragraph, 1)}
    columns = []
    for number in range(width):
        names = _names(grid[:header], number, notes)
        column: dict[str, Any] = {"ten": names[-1][0] if names else ""}
        if side := _side(grid[header:], number):
            column["can"] = side
        if above := [name for name, _ in names[:-1] if name]:
            column["nhom_cot"] = above if len(above) > 1 else above[0]
        columns.append(column)
        positions[*path, "cot", number, "ten"] = (names[-1][1] if names else table.paragraph, 1)
    rows = [_row(row, notes, (*path, "hang", number), positions) for number, row in enumerate(grid[header:])]
    return {"cot": columns, "hang": rows}, positions


def _place(table: WordTable) -> Iterator[list[PlacedCell]]:
    """Yield each row with the column of every cell; what a cell above covers is left out, what is missing is blank."""
    covered, width = Counter[int](), table.width
    for row in table.rows:
        placed, at = list[PlacedCell](), 0
        for cell in row:
            while covered[at]:
                at += 1
            placed.append(PlacedCell(cell, at))
            at += cell.columns
        placed += [PlacedCell(WordCell(()), column) for column in range(at, width) if not covered[column]]
        yield placed
        covered = Counter({column: left - 1 for column, left in covered.items() if left > 1})
        for one in placed:
            for column in range(one.column, one.column + one.cell.columns):
                if one.cell.rows > 1:
                    covered[column] = one.cell.rows - 1


def _header_rows(grid: list[list[PlacedCell]], width: int) -> int:
    """Return how many rows the header has: as many as its highest cell covers, two where a cell stands over several."""
    if not grid:
        return 0
    highest = max((one.cell.rows for one in grid[0]), default=1)
    is_grouped = any(1 < one.cell.columns < width for one in grid[0]) and len(grid) > 1
    blank_below = is_grouped and any(not one.cell.lines for one in grid[1])
    return min(max(highest, 2 if blank_below else 1), MAX_HEADER, len(grid))


def _names(rows: list[list[PlacedCell]], column: int, notes: Mapping[str, str]) -> list[tuple[str, int]]:
    """Return the names over a column, from above, with the paragraph of each; a blank one is that of the cell above."""
    cells = [one.cell for row in rows for one in row if one.column <= column < one.column + one.cell.columns]
    return [(_join(cell.lines, notes, is_plain=True), cell.lines[0].paragraph) for cell in cells if cell.lines]


def _side(rows: list[list[PlacedCell]], column: int) -> str:
    """Return the side of a column: that on which most of its lines stand."""
    sides = Counter(
        SIDES.get(line.align, "")
        for row in rows
        for one in row
        if one.column == column and one.cell.columns == 1
        for line in one.cell.lines
    )
    return sides.most_common(1)[0][0] if sides else ""


def _row(
    row: list[PlacedCell], notes: Mapping[str, str], path: NodePath, positions: dict[NodePath, tuple[int, int]]
) -> list[Any]:
    written = list[Any]()
    for one in row:
        positions[*path, len(written)] = (one.cell.lines[0].paragraph if one.cell.lines else _first(row), 1)
        written.append(_cell(one.cell, notes))
    return written


def _first(row: list[PlacedCell]) -> int:
    return next((line.paragraph for one in row for line in one.cell.lines), 1)


def _cell(cell: WordCell, notes: Mapping[str, str]) -> Any:
    lines = [line for one in cell.lines for line in write_cell_line(one, notes).split("\\\n")]
    content: Any = None if not lines else lines[0] if len(lines) == 1 else lines
    if cell.columns == cell.rows == 1:
        return content
    spans = {key: value for key, value in (("gop_cot", cell.columns), ("gop_hang", cell.rows)) if value > 1}
    return {"chu": "\n".join(lines) if lines else "", **spans}


def write_cell_line(line: Line, notes: Mapping[str, str], is_plain: bool = False) -> str:
    """Return a line of a cell as Markdown, with the number that Word counts before it."""
    words = write_inline(line.text, notes, is_plain)
    return f"{line.label} {words}".strip() if line.label else words


def _join(lines: tuple[Line, ...], notes: Mapping[str, str], is_plain: bool) -> str:
    return "\n".join(write_cell_line(line, notes, is_plain) for line in lines)
