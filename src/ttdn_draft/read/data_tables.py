"""Puts the rows of data files into the tables that name them: `{tu_tep: so-lieu.csv}` becomes `{cot, hang}`."""

from collections.abc import Container, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path, PureWindowsPath
from typing import Any
from unicodedata import normalize

from ..characters import find_unprintable
from ..errors import Finding, InputError, Place
from ..links import goes_in_circle, leads_out
from ..text_files import check_is_file
from ..yaml_nodes import KEY, NodePath, YamlTree, place_of
from .delimited import read_csv
from .figures import (
    FORMS,
    AmbiguousError,
    Convention,
    Sheet,
    Value,
    is_figure,
    read_column,
    read_figures,
    read_number,
    settle_convention,
)

MAX_ROWS, MAX_COLUMNS = 2000, 30
DATA_SUFFIXES = (".csv", ".xlsx")
UNREADABLE = {"cot": [{"ten": "?"}], "hang": []}  # stands for a table whose file is told to be wrong


def load_tables(tree: YamlTree, file: str, folder: Path | None) -> None:
    """Read the file of every table that names one, from the folder in which the input lies.

    What is wrong with it becomes a finding of the tree; without a folder no file is read, and that is told.
    """
    for here, table in [*_file_tables(tree.data)]:
        try:
            loaded = _load(tree, file, folder, here, table)
        except InputError as error:
            tree.findings += error.findings
            loaded = UNREADABLE
            table.pop("tong", None)  # else a sum without figures would be reported as well
        table.update(loaded)


def _load(tree: YamlTree, file: str, folder: Path | None, path: NodePath, table: dict[str, Any]) -> dict[str, Any]:
    if folder is None:
        raise InputError("E190", place_of(file, tree.positions, (*path, "tu_tep")), name=table["tu_tep"])
    return _TableLoader(tree, file, folder, path, table).load()


def _file_tables(data: Any) -> Iterator[tuple[NodePath, dict[str, Any]]]:
    if not isinstance(data, dict):
        return
    named = data.get("bang")
    for name, table in named.items() if isinstance(named, dict) else ():
        if isinstance(table, dict) and isinstance(table.get("tu_tep"), str):
            yield ("bang", name), table
    yield from _block_tables(data.get("noi_dung"), ("noi_dung",))
    annexes = data.get("phu_luc")
    for index, annex in enumerate(annexes if isinstance(annexes, list) else ()):
        if isinstance(annex, dict):
            yield from _block_tables(annex.get("noi_dung"), ("phu_luc", index, "noi_dung"))


def _block_tables(blocks: Any, path: NodePath) -> Iterator[tuple[NodePath, dict[str, Any]]]:
    for index, block in enumerate(blocks if isinstance(blocks, list) else ()):
        if isinstance(block, dict):
            table = block.get("bang")
            if isinstance(table, dict) and isinstance(table.get("tu_tep"), str):
                yield (*path, index, "bang"), table
            yield from _block_tables(block.get("noi_dung"), (*path, index, "noi_dung"))


class _TableLoader:
    """Reads the file of one table."""

    def __init__(self, tree: YamlTree, name: str, folder: Path, path: NodePath, table: dict[str, Any]) -> None:
        self.tree, self.name, self.folder, self.path, self.table = tree, name, folder, path, table
        self.file = folder / table["tu_tep"]
        self.found: list[Finding] = []
        self.doubts: list[Finding] = []

    def load(self) -> dict[str, Any]:
        """Return columns and rows; raises InputError with all that forbids them."""
        if "hang" in self.table:
            raise InputError("E175", self._here("hang"))
        asked = self.table.get("cot", [])
        if not (isinstance(asked, list) and all(isinstance(o, dict) and isinstance(o.get("ten"), str) for o in asked)):
            return {"hang": []}  # the schema will say what is wrong with the columns
        sheet = self._open()
        self.tree.findings += map(self._at_name, sheet.findings)
        self._check_shape(sheet)
        self._check_characters(sheet)
        self._stop()
        columns = self._columns([str(cell) for cell in sheet.rows[0][1]])
        values = self._values(sheet, columns)
        self._stop()
        self.tree.findings += self.doubts
        for column in sheet.percents:
            columns[column].setdefault("kieu", "phan-tram")
        self._place(sheet)
        return {"cot": columns, "hang": values}

    def _here(self, *steps: str | int) -> Place:
        return place_of(self.name, self.tree.positions, (*self.path, *steps))

    def _report(self, id: str, line: int, column: int, **facts: object) -> None:
        self.found.append(Finding(id, Place(str(self.file), line, column), facts))

    def _stop(self) -> None:
        if self.found:
            raise InputError.of(self.found)

    def _at_name(self, found: Finding) -> Finding:
        """Return a finding about the data file as a whole, moved to the key that names the file."""
        if found.place.line:
            return found
        part = " ".join(filter(None, (self.table["tu_tep"], found.place.part)))
        return Finding(found.id, replace(self._here("tu_tep"), part=part), found.facts)

    def _open(self) -> Sheet:
        try:
            return self._read()
        except InputError as error:
            raise InputError.of(map(self._at_name, error.findings)) from None

    def _read(self) -> Sheet:
        name = self.table["tu_tep"]
        windows = PureWindowsPath(name)  # knows both separators and the letters of drives
        is_plain = not (windows.root or windows.drive or ".." in windows.parts or "\0" in name)
        if not is_plain or leads_out(self.file, self.folder) or goes_in_circle(self.file):
            raise InputError("E160", self._here("tu_tep"), name=name)
        if len(Path(name).parts) < len(windows.parts):  # a backslash that is no separator here
            raise InputError("E187", self._here("tu_tep"), name=name, plain=windows.as_posix())
        suffix = self.file.suffix.lower()
        if suffix not in DATA_SUFFIXES:
            raise InputError("E161", self._here("tu_tep"), suffix=suffix, known=", ".join(DATA_SUFFIXES))
        if suffix == ".csv" and "trang_tinh" in self.table:
            raise InputError("E182", self._here("trang_tinh"))
        check_is_file(self.file)
        if suffix == ".csv":
            return read_csv(self.file)
        from .workbook import read_workbook

        return read_workbook(self.file, self.table.get("trang_tinh"))

    def _check_shape(self, sheet: Sheet) -> None:
        if not sheet.rows:
            raise InputError("E163", Place(str(self.file), 1))
        (line, header), *rows = sheet.rows
        if len(rows) > MAX_ROWS:
            raise InputError("E164", Place(str(self.file), rows[MAX_ROWS][0]), found=len(rows), limit=MAX_ROWS)
        if len(header) > MAX_COLUMNS:
            raise InputError("E178", Place(str(self.file), line), found=len(header), limit=MAX_COLUMNS)
        for column, cell in enumerate(header, 1):
            if cell is None:
                self._report("E166", line, column, number=column)
        for at, cells in rows:
            is_sheet = self.file.suffix.lower() != ".csv"
            cells += [None] * (len(header) - len(cells)) if is_sheet else []  # Excel has no end of a row
            if is_sheet and len(cells) > len(header):
                spot = max(column for column, cell in enumerate(cells) if cell is not None)
                self._report("E188", at, spot + 1, cell=f"{_letters_of(spot)}{at}")
            elif len(cells) != len(header):
                self._report("E165", at, min(len(cells), len(header)) + 1, cells=len(cells), columns=len(header))

    def _check_characters(self, sheet: Sheet) -> None:
        for line, cells in sheet.rows:
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    cells[column] = normalize("NFC", cell)
                    for message, _, facts in find_unprintable(cell):
                        place = Place(str(self.file), line, column + 1)
                        self.tree.findings.append(Finding(message, place, facts))

    def _columns(self, names: list[str]) -> list[dict[str, Any]]:
        """Return the columns of the header row, each with the options that the input gives for its name."""
        options: dict[str, dict[str, Any]] = {}
        for index, option in enumerate(self.table.get("cot", [])):
            name = option["ten"]
            for message, facts in _doubt_column(name, names, options):
                self.found.append(Finding(message, self._here("cot", index, "ten"), facts))
            options[name] = option
        return [options.get(name, {}) | {"ten": name} for name in names]

    def _values(self, sheet: Sheet, columns: list[dict[str, Any]]) -> list[list[Value]]:
        lines, rows = [line for line, _ in sheet.rows[1:]], [cells for _, cells in sheet.rows[1:]]
        convention = self._convention(sheet, columns)
        read: list[list[Value]] = []
        for index, column in enumerate(columns):
            cells = [row[index] for row in rows]
            match column.get("kieu"):
                case "chu":
                    read.append([None if cell is None else str(cell) for cell in cells])
                case "so" | "phan-tram":
                    read.append(read_figures(cells, convention))
                    self._check_figures(read[-1], lines, index)
                case _:
                    read.append(read_column(cells, convention))
                    if self.table.get("tong") and not any(isinstance(cell, Decimal) for cell in cells):
                        has_numbers = index in sheet.worded
                        self._doubt_words(read_figures(cells, convention), lines, index, column, has_numbers)
        return [list(row) for row in zip(*read, strict=True)]

    def _convention(self, sheet: Sheet, columns: list[dict[str, Any]]) -> Convention:
        if self.table.get("so_viet") in ("vi", "en"):
            chosen: Convention = self.table["so_viet"]
            return chosen
        figures = (
            ((line, column), cell)
            for line, cells in sheet.rows[1:]
            for column, cell in enumerate(cells)
            if isinstance(cell, str) and columns[column].get("kieu") != "chu"
        )
        try:
            return settle_convention(figures, sheet.likely)
        except AmbiguousError as error:
            line, column = error.spot
            text = str(next(cells for at, cells in sheet.rows if at == line)[column])
            readings = [str(read_number(text, way)).replace(".", ",") for way in FORMS]
            self._report("E167", line, column + 1, value=text, vi=readings[0], en=readings[1])
            return "vi"

    def _check_figures(self, cells: list[Value], lines: list[int], column: int) -> None:
        for line, cell in zip(lines, cells, strict=True):
            if not is_figure(cell):
                self._report("E169", line, column + 1, value=cell)

    def _doubt_words(
        self, cells: list[Value], lines: list[int], index: int, column: dict[str, Any], worded: bool
    ) -> None:
        """Warn of a column of words that would be added up if all of its cells were numbers, as some are."""
        odd = [(line, cell) for line, cell in zip(lines, cells, strict=True) if not is_figure(cell)]
        if odd and (worded or any(isinstance(cell, Decimal) for cell in cells)):
            place = Place(str(self.file), odd[0][0], index + 1)
            self.doubts.append(Finding("W368", place, {"name": column["ten"], "value": odd[0][1]}))
            column["kieu"] = "chu"

    def _place(self, sheet: Sheet) -> None:
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
        for row, (line, cells) in enumerate(sheet.rows[1:]):
            self.tree.positions[*hang, row] = (line, 1)
            for column in range(len(cells)):
                self.tree.positions[*hang, row, column] = (line, column + 1)


def _letters_of(column: int) -> str:
    """Return the letters by which Excel names a column, counted from 0."""
    above, letter = divmod(column, 26)
    return (_letters_of(above - 1) if above else "") + chr(ord("A") + letter)


def _doubt_column(name: str, names: list[str], options: Container[str]) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what is wrong with a column that the input names; `options` are those that it named before."""
    if name not in names:
        yield "E168", {"name": name, "known": ", ".join(names)}
    if name in options:
        yield "E180", {"name": name}
    if names.count(name) > 1:
        yield "E181", {"name": name, "count": names.count(name)}
