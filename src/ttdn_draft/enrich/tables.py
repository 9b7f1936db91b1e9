"""Finishes tables: one as written goes in; numbers printed, sums, the column of numbers and widths come out."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal, localcontext

from ..model import (
    NO_FIGURE,
    PRECISION,
    Cell,
    Column,
    Report,
    Run,
    Table,
    Text,
    is_ordinal,
    mark_pending,
    plain_text,
    replace_words,
)
from ..model.grid import GridCell, GridError, lay_grid
from ..model.numbers import guess_figure
from ..yaml_nodes import NodePath
from .numbers import format_number, parse_number, read_figure
from .totals import check_totals, find_labels, tell_numbering
from .widths import share_widths

EMPTY_CELLS = ("", *NO_FIGURE)
YEARS = range(1900, 2101)
ORDINAL = "STT"
ORDINAL_HEAD = Cell((Run(ORDINAL),))


def finish_table(table: Table, width: float, size: float, report: Report) -> Table:
    """Return the table as it is printed in `width` mm with letters of `size` pt."""
    try:
        lay_grid(table)
    except GridError:
        return table  # validate has reported cells that do not fit
    table = _settle_numbers(_settle_ordinals(table, report), report)
    table, totals = _add_total(table, report)
    table = _print_numbers(table, totals)
    table = _add_ordinals(table, totals) if table.is_numbered else table
    return replace(table, widths=share_widths(table, width, size, report))


def bold(text: Text) -> Text:
    """Return a text in bold."""
    return tuple(replace(run, bold=True) for run in text)


def _settle_ordinals(table: Table, report: Report) -> Table:
    """Return a table without the wish for a column of numbers where it has one, and with that as no figures."""
    columns = list(table.columns)
    for index, cell in enumerate(table.header):
        name = plain_text(cell.text)
        if not is_ordinal(name):
            continue
        columns[index] = replace(columns[index], kind="chu", alignment=columns[index].alignment or "center")
        if table.is_numbered:
            report("W197", (*table.path, "stt"), name=name)
            table = replace(table, is_numbered=False)
    if is_ordinal(plain_text(table.header[0].text)):
        table = replace(table, rows=tuple(_lead(row, columns) for row in table.rows))
    return replace(table, columns=tuple(columns))


def _lead(row: tuple[Cell, ...], columns: Sequence[Column]) -> tuple[Cell, ...]:
    """Return a row; one cell over all columns begins where the words do, and not where the numbers stand."""
    if not row or not 1 < len(columns) == row[0].columns:
        return row
    return (replace(row[0], alignment=row[0].alignment or columns[1].alignment or "left"), *row[1:])


# what is a number


def _settle_numbers(table: Table, report: Report) -> Table:
    """Read the texts of number columns, and settle what each column is."""
    table = _parse_texts(table, report)
    cells = _cells_by_column(table)
    columns = tuple(_settle_column(table, index, cells[index], report) for index in range(len(table.columns)))
    return replace(table, columns=columns)


def _parse_texts(table: Table, report: Report) -> Table:
    rows = [list(row) for row in table.rows]
    for row, laid in enumerate(lay_grid(table)):
        own = [placed for placed in laid if not placed.continues]
        for index, placed in enumerate(own):
            kind = table.columns[placed.column].kind
            if kind in ("so", "phan-tram") and placed.cell.columns == 1:
                rows[row][index] = _parse(placed.cell, kind, (*table.path, "hang", row, index), report)
    return replace(table, rows=tuple(map(tuple, rows)))


def _parse(cell: Cell, kind: str, path: NodePath, report: Report) -> Cell:
    text = plain_text(cell.text).strip()
    if cell.number is not None or text in EMPTY_CELLS:
        return cell
    return replace(cell, number=read_figure(text, path, report, "%" if kind == "phan-tram" else ""))


def _settle_column(table: Table, index: int, cells: list[Cell], report: Report) -> Column:
    """Return a column with its kind: so, phan-tram, nam (years, printed without marks), chu or nothing (mixed)."""
    column = table.columns[index]
    cells = [cell for cell in cells if cell.number is not None or plain_text(cell.text).strip() not in EMPTY_CELLS]
    numbers = [cell.number for cell in cells if cell.number is not None]
    kind = column.kind
    if not kind and numbers:
        is_years = all(n == n.to_integral_value() and int(n) in YEARS for n in numbers)
        kind = "nam" if is_years else "so" if len(numbers) == len(cells) else ""
        if is_years:
            report("N364", (*table.path, "cot", index), name=plain_text(table.header[index].text))
    side = column.alignment or ("right" if kind in ("so", "phan-tram", "nam") else "")
    return replace(column, kind=kind, alignment=side)


def _cells_by_column(table: Table, without: Container[int] = ()) -> list[list[Cell]]:
    """Return the cells of each column from above, those left out that reach over several columns."""
    columns: list[list[Cell]] = [[] for _ in table.columns]
    for row in (row for number, row in enumerate(lay_grid(table)) if number not in without):
        for placed in row:
            if placed.cell.columns == 1 and not placed.continues:
                columns[placed.column].append(placed.cell)
    return columns


# sums


def _add_total(table: Table, report: Report) -> tuple[Table, frozenset[int]]:
    """Return the table with its row of sums, unless it has one, and the rows that are sums."""
    labelled = find_labels(table)
    if not table.total:
        return table, labelled
    summed = [index for index, column in enumerate(table.columns) if column.kind == "so"]
    leading = min(summed, default=0)
    doubt = "W368" if summed else "E255"
    doubted = [_doubt_words(table, at, doubt, report) for at, column in enumerate(table.columns) if not column.kind]
    if not summed:
        tell_numbering(table, report)
        if not any(doubted):
            report("E365", table.path)
        return table, labelled
    totals = check_totals(table, labelled, summed, report)
    if totals.grand is not None:
        return _make_bold(table, totals.grand), totals.rows
    if not leading and not table.is_numbered:
        report("E366", table.path)
        return table, totals.rows
    cells = _cells_by_column(table, totals.rows)
    sums = {index: _sum(cells[index]) for index in summed}
    label = [Cell(mark_pending((Run(table.total, bold=True),)), leading, alignment="center")] if leading else []
    rest = [Cell(number=sums.get(index)) for index in range(leading, len(table.columns))]
    return replace(table, rows=(*table.rows, (*label, *rest))), totals.rows | {len(table.rows)}


def _make_bold(table: Table, row: int) -> Table:
    cells = tuple(replace(cell, text=bold(cell.text)) for cell in table.rows[row])
    return replace(table, rows=(*table.rows[:row], cells, *table.rows[row + 1 :]))


def _doubt_words(table: Table, index: int, id: str, report: Report) -> bool:
    """Tell of a column that is not added up because of words among its figures; return whether it is one."""
    cells = list(_places_in_column(table, index))
    words = [(plain_text(cell.text).strip(), path) for cell, path in cells if cell.number is None]
    words = [(text, path) for text, path in words if text not in EMPTY_CELLS]
    odd = [(text, path) for text, path in words if parse_number(text) is None]
    has_numbers = len(odd) < len(words) or any(cell.number is not None for cell, _ in cells)
    if words and has_numbers:
        text, path = (odd or words)[0]
        report(id, path, name=plain_text(table.header[index].text), value=text, guess=guess_figure(text))
        return True
    return False


def _places_in_column(table: Table, index: int) -> Iterator[tuple[Cell, NodePath]]:
    """Yield the cells of one column from above with their paths, those left out that reach over several columns."""
    for row, laid in enumerate(lay_grid(table)):
        own = [placed for placed in laid if not placed.continues]
        for at, placed in enumerate(own):
            if placed.column == index and placed.cell.columns == 1:
                yield placed.cell, (*table.path, "hang", row, at)


def _sum(cells: list[Cell]) -> Decimal:
    with localcontext(prec=PRECISION):
        return sum((cell.number for cell in cells if cell.number is not None), Decimal(0))


# what is printed


def _print_numbers(table: Table, totals: Container[int]) -> Table:
    rows = list(table.rows)
    for number, laid in enumerate(lay_grid(table)):
        is_total = bool(table.total) and number in totals
        own = [placed for placed in laid if not placed.continues]
        rows[number] = tuple(_print_cell(placed, table.columns[placed.column], is_total) for placed in own)
    return replace(table, rows=tuple(rows))


def _print_cell(placed: GridCell, column: Column, is_total: bool) -> Cell:
    cell = placed.cell
    if cell.number is None:
        return cell
    grouped = column.kind not in ("nam", "chu")
    words = format_number(cell.number, column.decimals, grouped) + ("%" if column.kind == "phan-tram" else "")
    side = "" if column.alignment or column.kind == "chu" else "right"
    text = (Run(words, bold=True),) if is_total else replace_words(cell.text, words)
    return replace(cell, text=text, alignment=side)


def _add_ordinals(table: Table, totals: Container[int]) -> Table:
    """Return the table with a first column that counts the rows; rows over all columns are not counted."""
    width = len(table.columns)
    rows, count = [], 0
    for number, laid in enumerate(lay_grid(table)):
        cells, first = table.rows[number], laid[0]
        if first.continues:
            rows.append(cells)
        elif first.cell.columns == width and width > 1:
            rows.append((_stretch(first.cell, table.columns[0].alignment or "left"), *cells[1:]))
        elif number in totals:
            rows.append(_stretch_label(table, cells))
        else:
            count += 1
            rows.append((Cell((Run(str(count)),), rows=first.cell.rows), *cells))
    ordinal = Column(alignment="center")
    return replace(table, columns=(ordinal, *table.columns), header=(ORDINAL_HEAD, *table.header), rows=tuple(rows))


def _stretch(cell: Cell, side: str) -> Cell:
    return replace(cell, columns=cell.columns + 1, alignment=cell.alignment or side)


def _stretch_label(table: Table, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Return the row of sums with its label over the column of numbers too."""
    if table.columns[0].kind == "so":
        return (Cell((Run(table.total, bold=True),), alignment="center"), *cells)
    if not plain_text(cells[0].text).strip():
        return (Cell(), *cells)
    return (_stretch(cells[0], "center"), *cells[1:])
