"""Changes a .docx for LibreOffice alone: its bytes and a change of its texts go in, the bytes of a copy come out."""

from collections.abc import Callable

from lxml import etree

from ..archives import ArchiveError, Limits, read_archive, write_zip
from ..patterns import regex

WORDML = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = regex(r"word/[^/]+\.xml")


def change_texts(docx: bytes, mark: bytes, change: Callable[[etree._Element], None]) -> bytes:
    """Return a .docx of which each part with `mark` in it is changed; one that is no archive as it is."""
    try:
        parts = read_archive(docx, Limits())
    except ArchiveError:  # the office says what is wrong with it
        return docx
    touched = {name: etree.fromstring(data) for name, data in parts.items() if TEXT.fullmatch(name) and mark in data}
    for root in touched.values():
        change(root)
    made = {name: _written(root) for name, root in touched.items()}
    return write_zip(parts | made) if made else docx


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
