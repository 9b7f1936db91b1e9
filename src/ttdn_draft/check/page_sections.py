"""The sections of a Word file: its parts go in, each section with its paragraphs, headers and footers comes out."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from lxml import etree

from ..records import dataclass
from ..word.formats import attribute_of, is_on, read_mm
from ..word.ooxml import W
from ..word.package import Package
from ..word.paragraphs import MAIN
from ..word.relations import read_relations

R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LETTER = (215.9, 279.4)  # mm: what Word takes where a section says no size


@dataclass(frozen=True, eq=False)
class PageSection:
    """A section: its first and last paragraph, and what is printed above and below its pages, by kind of page."""

    element: etree._Element
    first: int
    last: int
    headers: Mapping[str, etree._Element]
    footers: Mapping[str, etree._Element]
    tables: int = 0  # how many begin in it

    @cached_property
    def width(self) -> float:
        """Return the width of its pages in mm."""
        return read_mm(attribute_of(self.element, "pgSz", "w")) or LETTER[0]

    @cached_property
    def height(self) -> float:
        """Return the height of its pages in mm."""
        return read_mm(attribute_of(self.element, "pgSz", "h")) or LETTER[1]

    @property
    def is_turned(self) -> bool:
        """Tell whether its pages lie on their side."""
        return self.width > self.height

    @cached_property
    def text_width(self) -> float:
        """Return the width between the margins, in mm."""
        sides = (read_mm(attribute_of(self.element, "pgMar", side)) or 0 for side in ("left", "right", "gutter"))
        return self.width - sum(sides)

    @property
    def has_own_first(self) -> bool:
        """Tell whether its first page has a header of its own."""
        return bool(is_on(self.element, "titlePg"))


def list_sections(
    package: Package, roots: Mapping[str, etree._Element], paragraphs: Sequence[etree._Element]
) -> Iterator[PageSection]:
    """Yield the sections of a file; a header that one does not name is that of the one before."""
    targets = {pointer.id: pointer.target for pointer in read_relations(package.parts, MAIN)}
    first, headers, footers = 1, dict[str, etree._Element](), dict[str, etree._Element]()
    for element, last, tables in _bounds(roots[MAIN], paragraphs):
        headers = headers | dict(_named(element, "headerReference", targets, roots))
        footers = footers | dict(_named(element, "footerReference", targets, roots))
        yield PageSection(element, first, last, headers, footers, tables)
        first = last + 1


def _bounds(root: etree._Element, paragraphs: Sequence[etree._Element]) -> Iterator[tuple[etree._Element, int, int]]:
    """Yield each section with the number of its last paragraph, and how many tables begin in it."""
    ends = {id(p): n for n, p in enumerate(paragraphs, 1) if p.find(f"{W}pPr/{W}sectPr") is not None}
    tables = 0
    for element in root.iter(f"{W}tbl", f"{W}p"):
        tables += element.tag == f"{W}tbl"
        if id(element) in ends:
            yield element.find(f"{W}pPr/{W}sectPr"), ends[id(element)], tables  # type: ignore[misc]
            tables = 0
    last = root.find(f"{W}body/{W}sectPr")
    yield etree.Element(f"{W}sectPr") if last is None else last, len(paragraphs), tables


def _named(
    section: etree._Element, name: str, targets: Mapping[str, str], roots: Mapping[str, etree._Element]
) -> Iterator[tuple[str, etree._Element]]:
    for reference in section.iterfind(f"{W}{name}"):
        root = roots.get(targets.get(str(reference.get(R_ID)), ""))
        if root is not None:
            yield str(reference.get(f"{W}type", "default")), root
