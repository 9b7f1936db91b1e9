"""Reads a sheet of an .xlsx workbook: a path goes in, its rows come out as Excel shows them."""

from bisect import bisect_left, bisect_right
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from unicodedata import normalize

from ..archives import ArchiveError, Limits, read_archive
from ..errors import Cause, Finding, InputError, Place
from ..messages import N_, Marked
from ..text_files import read_bytes
from .cell_dates import show_date, show_unlike
from .cell_formats import UnknownFormatError, show_number, show_text, write_digits
from .sheets import LAST_COLUMN, LAST_LINE, MAX_COLUMNS, MAX_ROWS, Area, AskedPart, Sheet, Spot, Value, cell_name
from .workbook_parts import RawCell, RawSheet, Workbook, open_workbook

WORKBOOK_LIMITS = Limits(part=32 << 20, total=48 << 20, ratio=200)
REASONS = {
    "too-large": N_("lớn bất thường khi mở nén"),
    "dtd": N_("có khai báo DTD"),
    "bad-xml": N_("phần XML bên trong bị hỏng"),
    "broken": N_("không phải tệp .xlsx: có thể là tệp .xls cũ, tệp có mật khẩu, hoặc tệp hỏng"),
}
DAMAGED = ("broken", "bad-xml")
SIGNIFICANT = 15  # digits that Excel keeps; what repr shows beyond them is the noise of binary fractions
MAX_WIDTH = 1024  # columns up to the last one that holds something
MAX_MERGES = 4000
SPARE_ROWS = 50  # of a header and of what Excel shows beside the rows


def read_workbook(path: Path, title: str | None, asked: AskedPart) -> Sheet:
    """Return the rows of the named sheet, or of the first that is not hidden; raises InputError where there are none.

    Only lines and columns that are asked for are read.
    """
    file = str(path)
    try:
        parts = read_archive(read_bytes(path), WORKBOOK_LIMITS)
    except ArchiveError as error:
        reason = error.reason if isinstance(error.reason, Marked) else REASONS[error.fault]
        raise InputError(
            "E162" if error.fault in DAMAGED else "E174", Place(file, part=error.part), reason=reason
        ) from None
    try:
        return _WorkbookReader(open_workbook(parts), file, title, asked).read()
    except InputError:
        raise
    except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError):  # of damaged parts
        raise InputError("E162", Place(file), reason=N_("bên trong không có đủ các phần của một tệp Excel")) from None


class _WorkbookReader:
    """Reads one sheet out of checked parts, and gathers what is known of its cells."""

    def __init__(self, book: Workbook, file: str, title: str | None, asked: AskedPart) -> None:
        self.book, self.file, self.title, self.asked = book, file, title, asked
        self.faults: dict[Spot, Finding] = {}
        self.shown: dict[Spot, str] = {}
        self.percents: set[Spot] = set()
        self.worded: set[Spot] = set()
        self.rounded: set[Spot] = set()

    def read(self) -> Sheet:
        title = self._choose_sheet()
        raw = self.book.read_sheet(self.book.parts_by_title[title])
        self._check_size(raw)
        rows = [(line, self._row(line, raw.rows[line])) for line in self._lines(raw)]
        faulty = {line for line, _ in self.faults}
        return Sheet(
            [(line, cells) for line, cells in rows if any(v is not None for v in cells) or line in faulty],
            None,
            tuple(self._notes(title)),
            self.shown,
            frozenset(self.percents),
            frozenset(self.worded),
            frozenset(self.rounded),
            tuple((area, self._merged(area, raw)) for area in self._merges(raw, [line for line, _ in rows])),
            self.faults,
            raw.hidden_lines,
            frozenset(c for low, high in raw.hidden_columns for c in range(low, min(high, LAST_COLUMN - 1) + 1)),
            is_workbook=True,
        )

    def _lines(self, raw: RawSheet) -> list[int]:
        """Return the lines that are asked for; what they hold outside the columns asked for is dropped."""
        wanted = [line for line in sorted(raw.rows) if self.asked.wants(line, line in raw.hidden_lines)]
        if len(wanted) > MAX_ROWS + SPARE_ROWS:
            place = Place(self.file, wanted[MAX_ROWS])
            facts = {"found": len(wanted), "limit": MAX_ROWS}
            raise InputError.of([Finding("E164", place, facts, Cause.TOO_MUCH)])
        for line in wanted if self.asked.area else ():
            raw.rows[line] = {column: cell for column, cell in raw.rows[line].items() if self.asked.takes(column)}
        width = max((column + 1 for line in wanted for column in raw.rows[line]), default=0)
        if width > MAX_WIDTH:
            raise InputError("E178", Place(self.file, wanted[0]), found=width, limit=MAX_COLUMNS)
        return wanted

    def _merges(self, raw: RawSheet, lines: list[int]) -> list[Area]:
        """Return the merged areas of more than one cell that reach into the lines."""
        found = [
            area
            for area in raw.merges
            if not area.is_single and bisect_left(lines, area.top) < bisect_right(lines, area.bottom)
        ]
        if len(found) > MAX_MERGES:
            raise InputError("E174", Place(self.file), reason=REASONS["too-large"])
        return found

    def _check_size(self, raw: RawSheet) -> None:
        """Refuse a line or column that no sheet of Excel can have."""
        for line, cells in raw.rows.items():
            if line > LAST_LINE or max(cells, default=0) >= LAST_COLUMN:
                raise InputError("E174", Place(self.file), reason=REASONS["too-large"])

    def _notes(self, title: str) -> list[Finding]:
        others = [name for name in self.book.parts_by_title if name != title]
        if self.title is not None or not others:
            return []
        return [Finding("N177", Place(self.file), {"title": title, "others": ", ".join(others)})]

    def _choose_sheet(self) -> str:
        sheets = {normalize("NFC", title): title for title in self.book.parts_by_title}
        if not sheets:
            raise InputError("E162", Place(self.file), reason=N_("không có trang tính nào đọc được"))
        if self.title is None:
            return next((t for t in sheets.values() if t not in self.book.hidden_titles), next(iter(sheets.values())))
        if self.title not in sheets:
            raise InputError("E170", Place(self.file), name=self.title, known=", ".join(sheets))
        return sheets[self.title]

    def _report(self, id: str, spot: Spot, **facts: object) -> None:
        line, column = spot
        self.faults[spot] = Finding(id, Place(self.file, line, column + 1), facts)

    def _row(self, line: int, cells: dict[int, RawCell]) -> list[Value]:
        return [self._value(cells[c], (line, c)) if c in cells else None for c in range(max(cells, default=-1) + 1)]

    def _merged(self, area: Area, raw: RawSheet) -> Value:
        cell = raw.rows.get(area.top, {}).get(area.left)
        return None if cell is None else self._value(cell, (area.top, area.left))

    def _value(self, cell: RawCell, spot: Spot) -> Value:
        value, form = self.book.read_value(cell)
        if cell.kind == "e":
            self._report("E173", spot, cell=cell_name(spot), value=value)
            return None
        if value is None:
            if cell.is_formula and cell.kind != "str":
                self._report("E171", spot, cell=cell_name(spot))
            return None
        if isinstance(value, bool):
            return str(value).upper()
        try:
            return self._show(value, form, spot)
        except UnknownFormatError:
            self._report("E179", spot, cell=cell_name(spot), form=form)
            return None

    def _show(self, value: Any, form: str, spot: Spot) -> Value:
        if isinstance(value, (date, time, timedelta)):
            return self._show_date(value, form, spot)
        if not isinstance(value, (int, float)):
            text = str(value).strip()
            return show_text(text, form) if text else None
        shown = show_number(Decimal(value) if isinstance(value, int) else _without_noise(value), form)
        if shown.is_percent:
            self.percents.add(spot)
        if shown.is_worded:
            self.worded.add(spot)
        if shown.is_rounded:
            self.rounded.add(spot)
        if isinstance(shown.value, Decimal):
            self.shown[spot] = write_digits(shown.value, shown.is_grouped) + ("%" if shown.is_percent else "")
        return shown.value

    def _show_date(self, value: Any, form: str, spot: Spot) -> str:
        if changed := show_unlike(value, form):
            self.shown[spot] = changed
        return show_date(value, form)


def _without_noise(value: float) -> Decimal:
    exact = Decimal(repr(value))
    return exact if len(exact.as_tuple().digits) <= SIGNIFICANT else Decimal(f"{value:.{SIGNIFICANT}g}")
