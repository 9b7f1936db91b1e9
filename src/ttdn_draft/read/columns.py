"""Reads the columns of a table out of a data file: cells go in, words and numbers come out, and what is doubtful.

Nothing is printed otherwise than the file shows it without a finding that names the cell.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from ..errors import Finding, Place
from ..model import is_ordinal, is_too_long
from ..model.numbers import guess_figure
from ..patterns import regex
from .cell_formats import write_digits
from .excerpts import UNMERGED, Excerpt
from .figures import (
    FORMS,
    AmbiguousError,
    gain_dots,
    is_figure,
    look_like_codes,
    names_codes,
    read_figures,
    read_number,
    settle_convention,
)
from .sheets import Convention, Sheet, Spot, Value, cell_name

YEARS = range(1900, 2101)  # printed without marks, as N364 tells
GROUPED = regex(r"[-−]?[0-9]{1,3}[.,][0-9]{3}(?:[.,]|$)")
THOUSAND_DIGITS = 3
ORDER = regex(r"\(\d{1,2}\)")  # the number of a column, below its name
LIKE_NUMBER = frozenset("0123456789.,- −")


class ColumnReader:
    """Reads the columns of one table; `found` forbids it, `doubts` do not."""

    def __init__(
        self, file: str, table: dict[str, Any], sheet: Sheet, excerpt: Excerpt, columns: list[dict[str, Any]]
    ) -> None:
        self.file, self.table, self.sheet, self.excerpt, self.columns = file, table, sheet, excerpt, columns
        self.lines = [line for line, _ in excerpt.rows]
        self.found: list[Finding] = []
        self.doubts: list[Finding] = []
        self.words: list[tuple[int, int, Value]] = []  # the first of each column that stands among figures

    def read(self) -> list[list[Value]]:
        """Return the cells of each column; its kind is settled where the input does not say it."""
        convention = self._convention()
        columns = [self._column(index, convention) for index in range(len(self.columns))]
        is_summed = any(self._is_summed(index, cells) for index, cells in enumerate(columns))
        for row, index, value in self.words:
            is_lost = self.table.get("tong") and not (is_summed or self.found or ORDER.fullmatch(str(value)))
            told = "E255" if is_lost else "W368"
            name, guess = self.columns[index]["ten"], guess_figure(str(value))
            self._report(told, row, index, name=name, value=value, guess=guess)
        return columns

    def _is_summed(self, index: int, cells: list[Value]) -> bool:
        """Tell whether a column can be added up."""
        return self.columns[index].get("kieu") in (None, "so") and any(isinstance(cell, Decimal) for cell in cells)

    def _column(self, index: int, convention: Convention) -> list[Value]:
        column = self.columns[index]
        cells = [cells[index] for _, cells in self.excerpt.rows]
        self._tell_dates(index, cells)
        if not column.get("kieu") and self._are_percents(index, cells):
            column["kieu"] = "phan-tram"
            self._tell_dots(index, cells, cells)
        match column.get("kieu"):
            case "chu":
                return self._as_shown(index, cells)
            case "so" | "phan-tram":
                read = read_figures(cells, convention)
                self._check_figures(read, index)
                if column["kieu"] == "so":
                    self._tell_percents(index, cells, read)
                return read
        if is_ordinal(column["ten"]) or names_codes(column["ten"]) or self._has_percents(index):
            return self._as_shown(index, cells)
        return self._unsaid(index, cells, convention)

    def _unsaid(self, index: int, cells: list[Value], convention: Convention) -> list[Value]:
        """Return a column of which the input does not say what it holds."""
        read = read_figures(cells, convention)
        single = [at for at in range(len(cells)) if self._is_single(at, index)]
        odd = [at for at in single if not is_figure(read[at])]
        numbers = [at for at in single if isinstance(read[at], Decimal)]
        if not odd:
            return self._as_figures(index, cells, read)
        if self.table.get("tong") and self._doubt_words(index, odd, numbers):
            return [self._written(row, index, cell, read[row]) for row, cell in enumerate(cells)]
        if self.sheet.is_workbook and any(isinstance(cell, Decimal) for cell in cells):
            self._tell_odd(index, cells, [at for at in odd if set(str(cells[at])) <= LIKE_NUMBER])
            return [self._exact(at, index, cell, cell) for at, cell in enumerate(cells)]
        if len(numbers) < len(odd) or look_like_codes([cells[at] for at in numbers]):
            return list(cells)
        self._tell_odd(index, cells, odd)
        return [self._exact(at, index, cell, read[at]) for at, cell in enumerate(cells)]

    def _as_figures(self, index: int, cells: list[Value], read: list[Value]) -> list[Value]:
        """Return a column of numbers, unless they are texts of figures that a code may be."""
        is_text = not any(isinstance(cell, Decimal) for cell in cells)
        if is_text and (look_like_codes(cells) or (self.sheet.is_workbook and gain_dots(cells))):
            if self.table.get("tong"):
                self._doubt(index, next(at for at, cell in enumerate(cells) if cell is not None), cells)
            return list(cells)
        self._tell_dots(index, cells, read)
        return read

    def _is_single(self, row: int, index: int) -> bool:
        return self.excerpt.spans.get((row, index), UNMERGED).columns == 1

    def _spot(self, row: int, index: int) -> Spot:
        return self.lines[row], self.excerpt.columns[index]

    def _are_percents(self, index: int, cells: Sequence[Value]) -> bool:
        spots = {self._spot(row, index) for row, cell in enumerate(cells) if isinstance(cell, Decimal)}
        return bool(spots) and spots <= self.sheet.percents

    def _has_percents(self, index: int) -> bool:
        return any(self._spot(row, index) in self.sheet.percents for row in range(len(self.lines)))

    # as the file shows it

    def _as_shown(self, index: int, cells: Iterable[Value]) -> list[Value]:
        return [self._text(row, index, cell) for row, cell in enumerate(cells)]

    def _text(self, row: int, index: int, cell: Value) -> Value:
        return self.sheet.shown[self._spot(row, index)] if isinstance(cell, Decimal) else cell

    def _written(self, row: int, index: int, cell: Value, number: Value) -> Value:
        """Return a cell as the file shows it, a number with Vietnamese marks."""
        if isinstance(cell, Decimal) or not isinstance(number, Decimal):
            return self._text(row, index, cell)
        return write_digits(number, bool(GROUPED.match(str(cell))))

    def _exact(self, row: int, index: int, cell: Value, number: Value) -> Value:
        """Return a number among words as a number where that prints what the file shows, else as a text."""
        shown = self._written(row, index, cell, number)
        return number if isinstance(number, Decimal) and shown == write_digits(number, True) else shown

    # what is told

    def _cell(self, row: int, index: int) -> str:
        return cell_name(self._spot(row, index))

    def _report(self, id: str, row: int, index: int, **facts: object) -> None:
        line, column = self._spot(row, index)
        found = Finding(id, Place(self.file, line, column + 1), facts)
        (self.found if found.severity == "error" else self.doubts).append(found)

    def _tell_odd(self, index: int, cells: list[Value], odd: Iterable[int]) -> None:
        """Warn of cells that are no numbers in a column where the others are."""
        name = self.columns[index]["ten"]
        for row in odd:
            self._report("W196", row, index, cell=self._cell(row, index), name=name, value=cells[row])

    def _tell_dots(self, index: int, cells: list[Value], read: list[Value]) -> None:
        """Tell of numbers that get dots between thousands which the file does not show."""
        numbers = [number for number in read if isinstance(number, Decimal)]
        if all(number == number.to_integral_value() and int(number) in YEARS for number in numbers):
            return
        shown = [
            self.sheet.shown.get(self._spot(row, index), cell) if isinstance(read[row], Decimal) else None
            for row, cell in enumerate(cells)
        ]
        texts = [(row, text) for row, text in enumerate(shown) if isinstance(text, str)]
        bare = [row for row, text in texts if self._is_changed(text, cells[row], read[row])]
        if bare:
            self._tell_change(index, bare, str(shown[bare[0]]), read)

    def _is_changed(self, text: str, cell: Value, number: Value) -> bool:
        """Tell whether a number is printed with other marks than the file shows; a .csv says which marks it has."""
        is_other = self.sheet.is_workbook and isinstance(cell, str) and isinstance(number, Decimal)
        return _lacks_dots(text, number) or (is_other and text.strip() != write_digits(Decimal(str(number)), True))

    def _tell_dates(self, index: int, cells: list[Value]) -> None:
        """Tell of dates whose parts stand in another order in the file."""
        for row, cell in enumerate(cells):
            shown = self.sheet.shown.get(self._spot(row, index))
            if isinstance(cell, str) and shown:
                self._report("N296", row, index, cell=self._cell(row, index), shown=shown, printed=cell)
                return

    def _tell_percents(self, index: int, cells: list[Value], read: list[Value]) -> None:
        """Tell of percentages that are printed without their mark."""
        rows = [row for row in range(len(cells)) if self._spot(row, index) in self.sheet.percents]
        if rows:
            self._tell_change(index, rows, self.sheet.shown[self._spot(rows[0], index)], read)

    def _tell_change(self, index: int, rows: list[int], shown: str, read: list[Value]) -> None:
        """Tell how the first of some cells is shown by the file, and how it is printed."""
        printed, cell = write_digits(Decimal(str(read[rows[0]])), True), self._cell(rows[0], index)
        printed += "%" if self.columns[index].get("kieu") == "phan-tram" else ""
        name = self.columns[index]["ten"]
        self._report("N198", rows[0], index, cell=cell, name=name, shown=shown, printed=printed, count=len(rows))

    def _doubt_words(self, index: int, odd: list[int], numbers: list[int]) -> bool:
        """Warn of a column of words that would be added up if all of its cells were numbers, as some are."""
        cells = [cells[index] for _, cells in self.excerpt.rows]
        if numbers or any(self._spot(row, index) in self.sheet.worded for row in odd):
            self._doubt(index, odd[0], cells)
            return True
        return False

    def _doubt(self, index: int, row: int, cells: Sequence[Value]) -> None:
        self.words.append((row, index, cells[row]))
        self.columns[index]["kieu"] = "chu"

    def _check_figures(self, cells: list[Value], index: int) -> None:
        for row, cell in enumerate(cells):
            if not is_figure(cell) and self._is_single(row, index):
                self._report("E169", row, index, value=cell)

    # how numbers are written

    def _convention(self) -> Convention:
        if self.table.get("so_viet") in ("vi", "en"):
            chosen: Convention = self.table["so_viet"]
            return chosen
        figures = (
            ((row, index), cell)
            for row, (_, cells) in enumerate(self.excerpt.rows)
            for index, cell in enumerate(cells)
            if isinstance(cell, str) and not self._is_wordy(index)
        )
        try:
            return settle_convention(figures, self.sheet.likely)
        except AmbiguousError as error:
            row, index = error.spot
            text = str(self.excerpt.rows[row][1][index])
            if error.odd:
                ways = {"vi": "1.234,5", "en": "1,234.5"}
                other: Convention = "en" if error.odd == "vi" else "vi"
                cell = self._cell(row, index)
                self._report("E193", row, index, cell=cell, value=text, way=ways[error.odd], key=other)
            else:
                readings = [str(read_number(text, way)).replace(".", ",") for way in FORMS]
                self._report("E167", row, index, value=text, vi=readings[0], en=readings[1])
            return "vi"

    def _is_wordy(self, index: int) -> bool:
        column = self.columns[index]
        return column.get("kieu") == "chu" or (not column.get("kieu") and names_codes(column["ten"]))


def _lacks_dots(shown: str, number: Value) -> bool:
    """Tell whether a number is shown without marks between its thousands, whichever mark stands before its decimals."""
    whole = re.match(r"[-−]?[0-9]+", shown)
    is_long = bool(whole and len(whole[0].lstrip("-−")) > THOUSAND_DIGITS)
    return is_long and isinstance(number, Decimal) and not is_too_long(number)
