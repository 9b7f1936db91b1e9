"""Reads the words of a finished document: the bytes of a .docx go in, the lines of its paragraphs come out."""

from lxml import etree

from ..archives import read_archive
from .ooxml import W
from .package import LIMITS
from .paragraphs import MAIN, text_of


def read_lines(docx: bytes) -> tuple[str, ...]:
    """Return the words of each paragraph that has some, in order; numbers that Word counts are not among them."""
    root = etree.fromstring(read_archive(docx, LIMITS)[MAIN])
    return tuple(text for text in map(text_of, root.iter(f"{W}p")) if text)
