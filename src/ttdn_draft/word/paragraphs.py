"""The printed paragraphs of a template: a package goes in, paragraphs come out with what each of them prints."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from unicodedata import normalize

from lxml import etree

from ..errors import Place
from ..grammar import scan_tags
from ..patterns import regex
from ..records import dataclass
from .arrangement import MAIN as MAIN
from .fields import read_fields
from .formats import Formats
from .ooxml import W
from .package import WORD_PART, Package

WITH_WORDS = {f"{W}document", f"{W}hdr", f"{W}ftr"}
VANISHING = regex(r"\s*(?:\{%(?:p|tr)\s|\{\{p\s)")  # a paragraph with such a tag is never printed
PRINTED = regex(r"\{\{\s*([\w.]+)\s*(?:\|\s*\w+\s*)?\}\}")
LOOP = regex(r"\{%(?:p|tr)?\s*for\s+(\w+)\s+in\s+(\w+)\s*%\}")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # what stands there is a double
PIECES = {f"{W}br": " ", f"{W}tab": " ", f"{W}noBreakHyphen": "-"}
SHOWN = 40  # letters of a paragraph that a finding repeats


@dataclass(frozen=True)
class PrintedParagraph:
    """A paragraph of a template, and what it prints where that is one thing: a tag or words of the standard."""

    place: Place
    element: etree._Element
    text: str
    content: str


@dataclass(frozen=True)
class Template:
    """A template as the comparison reads it."""

    package: Package

    @cached_property
    def roots(self) -> Mapping[str, etree._Element]:
        """Return the parts that hold words: the text, headers and footers."""
        parsed = {n: etree.fromstring(data) for n, data in self.package.parts.items() if WORD_PART.fullmatch(n)}
        return {name: root for name, root in parsed.items() if root.tag in WITH_WORDS}

    @cached_property
    def formats(self) -> Formats:
        """Return its styles and lists."""
        return Formats(self.package)

    @cached_property
    def spots(self) -> tuple[PrintedParagraph, ...]:
        """Return the paragraphs that are printed."""
        return tuple(spot for part in self.roots for spot in self._spots(part))

    @cached_property
    def sections(self) -> list[etree._Element]:
        """Return its sections in their order; an empty one for a template without sections."""
        main = self.roots.get(MAIN)
        found = [] if main is None else [s for s in main.iter(f"{W}sectPr") if _is_valid(s)]
        return found or [etree.Element(f"{W}sectPr")]

    def _spots(self, part: str) -> Iterator[PrintedParagraph]:
        loop = ("", "")
        for number, paragraph in enumerate(self.roots[part].iter(f"{W}p"), 1):
            text = text_of(paragraph)
            if found := LOOP.search(text):
                loop = (found[1], found[2])
            if not VANISHING.match(text) and next(paragraph.iterancestors(FALLBACK), None) is None:
                place = Place(self.package.file, part=part, paragraph=number, tag=text[:SHOWN])
                yield PrintedParagraph(place, paragraph, text, _content(text, loop))


def _is_valid(section: etree._Element) -> bool:
    """Tell whether a section is the present one, not the old one that a tracked change keeps inside it."""
    return next((above.tag for above in section.iterancestors()), None) in {f"{W}body", f"{W}pPr"}


def has_page_number(element: etree._Element) -> bool:
    """Tell whether a field of Word prints the number of the page."""
    return any(field.name == "PAGE" for field in read_fields(element))


def has_drawing(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph carries a drawing."""
    return next(paragraph.iter(f"{W}drawing"), None) is not None


def text_of(paragraph: etree._Element) -> str:
    """Return the words of a paragraph on one line, without those of a text box in it."""
    pieces = (
        element.text or "" if element.tag == f"{W}t" else PIECES[str(element.tag)]
        for element in paragraph.iter(f"{W}t", *PIECES)
        if owner_of(element) is paragraph
    )
    return normalize("NFC", " ".join("".join(pieces).split()))


def owner_of(element: etree._Element) -> etree._Element | None:
    """Return the paragraph in which an element stands: that of a text box, not the one that carries the box."""
    return next(element.iterancestors(f"{W}p"), None)


def _content(text: str, loop: tuple[str, str]) -> str:
    """Return what a paragraph prints: the name of its only tag, or its words."""
    bare = " ".join(_without_statements(text).split())
    found = PRINTED.fullmatch(bare)
    if not found:
        return bare
    return loop[1] if found[1] == loop[0] else found[1]


def _without_statements(text: str) -> str:
    kept, at = [], 0
    for start, end in scan_tags(text).tags:
        if text.startswith("{%", start):
            kept.append(text[at:start])
            at = end
    return "".join([*kept, text[at:]])
