"""Finds the rows of a table that are sums already: a table goes in, they come out; nothing is added up twice."""

import re
from collections.abc import Container, Sequence
from decimal import Decimal, localcontext

from ..model import PRECISION, Report, Table, plain_text
from ..model.grid import lay_grid
from ..patterns import regex
from ..records import dataclass
from .numbers import format_number

LABEL = regex(
    r"(?:tổng|cộng|tổng cộng|tổng số|tổng cộng chung|cộng chung|tổng chung)(?:\s*\(.*\))?"
    r"|(?:cộng|tổng cộng|tổng)\s+(?:[ivx]+|[a-z]|[0-9]+(?:\.[0-9]+)*|mục .*|nhóm .*|phần .*)",
    re.I,
)
GROUP_MARK = regex(r"[IVX]{1,5}|[A-Z]")
LEAST_NUMBERS = 3  # columns that a row must number to be no data
LONG = 4  # digits that no number of a column has
LEAST_PARTS = 2  # rows above one that is their sum by its figures alone


@dataclass(frozen=True)
class Totals:
    """The rows that are sums, and which of them is that of the whole table."""

    rows: frozenset[int]
    grand: int | None = None


def find_labels(table: Table) -> frozenset[int]:
    """Return the rows whose first words say that they are a sum."""
    return frozenset(row for row in range(len(table.rows)) if LABEL.fullmatch(_label(table, row)))


def check_totals(table: Table, labelled: frozenset[int], summed: Sequence[int], report: Report) -> Totals:
    """Return the sums of a table that is to be added up, and tell of each; `summed` are its columns of figures."""
    figures = _figures(table, summed)
    numbering = tell_numbering(table, report)
    for row in numbering:
        figures[row] = {}
    named = labelled | _find_unnamed(table, figures, labelled, report)
    rows = named | _find_groups(table, figures, named)
    whole = _add(figures, [row for row in range(len(figures)) if row not in rows])
    grand = next((row for row in sorted(named, reverse=True) if _agrees(figures[row], whole)), None)
    if grand is None:
        grand = next((row for row in (len(figures) - 1, 0) if row in named and not _is_part(figures, row, rows)), None)
        if grand is not None:
            _report_difference(table, grand, figures[grand], whole, report)
    for row in sorted(rows):
        report("W194", (*table.path, "hang", row), label=_label(table, row) or f"{row + 1}")
    return Totals(rows | numbering, grand)


def tell_numbering(table: Table, report: Report) -> frozenset[int]:
    """Return the first row where it numbers the columns, and warn of it: A, B, 1, 2, 3 or (1), (2), (3)."""
    words = [word.strip("()") for word in _words(table, 0)] if table.rows else []
    figures = [int(word) for word in words if word.isascii() and word.isdigit() and len(word) < LONG]
    letters = words[: len(words) - len(figures)]
    is_letters = letters == [chr(ord("A") + at) for at in range(len(letters))]
    in_order = len(figures) >= LEAST_NUMBERS and figures == [*range(figures[0], figures[0] + len(figures))]
    if not (is_letters and in_order and figures[0] == 1 and len(words) == len(table.columns)):
        return frozenset()
    report("W297", (*table.path, "hang", 0), label=" ".join(_words(table, 0)))
    return frozenset({0})


def _words(table: Table, row: int) -> list[str]:
    return [plain_text(cell.text).strip() if cell.number is None else str(cell.number) for cell in table.rows[row]]


def _find_groups(table: Table, figures: list[dict[int, Decimal]], totals: Container[int]) -> frozenset[int]:
    """Return the rows marked I, II or A, B that are the sums of the rows below them."""
    marked = [row for row in range(len(figures)) if figures[row] and _is_group(table, row)]
    found = set()
    for row in marked:
        end = next((n for n in range(row + 1, len(figures)) if n in marked or n in totals), len(figures))
        parts = range(row + 1, end)
        if any(any(figures[part].values()) for part in parts) and _agrees(figures[row], _add(figures, parts)):
            found.add(row)
    return frozenset(found)


def _is_group(table: Table, row: int) -> bool:
    """Tell whether a row is marked as a group: its name stands beside the mark; a unit that is named A has no other."""
    mark, *beside = table.rows[row][:2]
    has_name = bool(beside) and beside[0].number is None and any(map(str.isalpha, plain_text(beside[0].text)))
    return has_name and bool(GROUP_MARK.fullmatch(plain_text(mark.text).strip().rstrip(".")))


def _label(table: Table, row: int) -> str:
    words = (plain_text(cell.text).strip() for cell in table.rows[row] if cell.number is None)
    return next((word.rstrip(":. ") for word in words if word), "")


def _figures(table: Table, summed: Sequence[int]) -> list[dict[int, Decimal]]:
    """Return the figures of each row by their columns."""
    return [
        {
            placed.column: placed.cell.number
            for placed in row
            if placed.cell.number is not None and not placed.continues and placed.column in summed
        }
        for row in lay_grid(table)
    ]


def _find_unnamed(
    table: Table, figures: list[dict[int, Decimal]], labelled: Container[int], report: Report
) -> frozenset[int]:
    """Return the last row where it has no words and is the sum of those above; where it has words, that is told."""
    last = len(figures) - 1
    above = [row for row in range(last) if row not in labelled]
    parts = [row for row in above if any(figures[row].values())]
    if last in labelled or len(parts) < LEAST_PARTS or not any(figures[last].values()):
        return frozenset()
    if not _agrees(figures[last], _add(figures, above)):
        return frozenset()
    if not _label(table, last):
        return frozenset({last})
    report("W295", (*table.path, "hang", last), label=_label(table, last))
    return frozenset()


def _add(figures: list[dict[int, Decimal]], rows: Sequence[int]) -> dict[int, Decimal]:
    sums: dict[int, Decimal] = {}
    with localcontext(prec=PRECISION):
        for row in rows:
            for column, number in figures[row].items():
                sums[column] = sums.get(column, Decimal(0)) + number
    return sums


def _agrees(row: dict[int, Decimal], sums: dict[int, Decimal]) -> bool:
    return bool(row) and all(number == sums.get(column, 0) for column, number in row.items())


def _is_part(figures: list[dict[int, Decimal]], row: int, rows: Container[int]) -> bool:
    """Tell whether a row is the sum of the rows between it and the sum above."""
    start = next((above + 1 for above in range(row - 1, -1, -1) if above in rows), 0)
    return start > 0 and _agrees(figures[row], _add(figures, range(start, row)))


def _report_difference(
    table: Table, row: int, told: dict[int, Decimal], sums: dict[int, Decimal], report: Report
) -> None:
    for column, number in told.items():
        if number != sums.get(column, 0):
            facts = {
                "name": plain_text(table.header[column].text),
                "value": format_number(number),
                "sum": format_number(sums.get(column, Decimal(0))),
            }
            report("W199", (*table.path, "hang", row), **facts)
