"""Writes pieces into the XML of a part: the text of a part and edits go in, the text with them comes out.

An edit may keep stretches of what it replaces, and other edits may stand inside those: a text box lies in a run, and
both may change. Runs are cut between two letters, each piece with the properties of the whole.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias
from xml.sax.saxutils import escape

from ..patterns import regex
from ..records import dataclass
from .spans import PRESERVE, Atom, ParagraphSpan, RunSpan, XmlSpan

Written: TypeAlias = str | XmlSpan
XML_BLANKS = " \t\r\n"
DELETED_NAMES = {"w:t": "w:delText", "w:instrText": "w:delInstrText"}
DELETED_TAGS = regex(r"(?<=[</])w:(?:t|instrText)(?=[\s>/])")


@dataclass(frozen=True)
class XmlEdit:
    """What is written in the place of a span: XML, and stretches of the old XML that stay."""

    span: XmlSpan
    new: tuple[Written, ...]


@dataclass(frozen=True)
class PieceLook:
    """How a stretch of letters is written: what stands around its run, and the properties of that where they change.

    `opens` gives the tag before a run, each time with a number of its own.
    """

    opens: Callable[[], str] = str
    after: str = ""
    properties: str | None = None
    is_deleted: bool = False
    holds_marks: bool = False  # whether what has no letters goes with it


AS_IT_IS = PieceLook()


def splice(xml: str, edits: Sequence[XmlEdit]) -> str:
    """Return a text with edits written into it; of two that overlap, one lies in what the other keeps."""
    ordered = sorted(edits, key=lambda e: (e.span.start, e.span.end > e.span.start, -e.span.end))
    return "".join(_splice(xml, ordered, XmlSpan(0, len(xml))))


def _splice(xml: str, edits: Sequence[XmlEdit], whole: XmlSpan) -> Iterator[str]:
    at, number = whole.start, 0
    while number < len(edits):
        edit = edits[number]
        number += 1
        inner = []
        while number < len(edits) and edits[number].span.start < edit.span.end:
            inner.append(edits[number])
            number += 1
        yield xml[at : edit.span.start]
        for piece in edit.new:
            yield from [piece] if isinstance(piece, str) else _splice_kept(xml, inner, piece)
        at = edit.span.end
    yield xml[at : whole.end]


def _splice_kept(xml: str, edits: Sequence[XmlEdit], kept: XmlSpan) -> Iterator[str]:
    return _splice(xml, [e for e in edits if kept.start <= e.span.start and e.span.end <= kept.end], kept)


@dataclass(frozen=True)
class RunCuts:
    """How a run is written anew: what goes in before each of its letters, and from which letter on a look holds.

    Letters count from 0; what goes in at the number of all of them stands behind the last.
    """

    insertions: Mapping[int, str]
    looks: Mapping[int, PieceLook]

    def look_at(self, letter: int) -> PieceLook:
        """Return the look of a letter."""
        begun = bisect_right(self._starts, letter)
        return self.looks[self._starts[begun - 1]] if begun else AS_IT_IS

    @cached_property
    def _starts(self) -> list[int]:
        return sorted(self.looks)

    @property
    def places(self) -> list[int]:
        """Return before which letters the run is cut."""
        return sorted({*self.insertions, *self.looks})


def insert_into_run(xml: str, run: RunSpan, pieces: Mapping[int, str]) -> Iterator[XmlEdit]:
    """Yield the edits that put pieces beside a run, or between its letters; only then it is cut."""
    length = len(run.text)
    if all(place in (0, length) for place in pieces):
        sides = ((0, run.span.start), (length, run.end))
        yield from (XmlEdit(XmlSpan(at, at), (pieces[place],)) for place, at in sides if place in pieces)
    else:
        yield cut_run(xml, run, RunCuts(pieces, {}))


def append_to_paragraph(xml: str, paragraph: ParagraphSpan, content: str) -> XmlEdit:
    """Return the edit that puts content at the end of a paragraph."""
    if paragraph.start_tag.end == paragraph.end:  # <w:p/>
        tag = xml[paragraph.start_tag.start : paragraph.end].removesuffix("/>").rstrip()
        return XmlEdit(paragraph.span, (f"{tag}>{content}</w:p>",))
    at = xml.rindex("</", 0, paragraph.end)
    return XmlEdit(XmlSpan(at, at), (content,))


@dataclass(frozen=True)
class _Piece:
    """A child of a run, or what is between two cuts of a text: where it begins, its XML, and whether it has letters."""

    start: int
    written: Written
    has_letters: bool


def cut_run(xml: str, run: RunSpan, cuts: RunCuts) -> XmlEdit:
    """Return the edit that writes a run in pieces; a piece without letters is not written."""
    start_tag = xml[run.start_tag.start : run.start_tag.end].removesuffix("/>").removesuffix(">").rstrip() + ">"
    properties = xml[run.properties.start : run.properties.end] if run.properties else ""
    writer = _RunWriter(start_tag, properties)
    waiting = sorted(cuts.insertions, reverse=True)
    for piece in _pieces(run, cuts.places):
        while waiting and waiting[-1] <= piece.start:
            writer.insert(cuts.insertions[waiting.pop()])
        look = cuts.look_at(piece.start)
        look = look if piece.has_letters or look.holds_marks else AS_IT_IS
        writer.add(_as_deleted(xml, piece.written) if look.is_deleted else piece.written, look)
    for place in reversed(waiting):
        writer.insert(cuts.insertions[place])
    return XmlEdit(run.span, tuple(writer.close()))


def _pieces(run: RunSpan, places: Sequence[int]) -> Iterator[_Piece]:
    at = 0
    for atom in run.atoms:
        end = at + len(atom.text)
        inside = [place - at for place in places if at < place < end]
        if atom.is_text and inside:
            for start, stop in zip([0, *inside], [*inside, len(atom.text)], strict=True):
                yield _Piece(at + start, _write_part(atom, start, stop), True)
        else:
            yield _Piece(at, atom.span, bool(atom.text))
        at = end


def _write_part(atom: Atom, start: int, stop: int) -> str:
    """Return some letters of a text; blanks at its ends that Word did not show stay unseen."""
    letters = atom.text[start:stop]
    if atom.is_kept:
        return write_text(letters)
    first = len(letters) - len(letters.lstrip(XML_BLANKS)) if start == 0 else 0
    last = len(letters.rstrip(XML_BLANKS)) if stop == len(atom.text) else len(letters)
    shown = letters[first : max(first, last)]
    return _write_unseen(letters[:first]) + write_text(shown) + _write_unseen(letters[max(first, last) :])


def _write_unseen(blanks: str) -> str:
    return f"<w:t>{blanks}</w:t>" if blanks else ""


def write_text(letters: str) -> str:
    """Return letters as the XML of a text of which all blanks are shown."""
    return f"<w:t {PRESERVE}>{escape(letters)}</w:t>" if letters else ""


class _RunWriter:
    """Gathers the XML of a run that is cut: begins a run where one is wanted, and ends it where something goes in."""

    def __init__(self, start_tag: str, properties: str) -> None:
        self.start_tag, self.properties = start_tag, properties
        self.out: list[Written] = []
        self.open: PieceLook | None = None

    def insert(self, xml: str) -> None:
        self._end()
        self.out.append(xml)

    def add(self, written: Written, look: PieceLook) -> None:
        if self.open != look:
            self._end()
            properties = self.properties if look.properties is None else look.properties
            self.out += [look.opens(), self.start_tag, properties]
            self.open = look
        self.out.append(written)

    def close(self) -> list[Written]:
        self._end()
        return self.out

    def _end(self) -> None:
        if self.open is not None:
            self.out += ["</w:r>", self.open.after]
        self.open = None


def _as_deleted(xml: str, written: Written) -> Written:
    """Return a text, or the code of a field, as Word writes it in what is deleted; anything else as it is."""
    content = written if isinstance(written, str) else xml[written.start : written.end]
    is_text = DELETED_TAGS.match(content, 1) is not None
    return DELETED_TAGS.sub(lambda found: DELETED_NAMES[found[0]], content) if is_text else written
