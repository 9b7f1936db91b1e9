"""Cuts the table that an input asks for out of a data file: a sheet and what is asked go in, an excerpt comes out.

Every refusal names the key that leads to a table, with the value that fits this file.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from ..errors import Finding, InputError, Place
from ..records import dataclass
from .sheets import LETTERS, MAX_COLUMNS, MAX_ROWS, Area, AskedPart, Sheet, Value, cell_name, column_of, letters_of

MAX_HEAD = 3  # lines of a header
FULL = 0.5  # of its columns a line has at least so many filled to be the header


@dataclass(frozen=True)
class Span:
    """How many places of the table a cell takes; one that another covers takes none."""

    columns: int = 1
    rows: int = 1
    is_covered: bool = False


UNMERGED, COVERED = Span(), Span(is_covered=True)


@dataclass(frozen=True)
class Excerpt:
    """A table out of a data file: columns of the file in their order with names and groups above them, lines, cells.

    `spans` holds those of merged cells, by row and column of the excerpt.
    """

    columns: list[int]
    names: list[str]
    groups: list[tuple[str, ...]]
    head: tuple[int, ...]
    rows: list[tuple[int, list[Value]]]
    spans: dict[tuple[int, int], Span]


def cut(sheet: Sheet, asked: AskedPart, file: str) -> Excerpt:
    """Return the table; raises InputError where the sheet does not have what is asked, or nothing names its columns."""
    return _Cutter(sheet, asked, file).cut()


class _Cutter:
    """Cuts one table."""

    def __init__(self, sheet: Sheet, asked: AskedPart, file: str) -> None:
        self.sheet, self.asked, self.file = sheet, asked, file
        self.lines = dict(sheet.rows)
        self.last = max((len(cells) for cells in self.lines.values()), default=0) - 1  # column that holds something
        self.merges = sheet.merges
        self.across = self._by_line()

    def cut(self) -> Excerpt:
        head = self._head()
        body = [line for line in self.lines if line > head[-1]]
        if len(body) > MAX_ROWS:
            raise InputError("E164", self._place(body[MAX_ROWS]), found=len(body), limit=MAX_ROWS)
        self._check_ends(head, body)
        columns = self._columns(head, body)
        if len(columns) > MAX_COLUMNS:
            raise InputError("E178", self._place(head[0]), found=len(columns), limit=MAX_COLUMNS)
        names = [self._labels(head, column) for column in columns]
        spans, values = self._lay(body, columns)
        rows = [(line, [values[r, c] for c in range(len(columns))]) for r, line in enumerate(body)]
        return Excerpt(columns, [n[-1] for n in names], [tuple(n[:-1]) for n in names], head, rows, spans)

    def _by_line(self) -> dict[int, list[tuple[Area, Value]]]:
        """Return the merged areas that reach into each line."""
        lines = sorted(self.lines)
        found: dict[int, list[tuple[Area, Value]]] = {line: [] for line in lines}
        for area, value in self.merges:
            for line in lines[bisect_left(lines, area.top) : bisect_right(lines, area.bottom)]:
                found[line].append((area, value))
        return found

    def _place(self, line: int, column: int = 0) -> Place:
        return Place(self.file, line, column)

    # the header

    def _head(self) -> tuple[int, ...]:
        """Return the lines of the header."""
        if not self.lines and self.asked == AskedPart():
            raise InputError("E163", self._place(1))
        if not self.lines:
            raise InputError("E290", self._place(1))
        if self.asked.head:
            first, last = self.asked.head
            head = tuple(line for line in range(first, min(last, first + MAX_HEAD - 1) + 1) if line in self.lines)
            if not head or head[0] != first:
                raise InputError("E290", self._place(1))
            if self._reach(head) != head:
                raise InputError("E172", self._place(first), rows=_span_of(self._reach(head)))
            return head
        first = next(iter(self.lines))
        guess = self._guess()
        if guess != (first,):
            if guess[0] != first:
                raise InputError("E292", self._place(first), rows=_span_of(guess), row=first)
            raise InputError("E172", self._place(first), rows=_span_of(guess))
        return guess

    def _guess(self) -> tuple[int, ...]:
        """Return the lines that look like the header: the first that fills its columns, with what is merged into it."""
        lines = [*self.lines]
        filled = {line: self._count(line) for line in lines}
        width = sorted(filled.values())[len(filled) * 3 // 4]  # of an ordinary row, whatever stands above and below
        first = next((n for n in lines if filled[n] >= min(2, width) and filled[n] > FULL * width), lines[0])
        tops = [area.top for area, value in self.merges if value is not None and area.top < first <= area.bottom]
        return self._take_names(self._reach((min([*tops, first]),)))

    def _take_names(self, head: tuple[int, ...]) -> tuple[int, ...]:
        """Return the lines of a header with the next one, if that names columns over which nothing stands."""
        behind = next((line for line in self.lines if line > head[-1]), None)
        if behind is None or len(head) == MAX_HEAD or not self.sheet.is_workbook:
            return head
        cells = {column: cell for column, cell in enumerate(self.lines[behind]) if cell is not None}
        is_names = len(cells) > 1 and all(isinstance(cell, str) for cell in cells.values())
        names_more = any(self._labels(head, column) == [""] for column in cells)
        return (*head, behind) if is_names and names_more else head

    def _count(self, line: int) -> int:
        """Return how many columns a line names: a cell merged over several is one, unless it heads names below it."""
        across = [area for area, value in self.across[line] if value is not None]
        alone = [
            column
            for column, cell in enumerate(self.lines[line])
            if cell is not None and self.asked.takes(column) and not any((line, column) in m for m in across)
        ]
        groups = [m for m in across if m.left < m.right and m.bottom == line and self._heads_names(m)]
        return len(alone) + len(across) + sum(min(m.right, self.last) - m.left for m in groups)

    def _reach(self, head: tuple[int, ...]) -> tuple[int, ...]:
        """Return the lines of a header with those into which its merged cells reach, and those that they head."""
        last = head[-1]
        for area, _ in self.merges:
            if head[0] <= area.top <= last and self._overlaps(area):
                is_group = area.top == area.bottom and area.bottom == last and self._heads_names(area)
                last = max(last, area.bottom + is_group)
        last = min(last, head[0] + MAX_HEAD - 1)
        return tuple(line for line in range(head[0], last + 1) if line in self.lines)

    def _heads_names(self, area: Area) -> bool:
        """Tell whether below a cell merged over columns stand words in each of them, as names of columns do."""
        line = area.bottom
        names = self.lines.get(line + 1, [])[area.left : area.right + 1]
        beside = [cell for column, cell in enumerate(self.lines.get(line, [])) if (line, column) not in area]
        if not any(cell is not None for cell in beside):  # over the whole table stands a title
            return False
        is_full = len(names) == area.right - area.left + 1 and None not in names
        reaches_down = any(line < other.bottom for other, value in self.across.get(line, []) if value is not None)
        return is_full and (reaches_down or all(isinstance(name, str) for name in names))

    def _overlaps(self, area: Area) -> bool:
        return not self.asked.area or (area.left <= self.asked.area.right and area.right >= self.asked.area.left)

    def _labels(self, head: tuple[int, ...], column: int) -> list[str]:
        """Return the names of a column from above, its own last."""
        labels: list[str] = []
        seen: list[Area] = []
        for line in head:
            area, value = self._at(line, column)
            if value is not None and (area is None or area not in seen):
                spot = (area.top, area.left) if area else (line, column)
                labels.append(" ".join(self.sheet.shown.get(spot, str(value)).split("\n")).strip())
            seen += [area] if area else []
        is_shared = bool(seen) and seen[-1].bottom >= head[-1] and seen[-1].left < seen[-1].right
        return [*labels, ""] if labels and is_shared else labels or [""]

    def _at(self, line: int, column: int) -> tuple[Area | None, Value]:
        for area, value in self.across.get(line, []):
            if (line, column) in area:
                return area, value
        cells = self.lines.get(line, [])
        return None, cells[column] if column < len(cells) else None

    # the columns

    def _columns(self, head: tuple[int, ...], body: list[int]) -> list[int]:
        """Return the columns of the file that are printed, in their order."""
        width = max(len(self.lines[line]) for line in (*head, *body))
        top = max((m.right for m, v in self.merges if v is not None and m.top in head), default=0)
        every = range(max(width, min(top + 1, width)))
        inside = [column for column in every if self.asked.takes(column)]
        named = [column for column in inside if self._labels(head, column) != [""]]
        if self.asked.columns:
            return [self._column(name, head, named) for name in self.asked.columns]
        if self.asked.hidden == "bo":
            named = [column for column in named if column not in self.sheet.hidden_columns]
        self._check_named(head, body, named, inside)
        return named

    def _column(self, name: str, head: tuple[int, ...], named: list[int]) -> int:
        """Return the column that a name or letters mean."""
        names = {column: self._labels(head, column)[-1] for column in named}
        found = [column for column, known in names.items() if known == name]
        if len(found) == 1:
            return found[0]
        if not found and LETTERS.fullmatch(name) and column_of(name) in named:
            return column_of(name)
        known = ", ".join(f"{letters_of(column)} ({known})" for column, known in names.items())
        raise InputError("E291", self._place(head[-1]), name=name, known=known)

    def _check_named(self, head: tuple[int, ...], body: list[int], named: list[int], inside: list[int]) -> None:
        """Report cells that stand in no named column."""
        if not named:
            raise InputError("E166", self._place(head[0], 1), number=1, columns="A")
        hidden = self.sheet.hidden_columns if self.asked.hidden == "bo" else ()
        for column in inside:
            if column in named or column in hidden:
                continue
            lines = [line for line in body if self._own(line, column) is not None]
            if lines and named[0] < column < named[-1]:
                letters = "[" + ", ".join(map(letters_of, named)) + "]"
                raise InputError("E166", self._place(head[0], column + 1), number=column + 1, columns=letters)
            if lines:
                cell, area = cell_name((lines[0], column)), str(self._tidy(head, body, named))
                raise InputError("E188", self._place(lines[0], column + 1), cell=cell, area=area)

    def _own(self, line: int, column: int) -> Value:
        cells = self.lines[line]
        return cells[column] if column < len(cells) else None

    def _tidy(self, head: tuple[int, ...], body: list[int], named: list[int]) -> Area:
        """Return the area of the named columns down to the last line that fills them as a row does."""
        counts = {line: sum(self._own(line, column) is not None for column in named) for line in body}
        usual = max(counts.values(), default=0)
        last = max((line for line, count in counts.items() if count > FULL * usual), default=head[-1])
        return Area(head[0], named[0], last, named[-1])

    def _check_ends(self, head: tuple[int, ...], body: list[int]) -> None:
        """See to it, in a .csv file, that each row has as many cells as the header."""
        if self.sheet.is_workbook:
            return
        columns = max(len(self.lines[line]) for line in head)
        uneven = [(line, len(self.lines[line])) for line in body if len(self.lines[line]) != columns]
        if uneven and not (self.asked.area or self.asked.columns):
            raise InputError.of(
                Finding(
                    "E165",
                    self._place(line, min(cells, columns) + 1),
                    {"cells": cells, "columns": columns, "row": line},
                )
                for line, cells in uneven
            )

    # the cells

    def _lay(
        self, body: list[int], columns: list[int]
    ) -> tuple[dict[tuple[int, int], Span], dict[tuple[int, int], Value]]:
        """Return the spans of merged cells and the values of all cells, by row and column of the table."""
        values = {(r, c): self._own(line, column) for r, line in enumerate(body) for c, column in enumerate(columns)}
        spans: dict[tuple[int, int], Span] = {}
        for area, value in self.merges:
            rows = range(bisect_left(body, area.top), bisect_right(body, area.bottom))
            for run in _runs([c for c, column in enumerate(columns) if area.left <= column <= area.right]):
                if not rows or any((r, c) in spans for r in rows for c in run):
                    continue
                places = [(r, c) for r in rows for c in run]
                spans |= dict.fromkeys(places, COVERED)
                values |= dict.fromkeys(places, None)
                spans[rows[0], run[0]] = Span(len(run), len(rows))
                values[rows[0], run[0]] = value
        return spans, values


def _runs(numbers: list[int]) -> Iterator[list[int]]:
    """Yield the runs of numbers that follow each other."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def name_lines(lines: list[int]) -> list[str]:
    """Return lines with those that follow each other as one piece: 3-5, 8."""
    return [_span_of((run[0], run[-1]) if len(run) > 1 else (run[0],)) for run in _runs(lines)]


def _span_of(lines: tuple[int, ...]) -> str:
    return str(lines[0]) if len(lines) == 1 else f"{lines[0]}-{lines[-1]}"
