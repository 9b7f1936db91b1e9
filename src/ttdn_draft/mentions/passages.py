"""Goes through a document as a reader does: a draft whose ids are words goes in, its passages come out in their order.

A note stands where its mark stands, a named table where it is printed; what is printed of a doubt stands without its
brackets and its source. What is asked for in a gap, [điền: …], is no word of the document: nobody is held to it.
"""

from collections.abc import Iterable, Iterator

from ..model import (
    Block,
    Draft,
    Figure,
    Heading,
    Paragraph,
    Table,
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
    reader.read()
    return tuple(reader.found)


class _Reader:
    """Reads a draft from its first line to its last; `unread` are the notes whose mark has not been met.

    A document has hundreds of passages: each is put into one list, and is not handed up from generator to generator.
    """

    def __init__(self, draft: Draft, written: Draft) -> None:
        self.draft, self.written = draft, written
        self.found = list[Passage]()
        self.unread = set(draft.footnotes)
        self.above: list[tuple[int, str]] = []
        self.shown: tuple[str, ...] = ()  # the words of these, as one and the same tuple for all that stands under them
        self.annex = 0

    def read(self) -> None:
        self._head()
        self._blocks(self.draft.body)
        self._annexes()
        self._foot()

    def _head(self) -> None:
        draft, issuer = self.draft, self.draft.issuer
        self._lines("issuer", ("co_quan", "cap_tren"), issuer.parent_body)
        self._lines("issuer", ("co_quan", "ten"), issuer.name)
        self._lines("issuer", ("co_quan", "ten_day_du"), issuer.full_name)
        self._lines("symbol", ("co_quan", "ky_hieu"), issuer.symbol)
        self._lines("symbol", ("ky_hieu",), draft.symbol)
        self._lines("place", ("dia_danh",), draft.place_name)
        self._lines("issuer", ("cua",), draft.author_line)
        self._lines("subject", ("trich_yeu",), draft.subject)
        self._list("addressee", ("kinh_gui",), draft.addressees)
        for index, (line, typed) in enumerate(zip(draft.legal_bases, self.written.legal_bases, strict=True)):
            words = printed_words(line)
            given = _find_gaps(words) if line == typed else ((0, len(words)),)
            self.found.append(Passage("base", ("can_cu", index), words, given))

    def _annexes(self) -> None:
        for number, annex in enumerate(self.draft.annexes, 1):
            self.annex = number
            self._stand_under([])
            title = printed_words(annex.title)
            self.found.append(
                Passage("annex-title", (*annex.path, "tieu_de"), title, _find_gaps(title), annex=self.annex)
            )
            self._blocks(annex.body)

    def _foot(self) -> None:
        draft = self.draft
        self._list("recipient", ("noi_nhan",), draft.recipients or ())
        self._lines("archive", ("luu",), draft.archive)
        for signer in draft.signers:
            self._lines("authority", (*signer.path, "quyen_han"), signer.authority)
            self._lines("office", (*signer.path, "chuc_vu"), signer.office)
            self._lines("office", (*signer.path, "kiem"), signer.joint_office)
            self._lines("office", (*signer.path, "chuc_vu_khac"), signer.other_office)
            self._lines("signer", (*signer.path, "ho_ten"), signer.full_name)

    def _stand_under(self, above: list[tuple[int, str]]) -> None:
        self.above, self.shown = above, tuple([words for _, words in above])

    def _blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self._text("item" if block.kind in ITEMS else "paragraph", (*block.path, block.kind), block.text)
            elif isinstance(block, Heading):
                self._stand_under([(depth, words) for depth, words in self.above if depth < block.depth])
                self._text("heading", (*block.path, "muc"), block.text)
                self._stand_under([*self.above, (block.depth, plain_text(block.text))])
            elif isinstance(block, Table):
                self._table(block)
            else:
                self._named_table(block.name)

    def _named_table(self, name: str) -> None:
        match name:
            case "nhiem_vu":
                for at, task in enumerate(self.draft.tasks):
                    self._task(task, (name, at))
            case "so_lieu":
                for figure in self.draft.figures:
                    self._figure(figure)
            case _ if name in self.draft.tables:
                self._table(self.draft.tables[name])

    def _table(self, table: Table) -> None:
        for at, cell in enumerate(table.header):
            self._text("cell", (*table.path, "cot", at, "ten"), cell.text)
        for row, cells in enumerate(table.rows):
            for at, cell in enumerate(cells):
                self._text("cell", (*table.path, "hang", row, at), cell.text)

    def _task(self, entry: Task | TaskGroup, path: NodePath) -> None:
        if isinstance(entry, TaskGroup):
            self._text("cell", (*path, "nhom"), entry.name)
            return
        for name, key in TASK_TEXTS.items():
            self._text("cell", (*path, key), getattr(entry, name))

    def _figure(self, figure: Figure) -> None:
        self._text("cell", (*figure.path, "chi_tieu"), figure.name)
        self._text("cell", (*figure.path, "don_vi"), figure.unit)
        for part in figure.parts:
            self._figure(part)

    def _text(self, zone: Zone, path: NodePath, text: Text) -> None:
        if not text:
            return
        words = plain_text(text)
        cited = _find_given(text) if len(text) > 1 or text[0].cited else ()
        given = (*cited, *_find_gaps(words)) if cited or "[" in words else ()
        self.found.append(Passage(zone, path, words, given, self.shown, self.annex))
        for run in text if self.unread else ():
            if run.note in self.unread:
                self.unread.remove(run.note)
                self._text("note", ("chu_thich", run.note), self.draft.footnotes[run.note])

    def _list(self, zone: Zone, path: NodePath, lines: Iterable[str]) -> None:
        for index, line in enumerate(lines):
            self._lines(zone, (*path, index), line)

    def _lines(self, zone: Zone, path: NodePath, line: str | None) -> None:
        if line:
            words = printed_words(line)
            self.found.append(Passage(zone, path, words, _find_gaps(words)))


def _find_given(text: Text) -> Iterator[Stretch]:
    at = 0
    for run in text:
        if run.cited:
            yield at, at + len(run.text)
        at += len(run.text)


def _find_gaps(words: str) -> tuple[Stretch, ...]:
    """Return where gaps stand in words as they are printed."""
    return tuple((mark.start, mark.end) for mark in find_pending(words) if mark.is_gap) if "[" in words else ()
