"""Finds paragraphs, runs and letters of a part as they stand in its XML: its text goes in, places in it come out.

A document is spliced at these places: what stands between them keeps every byte, which no parser that writes a tree
back can promise (`<w:t></w:t>` becomes `<w:t/>`). Paragraphs and letters are those that Word shows with all tracked
changes accepted; paragraphs count from 1 in the order of their ends, as in `reading_order`.
"""

import re
from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from ..patterns import regex
from ..records import dataclass

TAG = regex(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
    r"""|<(?P<close>/?)(?P<name>[^\s/>!?]+)[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""",
    re.S,
)
HIDDEN_INSIDE = regex(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<data>.*?)\]\]>|&(?P<entity>[^;]+);|\r\n?", re.S)
ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
SIGNS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
UNREAD_ELEMENTS = frozenset({"w:del", "w:moveFrom", "mc:Fallback"})
INSERTED = frozenset({"w:ins", "w:moveTo"})
TEXT = "w:t"
BOX = "w:txbxContent"
NOTE_REFERENCE = "w:footnoteReference"
NOTE_NUMBER = regex(r"""\sw:id\s*=\s*["'](-?\d+)["']""")
NO_LETTERS: Mapping[str, str] = MappingProxyType({})
PRESERVE = 'xml:space="preserve"'


@dataclass(frozen=True)
class XmlSpan:
    """A stretch of the XML of a part, from one sign to before another."""

    start: int
    end: int


@dataclass(frozen=True)
class Atom:
    """A child of a run: a text, a sign such as a tab, or something without letters (a note, a field, a drawing)."""

    span: XmlSpan
    text: str = ""
    is_text: bool = False
    is_kept: bool = False  # a text whose blanks at its ends are shown


@dataclass
class RunSpan:
    """A run: its start tag, its properties, its children, and the tag of the tracked insertion in which it stands."""

    start_tag: XmlSpan
    inserted: str = ""
    properties: XmlSpan | None = None
    atoms: list[Atom] = field(default_factory=list)
    end: int = 0

    @property
    def text(self) -> str:
        """Return its letters."""
        return "".join(atom.text for atom in self.atoms)

    @property
    def span(self) -> XmlSpan:
        """Return where it stands."""
        return XmlSpan(self.start_tag.start, self.end)


@dataclass
class ParagraphSpan:
    """A paragraph: its start tag, its properties, and the runs that are shown.

    `host` is the paragraph that carries the text box in which it stands, and `box` where that begins.
    """

    start_tag: XmlSpan
    host: "ParagraphSpan | None" = None
    box: int = 0
    number: int = 0
    properties: XmlSpan | None = None
    runs: list[RunSpan] = field(default_factory=list)
    end: int = 0

    @property
    def outermost(self) -> "ParagraphSpan":
        """Return the paragraph of the text that carries it, which may be itself."""
        return self.host.outermost if self.host else self

    @property
    def text(self) -> str:
        """Return its letters as they are typed."""
        return "".join(run.text for run in self.runs)

    @property
    def span(self) -> XmlSpan:
        """Return where it stands."""
        return XmlSpan(self.start_tag.start, self.end)


PROPERTIES: dict[type[ParagraphSpan | RunSpan], str] = {ParagraphSpan: "w:pPr", RunSpan: "w:rPr"}


def read_spans(xml: str, letters: Mapping[str, str] = NO_LETTERS) -> list[ParagraphSpan]:
    """Return the paragraphs of a part that are shown, by their numbers.

    `letters` are those that stand for marks of footnotes, by the number of the note: marks without one have no letter.
    """
    return _SpanReader(xml, letters).read()


@dataclass(frozen=True)
class _Open:
    """A tag that is open: its name, where it stands, and what is made of it."""

    name: str
    span: XmlSpan
    made: ParagraphSpan | RunSpan | None = None


class _SpanReader:
    def __init__(self, xml: str, letters: Mapping[str, str]) -> None:
        self.xml, self.letters, self.found = xml, letters, list[ParagraphSpan]()
        self.open: list[_Open] = []
        self.paragraphs: list[ParagraphSpan] = []
        self.unseen = 0  # how many tags around a place hide what stands there

    def read(self) -> list[ParagraphSpan]:
        for tag in TAG.finditer(self.xml):
            name, span = tag["name"], XmlSpan(*tag.span())
            if not name:
                continue
            if tag["close"]:
                self._close(self.open.pop(), span)
            else:
                self._begin(name, span)
                if self.xml.endswith("/>", span.start, span.end):
                    self._close(self.open.pop(), XmlSpan(span.end, span.end))
        return self.found

    def _begin(self, name: str, span: XmlSpan) -> None:
        made: ParagraphSpan | RunSpan | None = None
        if name == "w:p":
            host = self.paragraphs[-1] if self.paragraphs else None
            boxes = (around.span.start for around in reversed(self.open) if around.name == BOX)
            made = ParagraphSpan(span, host, next(boxes, 0) if host else 0)
            self.paragraphs.append(made)
        elif name == "w:r":
            above = self.open[-1]
            made = RunSpan(span, self.xml[above.span.start : above.span.end] if above.name in INSERTED else "")
            if self.paragraphs and not self.unseen:
                self.paragraphs[-1].runs.append(made)
        self.unseen += name in UNREAD_ELEMENTS
        self.open.append(_Open(name, span, made))

    def _close(self, opened: _Open, close: XmlSpan) -> None:
        self.unseen -= opened.name in UNREAD_ELEMENTS
        if isinstance(opened.made, ParagraphSpan):
            self._end_paragraph(self.paragraphs.pop(), close.end)
        elif isinstance(opened.made, RunSpan):
            opened.made.end = close.end
        if self.open and (above := self.open[-1].made):
            self._take_child(above, opened, close)

    def _end_paragraph(self, paragraph: ParagraphSpan, end: int) -> None:
        paragraph.end = end
        if not self.unseen:
            self.found.append(paragraph)
            paragraph.number = len(self.found)

    def _take_child(self, parent: ParagraphSpan | RunSpan, child: _Open, close: XmlSpan) -> None:
        whole = XmlSpan(child.span.start, close.end)
        if child.name == PROPERTIES[type(parent)]:
            parent.properties = whole
        elif isinstance(parent, RunSpan):
            parent.atoms.append(self._atom(child, whole, close.start))

    def _atom(self, opened: _Open, whole: XmlSpan, close: int) -> Atom:
        if opened.name == NOTE_REFERENCE and (number := NOTE_NUMBER.search(self.xml, whole.start, whole.end)):
            return Atom(whole, self.letters.get(number[1], ""))
        if opened.name != TEXT:
            return Atom(whole, SIGNS.get(opened.name, ""))
        inner = self.xml[opened.span.end : close]
        is_kept = PRESERVE in self.xml[opened.span.start : opened.span.end].replace("'", '"')
        return Atom(whole, _read_text(inner), is_text=True, is_kept=is_kept)


def _read_text(inner: str) -> str:
    """Return the letters of the XML inside a text."""
    return HIDDEN_INSIDE.sub(_shown, inner) if "&" in inner or "<" in inner or "\r" in inner else inner


def _shown(found: re.Match[str]) -> str:
    if found["entity"]:
        name = found["entity"]
        if name.startswith("#"):
            return chr(int(name[2:], 16) if name[1] == "x" else int(name[1:]))
        return ENTITIES[name]
    return found["data"] or ("\n" if found[0].startswith("\r") else "")
