"""How a Word file looks: its package and its lines by zone go in; lines with their formats, and pages, come out."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol
from unicodedata import normalize

from lxml import etree

from ..knowledge.standards.fonts import face, width_mm
from ..knowledge.standards.profile import Profile
from ..records import dataclass
from ..word.formats import Format, Formats
from ..word.ooxml import W
from ..word.package import Package
from ..word.paragraphs import MAIN
from ..word.reading_order import list_paragraphs
from .page_sections import PageSection, list_sections
from .shown_runs import ShownRun, cut_runs, list_runs


class NumberedLine(Protocol):
    """A paragraph as the reader of Word files knows it."""

    @property
    def words(self) -> str:
        """Its words."""

    @property
    def label(self) -> str:
        """The number that Word counts before it."""

    @property
    def part(self) -> str:
        """The part of the file."""

    @property
    def paragraph(self) -> int:
        """Its number in the part, from 1."""


class PlacedLine(Protocol):
    """A line of a Word file, and which part of a document it is."""

    @property
    def zone(self) -> str:
        """The part: `subject`, `body`."""

    @property
    def line(self) -> NumberedLine:
        """The paragraph."""

    @property
    def level(self) -> str:
        """The level of a heading or of a numbered paragraph."""

    @property
    def is_sure(self) -> bool:
        """Whether the zone is no guess."""

    @property
    def annex(self) -> int:
        """The number of the annex in which it stands; 0 in the text."""


@dataclass(frozen=True, eq=False)
class ShownLine:
    """A line with its format as Word shows it; `is_shared` where its paragraph holds lines of other zones too."""

    zone: str
    words: str
    label: str
    level: str
    is_sure: bool
    annex: int
    paragraph: int
    element: etree._Element
    format: Format
    runs: tuple[ShownRun, ...]
    section: PageSection
    is_shared: bool = False

    @property
    def is_blank(self) -> bool:
        """Tell whether it has no words."""
        return not self.words.strip()

    @property
    def bare(self) -> str:
        """Return its words with one blank between them."""
        return " ".join(self.words.split())

    @property
    def is_tabbed(self) -> bool:
        """Tell whether its paragraph is laid out with tabs."""
        return next(self.element.iterfind(f".//{W}r/{W}tab"), None) is not None

    @cached_property
    def lettered(self) -> tuple[ShownRun, ...]:
        """Return its runs that have letters or figures on the line."""
        return tuple(run for run in self.runs if run.has_letters and run.format.raised == "baseline")

    @cached_property
    def table(self) -> etree._Element | None:
        """Return the table in which it stands."""
        return next(self.element.iterancestors(f"{W}tbl"), None)

    @cached_property
    def size(self) -> float:
        """Return the size of most of its letters, in pt."""
        counts: dict[float, int] = {}
        for run in self.lettered:
            counts[run.format.size] = counts.get(run.format.size, 0) + len(run.words)
        return max(counts, key=lambda size: counts[size]) if counts else self.format.size

    @property
    def has_one_size(self) -> bool:
        """Tell whether all its letters have one size."""
        return len({run.format.size for run in self.lettered}) == 1

    def is_all(self, name: str) -> bool:
        """Tell whether every letter has a switch of `Format`, such as bold."""
        return bool(self.lettered) and all(getattr(run.format, name) for run in self.lettered)

    def has_any(self, name: str) -> bool:
        """Tell whether any letter has a switch of `Format`."""
        return any(getattr(run.format, name) for run in self.lettered)

    @property
    def is_longer_than_one(self) -> bool:
        """Tell whether it takes more than one line on the page."""
        shown = self.format
        return self.width + shown.first_line > self.section.text_width - shown.left - shown.right

    @cached_property
    def width(self) -> float:
        """Return how wide it is when it is set on one line, in mm: the widest of its lines."""
        widths = [0.0]
        for run in self.runs:
            name = face(run.format.bold, run.format.italic)
            for number, piece in enumerate(run.shown.split("\n")):
                widths += [0.0] if number else []
                widths[-1] += width_mm(piece, name, run.format.size)
        return max(widths)


@dataclass(frozen=True, eq=False)
class LookSheet:
    """All that a rule may ask of how a Word file looks, and the standard that it is held against."""

    package: Package
    profile: Profile
    placed: tuple[PlacedLine, ...]
    is_past: bool = False  # of a time for which there is no profile

    @property
    def is_party(self) -> bool:
        """Tell whether it is a document of the Party, and not of the State."""
        return self.profile.standard == "dang"

    @cached_property
    def roots(self) -> Mapping[str, etree._Element]:
        """Return the parts that hold words or notes, by name."""
        names = (n for n in self.package.parts if n.startswith("word/") and n.endswith(".xml") and n.count("/") == 1)
        return {name: etree.fromstring(self.package.parts[name]) for name in names}

    @cached_property
    def formats(self) -> Formats:
        """Return its styles and lists."""
        return Formats(self.package)

    @cached_property
    def paragraphs(self) -> list[etree._Element]:
        """Return its paragraphs, the first at 0."""
        return list_paragraphs(self.roots[MAIN])

    @cached_property
    def sections(self) -> tuple[PageSection, ...]:
        """Return its sections in their order."""
        return tuple(list_sections(self.package, self.roots, self.paragraphs))

    @cached_property
    def lines(self) -> tuple[ShownLine, ...]:
        """Return its lines in the order of a reader, without those of notes."""
        return tuple(self._show([each for each in self.placed if each.line.part == MAIN]))

    @cached_property
    def first(self) -> ShownLine | None:
        """Return the first line that has words: what is wrong in the whole file is told there."""
        return next((line for line in self.lines if not line.is_blank), None)

    def start_of(self, section: PageSection) -> ShownLine | None:
        """Return the first line of a section that has words."""
        return next((line for line in self.lines if line.section is section and not line.is_blank), None)

    def of(self, *zones: str, annexes: bool = False) -> Iterator[ShownLine]:
        """Yield the lines of some zones that have words, in their order; those of annexes where they are asked for."""
        return (line for line in self.lines if line.zone in zones and (annexes or not line.annex) and not line.is_blank)

    def _show(self, placed: Sequence[PlacedLine]) -> Iterator[ShownLine]:
        counts: dict[int, int] = {}
        for each in placed:
            counts[each.line.paragraph] = counts.get(each.line.paragraph, 0) + 1
        ends = [section.last for section in self.sections]
        for each in placed:
            number = each.line.paragraph
            element = self.paragraphs[number - 1]
            base = self.formats.paragraph(element)
            runs, is_shared = list_runs(element, base, self.formats), counts[number] > 1
            yield ShownLine(
                str(each.zone),
                normalize("NFC", each.line.words),
                each.line.label,
                each.level,
                each.is_sure,
                each.annex,
                number,
                element,
                base,
                cut_runs(runs, each.line.words) if is_shared else runs,
                self.sections[bisect_left(ends, number)],
                is_shared,
            )
