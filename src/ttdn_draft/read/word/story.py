"""The words of a Word file as data: its paragraphs, tables, sections and notes, each with where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from unicodedata import normalize

from ...model import Text
from ...records import dataclass

MAIN_PART = "word/document.xml"


@dataclass(frozen=True)
class WordLine:
    """A paragraph as it is shown: its runs, the number that Word counts before it, its side, and where it stands.

    `paragraph` is its number in the part, from 1; `is_bold` where every letter is. `notes` are marked in the runs as
    `footnotes:2`.
    """

    text: Text
    label: str = ""
    align: str = "left"
    part: str = MAIN_PART
    paragraph: int = 0
    starts_page: bool = False
    is_heading: bool | None = None  # as the styles of this program say it; nothing in other files

    @cached_property
    def words(self) -> str:
        """Return its words, without notes."""
        return "".join(run.text for run in self.text)

    @cached_property
    def is_bold(self) -> bool:
        """Tell whether every letter is bold."""
        return self._all("bold")

    @cached_property
    def is_italic(self) -> bool:
        """Tell whether every letter is italic."""
        return self._all("italic")

    @property
    def is_blank(self) -> bool:
        """Tell whether it has no words and no note."""
        return not self.words.strip() and not any(run.note for run in self.text)

    def _all(self, name: str) -> bool:
        lettered = [run for run in self.text if run.text.strip()]
        return bool(lettered) and all(getattr(run, name) for run in lettered)


@dataclass(frozen=True)
class WordCell:
    """A cell of a table: what stands in it, and how many columns and rows it covers."""

    content: tuple["WordLine | WordTable", ...]
    columns: int = 1
    rows: int = 1

    @property
    def lines(self) -> tuple[WordLine, ...]:
        """Return its lines that are not blank, those of tables inside it too; a number that Word counts is no blank."""
        return tuple(line for line in list_word_lines(self.content) if not line.is_blank or line.label.strip("-+"))


@dataclass(frozen=True)
class WordTable:
    """A table: its rows of cells. A cell that another covers from above is not there."""

    rows: tuple[tuple[WordCell, ...], ...]
    has_borders: bool = False
    paragraph: int = 0

    @property
    def width(self) -> int:
        """Return how many columns its widest row has."""
        return max((sum(cell.columns for cell in row) for row in self.rows), default=0)


@dataclass(frozen=True)
class WordSection:
    """A section of the file: its lines and tables, and whether its pages lie on their side."""

    content: tuple[WordLine | WordTable, ...]
    is_landscape: bool = False


@dataclass(frozen=True)
class OwnDoubt:
    """Words of a paragraph that nobody has verified, as this program marked them, and what its comment says of them."""

    paragraph: int
    words: str
    source: str


@dataclass(frozen=True)
class Story:
    """All that a file holds: its sections, its notes by mark, and what is told of it."""

    stretches: tuple[WordSection, ...]
    notes: Mapping[str, WordLine] = field(default_factory=dict)
    insertions: int = 0
    deletions: int = 0
    comments: int = 0
    hidden: tuple[str, ...] = ()
    pictures: int = 0
    size: float = 0  # of most letters, in pt
    old_fonts: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # runs that were converted, and the others
    edges: tuple[WordLine, ...] = ()  # of headers and footers
    doubts: tuple[OwnDoubt, ...] = ()
    author: str = ""  # that the properties of the file name


def normal(words: str) -> str:
    """Return words in NFC."""
    return normalize("NFC", words)


def list_word_lines(content: Sequence["WordLine | WordTable"]) -> Iterator[WordLine]:
    """Yield every line of a content, those of cells where their table stands."""
    for item in content:
        if isinstance(item, WordLine):
            yield item
        else:
            for row in item.rows:
                for cell in row:
                    yield from list_word_lines(cell.content)
