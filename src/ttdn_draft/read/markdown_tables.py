"""Reads the tables of a Markdown body: tokens and lines go in, cells with their places and what is wrong come out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from itertools import repeat
from typing import TYPE_CHECKING

from ..characters import tell_pasted_rows
from ..errors import Cause, Finding, Place
from ..messages import N_
from ..patterns import regex
from ..records import dataclass
from ..yaml_nodes import NodePath

if TYPE_CHECKING:
    from markdown_it.token import Token

WIDE_MARK = N_("dấu ｜ giữa các ô là dấu toàn góc của chữ Trung Quốc")
SENTENCE_GOES_ON = regex(r";\s|;$")
SECOND_ROW = regex(r"[\s|:-]*-[\s|:-]*\|[\s|:-]*")
CELL_END = regex(r"(?<!\\)\|")


@dataclass
class MarkdownTable:
    """The cells of a table row by row, its header first, the line of each row and the side of each column."""

    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    sides: list[str] = field(default_factory=list)

    @property
    def columns(self) -> list[dict[str, str]]:
        """Return the columns as they are written in the structured form."""
        return [{"ten": name, "can": side} for name, side in zip(self.rows[0], self.sides, strict=True)]


def take_table(tokens: "Iterator[Token]", line_of: "Callable[[Token], int]") -> MarkdownTable:
    """Return the table whose tokens begin here, and leave the stream behind it."""
    table = MarkdownTable()
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            table.rows.append([])
            table.lines.append(line_of(token))
        elif token.type == "th_open":
            table.sides.append(str(token.attrGet("style") or "").removeprefix("text-align:"))
        elif token.type == "inline":
            table.rows[-1].append(token.content)
    return table


def place_cells(table: MarkdownTable, line_at: Callable[[int], str]) -> Iterator[tuple[NodePath, int, int]]:
    """Yield the path of each cell below its table, its line and its column."""
    for number, (cells, line) in enumerate(zip(table.rows, table.lines, strict=True)):
        source = line_at(line)
        for index, (cell, (start, end)) in enumerate(zip(cells, _between_bars(source), strict=False)):
            at = source.find(cell, start, end) if cell else min(start + 1, end)
            yield ("hang", number - 1, index) if number else ("cot", index, "ten"), line, max(at, start) + 1


def _between_bars(source: str) -> Iterator[tuple[int, int]]:
    """Yield where each cell of a line begins and ends, without end: cells that the line lacks stand behind it."""
    bars = [found.start() for found in CELL_END.finditer(source)]
    if not source.lstrip().startswith("|"):
        bars.insert(0, -1)
    yield from ((one + 1, other) for one, other in zip(bars, [*bars[1:], len(source)], strict=True))
    yield from repeat((len(source), len(source)))


def check_table(table: MarkdownTable, line_at: Callable[[int], str], file: str) -> Iterator[Finding]:
    """Yield rows with more or fewer cells than columns: CommonMark drops the rest without a word."""
    if not any(cell.strip() for cell in table.rows[0]):
        yield Finding("W998", Place(file, table.lines[0], 1))
    for line in table.lines[1:]:
        row = line_at(line).strip()
        if line > table.lines[0] + 1 and "--" in row and SECOND_ROW.fullmatch(row):
            yield Finding("W899", Place(file, line, 1), {"words": row}, Cause.STRAY)
        if "|" not in row:
            yield _refuse_row(row, Place(file, line, 1))
        elif (cells := count_cells(row)) != len(table.sides):
            yield Finding("E142", Place(file, line, 1), {"cells": cells, "columns": len(table.sides)})


def count_cells(row: str) -> int:
    """Return how many cells a line of a table has."""
    return len(CELL_END.findall(row.strip().removeprefix("|").removesuffix("|"))) + 1


def compare_header(rows: Sequence[str], place: Place) -> Finding | None:
    """Return what is said of lines that are no table because their second row has more or fewer cells than the first.

    `place` is where the first row stands.
    """
    if len(rows) < 2 or not SECOND_ROW.fullmatch(rows[1]) or count_cells(rows[0]) == count_cells(rows[1]):
        return None
    facts = {"header": count_cells(rows[0]), "second": count_cells(rows[1])}
    return Finding("E990", place, facts, Cause.MISREAD)


def find_pasted_rows(lines: Sequence[str], place: Place) -> Finding | None:
    """Return what is said of rows of a spreadsheet that were pasted with semicolons between their cells.

    A sentence has a blank behind its semicolons; the rows have none, and each as many as the others.
    """
    counts = {line.strip().count(";") for line in lines}
    is_sentence = any(SENTENCE_GOES_ON.search(line) for line in lines)
    if len(lines) < 2 or len(counts) > 1 or counts == {0} or is_sentence:
        return None
    return tell_pasted_rows(lines, ";", place)


def _refuse_row(row: str, place: Place) -> Finding:
    """Return what is said of a line that was taken into a table and has none of its marks."""
    if "｜" in row:
        return Finding("E151", place, {"problem": WIDE_MARK, "right": row.replace("｜", "|")}, Cause.SYNTAX)
    return Finding("E137", place, {"marker": row.split(" ", 1)[0], "more": ""})
