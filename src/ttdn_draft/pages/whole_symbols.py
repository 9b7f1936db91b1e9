"""Keeps the symbol of a document in one line in LibreOffice: a .docx goes in, one whose symbols do not part comes out.

A plain hyphen is what a search finds, and LibreOffice ends a line behind it: "57-" / "KL/TW". The signed pages never do
(05-HD/VPTW, trang 29). A word joiner behind the hyphen keeps it, and leaves no trace in the PDF. The .docx of the user
stays without one: a search in Word would miss the number.
"""

import re

from lxml import etree

from ..archives import ArchiveError, Limits, read_archive, write_zip

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = re.compile(r"word/[^/]+\.xml")
CAPITAL = "A-ZĂÂĐÊÔƠƯ"
HYPHEN = re.compile(f"(?<=[0-9{CAPITAL}])-(?=[{CAPITAL}])")
WORD_JOINER = "\u2060"


def keep_symbols_whole(docx: bytes) -> bytes:
    """Return a .docx for LibreOffice alone: 57-KL/TW and NĐ-CP do not part at their hyphen."""
    try:
        parts = read_archive(docx, Limits())
    except ArchiveError:  # the office says what is wrong with it
        return docx
    whole = {name: _join(data) for name, data in parts.items() if TEXT.fullmatch(name) and b"-" in data}
    return write_zip(parts | whole) if whole else docx


def _join(part: bytes) -> bytes:
    root = etree.fromstring(part)
    for text in root.iter(WORD + "t"):
        text.text = HYPHEN.sub(f"-{WORD_JOINER}", text.text or "")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
