"""Reads what stands above and below the pages: headers and footers go in, their lines with words come out."""

from collections.abc import Iterator

from lxml import etree

from ...model import Run
from ...patterns import regex
from ...word.ooxml import W
from ...word.package import Package
from .story import WordLine as Line
from .story import normal
from .wording import has_letters

EDGE_PART = regex(r"word/(?:header|footer)\d*\.xml")


def read_edges(package: Package) -> tuple[Line, ...]:
    """Return the lines of headers and footers, each once; numbers of pages, which Word counts, are none."""
    found = [line for name in sorted(package.parts) if EDGE_PART.fullmatch(name) for line in _read(package, name)]
    return tuple({line.words: line for line in reversed(found)}.values())[::-1]


def _read(package: Package, name: str) -> Iterator[Line]:
    root = etree.fromstring(package.parts[name])
    for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
        words = normal("".join(_words(paragraph)))
        if has_letters(words):
            yield Line((Run(words.strip()),), part=name, paragraph=number)


def _words(paragraph: etree._Element) -> Iterator[str]:
    """Yield the words of a paragraph that no field makes."""
    depth = 0
    for element in paragraph.iter(f"{W}fldChar", f"{W}t", f"{W}tab"):
        if element.tag == f"{W}fldChar":
            depth += {"begin": 1, "end": -1}.get(str(element.get(f"{W}fldCharType")), 0)
        elif not depth and not any(above.tag == f"{W}fldSimple" for above in element.iterancestors()):
            yield " " if element.tag == f"{W}tab" else element.text or ""
