"""Puts the rows of data files into the tables that name them: `{tu_tep: so-lieu.csv}` becomes `{cot, hang}`."""

from collections.abc import Container, Iterator
from dataclasses import replace
from pathlib import Path, PureWindowsPath
from textwrap import shorten
from typing import Any
from unicodedata import normalize

from ..characters import find_unprintable
from ..errors import Finding, InputError, Place
from ..links import goes_in_circle, leads_out
from ..text_files import check_is_file
from ..yaml_nodes import KEY, NodePath, YamlTree, place_of
from .columns import ColumnReader
from .delimited import read_csv
from .excerpts import UNMERGED, Excerpt, cut, name_lines
from .lost_header import find_number_name
from .rows_below import find_rows_below
from .sheets import LETTERS, AskedPart, Sheet, Value, fold_faults, letters_of, read_asked

DATA_SUFFIXES = (".csv", ".xlsx")

SHOWN_OF_ROW = 40  # letters of a row that a message repeats


class TableLoader:
    """Reads the file of one table."""

    def __init__(self, tree: YamlTree, name: str, folder: Path, path: NodePath, table: dict[str, Any]) -> None:
        self.tree, self.name, self.folder, self.path, self.table = tree, name, folder, path, table
        self.file = folder / table["tu_tep"]
        self.found: list[Finding] = []

    def load(self) -> dict[str, Any]:
        """Return columns and rows; raises InputError with all that forbids them."""
        if "hang" in self.table:
            raise InputError("E175", self._here("hang"))
        options = self.table.get("cot", [])
        if not (
            isinstance(options, list) and all(isinstance(o, dict) and isinstance(o.get("ten"), str) for o in options)
        ):
            return {"hang": []}  # the schema will say what is wrong with the columns
        asked = read_asked(self.table)
        sheet = self._open(asked)
        self.tree.findings += map(self._at_name, sheet.findings)
        excerpt = self._cut(sheet, asked)
        self._check_cells(sheet, excerpt)
        self._check_characters(excerpt)
        self._stop()
        columns = self._columns(excerpt)
        reader = ColumnReader(str(self.file), self.table, sheet, excerpt, columns)
        values = reader.read()
        self.found += reader.found
        self._stop()
        self._tell_hidden(sheet, asked, excerpt)
        self._tell_below(excerpt)
        if (at := find_number_name(excerpt.names, values)) is not None and not asked.head:
            place = Place(str(self.file), excerpt.head[-1], excerpt.columns[at] + 1)
            self.tree.findings.append(Finding("W813", place, {"value": excerpt.names[at]}))
        self.tree.findings += reader.doubts
        rows = [[*_row(values, excerpt, number)] for number in range(len(excerpt.rows))]
        self._place(excerpt, rows)
        return {"cot": columns, "hang": [[cell for _, cell in row] for row in rows]}

    def _tell_below(self, excerpt: Excerpt) -> None:
        """Warn of notes and signatures under the table, which become rows of it."""
        if below := find_rows_below(excerpt):
            cells = next(cells for line, cells in excerpt.rows if line == below[0])
            words = shorten(next(str(cell) for cell in cells if cell is not None), SHOWN_OF_ROW, placeholder="…")
            facts = {"row": below[0], "words": words, "rows": ", ".join(name_lines(below))}
            self.tree.findings.append(Finding("W256", Place(str(self.file), below[0]), facts))

    def _cut(self, sheet: Sheet, asked: AskedPart) -> Excerpt:
        try:
            return cut(sheet, asked, str(self.file))
        except InputError as error:
            raise InputError.of(map(self._at_name, error.findings)) from None

    def _here(self, *steps: str | int) -> Place:
        return place_of(self.name, self.tree.positions, (*self.path, *steps))

    def _stop(self) -> None:
        if self.found:
            raise InputError.of(self.found)

    def _at_name(self, found: Finding) -> Finding:
        """Return a finding about the data file as a whole, moved to the key that names the file."""
        if found.place.line:
            return found
        part = " ".join(filter(None, (self.table["tu_tep"], found.place.part)))
        return Finding(found.id, replace(self._here("tu_tep"), part=part), found.facts)

    def _open(self, asked: AskedPart) -> Sheet:
        try:
            return self._read(asked)
        except InputError as error:
            raise InputError.of(map(self._at_name, error.findings)) from None

    def _read(self, asked: AskedPart) -> Sheet:
        name = self.table["tu_tep"]
        windows = PureWindowsPath(name)  # knows both separators and the letters of drives
        is_plain = not (windows.root or windows.drive or ".." in windows.parts or "\0" in name)
        if not is_plain or leads_out(self.file, self.folder) or goes_in_circle(self.file):
            raise InputError("E160", self._here("tu_tep"), name=name)
        if len(Path(name).parts) < len(windows.parts):  # a backslash that is no separator here
            raise InputError("E187", self._here("tu_tep"), name=name, plain=windows.as_posix())
        suffix = self.file.suffix.lower()
        if suffix not in DATA_SUFFIXES and (suffix or self.file.exists()):
            raise InputError("E161", self._here("tu_tep"), suffix=suffix, known=", ".join(DATA_SUFFIXES))
        if suffix == ".csv" and "trang_tinh" in self.table:
            raise InputError("E182", self._here("trang_tinh"))
        check_is_file(self.file)
        if suffix == ".csv":
            return read_csv(self.file, asked.wants)
        from .workbook import read_workbook

        return read_workbook(self.file, self.table.get("trang_tinh"), asked)

    def _check_cells(self, sheet: Sheet, excerpt: Excerpt) -> None:
        """Report the cells of the excerpt that have no sure value, and how many numbers are shown rounded."""
        lines = (*excerpt.head, *(line for line, _ in excerpt.rows))
        printed = {(line, column) for line in lines for column in excerpt.columns}
        self.found += fold_faults(fault for spot, fault in sheet.faults.items() if spot in printed)
        if rounded := printed & sheet.rounded:
            self.tree.findings.append(self._at_name(Finding("N176", Place(str(self.file)), {"count": len(rounded)})))

    def _tell_hidden(self, sheet: Sheet, asked: AskedPart, excerpt: Excerpt) -> None:
        """Warn of lines and columns that the file hides and the document prints."""
        lines = [line for line, _ in excerpt.rows if line in sheet.hidden_lines]
        columns = [column for column in excerpt.columns if column in sheet.hidden_columns]
        if asked.hidden or not (lines or columns):
            return
        place = Place(str(self.file))
        facts = {"lines": ", ".join(name_lines(lines)) or "—", "columns": ", ".join(map(letters_of, columns)) or "—"}
        self.tree.findings.append(self._at_name(Finding("W195", place, facts)))

    def _check_characters(self, excerpt: Excerpt) -> None:
        for line, cells in excerpt.rows:
            for index, cell in enumerate(cells):
                if isinstance(cell, str):
                    cells[index] = normalize("NFC", cell)
                    self._check_text(cell, line, excerpt.columns[index])
        excerpt.names[:] = [normalize("NFC", name) for name in excerpt.names]
        for name, column in zip(excerpt.names, excerpt.columns, strict=True):
            self._check_text(name, excerpt.head[-1], column)

    def _check_text(self, text: str, line: int, column: int) -> None:
        for message, _, facts in find_unprintable(text):
            self.tree.findings.append(Finding(message, Place(str(self.file), line, column + 1), facts))

    def _columns(self, excerpt: Excerpt) -> list[dict[str, Any]]:
        """Return the columns of the table, each with the options that the input gives for its name or letters."""
        names = excerpt.names
        options: dict[int, dict[str, Any]] = {}
        for index, option in enumerate(self.table.get("cot", [])):
            name = option["ten"]
            found = [at for at, known in enumerate(names) if known == name]
            if not found and LETTERS.fullmatch(name):
                found = [at for at, column in enumerate(excerpt.columns) if letters_of(column) == name.upper()]
            for message, facts in _doubt_column(name, names, found, options):
                self.found.append(Finding(message, self._here("cot", index, "ten"), facts))
            options |= dict.fromkeys(found, option)
        return [
            options.get(at, {}) | {"ten": name} | ({"nhom_cot": [*groups]} if groups else {})
            for at, (name, groups) in enumerate(zip(names, excerpt.groups, strict=True))
        ]

    def _place(self, excerpt: Excerpt, rows: list[list[tuple[int, Any]]]) -> None:
        """Note where each row and cell stands in the data file."""
        self.tree.data_files[self.path] = str(self.file)
        cot: NodePath = (*self.path, "cot")
        for index, option in enumerate(
            self.table.get("cot", [])
        ):  # the columns are those of the file now, in its order
            for path in ((*cot, index), *((*cot, index, key, *end) for key in option for end in ((), (KEY,)))):
                self.tree.positions.pop(path, None)
        hang: NodePath = (*self.path, "hang")
        self.tree.positions[hang] = (1, 1)
        for row, ((line, _), cells) in enumerate(zip(excerpt.rows, rows, strict=True)):
            self.tree.positions[*hang, row] = (line, 1)
            for index, (column, _) in enumerate(cells):
                self.tree.positions[*hang, row, index] = (line, column + 1)


def _row(values: list[list[Value]], excerpt: Excerpt, number: int) -> Iterator[tuple[int, Any]]:
    """Yield the cells of a row, each with its column in the file; those that a merged cell covers are left out."""
    for index, column in enumerate(excerpt.columns):
        span = excerpt.spans.get((number, index), UNMERGED)
        value = values[index][number]
        if span == UNMERGED:
            yield column, value
        elif not span.is_covered:
            yield column, {"chu": value, "gop_cot": span.columns, "gop_hang": span.rows}


def _doubt_column(
    name: str, names: list[str], found: list[int], options: Container[int]
) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what is wrong with a column that the input names; `options` are those that it named before."""
    if not found:
        yield "E168", {"name": name, "known": ", ".join(names)}
    if any(at in options for at in found):
        yield "E180", {"name": name}
    if len(found) > 1:
        yield "E181", {"name": name, "count": len(found)}
