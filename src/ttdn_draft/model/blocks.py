"""The blocks of a text as written: headings, paragraphs, tables."""

from decimal import Decimal
from typing import TypeAlias

from ..records import dataclass
from ..yaml_places import NodePath
from .naming import named
from .texts import Text


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 4; `typed_number` seems typed before its text, of which it takes `typed_length`."""

    depth: int
    text: Text
    path: NodePath
    typed_number: str = ""
    typed_length: int = 0
    typed_is_bare: bool = False  # no mark stands behind it, so it may be a word: 1.1 Phạm vi, 3.5 tỷ đồng


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: `kind` is the key under which it is written (doan, khoan, gach or cong)."""

    kind: str
    text: Text
    path: NodePath
    typed_number: int | str | None = None
    level: str = ""  # of a numbered paragraph that does not take the level below its heading
    depth: int | None = None  # of headings above it, where they say it: one may stand on the level of a heading


@dataclass(frozen=True)
class Column:
    """A column of a table: side, what its cells are (so, phan-tram, chu or unsaid), decimals, width hint in mm.

    `groups` are the names over its own in a header of several rows, from above.
    """

    alignment: str = named("can", default="")
    kind: str = named("kieu", default="")
    decimals: int | None = named("so_le", default=None)
    width: float | None = named("rong", default=None)
    groups: tuple[str, ...] = named("nhom_cot", default=())


@dataclass(frozen=True)
class Cell:
    """A table cell that spans `columns` x `rows` places of the grid; `alignment` where it is not its column's."""

    text: Text = ()
    columns: int = 1
    rows: int = 1
    number: Decimal | None = None
    alignment: str = ""


@dataclass(frozen=True)
class Table:
    """A table: a cell of the header for each column, and body rows.

    In a Draft it may ask for a column of numbers (`is_numbered`) and a last row of sums (the label `total`); in a
    Document both stand in the rows, and `widths` says how wide each column is, in mm.
    """

    columns: tuple[Column, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    path: NodePath
    is_numbered: bool = False
    total: str = ""
    widths: tuple[float, ...] = ()


@dataclass(frozen=True)
class TableMark:
    """The place in the body where the table of a name is printed."""

    name: str
    path: NodePath


Block: TypeAlias = Heading | Paragraph | Table | TableMark
