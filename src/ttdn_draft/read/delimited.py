"""Reads a .csv file: a path goes in, its rows come out, each with the line on which it stands."""

import csv
from io import StringIO
from pathlib import Path

from ..errors import InputError, Place
from .figures import Convention, Sheet, Value
from .files import decode, read_bytes

DELIMITERS: dict[str, Convention] = {";": "vi", "\t": "vi", ",": "en"}
BLANK = " \t;,"  # a row of nothing but these holds nothing, whichever of them is the delimiter
Rows = list[tuple[int, list[Value]]]


def read_csv(path: Path) -> Sheet:
    """Return the rows that are not blank, and the convention of numbers that goes with the delimiter."""
    text = decode(read_bytes(path), str(path)).replace("\r\n", "\n").replace("\r", "\n")
    found: dict[str, Rows] = {}
    problem = None
    for delimiter in DELIMITERS:
        try:
            found[delimiter] = _split(text, delimiter)
        except csv.Error as error:
            problem = error
    if not found:
        raise InputError("E162", Place(str(path), 1), reason=str(problem))
    delimiter = max(found, key=lambda d: _fit(found[d]))
    rows = found[delimiter]
    return Sheet(rows, DELIMITERS[delimiter] if rows and len(rows[0][1]) > 1 else None)


def _fit(rows: Rows) -> tuple[bool, int]:
    """Return how well a delimiter fits: all rows of one width before rows of many, then many columns before few."""
    widths = {len(cells) for _, cells in rows}
    return len(widths) == 1 and widths != {1}, len(rows[0][1]) if rows else 0


def _split(text: str, delimiter: str) -> Rows:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: Rows = []
    line = 1
    for cells in reader:
        if any(cell.strip(BLANK) for cell in cells):
            rows.append((line, [cell.strip() or None for cell in cells]))
        line = reader.line_num + 1
    return rows
