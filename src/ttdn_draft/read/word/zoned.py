"""What a line of a Word file is taken for: the zones of a document, and a line with its zone."""

from collections.abc import Sequence
from typing import TypeAlias

from ...records import dataclass
from .lines import Line, WordTable, list_lines
from .word_zone import WordZone as Zone

__all__ = ["Content", "Items", "WordItem", "Zone", "Zoned"]


@dataclass(frozen=True)
class Zoned:
    """A line and what it is taken for.

    `level` is that of a paragraph or heading: phan, A, I, 1, 1.1, 1.1.1, a, (1), dash, plus, p. `annex` counts from 1;
    0 is the document itself. `signer` counts those who sign, the leading one first. `table` is that of its cell.
    """

    zone: Zone
    line: Line
    level: str = ""
    is_sure: bool = True
    annex: int = 0
    signer: int = 0
    table: WordTable | None = None


Content: TypeAlias = Line | WordTable


@dataclass(frozen=True)
class WordItem:
    """A paragraph or a table at the top of a file, and the number of its section."""

    content: Content
    stretch: int = 0
    is_landscape: bool = False

    @property
    def line(self) -> Line | None:
        """Return it where it is a paragraph."""
        return self.content if isinstance(self.content, Line) else None

    @property
    def table(self) -> WordTable | None:
        """Return it where it is a table."""
        return self.content if isinstance(self.content, WordTable) else None

    @property
    def is_blank(self) -> bool:
        """Tell whether it is a paragraph without words."""
        return self.line is not None and self.line.is_blank

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return every line in it."""
        return tuple(list_lines((self.content,)))


Items: TypeAlias = Sequence[WordItem]
