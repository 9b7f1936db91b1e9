"""Turns tables as written into typed ones, and sees to it that each named table stands in the body once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from ..model import (
    MAX_DECIMALS,
    MAX_DIGITS,
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Report,
    Run,
    Table,
    TableMark,
    Text,
    is_like_thousands,
    is_too_long,
    plain_text,
    to_names,
)
from ..model.grid import GridError, lay_grid
from ..nearness import find_nearest
from ..patterns import regex
from ..yaml_nodes import NodePath
from .meant import find_switch

MARK = regex(r"\[bang:\s*([^\]\n]*?)\s*\]")
LIKE_MARK = regex(r"\[\s*b[aàáảãạ]ng(?:\s*:\s*(?P<name>[^\]\n]*?)|\s+(?P<word>[a-z0-9_-]+))\s*\]", re.I)
ODD_MARK = regex(
    r"(?:b[aả]ng|table)\s*[:;=]\s*([a-z0-9_-]+)", re.I
)  # in brackets that are none of a mark, as the reader tells
NO_PARAGRAPHS = ("chu_thich", "nhiem_vu", "so_lieu")  # keys whose texts no table can stand in
RESERVED = {"nhiem_vu": "ke-hoach", "so_lieu": "bao-cao"}  # tables that the program builds, and of which kind
TOTAL = "Tổng cộng"


def find_mark(text: str) -> re.Match[str] | None:
    """Return the mark `[bang: name]` in a text; its group is the name."""
    return MARK.search(text) if "[" in text else None


def check_cells(texts: Mapping[NodePath, Text], data_files: Mapping[NodePath, str], report: Report) -> None:
    """Report table marks in cells, footnotes and lists: they would be printed as letters, without the table."""
    for path, text in texts.items():
        if not ("hang" in path or "cot" in path or path[0] in NO_PARAGRAPHS):
            continue
        is_data = any(path[:length] in data_files for length in range(len(path)))
        if not is_data and (found := find_mark(plain_text(text))):
            report("E233", path, mark=found[0])


def build_table(table: dict[str, Any], texts: Mapping[NodePath, Text], path: NodePath, report: Report) -> Table:
    """Return a table with its cells; rows that do not fill the grid are reported."""
    columns = tuple(_build_column(column) for column in table["cot"])
    header = tuple(Cell(texts[*path, "cot", i, "ten"]) for i in range(len(columns)))
    rows = tuple(
        tuple(_build_cell(cell, texts, (*path, "hang", r, c), report) for c, cell in enumerate(row))
        for r, row in enumerate(table["hang"])
    )
    if "tu_tep" not in table:  # in a data file `so_viet` settles what 1.250 is
        _doubt_cells(table["hang"], path, report)
    total = table.get("tong", False)
    if isinstance(total, str) and (right := find_switch(("tong",), total)):
        report("E249", (*path, "tong"), value=f"«{total}»", right=right)
    label = TOTAL if total is True else total or ""
    built = Table(columns, header, rows, path, table.get("stt", False), label)
    _check_grid(built, report)
    return built


def _build_column(written: dict[str, Any]) -> Column:
    """Return a column; one group may be written without a list."""
    column = Column(**to_names(Column, written))
    groups = written.get("nhom_cot", [])
    return replace(column, groups=(groups,) if isinstance(groups, str) else tuple(groups))


def _doubt_cells(rows: list[list[Any]], path: NodePath, report: Report) -> None:
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            here: NodePath = (*path, "hang", r, c)
            is_merged = isinstance(cell, dict)
            doubt_thousands(cell["chu"] if is_merged else cell, (*here, "chu") if is_merged else here, report)


def _build_cell(cell: Any, texts: Mapping[NodePath, Text], path: NodePath, report: Report) -> Cell:
    if not isinstance(cell, dict):
        return _build_value(cell, texts, path, report)
    value = _build_value(cell["chu"], texts, (*path, "chu"), report)
    return Cell(value.text, int(cell.get("gop_cot", 1)), int(cell.get("gop_hang", 1)), value.number)


def _build_value(value: Any, texts: Mapping[NodePath, Text], path: NodePath, report: Report) -> Cell:
    if isinstance(value, str):
        return Cell(texts[path])
    if isinstance(value, list):
        lines = [texts[*path, index] for index in range(len(value))]
        return Cell(tuple(run for index, line in enumerate(lines) for run in (*([Run("\n")] if index else []), *line)))
    return Cell(number=take_number(value, path, report))


def take_number(value: int | float | Decimal | None, path: NodePath, report: Report) -> Decimal | None:
    """Return a number of the input as a Decimal; one that no table can hold is reported."""
    if value is None:
        return None
    number = Decimal(value)
    if is_too_long(number):
        report("E232", path, digits=MAX_DIGITS, decimals=MAX_DECIMALS)
        return Decimal(0)
    return number


def doubt_thousands(value: Any, path: NodePath, report: Report) -> None:
    """Report a number written 1.250 without quotation marks: it is 1,25 to the machine, and 1250 to who wrote it."""
    if isinstance(value, Decimal) and is_like_thousands(value):
        written, short = str(value), f"{value.normalize():f}"
        ways = (f'"{short.replace(".", ",")}"', *([short] if short != written else []))
        report("E238", path, value=written, whole=written.replace(".", ""), ways=ways)


def _check_grid(table: Table, report: Report) -> None:
    try:
        lay_grid(table)
    except GridError as error:
        if error.row == len(table.rows):
            report("E214", (*table.path, "hang"))
        else:
            report("E213", (*table.path, "hang", error.row), found=error.found, columns=len(table.header))


def check_table_names(data: Mapping[str, Any], report: Report) -> None:
    """Report tables that take a reserved name, and lists that a document of this kind does not print."""
    for name in data.get("bang") or {}:
        if name in RESERVED:
            report("E235", ("bang", name), name=name)
    for name, kind in RESERVED.items():
        if data.get(name) and data["loai"] != kind:
            report("E236", (name,), name=name, kind=kind)


def _list_copies(annexes: Any) -> set[NodePath]:
    """Return the annexes that bear the title of one above, as one that is pasted twice does: this is told, once."""
    given = annexes if isinstance(annexes, list) else ()
    first = dict[Any, int]()
    names = [annex.get("tieu_de") if isinstance(annex, dict) else None for annex in given]
    return {("phu_luc", at) for at, name in enumerate(names) if name and first.setdefault(name, at) != at}


class MarkCheck:
    """Sees to it, over the text and all annexes, that each named table stands in one place."""

    def __init__(self, data: Mapping[str, Any], report: Report) -> None:
        declared: list[NodePath] = [("bang", name) for name in data.get("bang") or {}]
        declared += [(name,) for name in RESERVED if data.get(name)]
        self.unplaced = {str(path[-1]): path for path in declared}
        self.known, self.report = list(self.unplaced), report
        self.missed = set[str]()  # tables whose mark is there and wrong, which is told where the mark stands
        self.misspelt = list[tuple[NodePath, str, str]]()
        self.unknown = list[TableMark]()
        self.copies = _list_copies(data.get("phu_luc"))

    def check(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """Yield the blocks; report marks without a table, and tables with two marks."""
        for block in blocks:
            if isinstance(block, (Heading, Paragraph)):
                self._note_marks(block)
            elif isinstance(block, TableMark) and block.name not in self.known:
                self.unknown.append(block)
                yield Paragraph("doan", (Run(f"[bang: {block.name}]"),), block.path)  # as typed: no word of the text
                continue
            elif isinstance(block, TableMark):
                is_again = self.unplaced.pop(block.name, None) is None
                if is_again and block.path[:2] not in self.copies:
                    self.report("E231", block.path, name=block.name)
            yield block

    def _note_marks(self, block: Heading | Paragraph) -> None:
        """Keep a paragraph that is only a misspelt table mark: [Bang: x], [bảng: x], [bang x]; and marks in a text."""
        words = plain_text(block.text)
        if "[" not in words and not self.known:
            return
        words = words.strip()
        typed = ODD_MARK.findall(words) if self.known else ()
        self.missed |= {name for name in self.known if name in typed}
        if found := find_mark(words):
            self.missed.add(found[1])
        elif isinstance(block, Paragraph) and block.kind == "doan" and (found := LIKE_MARK.fullmatch(words)):
            self.misspelt.append((block.path, words, (found["name"] or found["word"] or "…").lower()))

    def finish(self) -> None:
        """Report tables without a mark, which would be lost, and misspelt marks, with the table that they mean."""
        for path, mark, name in self.misspelt:
            meant = name if name in self.unplaced else find_nearest(name, self.unplaced)
            self.missed.add(meant)
            self.report("E228" if meant else "W369", path, mark=mark, name=meant or name)
        self._tell_unknown()
        for name, path in self.unplaced.items():
            if name not in self.missed:
                self.report("E234", path, name=name)

    def _tell_unknown(self) -> None:
        """Report marks of tables that nobody declared; such a mark may be that of a table which has none."""
        for mark in self.unknown:
            left = [name for name in self.unplaced if name not in self.missed]
            only = left[0] if len(left) == 1 else ""
            guess = find_nearest(mark.name, left) or only or find_nearest(mark.name, self.known)
            facts = {"name": mark.name, "known": ", ".join(self.known) or "—", "guess": guess}
            self.report("E230", mark.path, **facts)
            self.missed.add(guess)
