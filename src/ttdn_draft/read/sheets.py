"""What a data file holds, and what of it an input asks for: keys of a table go in, lines and columns come out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from ..characters import list_lines
from ..errors import Finding
from ..patterns import regex
from ..records import dataclass

MAX_ROWS, MAX_COLUMNS = 20_000, 30
LAST_LINE, LAST_COLUMN = 1 << 20, 1 << 14  # of a sheet of Excel

Value: TypeAlias = str | Decimal | None
Convention: TypeAlias = Literal["vi", "en"]
Spot: TypeAlias = tuple[int, int]  # line from 1, column from 0

LINES = regex(r"(?P<first>[1-9][0-9]{0,6})(?:\s*[-–]\s*(?P<last>[1-9][0-9]{0,6}))?")
AREA = regex(r"(?P<a>[A-Z]{1,3})(?P<first>[1-9][0-9]{0,6}):(?P<b>[A-Z]{1,3})(?P<last>[1-9][0-9]{0,6})", re.I)
LETTERS = regex(r"[A-Z]{1,3}", re.I)


@dataclass(frozen=True)
class Area:
    """A rectangle of cells, its last line and column inside."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, spot: Spot) -> bool:
        return self.top <= spot[0] <= self.bottom and self.left <= spot[1] <= self.right

    @property
    def is_single(self) -> bool:
        """Tell whether it is one cell: software that writes reports merges these with themselves."""
        return self.top == self.bottom and self.left == self.right

    def __str__(self) -> str:
        return f"{letters_of(self.left)}{self.top}:{letters_of(self.right)}{self.bottom}"


@dataclass(frozen=True)
class Sheet:
    """The filled rows of a data file with their lines, and what is known of its cells by their spots.

    `likely` is the convention that its numbers are likely to have; `shown` says how the file itself shows a number,
    with Vietnamese marks; `percents` are percentages, `worded` numbers in words (Quý 3), `rounded` those with more
    digits than are shown; `merges` holds merged areas with their values; `faults` what forbids to print a cell.
    """

    rows: list[tuple[int, list[Value]]]
    likely: Convention | None = None
    findings: tuple[Finding, ...] = ()
    shown: Mapping[Spot, str] = field(default_factory=dict)
    percents: frozenset[Spot] = frozenset()
    worded: frozenset[Spot] = frozenset()
    rounded: frozenset[Spot] = frozenset()
    merges: tuple[tuple[Area, Value], ...] = ()
    faults: Mapping[Spot, Finding] = field(default_factory=dict)
    hidden_lines: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_workbook: bool = False


@dataclass(frozen=True)
class AskedPart:
    """What the input asks of a data file: the lines of the header, an area, lines to leave out, columns in order.

    `hidden` is what becomes of hidden lines and columns: `in` prints them, `bo` leaves them out, nothing is unsaid.
    """

    head: tuple[int, int] | None = None
    area: Area | None = None
    dropped: tuple[tuple[int, int], ...] = ()
    columns: tuple[str, ...] = ()
    hidden: str = ""

    def wants(self, line: int, is_hidden: bool) -> bool:
        """Tell whether a line of the file belongs to the table."""
        if (self.hidden == "bo" and is_hidden) or any(first <= line <= last for first, last in self.dropped):
            return False
        if self.area and not self.area.top <= line <= self.area.bottom:
            return False
        return not self.head or line >= self.head[0]

    def takes(self, column: int) -> bool:
        """Tell whether a column lies in the area that is asked for."""
        return not self.area or self.area.left <= column <= self.area.right


def read_asked(table: Mapping[str, Any]) -> AskedPart:
    """Return what the keys of a table ask for; a key of a wrong form is left to the schema."""
    head = [*_lines(table.get("hang_dau"))]
    dropped = table.get("bo_hang")
    columns = table.get("lay_cot")
    return AskedPart(
        head[0] if head else None,
        _area(table.get("vung")),
        tuple(pair for entry in (dropped if isinstance(dropped, list) else [dropped]) for pair in _lines(entry)),
        tuple(name for name in columns if isinstance(name, str)) if isinstance(columns, list) else (),
        str(table.get("an", "")),
    )


def _lines(written: Any) -> Iterator[tuple[int, int]]:
    """Yield the first and last of some lines: 5 or 5-6."""
    found = LINES.fullmatch(str(written).strip()) if isinstance(written, (int, str)) else None
    if found:
        first, last = int(found["first"]), int(found["last"] or found["first"])
        yield min(first, last), max(first, last)


def _area(written: Any) -> Area | None:
    found = AREA.fullmatch(written.replace("$", "").strip()) if isinstance(written, str) else None
    if not found:
        return None
    lines = sorted((int(found["first"]), int(found["last"])))
    columns = sorted((column_of(found["a"]), column_of(found["b"])))
    return Area(lines[0], columns[0], lines[1], columns[1])


def read_reference(reference: str) -> Area:
    """Return the area of a reference of Excel, A1 or A1:B2; raises ValueError for what is none."""
    first, _, last = reference.replace("$", "").partition(":")
    found = _area(f"{first}:{last or first}")
    if found is None:
        raise ValueError(reference)
    return found


def letters_of(column: int) -> str:
    """Return the letters by which Excel names a column, counted from 0."""
    above, letter = divmod(column, 26)
    return (letters_of(above - 1) if above else "") + chr(ord("A") + letter)


def column_of(letters: str) -> int:
    """Return the column, counted from 0, that letters name."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def cell_name(spot: Spot) -> str:
    """Return the name of a cell: C5."""
    return f"{letters_of(spot[1])}{spot[0]}"


def fold_faults(faults: Iterable[Finding]) -> list[Finding]:
    """Return the faults of cells, equal ones once, with the further rows in which they stand."""
    alike = dict[tuple[object, ...], list[Finding]]()
    for fault in faults:
        alike.setdefault((fault.id, fault.facts.get("form"), fault.facts.get("value")), []).append(fault)
    return [_fold(found) for found in alike.values()]


def _fold(alike: list[Finding]) -> Finding:
    first = min(alike, key=lambda fault: fault.place)
    lines = sorted({fault.place.line for fault in alike} - {first.place.line})
    return replace(first, facts={**first.facts, "also": list_lines(lines)}) if lines else first
