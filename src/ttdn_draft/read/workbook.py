"""Reads a sheet of an .xlsx workbook: a path goes in, its rows come out as Excel shows them."""

import posixpath
import warnings
from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import normalize

from ..archives import ArchiveError, Limits, read_archive, write_zip
from ..errors import Finding, InputError, Place
from ..messages import N_, Marked
from ..text_files import read_bytes
from .cell_dates import show_date
from .cell_formats import UnknownFormatError, show_number, show_text
from .figures import Sheet, Value

WORKBOOK_LIMITS = Limits(part=32 << 20, total=48 << 20, ratio=200)
REASONS = {
    "too-large": N_("lớn bất thường khi mở nén"),
    "dtd": N_("có khai báo DTD"),
    "bad-xml": N_("phần XML bên trong bị hỏng"),
    "broken": N_("không phải tệp .xlsx: có thể là tệp .xls cũ, tệp có mật khẩu, hoặc tệp hỏng"),
}
DAMAGED = ("broken", "bad-xml")
SIGNIFICANT = 15  # digits that Excel keeps; what repr shows beyond them is the noise of binary fractions
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_workbook(path: Path, title: str | None) -> Sheet:
    """Return the rows of the named sheet, or of the first; raises InputError where a cell has no sure value."""
    file = str(path)
    try:
        parts = read_archive(read_bytes(path), WORKBOOK_LIMITS)
    except ArchiveError as error:
        reason = error.reason if isinstance(error.reason, Marked) else REASONS[error.fault]
        raise InputError(
            "E162" if error.fault in DAMAGED else "E174", Place(file, part=error.part), reason=reason
        ) from None
    try:
        with warnings.catch_warnings():  # openpyxl warns of what it does not keep, which a reader need not know
            warnings.simplefilter("ignore")
            return _WorkbookReader(parts, file, title).read()
    except InputError:
        raise
    except Exception:  # openpyxl raises whatever it stumbles upon in a damaged part
        raise InputError("E162", Place(file), reason=N_("bên trong không có đủ các phần của một tệp Excel")) from None


class _WorkbookReader:
    """Reads one sheet out of checked parts, and gathers what is wrong with its cells."""

    def __init__(self, parts: dict[str, bytes], file: str, title: str | None) -> None:
        from openpyxl import load_workbook

        self.parts, self.file, self.title = parts, file, title
        # openpyxl sees the parts that were checked and no others
        self.book = load_workbook(BytesIO(write_zip(parts)), read_only=True, data_only=True)
        self.findings: list[Finding] = []
        self.percents: dict[int, list[bool]] = {}
        self.worded: set[int] = set()
        self.rounded = 0

    def read(self) -> Sheet:
        sheet = self._choose_sheet()
        for message, cell in _find_faults(self.parts[_part_of(self.parts, sheet.title)]):
            self._report(message, cell)
        if self.findings:
            raise InputError.of(self.findings)
        sheet.reset_dimensions()  # the size that a file states may be wrong
        rows = [(cells[0], cells[1]) for cells in self._rows(sheet) if any(v is not None for v in cells[1])]
        if self.findings:
            raise InputError.of(self.findings)
        return self._finish(sheet, rows)

    def _finish(self, sheet: Any, rows: list[tuple[int, list[Value]]]) -> Sheet:
        notes = []
        others = [s.title for s in self.book.worksheets if s.title != sheet.title]
        if self.title is None and others:
            facts = {"title": sheet.title, "others": ", ".join(others)}
            notes.append(Finding("N177", Place(self.file), facts))
        if self.rounded:
            notes.append(Finding("N176", Place(self.file), {"count": self.rounded}))
        percents = frozenset(c for c, found in self.percents.items() if all(found))
        return Sheet(rows, None, tuple(notes), percents, frozenset(self.worded))

    def _choose_sheet(self) -> Any:
        sheets = {normalize("NFC", sheet.title): sheet for sheet in self.book.worksheets}
        if not sheets:
            raise InputError("E162", Place(self.file), reason=N_("không có trang tính nào đọc được"))
        if self.title is None:
            return next(iter(sheets.values()))
        if self.title not in sheets:
            raise InputError("E170", Place(self.file), name=self.title, known=", ".join(sheets))
        return sheets[self.title]

    def _report(self, id: str, cell: str, **facts: object) -> None:
        letters = cell.split(":")[0].rstrip("0123456789")
        row = int(cell.split(":")[0][len(letters) :] or 0)
        column = sum((ord(letter) - 64) * 26**n for n, letter in enumerate(reversed(letters)))
        self.findings.append(Finding(id, Place(self.file, row, column), {"cell": cell, **facts}))

    def _rows(self, sheet: Any) -> Iterator[tuple[int, list[Value]]]:
        for number, row in enumerate(sheet.iter_rows(), 1):
            values = [self._value(cell, column) for column, cell in enumerate(row)]
            while values and values[-1] is None:
                values.pop()
            yield number, values

    def _value(self, cell: Any, column: int) -> Value:
        value = cell.value
        if value is None:
            return None
        if cell.data_type == "e":
            self._report("E173", cell.coordinate, value=value)
            return None
        if isinstance(value, bool):
            return str(value).upper()
        try:
            return self._show(value, str(cell.number_format or ""), column)
        except UnknownFormatError:
            self._report("E179", cell.coordinate, form=cell.number_format)
            return None

    def _show(self, value: Any, form: str, column: int) -> Value:
        if isinstance(value, (date, time, timedelta)):
            return show_date(value, form)
        if not isinstance(value, (int, float)):
            text = str(value).strip()
            return show_text(text, form) if text else None
        shown = show_number(Decimal(value) if isinstance(value, int) else _without_noise(value), form)
        if shown.is_percent is not None:
            self.percents.setdefault(column, []).append(shown.is_percent)
        if shown.is_worded:
            self.worded.add(column)
        self.rounded += shown.is_rounded
        return shown.value


def _without_noise(value: float) -> Decimal:
    exact = Decimal(repr(value))
    return exact if len(exact.as_tuple().digits) <= SIGNIFICANT else Decimal(f"{value:.{SIGNIFICANT}g}")


def _part_of(parts: dict[str, bytes], title: str) -> str:
    """Return the name of the part that holds a sheet."""
    from lxml import etree

    sheets = etree.fromstring(parts["xl/workbook.xml"]).iter("{*}sheet")
    wanted = next(str(s.get(RELATION)) for s in sheets if s.get("name") == title)
    relations = etree.fromstring(parts["xl/_rels/workbook.xml.rels"]).iter("{*}Relationship")
    target = next(str(r.get("Target")) for r in relations if r.get("Id") == wanted)
    return target.removeprefix("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


def _find_faults(sheet: bytes) -> Iterator[tuple[str, str]]:
    """Yield what openpyxl does not tell when it reads values: merged cells, formulas that were never computed."""
    from lxml import etree

    root = etree.fromstring(sheet)
    yield from (("E172", str(merged.get("ref"))) for merged in root.iter("{*}mergeCell"))
    for formula in root.iter("{*}f"):
        cell = formula.getparent()
        if cell is not None and cell.get("t") != "str" and not cell.findtext("{*}v"):
            yield "E171", str(cell.get("r"))
