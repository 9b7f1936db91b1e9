"""Writes changes of a paragraph so that a person can accept or refuse each: its place and the changes go in, edits out.

Words that go stay in `w:del`, words that come stand in `w:ins` with the properties of those in whose place they come;
tabs, breaks, fields, notes and drawings between them stay. A look that changes keeps the old one (`w:rPrChange`,
`w:pPrChange`). The author is the program. There is no date: the same input gives the same bytes on any day, and Word
itself writes none where a person has personal data taken out.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import field
from itertools import groupby, pairwise
from xml.sax.saxutils import escape

from ..patterns import regex
from ..records import dataclass
from .ooxml import AUTHOR
from .properties import keep_old, read_children, set_child
from .spans import PRESERVE, ParagraphSpan, RunSpan, XmlSpan
from .splicing import AS_IT_IS, PieceLook, RunCuts, XmlEdit, append_to_paragraph, cut_run, insert_into_run

CHANGE_NUMBER = regex(r"""\sw:id\s*=\s*["'](\d{1,9})["']""")
KEPT_LOOK = regex(r"<w:rPrChange(?=[\s>/]).*?(?:</w:rPrChange>|/>)", re.S)
FIRST_NOTE, LAST_NOTE = 0xF0000, 0xFFFFE  # a plane of letters that are nobody's
LETTER_RUNS = regex(r"[\t\n\U000F0000-\U000FFFFD]|[^\t\n\U000F0000-\U000FFFFD]+")
RAISED_MARK = '<w:vertAlign w:val="superscript"/>'
LETTER_SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
XmlChange = Callable[[str], str]


@dataclass(frozen=True)
class WordEdit:
    """Letters of a paragraph, from one to before another, and those that come in their place."""

    start: int
    end: int
    new: str


@dataclass(frozen=True)
class LookChange:
    """Letters of a paragraph and what is done with the properties of their runs, which go in and come out as XML."""

    start: int
    end: int
    change: XmlChange


@dataclass
class Author:
    """Who changes a part: gives each change the attributes that name it, with a number that is free there."""

    last: int = 0

    @classmethod
    def of(cls, xml: str) -> "Author":
        """Return an author whose numbers are above all in a part."""
        return cls(max(map(int, CHANGE_NUMBER.findall(xml)), default=0))

    def sign(self) -> str:
        """Return the attributes of the next change."""
        self.last += 1
        return f'w:id="{self.last}" w:author="{AUTHOR}"'

    def delete(self) -> str:
        """Return the tag that opens a deletion."""
        return f"<w:del {self.sign()}>"


@dataclass
class _RunPlan:
    """What becomes of one run: what goes in before a letter, where words go, and where the look changes."""

    run: RunSpan
    start: int
    pieces: dict[int, str] = field(default_factory=dict)
    deleted: list[tuple[int, int]] = field(default_factory=list)
    looks: list[LookChange] = field(default_factory=list)

    @property
    def end(self) -> int:
        return self.start + len(self.run.text)


class ParagraphTracker:
    """Plans the changes of one paragraph, and then gives the edits that write them into the XML of its part."""

    def __init__(self, xml: str, paragraph: ParagraphSpan, author: Author) -> None:
        self.xml, self.paragraph, self.author = xml, paragraph, author
        ends, plans = 0, list[_RunPlan]()
        for run in paragraph.runs:
            plans.append(_RunPlan(run, ends))
            ends += len(run.text)
        self.plans = plans
        self.appended = ""

    def replace(self, edit: WordEdit) -> None:
        """Plan that words go and others come, in the look that is planned by then; edits do not overlap."""
        for plan in self.plans:
            start, end = max(edit.start, plan.start), min(edit.end, plan.end)
            if start < end:
                plan.deleted.append((start - plan.start, end - plan.start))
        if edit.new:
            self._insert(edit)

    def _insert(self, edit: WordEdit) -> None:
        lettered = [plan for plan in self.plans if plan.run.text]
        if not lettered:
            self.appended += write_inserted(edit.new, "", self.author)
            return
        place = next((plan for plan in lettered if plan.start < edit.end <= plan.end), lettered[0])
        model = next((plan for plan in lettered if plan.start <= edit.start < plan.end), place)
        plan, letter = (model, edit.start) if edit.start < edit.end else (place, edit.end - 1)
        properties = KEPT_LOOK.sub("", self._changed(plan, max(letter, plan.start)))
        written = write_inserted(edit.new, properties, self.author)
        if place.run.inserted:
            written = f"</{_name_of(place.run.inserted)}>{written}{self._reopen(place.run.inserted)}"
        at = edit.end - place.start
        place.pieces[at] = place.pieces.get(at, "") + written

    def _properties(self, run: RunSpan) -> str:
        return self.xml[run.properties.start : run.properties.end] if run.properties else ""

    def _reopen(self, tag: str) -> str:
        """Return the tag of an insertion of somebody, which ours interrupts, with a number of its own."""
        self.author.last += 1
        return CHANGE_NUMBER.sub(f' w:id="{self.author.last}"', tag)

    def look(self, change: LookChange) -> None:
        """Plan that letters get other properties."""
        for plan in self.plans:
            if max(change.start, plan.start) < min(change.end, plan.end):
                plan.looks.append(change)

    def _changed(self, plan: _RunPlan, letter: int) -> str:
        """Return the properties that a letter of the paragraph gets from the looks that are planned."""
        properties = self._properties(plan.run)
        for change in plan.looks:
            if change.start <= letter < change.end:
                properties = change.change(properties)
        return properties

    def edits(self) -> Iterator[XmlEdit]:
        """Yield what is written into the part."""
        for plan in self.plans:
            if plan.deleted or plan.looks:
                yield cut_run(self.xml, plan.run, RunCuts(plan.pieces, self._looks(plan)))
            elif plan.pieces:
                yield from insert_into_run(self.xml, plan.run, plan.pieces)
        if self.appended:
            yield append_to_paragraph(self.xml, self.paragraph, self.appended)

    def _looks(self, plan: _RunPlan) -> dict[int, PieceLook]:
        """Return the look of each stretch of a run, by its first letter."""
        length = len(plan.run.text)
        bounds = {0, length, *plan.pieces, *(at for pair in plan.deleted for at in pair)}
        for change in plan.looks:
            bounds |= {min(max(at - plan.start, 0), length) for at in (change.start, change.end)}
        ends = dict(sorted(plan.deleted))
        looks, gone = {length: AS_IT_IS}, 0
        for start, _ in pairwise(sorted(bounds)):
            gone = max(gone, ends.get(start, 0))
            looks[start] = self._look(plan, start, is_deleted=start < gone)
        return looks

    def _look(self, plan: _RunPlan, letter: int, is_deleted: bool) -> PieceLook:
        old, new = self._properties(plan.run), self._changed(plan, plan.start + letter)
        changed = None if new == old else keep_old(old, new, "w:rPr", self.author.sign())
        if not is_deleted:
            return PieceLook(properties=changed)
        return PieceLook(self.author.delete, "</w:del>", changed, is_deleted=True)


def write_inserted(letters: str, properties: str, author: Author) -> str:
    """Return letters as a run that an author inserts; tabs and line breaks are those of Word."""
    runs = (_write_run(list(found), properties, is_mark) for is_mark, found in groupby(letters, is_note_letter))
    return f"<w:ins {author.sign()}>{''.join(runs)}</w:ins>"


def _write_run(letters: list[str], properties: str, is_mark: bool) -> str:
    if is_mark:
        properties = set_child(properties, "w:rPr", "w:vertAlign", RAISED_MARK)
    return f"<w:r>{properties}{write_letters(''.join(letters))}</w:r>"


def write_letters(letters: str) -> str:
    """Return letters as the content of a run."""
    return "".join(_write_piece(piece) for piece in LETTER_RUNS.findall(letters))


def _write_piece(piece: str) -> str:
    if piece in LETTER_SIGNS:
        return LETTER_SIGNS[piece]
    if is_note_letter(piece):
        return f'<w:footnoteReference w:id="{ord(piece) - FIRST_NOTE}"/>'
    return f"<w:t {PRESERVE}>{escape(piece)}</w:t>"


def note_letter(number: int) -> str:
    """Return the letter that stands for the mark of a footnote, by its number in the file that is written."""
    return chr(FIRST_NOTE + number)


def is_note_letter(piece: str) -> bool:
    """Tell whether a letter stands for the mark of a footnote."""
    return len(piece) == 1 and FIRST_NOTE <= ord(piece) < LAST_NOTE


def _name_of(tag: str) -> str:
    return tag[1:].split()[0].rstrip("/>")


def set_paragraph(xml: str, paragraph: ParagraphSpan, change: XmlChange, author: Author) -> Iterator[XmlEdit]:
    """Yield the edit that changes the properties of a paragraph, with the old ones kept inside."""
    old = xml[paragraph.properties.start : paragraph.properties.end] if paragraph.properties else ""
    new = change(old)
    if new != old:
        yield put_properties(xml, paragraph, keep_old(old, new, "w:pPr", author.sign()))


def put_properties(xml: str, paragraph: ParagraphSpan, properties: str) -> XmlEdit:
    """Return the edit that puts properties in the place of those of a paragraph."""
    if paragraph.properties:
        return XmlEdit(paragraph.properties, (properties,))
    tag = paragraph.start_tag
    if tag.end == paragraph.end:  # <w:p/>
        head = xml[tag.start : tag.end].removesuffix("/>").rstrip()
        return XmlEdit(tag, (f"{head}>{properties}</w:p>",))
    return XmlEdit(XmlSpan(tag.end, tag.end), (properties,))


def delete_paragraph(xml: str, paragraph: ParagraphSpan, author: Author) -> Iterator[XmlEdit]:
    """Yield the edits that strike a paragraph out with all that stands in it, and its end too."""
    for run in paragraph.runs:
        gone = PieceLook(author.delete, "</w:del>", is_deleted=True, holds_marks=True)
        yield cut_run(xml, run, RunCuts({}, {0: gone}))
    old = xml[paragraph.properties.start : paragraph.properties.end] if paragraph.properties else ""
    yield put_properties(xml, paragraph, mark_end(old, "w:del", author))


def mark_end(properties: str, name: str, author: Author) -> str:
    """Return the properties of a paragraph whose end an author deletes or inserts: `name` is w:del or w:ins."""
    mark = next((child for found, child in read_children(properties) if found == "w:rPr"), "")
    return set_child(properties, "w:pPr", "w:rPr", set_child(mark, "w:rPr", name, f"<{name} {author.sign()}/>"))
