"""Finds paragraphs and tables of a text as they stand in each other: its XML goes in, a tree of places comes out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from .spans import TAG, ParagraphSpan, XmlSpan

CELL_SIGN_IN_WORD = " | "


@dataclass
class CellSpan:
    """A cell of a table: its properties, and what stands in it."""

    start: int
    blocks: list["BlockSpan"] = field(default_factory=list)
    properties: XmlSpan | None = None
    end: int = 0

    @property
    def text(self) -> str:
        """Return the letters of all that stands in it."""
        return " ".join(block.text for block in self.blocks)


@dataclass
class RowSpan:
    """A row of a table: where its properties begin or would, the properties, and its cells."""

    start: int
    head: int
    cells: list[CellSpan] = field(default_factory=list)
    properties: XmlSpan | None = None
    end: int = 0

    @property
    def text(self) -> str:
        """Return the letters of its cells."""
        return CELL_SIGN_IN_WORD.join(cell.text for cell in self.cells)


@dataclass
class TableSpan:
    """A table: its rows; what stands before the first one says how it looks."""

    start: int
    rows: list[RowSpan] = field(default_factory=list)
    end: int = 0

    @property
    def text(self) -> str:
        """Return the letters of its rows."""
        return "\n".join(row.text for row in self.rows)


BlockSpan: TypeAlias = ParagraphSpan | TableSpan
_Opened: TypeAlias = CellSpan | RowSpan | TableSpan
OPENERS = frozenset({"w:tbl", "w:tr", "w:tc"})
EXCEPTIONS = "w:tblPrEx"  # of a row from the look of its table; its properties stand behind them
PROPERTIES_OF: dict[str, type[CellSpan | RowSpan]] = {"w:tcPr": CellSpan, "w:trPr": RowSpan, EXCEPTIONS: RowSpan}


def read_blocks(xml: str, spans: Sequence[ParagraphSpan]) -> list[BlockSpan]:
    """Return what stands in a text; `spans` are its paragraphs, those of a text box before the one that carries it."""
    return _BlockReader(xml, spans).read()


class _BlockReader:
    def __init__(self, xml: str, spans: Sequence[ParagraphSpan]) -> None:
        self.xml = xml
        self.shown = {span.start_tag.start: span for span in spans}
        self.boxed: dict[int, list[ParagraphSpan]] = {}
        for span in spans:
            self.boxed.setdefault(span.outermost.start_tag.start, []).append(span)
        self.top: list[BlockSpan] = []
        self.open: list[_Opened] = []

    def read(self) -> list[BlockSpan]:
        at = 0
        while tag := TAG.search(self.xml, at):
            at, name = tag.end(), tag["name"]
            if name == "w:p" and not tag["close"]:
                at = self._take_paragraph(XmlSpan(*tag.span()))
            elif name in OPENERS and tag["close"]:
                self.open.pop().end = tag.end()
            elif name in OPENERS and not tag[0].endswith("/>"):
                self._begin(name, XmlSpan(*tag.span()))
            elif name in PROPERTIES_OF and not tag["close"]:
                at = self._take_properties(name, XmlSpan(*tag.span()))
        return self.top

    def _take_paragraph(self, tag: XmlSpan) -> int:
        """Put a paragraph where it stands, and those of its boxes before it; return where it ends."""
        if tag.start not in self.shown:
            return tag.end
        self._content().extend(self.boxed.get(tag.start, ()))
        return self.shown[tag.start].end

    def _content(self) -> list[BlockSpan]:
        cells = [opened for opened in self.open if isinstance(opened, CellSpan)]
        return cells[-1].blocks if cells else self.top

    def _begin(self, name: str, tag: XmlSpan) -> None:
        made: _Opened
        if name == "w:tbl":
            made = TableSpan(tag.start)
            self._content().append(made)
        elif name == "w:tr":
            made = RowSpan(tag.start, tag.end)
            if self.open and isinstance(table := self.open[-1], TableSpan):
                table.rows.append(made)
        else:
            made = CellSpan(tag.start)
            if self.open and isinstance(row := self.open[-1], RowSpan):
                row.cells.append(made)
        self.open.append(made)

    def _take_properties(self, name: str, tag: XmlSpan) -> int:
        """Note the properties of a row or a cell, and return where they end, with old ones that a change keeps."""
        end = tag.end if self.xml.endswith("/>", tag.start, tag.end) else _end_of(self.xml, name, tag.end)
        owner = self.open[-1] if self.open else None
        if name == EXCEPTIONS and isinstance(owner, RowSpan):
            owner.head = end
        elif isinstance(owner, CellSpan | RowSpan) and isinstance(owner, PROPERTIES_OF[name]):
            owner.properties = XmlSpan(tag.start, end)
        return end


def _end_of(xml: str, name: str, at: int) -> int:
    """Return where an element ends that is open at a place; others of its name may stand in it."""
    depth = 1
    while depth and (tag := TAG.search(xml, at)):
        at = tag.end()
        if tag["name"] == name and not tag[0].endswith("/>"):
            depth += -1 if tag["close"] else 1
    return at
