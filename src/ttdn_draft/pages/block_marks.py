"""Marks where texts begin in a copy of a .docx: its bytes and texts in order go in, the copy and its lines come out.

The marks are bookmarks, of which LibreOffice makes named places in the PDF; they take no room on the page.
"""

from collections.abc import Iterator, Sequence

from lxml import etree

from ..archives import ArchiveError, Limits, read_archive
from ..patterns import regex
from ..records import dataclass
from .office_copy import WORDML, change_texts

DOCUMENT_PART, NOTES_PART = "word/document.xml", "word/footnotes.xml"
NAME = "ttdn-{number}"
FIRST_ID = 70_000  # of bookmarks: those of a document have smaller ones
NO_LETTER = regex(r"[\s\u200b-\u200d\u2060]+")
FAR = 40  # texts that are looked for ahead: those that a template prints otherwise are passed over


@dataclass(frozen=True)
class DocxLine:
    """A paragraph of a .docx: its words, and the number of the text that begins there (-1: none)."""

    words: str
    text: int


def mark_texts(docx: bytes, texts: Sequence[str], notes: Sequence[str] = ()) -> bytes:
    """Return a copy with a bookmark where each text begins; one that no paragraph ends with has none.

    The numbers of notes go on where those of texts end.
    """

    def mark(root: etree._Element) -> None:
        for paragraph, text in _match(root, texts, notes):
            if text >= 0:
                _put_bookmark(paragraph, text)

    return change_texts(docx, b"<w:p", mark)


def list_docx_lines(docx: bytes, texts: Sequence[str], notes: Sequence[str] = ()) -> tuple[DocxLine, ...]:
    """Return the paragraphs of a .docx that have words, in their order, and its notes; none of a broken file."""
    try:
        parts = read_archive(docx, Limits())
    except ArchiveError:
        return ()
    roots = (etree.fromstring(parts[name]) for name in (DOCUMENT_PART, NOTES_PART) if name in parts)
    found = (DocxLine(_words_of(p), text) for root in roots for p, text in _match(root, texts, notes))
    return tuple(line for line in found if line.words.strip())


def name_place(text: int) -> str:
    """Return the name of the place where a text begins."""
    return NAME.format(number=text)


def _match(root: etree._Element, texts: Sequence[str], notes: Sequence[str]) -> Iterator[tuple[etree._Element, int]]:
    """Yield the paragraphs with the number of the text that each ends with; texts stand there in their order."""
    wanted = {WORDML + "document": (texts, 0), WORDML + "footnotes": (notes, len(texts))}
    told, first = wanted.get(root.tag, ((), 0))
    bare = [_strip(text) for text in told]
    at = 0
    for paragraph in root.iter(WORDML + "p"):
        words = _strip(_words_of(paragraph))
        found = next((n for n in range(at, min(at + FAR, len(bare))) if bare[n] and words.endswith(bare[n])), -1)
        at = found + 1 if found >= 0 else at
        yield paragraph, first + found if found >= 0 else -1


def _strip(text: str) -> str:
    return NO_LETTER.sub("", text).casefold()


def _words_of(paragraph: etree._Element) -> str:
    pieces = []
    for node in paragraph.iter(WORDML + "t", WORDML + "br", WORDML + "tab", WORDML + "noBreakHyphen"):
        pieces.append(node.text or "" if node.tag == WORDML + "t" else "-" if "Hyphen" in node.tag else " ")
    return "".join(pieces)


def _put_bookmark(paragraph: etree._Element, text: int) -> None:
    at = 1 if paragraph.find(WORDML + "pPr") is not None else 0
    number = str(FIRST_ID + text)
    start = {WORDML + "id": number, WORDML + "name": name_place(text)}
    paragraph.insert(at, etree.Element(WORDML + "bookmarkStart", start))
    paragraph.insert(at + 1, etree.Element(WORDML + "bookmarkEnd", {WORDML + "id": number}))
