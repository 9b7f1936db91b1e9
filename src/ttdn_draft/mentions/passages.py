"""Goes through a document as a reader does: a draft whose ids are words goes in, its passages come out in their order.

A note stands where its mark stands, a named table where it is printed; what is printed of a doubt stands without its
brackets and its source. What is asked for in a gap, [điền: …], is no word of the document: nobody is held to it.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from ..model import (
    Block,
    Cell,
    Draft,
    Figure,
    Heading,
    Paragraph,
    Table,
    TableMark,
    Task,
    TaskGroup,
    Text,
    plain_text,
    printed_words,
)
from ..model.marks import find_pending
from ..model.mentions import Passage, Stretch, Zone
from ..yaml_nodes import NodePath

ITEMS = ("gach", "cong")
TASK_TEXTS = {"content": "noi_dung", "lead": "chu_tri", "support": "phoi_hop", "deadline": "thoi_han"} | {
    "product": "san_pham"
}


def list_passages(draft: Draft, written: Draft) -> tuple[Passage, ...]:
    """Return the passages of a draft; `written` is the same as its author wrote it, in which ids still are ids."""
    reader = _Reader(draft, written)
    return (*reader.head(), *reader.body(), *reader.annexes(), *reader.foot())


class _Reader:
    """Reads a draft from its first line to its last; `unread` are the notes whose mark has not been met."""

    def __init__(self, draft: Draft, written: Draft) -> None:
        self.draft, self.written = draft, written
        self.unread = set(draft.footnotes)
        self.above: list[tuple[int, str]] = []
        self.shown_of, self.shown = self.above, tuple[str, ...]()
        self.annex = 0

    def head(self) -> Iterator[Passage]:
        draft, issuer = self.draft, self.draft.issuer
        yield from _lines("issuer", ("co_quan", "cap_tren"), issuer.parent_body)
        yield from _lines("issuer", ("co_quan", "ten"), issuer.name)
        yield from _lines("issuer", ("co_quan", "ten_day_du"), issuer.full_name)
        yield from _lines("symbol", ("co_quan", "ky_hieu"), issuer.symbol)
        yield from _lines("symbol", ("ky_hieu",), draft.symbol)
        yield from _lines("place", ("dia_danh",), draft.place_name)
        yield from _lines("issuer", ("cua",), draft.author_line)
        yield from _lines("subject", ("trich_yeu",), draft.subject)
        yield from _list("addressee", ("kinh_gui",), draft.addressees)
        for index, (line, typed) in enumerate(zip(draft.legal_bases, self.written.legal_bases, strict=True)):
            words = printed_words(line)
            given = _find_gaps(words) if line == typed else ((0, len(words)),)
            yield Passage("base", ("can_cu", index), words, given)

    def body(self) -> Iterator[Passage]:
        return self._blocks(self.draft.body)

    def annexes(self) -> Iterator[Passage]:
        for number, annex in enumerate(self.draft.annexes, 1):
            self.annex, self.above = number, []
            title = printed_words(annex.title)
            yield Passage("annex-title", (*annex.path, "tieu_de"), title, _find_gaps(title), annex=self.annex)
            yield from self._blocks(annex.body)

    def foot(self) -> Iterator[Passage]:
        draft = self.draft
        yield from _list("recipient", ("noi_nhan",), draft.recipients or ())
        yield from _lines("archive", ("luu",), draft.archive)
        for signer in draft.signers:
            yield from _lines("authority", (*signer.path, "quyen_han"), signer.authority)
            yield from _lines("office", (*signer.path, "chuc_vu"), signer.office)
            yield from _lines("office", (*signer.path, "kiem"), signer.joint_office)
            yield from _lines("office", (*signer.path, "chuc_vu_khac"), signer.other_office)
            yield from _lines("signer", (*signer.path, "ho_ten"), signer.full_name)

    def _words_above(self) -> tuple[str, ...]:
        """Return the headings above, as one and the same tuple for all that stands under them."""
        if self.above is not self.shown_of:
            self.shown_of, self.shown = self.above, tuple(words for _, words in self.above)
        return self.shown

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Passage]:
        for block in blocks:
            match block:
                case Heading(depth, text, path):
                    self.above = [(d, words) for d, words in self.above if d < depth]
                    yield from self._text("heading", (*path, "muc"), text)
                    self.above = [*self.above, (depth, plain_text(text))]
                case Paragraph(kind, text, path):
                    yield from self._text("item" if kind in ITEMS else "paragraph", (*path, kind), text)
                case Table():
                    yield from self._table(block)
                case TableMark(name):
                    yield from self._named_table(name)

    def _named_table(self, name: str) -> Iterator[Passage]:
        match name:
            case "nhiem_vu":
                yield from chain.from_iterable(self._task(t, (name, i)) for i, t in enumerate(self.draft.tasks))
            case "so_lieu":
                yield from chain.from_iterable(map(self._figure, self.draft.figures))
            case _ if name in self.draft.tables:
                yield from self._table(self.draft.tables[name])

    def _table(self, table: Table) -> Iterator[Passage]:
        for at, cell in enumerate(table.header):
            yield from self._cell(cell, (*table.path, "cot", at, "ten"))
        for row, cells in enumerate(table.rows):
            for at, cell in enumerate(cells):
                yield from self._cell(cell, (*table.path, "hang", row, at))

    def _cell(self, cell: Cell, path: NodePath) -> Iterator[Passage]:
        return self._text("cell", path, cell.text)

    def _task(self, entry: Task | TaskGroup, path: NodePath) -> Iterator[Passage]:
        if isinstance(entry, TaskGroup):
            yield from self._text("cell", (*path, "nhom"), entry.name)
            return
        for name, key in TASK_TEXTS.items():
            yield from self._text("cell", (*path, key), getattr(entry, name))

    def _figure(self, figure: Figure) -> Iterator[Passage]:
        yield from self._text("cell", (*figure.path, "chi_tieu"), figure.name)
        yield from self._text("cell", (*figure.path, "don_vi"), figure.unit)
        yield from chain.from_iterable(map(self._figure, figure.parts))

    def _text(self, zone: Zone, path: NodePath, text: Text) -> Iterator[Passage]:
        if not text:
            return
        words = text[0].text if len(text) == 1 else plain_text(text)
        cited = _find_given(text) if len(text) > 1 or text[0].cited else ()
        given = (*cited, *_find_gaps(words))
        yield Passage(zone, path, words, given, self._words_above(), self.annex)
        for run in text if self.unread else ():
            if run.note in self.unread:
                self.unread.remove(run.note)
                yield from self._text("note", ("chu_thich", run.note), self.draft.footnotes[run.note])


def _find_given(text: Text) -> Iterator[Stretch]:
    at = 0
    for run in text:
        if run.cited:
            yield at, at + len(run.text)
        at += len(run.text)


def _find_gaps(words: str) -> tuple[Stretch, ...]:
    """Return where gaps stand in words as they are printed."""
    return tuple((mark.start, mark.end) for mark in find_pending(words) if mark.is_gap) if "[" in words else ()


def _lines(zone: Zone, path: NodePath, line: str | None) -> Iterator[Passage]:
    if line:
        words = printed_words(line)
        yield Passage(zone, path, words, _find_gaps(words))


def _list(zone: Zone, path: NodePath, lines: Iterable[str]) -> Iterator[Passage]:
    for index, line in enumerate(lines):
        yield from _lines(zone, (*path, index), line)
