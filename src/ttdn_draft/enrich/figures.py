"""The table of figures of a report: figures with their parts go in, the compared and checked table comes out."""

from collections.abc import Iterator
from decimal import Decimal, localcontext

from ..model import PRECISION, Cell, Column, Draft, Figure, Report, Run, Table, Text, plain_text
from ..records import dataclass
from ..yaml_nodes import NodePath
from .numbers import format_number, read_figure, round_to
from .tables import EMPTY_CELLS

NONE = "-"
HEADER = ("STT", "Chỉ tiêu", "Đơn vị tính")
CHANGE = "Tăng, giảm (%)"
PERIODS = ("Kỳ này", "Cùng kỳ năm trước")
SIDES = ("center", "", "center", "right", "right", "right")
KEYS = {"current": "ky_nay", "previous": "cung_ky"}


@dataclass(frozen=True)
class Row:
    """A figure with its numbers read, its unit (that of the figure above where it names none) and its parts."""

    path: NodePath
    name: Text
    unit: Text
    current: Decimal | None
    previous: Decimal | None
    parts: tuple["Row", ...]


def build_figure_table(draft: Draft, path: NodePath, report: Report) -> Table:
    """Return the table; a figure that is not the sum of its parts is reported."""
    rows = [_read(figure, (), report) for figure in draft.figures]
    for figure, row in zip(draft.figures, rows, strict=True):
        if (figure.current, figure.previous, figure.parts) == (None, None, ()):
            report("W376", figure.path, name=plain_text(figure.name))
        _check_sums(row, report)
    words = (*HEADER, *(draft.figure_columns or PERIODS), CHANGE)
    header = tuple(Cell((Run(word),)) for word in words)
    return Table(tuple(Column(side, "chu") for side in SIDES), header, tuple(_rows(rows, "")), path)


def _read(figure: Figure, unit: Text, report: Report) -> Row:
    unit = figure.unit or unit
    current, previous = (_number(getattr(figure, name), (*figure.path, key), report) for name, key in KEYS.items())
    parts = tuple(_read(part, unit, report) for part in figure.parts)
    return Row(figure.path, figure.name, unit, current, previous, parts)


def _number(value: Decimal | str | None, path: NodePath, report: Report) -> Decimal | None:
    if not isinstance(value, str) or value.strip() in EMPTY_CELLS:
        return None if isinstance(value, str) else value
    return read_figure(value, path, report)


def _check_sums(row: Row, report: Report) -> None:
    """Report a figure that is not what its parts give; parts in other units are of another kind."""
    for part in row.parts:
        _check_sums(part, report)
    unit = plain_text(row.unit).strip()
    if not row.parts or any(plain_text(part.unit).strip() != unit for part in row.parts):
        return
    for name, key in KEYS.items():
        stated: Decimal | None = getattr(row, name)
        parts = [number for part in row.parts if (number := getattr(part, name)) is not None]
        with localcontext(prec=PRECISION):
            found = sum(parts, Decimal(0))
        if stated is not None and parts and stated != found:
            facts = {"name": plain_text(row.name), "stated": format_number(stated), "sum": format_number(found)}
            report("E367", (*row.path, key), **facts)


def _rows(rows: list[Row] | tuple[Row, ...], above: str) -> Iterator[tuple[Cell, ...]]:
    for count, row in enumerate(rows, 1):
        label = f"{above}{count}"
        figures = [NONE if n is None else format_number(n) for n in (row.current, row.previous)]
        change = _change(row.current, row.previous)
        ordinal, *rest = (Cell((Run(word),)) for word in (label, *figures, change))
        yield ordinal, Cell(row.name), Cell(row.unit), *rest
        yield from _rows(row.parts, f"{label}.")


def _change(current: Decimal | None, previous: Decimal | None) -> str:
    """Return by how much per cent a figure has grown, with one decimal."""
    if current is None or not previous:
        return NONE
    with localcontext(prec=PRECISION):
        return format_number(round_to((current - previous) / abs(previous) * 100, 1))
