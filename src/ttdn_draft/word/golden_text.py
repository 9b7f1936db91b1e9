"""What a document prints, as text to compare: the bytes of a .docx go in, lines with styles and numbers come out.

    [heading 1] I- Mục đích, yêu cầu
    [TTĐN Khoản ilvl=4] 1. Toàn bộ cán bộ …

Bold stands between `**`, italic between `*`; a line break is ⏎, a note [^1]. Headers and footers stand first.
"""

from collections.abc import Iterator, Mapping

from lxml import etree

from ..archives import read_archive
from ..patterns import regex
from .formats import attribute_of
from .list_numbers import ListNumbers
from .ooxml import W
from .package import LIMITS
from .paragraphs import MAIN

EDGE = regex(r"word/((?:header|footer)\d*\.xml)")
NUMBERING, STYLES, NOTES = "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"
PAGES_LINE = "[số trang] "
NOTE_LINE = "[chú thích {number}] {text}"
MARKS = {"b": "**", "i": "*"}
SIGNS = {f"{W}br": "⏎", f"{W}noBreakHyphen": "-", f"{W}tab": "\t"}


def draw_text(docx: bytes, pages: int | None = None) -> str:
    """Return a document as text, one line a paragraph; with the count of its pages where that is known."""
    parts = read_archive(docx, LIMITS)
    drawn = _Drawing({name: etree.fromstring(parts[name]) for name in (STYLES, NUMBERING, NOTES) if name in parts})
    lines = [*_draw_edges(parts), *map(drawn.draw, etree.fromstring(parts[MAIN]).iter(f"{W}p")), *drawn.notes()]
    told = [] if pages is None else [f"{PAGES_LINE}{pages}"]
    return "\n".join([*lines, *told]) + "\n"


def _draw_edges(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the words above and below the text, field codes left out."""
    for name in parts:
        if found := EDGE.fullmatch(name):
            texts = (_text_of(paragraph) for paragraph in etree.fromstring(parts[name]).iter(f"{W}p"))
            yield from (f"[{found[1]}] {text}" for text in texts if text)


class _Drawing:
    """Draws the paragraphs of one document in their order."""

    def __init__(self, roots: Mapping[str, etree._Element]) -> None:
        missing = etree.Element("missing")
        self._styles = {str(s.get(f"{W}styleId")): s for s in roots.get(STYLES, missing).iter(f"{W}style")}
        self._numbers = ListNumbers(roots.get(NUMBERING, missing))
        self._notes = roots.get(NOTES, missing)

    def draw(self, paragraph: etree._Element) -> str:
        style = attribute_of(paragraph, "pPr/pStyle") or ""
        level, outline = (attribute_of(paragraph, f"pPr/{path}") for path in ("numPr/ilvl", "outlineLvl"))
        marks = "".join(f" {k}={v}" for k, v in (("ilvl", level), ("outline", outline)) if v is not None)
        number = self._numbers.count(*self._find_list(paragraph, style))
        name = attribute_of(self._styles.get(style), "name") or ""
        words = " ".join(filter(None, (number, _draw_runs(paragraph))))
        return f"[{name}{marks}] {words}".rstrip()

    def _find_list(self, paragraph: etree._Element, style: str) -> tuple[str, int]:
        """Return the list and the level of a paragraph: its own, or those of the nearest of its styles."""
        owners = [paragraph]
        seen = set[str]()
        while style in self._styles and style not in seen:
            seen.add(style)
            owners.append(self._styles[style])
            style = attribute_of(self._styles[style], "basedOn") or ""
        number, level = (
            next((found for owner in owners if (found := attribute_of(owner, f"pPr/numPr/{name}")) is not None), "0")
            for name in ("numId", "ilvl")
        )
        return number, int(level)

    def notes(self) -> Iterator[str]:
        """Yield the notes, as they are counted."""
        own = [note for note in self._notes.iter(f"{W}footnote") if note.get(f"{W}type") is None]
        for number, note in enumerate(own, 1):
            yield NOTE_LINE.format(number=number, text=_text_of(note).strip())


def _draw_runs(paragraph: etree._Element) -> str:
    drawn = ""
    for run in paragraph.iter(f"{W}r"):
        text = _text_of(run)
        marks = "".join(mark for name, mark in MARKS.items() if run.find(f"{W}rPr/{W}{name}") is not None)
        drawn += f"{marks}{text}{marks}" if text else ""
    return drawn


def _text_of(element: etree._Element) -> str:
    return "".join(map(_piece_of, element.iter()))


def _piece_of(piece: etree._Element) -> str:
    if piece.tag == f"{W}t":
        return piece.text or ""
    if piece.tag == f"{W}footnoteReference":
        return f"[^{piece.get(f'{W}id')}]"
    return SIGNS.get(str(piece.tag), "")
