"""Takes the parts of an .xlsx apart: XML goes in, the cells that hold something come out, with their formats.

Only what is written is walked through, so that no number in a file (of lines, columns, styles) costs time.
"""

import posixpath
from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from functools import cached_property
from typing import Any, TypeAlias

from ..records import dataclass
from .sheets import Area, column_of, read_reference

Number: TypeAlias = int | float
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
TRUE = ("1", "true")


@dataclass(frozen=True)
class RawCell:
    """A cell as written: kind (`t`), number of its style, text of its value, whether a formula stands behind it."""

    kind: str
    style: int
    text: str | None
    is_formula: bool


@dataclass(frozen=True)
class RawSheet:
    """A sheet as written: cells by line and column (from 0), merged areas, what is hidden (columns as pairs)."""

    rows: dict[int, dict[int, RawCell]]
    merges: list[Area]
    hidden_lines: frozenset[int]
    hidden_columns: list[tuple[int, int]]


@dataclass(frozen=True)
class Workbook:
    """The parts of a workbook; the names of sheets lead to the names of their parts."""

    parts: Mapping[str, bytes]
    parts_by_title: Mapping[str, str]
    hidden_titles: frozenset[str]
    begins_1904: bool

    @cached_property
    def texts(self) -> list[str]:
        """The texts that cells share."""
        found = self.parts.get("xl/sharedStrings.xml")
        return [] if found is None else [_text_of(item) for item in _parse(found).iterfind("{*}si")]

    @cached_property
    def forms(self) -> list[str]:
        """The number format of each style."""
        from openpyxl.styles.numbers import BUILTIN_FORMATS

        if "xl/styles.xml" not in self.parts:
            return []
        root = _parse(self.parts["xl/styles.xml"])
        known = dict(BUILTIN_FORMATS)
        known |= {int(f.get("numFmtId")): f.get("formatCode") or "" for f in root.iterfind("{*}numFmts/{*}numFmt")}
        return [known.get(int(xf.get("numFmtId") or 0), "General") for xf in root.iterfind("{*}cellXfs/{*}xf")]

    def read_sheet(self, part: str) -> RawSheet:
        """Return the cells of a part that hold something."""
        root = _parse(self.parts[part])
        rows: dict[int, dict[int, RawCell]] = {}
        hidden, line = set(), 0
        for row in root.iterfind("{*}sheetData/{*}row"):
            line = int(row.get("r") or line + 1)
            cells = dict(_cells(row))
            if cells:
                rows.setdefault(line, {}).update(cells)
            if row.get("hidden") in TRUE or row.get("ht") == "0":
                hidden.add(line)
        merges = [read_reference(merged.get("ref") or "") for merged in root.iterfind("{*}mergeCells/{*}mergeCell")]
        columns = [
            (int(column.get("min")) - 1, int(column.get("max")) - 1)
            for column in root.iterfind("{*}cols/{*}col")
            if column.get("hidden") in TRUE or column.get("width") == "0"
        ]
        return RawSheet(rows, merges, frozenset(hidden), columns)

    def read_value(self, cell: RawCell) -> tuple[Any, str]:
        """Return the value of a cell and its number format."""
        form = self.forms[cell.style] if 0 <= cell.style < len(self.forms) else "General"
        match cell.kind:
            case _ if cell.text is None or (cell.text == "" and cell.kind != "e"):
                return None, form
            case "s":
                return self.texts[int(cell.text)], form
            case "b":
                return cell.text in TRUE, form
            case "d":
                from openpyxl.utils.datetime import from_ISO8601

                return from_ISO8601(cell.text), form
            case "n":
                return self._number(cell.text, form), form
        return cell.text, form

    def _number(self, text: str, form: str) -> Number | date | time | timedelta:
        from openpyxl.styles.numbers import is_date_format, is_timedelta_format
        from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

        number: Number = float(text) if set(text) & set(".eE") else int(text)
        if not is_date_format(form):
            return number
        epoch = CALENDAR_MAC_1904 if self.begins_1904 else CALENDAR_WINDOWS_1900
        moment: date | time | timedelta = from_excel(number, epoch, timedelta=is_timedelta_format(form))
        return moment


def open_workbook(parts: Mapping[str, bytes]) -> Workbook:
    """Return a workbook with the names of its sheets; charts that fill a sheet are none."""
    root = _parse(parts["xl/workbook.xml"])
    links = {link.get("Id"): link for link in _parse(parts["xl/_rels/workbook.xml.rels"]).iterfind("{*}Relationship")}
    found, hidden = {}, set()
    for sheet in root.iterfind("{*}sheets/{*}sheet"):
        link = links[sheet.get(RELATION)]
        if not str(link.get("Type")).endswith("/worksheet"):
            continue
        title, target = str(sheet.get("name")), str(link.get("Target"))
        found[title] = target.removeprefix("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        if sheet.get("state") in ("hidden", "veryHidden"):
            hidden.add(title)
    settings = root.find("{*}workbookPr")
    begins_1904 = settings is not None and settings.get("date1904") in TRUE
    return Workbook(parts, found, frozenset(hidden), begins_1904)


def _parse(data: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(data)


def _cells(row: Any) -> Iterator[tuple[int, RawCell]]:
    column = -1
    for cell in row.iterfind("{*}c"):
        reference = cell.get("r")
        column = column_of(reference.rstrip("0123456789")) if reference else column + 1
        kind, text = cell.get("t") or "n", cell.findtext("{*}v")
        inline = cell.find("{*}is")
        if kind == "inlineStr" and inline is not None:
            text = _text_of(inline)
        is_formula = cell.find("{*}f") is not None
        if text is not None or is_formula:
            yield column, RawCell(kind, int(cell.get("s") or 0), text, is_formula)


def _text_of(item: Any) -> str:
    """Return a text without the reading aids of East Asian scripts."""
    pieces = (piece for piece in item.iter("{*}t") if not any(a.tag.endswith("}rPh") for a in piece.iterancestors()))
    return "".join(piece.text or "" for piece in pieces)
