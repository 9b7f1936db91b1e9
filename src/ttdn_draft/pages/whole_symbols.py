"""Keeps the symbol of a document in one line in LibreOffice: a .docx goes in, one whose symbols do not part comes out.

A plain hyphen is what a search finds, and LibreOffice ends a line behind it: "57-" / "KL/TW". The signed pages never do
(05-HD/VPTW, trang 29). A word joiner behind the hyphen keeps it, and leaves no trace in the PDF. The .docx of the user
stays without one: a search in Word would miss the number.
"""

from lxml import etree

from ..patterns import regex
from .office_copy import WORDML, change_texts

CAPITAL = "A-ZĂÂĐÊÔƠƯ"
HYPHEN = regex(f"(?<=[0-9{CAPITAL}])-(?=[{CAPITAL}])")
WORD_JOINER = "\u2060"


def keep_symbols_whole(docx: bytes) -> bytes:
    """Return a .docx for LibreOffice alone: 57-KL/TW and NĐ-CP do not part at their hyphen."""
    return change_texts(docx, b"-", _join)


def _join(root: etree._Element) -> None:
    for text in root.iter(WORDML + "t"):
        text.text = HYPHEN.sub(f"-{WORD_JOINER}", text.text or "")
