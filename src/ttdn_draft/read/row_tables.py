"""Reads a table of which each row makes a document: a .csv, .xlsx or .json goes in, named cells by row come out.

A cell is what the file shows: nothing is added up, nothing is guessed. What is wrong with one row is told of that row,
and the others are read.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias
from unicodedata import normalize

from ..characters import scan_characters
from ..errors import Cause, Finding, InputError, Place, explain
from ..records import dataclass
from ..text_files import check_is_file, read_text
from .cell_marks import is_tame
from .delimited import read_csv
from .formats import JSON_PROBLEMS, NOT_JSON
from .sheets import MAX_ROWS, AskedPart, Sheet, Value

ROW_SUFFIXES = (".csv", ".xlsx", ".json")
RowCell: TypeAlias = str | int | bool | list[str] | None


@dataclass(frozen=True)
class BatchRow:
    """A row: the line of the file in which it stands, or its number in a .json; its cells by column; what is wrong."""

    file: str
    number: int
    cells: Mapping[str, RowCell]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class RowTable:
    """The rows of a file, under the names of its columns, which stand on a line of it."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[BatchRow, ...]
    findings: tuple[Finding, ...] = ()
    line: int = 0
    spare: frozenset[str] = frozenset()  # columns that nobody wrote: they need no use, and stand for no key


def read_rows(path: Path) -> RowTable:
    """Return the rows of a file; raises InputError where it is no table with a name over each column."""
    check_is_file(path)
    match path.suffix.lower():
        case ".csv":
            return _from_sheet(read_csv(path, AskedPart().wants), str(path))
        case ".xlsx":
            return _from_sheet(_read_sheet(path), str(path))
        case ".json":
            return _from_json(path)
    raise InputError("E947", Place(str(path)), suffix=path.suffix, known=", ".join(ROW_SUFFIXES))


def _read_sheet(path: Path) -> Sheet:
    """Return the first sheet of a workbook; one that is too long is told as a table of rows."""
    from .workbook import read_workbook

    try:
        return read_workbook(path, None, AskedPart())
    except InputError as error:
        if too_much := next((found for found in error.findings if found.cause is Cause.TOO_MUCH), None):
            _bound(int(str(too_much.facts["found"])), too_much.place)
        raise


def check_columns(names: Sequence[str], place: Place) -> None:
    """Raise InputError where two columns have one name, or one has none."""
    twice = [name for name, count in Counter(names).items() if count > 1 or not name]
    if twice:
        raise InputError.of(Finding("E945", place, {"name": name}) for name in twice)


def _bound(count: int, place: Place) -> None:
    if count > MAX_ROWS:
        raise InputError("E949", place, found=count, limit=MAX_ROWS)


def _from_sheet(sheet: Sheet, file: str) -> RowTable:
    if not sheet.rows:
        raise InputError("E163", Place(file, 1))
    (line, header), *body = sheet.rows
    while header and header[-1] is None:
        header = header[:-1]
    names = [normalize("NFC", " ".join(str(name or "").split())) for name in header]
    check_columns(names, Place(file, line))
    _bound(len(body), Place(file, body[-1][0]) if body else Place(file))
    faults: dict[int, list[Finding]] = {}
    for (at, _), fault in sheet.faults.items():
        faults.setdefault(at, []).append(fault)
    rows = (_sheet_row(sheet, file, at, cells, names, faults.get(at, ())) for at, cells in body)
    return RowTable(file, tuple(names), tuple(rows), sheet.findings, line)


def _sheet_row(
    sheet: Sheet, file: str, line: int, cells: list[Value], names: list[str], faults: Iterable[Finding]
) -> BatchRow:
    """Return a row of a sheet, each cell as the file shows it."""
    found = list(faults)
    if any(cell is not None for cell in cells[len(names) :]):
        found.append(Finding("E946", Place(file, line), {"cells": len(cells), "columns": len(names)}))
    shown: dict[str, RowCell] = {}
    for column, name in enumerate(names):
        cell = cells[column] if column < len(cells) else None
        words = sheet.shown.get((line, column), str(cell)) if isinstance(cell, Decimal) else cell
        shown[name] = _clean(words, Place(file, line, column + 1), found)
    return BatchRow(file, line, shown, tuple(found))


def _clean(cell: RowCell, place: Place, found: list[Finding]) -> RowCell:
    """Return a cell with its words composed; a sign that cannot be printed or seen is told at its place."""
    if not isinstance(cell, str):
        return cell
    if is_tame(cell):
        return cell
    lines = normalize("NFC", cell.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")).strip()
    clean, signs = scan_characters(lines, place.file, [])
    found += (Finding(sign.id, place, sign.facts, sign.cause) for sign in signs)
    return clean or None


def _from_json(path: Path) -> RowTable:
    text, findings = read_text(path)
    place = Place(str(path), 1)
    try:
        data = json.loads(text, parse_float=Decimal)
    except json.JSONDecodeError as error:
        problem = explain(error.msg, JSON_PROBLEMS, NOT_JSON)
        raise InputError("E127", Place(str(path), error.lineno, error.colno), problem=problem) from None
    except (ValueError, RecursionError):
        raise InputError("E127", place, problem=NOT_JSON) from None
    if not isinstance(data, list) or not all(isinstance(row, dict) for row in data):
        raise InputError("E948", place)
    _bound(len(data), place)
    flat = [dict(_flatten(row, "")) for row in data]
    columns = tuple(dict.fromkeys(name for row in flat for name in row))
    check_columns(columns, place)
    rows = (_json_row(str(path), number, row, columns) for number, row in enumerate(flat, 1))
    return RowTable(str(path), columns, tuple(rows), tuple(findings))


def _flatten(row: Mapping[str, Any], above: str) -> Iterable[tuple[str, Any]]:
    """Yield the values of a row under dotted names: {ky: {ho_ten: …}} is ky.ho_ten."""
    for key, value in row.items():
        name = normalize("NFC", f"{above}{key}".strip())
        if isinstance(value, dict):
            yield from _flatten(value, f"{name}.")
        else:
            yield name, value


def _json_row(file: str, number: int, row: Mapping[str, Any], columns: Iterable[str]) -> BatchRow:
    found: list[Finding] = []
    cells = {name: _json_cell(row.get(name), Place(file, path=f"$[{number - 1}].{name}"), found) for name in columns}
    return BatchRow(file, number, cells, tuple(found))


def _json_cell(value: Any, place: Place, found: list[Finding]) -> RowCell:
    if isinstance(value, list):
        return [str(_clean(str(part), place, found) or "") for part in value]
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    return value if isinstance(value, bool | int) or value is None else _clean(str(value), place, found)
