"""What a line of a Word file is taken for: the zones of a document, and a line with its zone."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from .lines import Line, WordTable, list_lines


class Zone(StrEnum):
    """The parts of an official document, and what stands in no part."""

    PARENT = "parent"
    ISSUER = "issuer"
    MOTTO = "motto"  # Quốc hiệu and tiêu ngữ, or the title of the Party
    NUMBER = "number"
    PLACE_DATE = "place-date"
    MARK = "mark"  # of urgency, secrecy, circulation, of a draft
    KIND = "kind"
    SUBJECT = "subject"
    ADDRESSEE = "addressee"
    BASIS = "basis"
    BODY = "body"
    HEADING = "heading"
    TABLE = "table"
    NOTE = "note"
    RECIPIENT_TITLE = "recipient-title"
    RECIPIENT = "recipient"
    ARCHIVE = "archive"
    AUTHORITY = "authority"
    OFFICE = "office"
    SIGNER = "signer"
    DRAFTER = "drafter"  # who drafted, and how many copies: LeVanCuong-26
    CONTACT = "contact"  # address, telephone and e-mail of the body
    ANNEX_LABEL = "annex-label"
    ANNEX_TITLE = "annex-title"
    ANNEX_REFERENCE = "annex-reference"
    BLANK = "blank"  # no words: an empty paragraph, a drawn line of strokes
    UNPLACED = "unplaced"


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
class Item:
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


Items: TypeAlias = Sequence[Item]
