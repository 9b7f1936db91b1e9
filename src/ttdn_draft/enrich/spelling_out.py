"""Puts words in the place of ids: a Draft that names documents goes in, the Draft that cites them comes out.

In the words what is still to be done is told from the rest, so that what follows sees what will be printed.

It goes through the draft as a reader does, so that the first mention is the first one read: the legal bases, then the
text, a footnote where its mark stands and a named table where it is printed, then the annexes.
"""

import re
from dataclasses import replace

from ..knowledge.citations import CitationTable
from ..knowledge.standards.dates import DateWording
from ..model import (
    CITATION,
    Block,
    Cell,
    Draft,
    Figure,
    Heading,
    Paragraph,
    Report,
    Run,
    Source,
    Table,
    TableMark,
    Task,
    TaskGroup,
    Text,
    mark_pending,
)
from ..model.marks import write_citation
from ..patterns import regex
from ..reuse import reuse_each
from ..yaml_nodes import NodePath
from .citing import Citer

LEGAL_BASES = "can_cu"
LIKE_ID = regex(r"[a-z0-9][a-z0-9-]*")  # a dash too many is a slip in an id, and no text
LIKE_NUMBER = regex(
    r"(?!Căn cứ|\d\S*$)(?:[^\W\d_]{1,8}\.? )?(?:số )?\d{1,5}(?:/\d{4})?[-/][^\W\d_]+(?:[-/][^\W\d_]+)*(?: \d{4})?", re.I
)
"""KL 57-KL/TW 2023: the number of a document with nothing of what a basis says of it."""
OPENING = "Căn cứ"


def has_citations(draft: Draft, source: Source) -> bool:
    """Tell whether a draft names a document by its id, for which a table is needed."""
    if any(_is_bare(entry.strip()) or CITATION.search(entry) for entry in draft.legal_bases):
        return True
    return any(run.cited for text in source.texts.values() for run in text)


def spell_out_citations(draft: Draft, citations: CitationTable, dates: DateWording, report: Report) -> Draft:
    """Return the draft with words in the place of ids; what is doubtful about the documents is reported."""
    citer = Citer(draft, citations, dates, report)
    spelt = _Reader(draft, citer).read()
    citer.report_amended()
    return spelt


def _is_bare(name: str) -> bool:
    """Tell whether a legal basis is an id, or a number that is typed in the place of one."""
    return bool(LIKE_ID.fullmatch(name) or LIKE_NUMBER.fullmatch(name))


class _Reader:
    """Reads a draft from its first line to its last."""

    def __init__(self, draft: Draft, citer: Citer) -> None:
        self.draft, self.citer = draft, citer
        self.notes, self.tables = dict(draft.footnotes), dict(draft.tables)
        self.tasks, self.figures = draft.tasks, draft.figures
        self.unread = set(self.notes)

    def read(self) -> Draft:
        bases = tuple(self._basis(entry, (LEGAL_BASES, i)) for i, entry in enumerate(self.draft.legal_bases))
        known = reuse_each(_find_marked, self.draft.body)
        body = tuple(marked or self._block(block) for marked, block in zip(known, self.draft.body, strict=True))
        annexes = tuple(replace(annex, body=tuple(map(self._block, annex.body))) for annex in self.draft.annexes)
        return replace(
            self.draft,
            legal_bases=bases,
            body=body,
            annexes=annexes,
            footnotes=self.notes,
            tables=self.tables,
            tasks=self.tasks,
            figures=self.figures,
        )

    def _basis(self, entry: str, path: NodePath) -> str:
        """Return a legal basis with its marks in words; one that is nothing but an id becomes a sentence."""
        name = entry.strip()
        found = CITATION.fullmatch(name)
        if found or _is_bare(name):
            words = self.citer.cite(found["id"] if found else name, path)
            return f"{OPENING} {words}" if words else entry
        return CITATION.sub(lambda mark: self.citer.cite(mark["id"], path) or mark[0], entry)

    def _block(self, block: Block) -> Block:
        if isinstance(block, Heading):
            return self._with_words(block, "muc")
        if isinstance(block, Paragraph):
            return self._with_words(block, block.kind)
        if isinstance(block, Table):
            return self._table(block)
        self._named_table(block.name)
        return block

    def _with_words(self, block: Heading | Paragraph, key: str) -> Heading | Paragraph:
        return replace(block, text=self._text(block.text, (*block.path, key)))

    def _named_table(self, name: str) -> None:
        match name:
            case "nhiem_vu":
                self.tasks = tuple(self._entry(task, (name, i)) for i, task in enumerate(self.tasks))
            case "so_lieu":
                self.figures = tuple(map(self._figure, self.figures))
            case _:
                self.tables[name] = self._table(self.tables[name])

    def _table(self, table: Table) -> Table:
        header = tuple(self._cell(cell, (*table.path, "cot", i, "ten")) for i, cell in enumerate(table.header))
        rows = tuple(
            tuple(self._cell(cell, (*table.path, "hang", r, c)) for c, cell in enumerate(row))
            for r, row in enumerate(table.rows)
        )
        return replace(table, header=header, rows=rows)

    def _cell(self, cell: Cell, path: NodePath) -> Cell:
        return replace(cell, text=self._text(cell.text, path))

    def _entry(self, entry: Task | TaskGroup, path: NodePath) -> Task | TaskGroup:
        if isinstance(entry, TaskGroup):
            return TaskGroup(self._text(entry.name, (*path, "nhom")))
        return replace(
            entry,
            content=self._text(entry.content, (*path, "noi_dung")),
            lead=self._text(entry.lead, (*path, "chu_tri")),
            support=self._text(entry.support, (*path, "phoi_hop")),
            deadline=self._text(entry.deadline, (*path, "thoi_han")),
            product=self._text(entry.product, (*path, "san_pham")),
        )

    def _figure(self, figure: Figure) -> Figure:
        name = self._text(figure.name, (*figure.path, "chi_tieu"))
        unit = self._text(figure.unit, (*figure.path, "don_vi"))
        return replace(figure, name=name, unit=unit, parts=tuple(map(self._figure, figure.parts)))

    def _text(self, text: Text, path: NodePath) -> Text:
        if not any(run.note or run.cited or "[" in run.text for run in text):
            return text
        return mark_pending(tuple(self._run(run, path) for run in text))

    def _run(self, run: Run, path: NodePath) -> Run:
        if run.note in self.unread:
            self.unread.remove(run.note)
            self.notes[run.note] = self._text(self.notes[run.note], ("chu_thich", run.note))
        if not run.cited:
            return run
        words = self.citer.cite(run.cited, path)
        return replace(run, text=words or write_citation(run.cited), cited=run.cited if words else "")


def _find_marked(block: Block) -> Block | None:
    """Return a block with its marks told from the rest; nothing where notes or documents are to be read in it."""
    if isinstance(block, Table | TableMark) or any(run.note or run.cited for run in block.text):
        return None
    text = mark_pending(block.text)
    return block if text is block.text else replace(block, text=text)
