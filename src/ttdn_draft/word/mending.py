"""Mends words and looks in a Word file as tracked changes: its bytes and mends go in, those of a copy come out.

What cannot be mended at its place (the words are not there, or two mends want the same letters) is left as it is, and
told by what comes out beside.
"""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from ..differences import diff_words
from ..errors import FormatChange
from ..patterns import regex
from ..records import dataclass
from .found_words import find_words
from .look_changes import make_change
from .properties import keep_old
from .raw_file import RawFile
from .shown_view import show_changes
from .spans import ParagraphSpan, XmlSpan, read_spans
from .splicing import XmlEdit, splice
from .tracked import Author, LookChange, ParagraphTracker, WordEdit, XmlChange, set_paragraph

TOKEN = regex(r"\w+|\s|[^\w\s]")
SECTION_TAG = regex(
    r"<w:sectPr(?=[\s>])[^>]*>(?:<w:sectPrChange(?=[\s>]).*?</w:sectPrChange>|(?!</w:sectPr>).)*</w:sectPr>", re.S
)
CUT_OFF = "…"


@dataclass(frozen=True)
class Mend:
    """What is mended at some words of a paragraph: other words in their place, or formats; without words all of it.

    Of words that stand there several times those are meant that begin at the letter `start` or soon after.
    """

    paragraph: int
    words: str = ""
    start: int = 0
    new: str | None = None
    changes: tuple[FormatChange, ...] = ()


@dataclass
class _Plan:
    """What becomes of a text: edits of letters by paragraph, changes of looks, of paragraphs and of sections."""

    words: dict[int, list[WordEdit]] = field(default_factory=dict)
    looks: dict[int, list[LookChange]] = field(default_factory=dict)
    paragraphs: dict[int, list[XmlChange]] = field(default_factory=dict)
    sections: list[tuple[int, XmlChange]] = field(default_factory=list)


def mend_word_file(docx: bytes, mends: Sequence[Mend]) -> tuple[bytes, tuple[Mend, ...]]:
    """Return a Word file with changes that a person can refuse, and the mends that are in it.

    Raises ArchiveError where it is no such file.
    """
    file = RawFile.of(docx)
    spans, plan = read_spans(file.text(file.main)), _Plan()
    written = tuple(mend for mend in mends if _take(mend, spans, plan))
    _write(file, spans, plan)
    return file.write(), written


def mend_again(docx: bytes, mended: bytes, looks: Sequence[Mend]) -> bytes:
    """Return a Word file with the words of a copy that was mended several times, as one change each, and mended looks.

    Raises ArchiveError where either is no such file.
    """
    file, other = RawFile.of(docx), RawFile.of(mended)
    spans = read_spans(file.text(file.main))
    plan, pairs = _Plan(), zip(spans, read_spans(other.text(other.main)), strict=True)
    for was, now in pairs:
        if was.text != now.text:
            changes = diff_words(was.text, now.text)
            plan.words[was.number] = [WordEdit(c.start, c.end, now.text[c.new_start : c.new_end]) for c in changes]
    for mend in looks:
        _take(mend, spans, plan)
    _write(file, spans, plan)
    return file.write()


def _write(file: RawFile, spans: Sequence[ParagraphSpan], plan: _Plan) -> None:
    xml = file.text(file.main)
    author = Author.of(xml)
    xml = splice(xml, list(_list_edits(xml, spans, plan, author)))
    file.put(file.main, splice(xml, list(_list_sections(xml, plan, author))))
    show_changes(file)


def _take(mend: Mend, spans: Sequence[ParagraphSpan], plan: _Plan) -> bool:
    """Put a mend into the plan; tell whether it could be."""
    if not 0 < mend.paragraph <= len(spans):
        return False
    typed = spans[mend.paragraph - 1].text
    found = find_words(typed, mend.words, mend.start)
    if mend.new is None:
        made = [(change.scope, done) for change in mend.changes if (done := make_change(change))]
        place = found if found and not mend.words.endswith(CUT_OFF) else (0, len(typed))
        for scope, done in made:
            _take_look(mend.paragraph, place, scope, done, plan)
        return bool(made)
    edit = narrow(typed, *found, mend.new) if found else None
    edits = plan.words.setdefault(mend.paragraph, [])
    if edit is None:
        return False
    at = bisect(edits, edit.start, key=lambda other: other.start)
    if any(edit.start <= other.end and other.start <= edit.end for other in edits[max(0, at - 1) : at + 1]):
        return False
    edits.insert(at, edit)
    return True


def _take_look(paragraph: int, place: tuple[int, int], scope: str, done: XmlChange, plan: _Plan) -> None:
    if scope == "run":
        plan.looks.setdefault(paragraph, []).append(LookChange(*place, done))
    elif scope == "paragraph":
        plan.paragraphs.setdefault(paragraph, []).append(done)
    else:
        plan.sections.append((paragraph, done))


def narrow(typed: str, start: int, end: int, new: str) -> WordEdit:
    """Return the edit that makes new words of old ones and leaves alone what is alike at both ends."""
    old_words, new_words = TOKEN.findall(typed[start:end]), TOKEN.findall(new)
    head = _count_alike(old_words, new_words)
    tail = _count_alike(old_words[head:][::-1], new_words[head:][::-1])
    ends = (len("".join(old_words[:head])), len("".join(old_words[len(old_words) - tail :])))
    return WordEdit(start + ends[0], end - ends[1], "".join(new_words[head : len(new_words) - tail]))


def _count_alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _list_edits(xml: str, spans: Sequence[ParagraphSpan], plan: _Plan, author: Author) -> Iterator[XmlEdit]:
    for number in sorted({*plan.words, *plan.looks, *plan.paragraphs}):
        paragraph = spans[number - 1]
        tracker = ParagraphTracker(xml, paragraph, author)
        for look in plan.looks.get(number, ()):
            tracker.look(look)
        for edit in plan.words.get(number, ()):
            tracker.replace(edit)
        yield from tracker.edits()
        yield from set_paragraph(xml, paragraph, _all_of(plan.paragraphs.get(number, ())), author)


def _all_of(changes: Iterable[XmlChange]) -> XmlChange:
    """Return all of some changes as one."""

    def change(properties: str) -> str:
        for each in changes:
            properties = each(properties)
        return properties

    return change


def _list_sections(xml: str, plan: _Plan, author: Author) -> Iterator[XmlEdit]:
    """Yield the edits of sections: that of a paragraph is the first that ends at it or behind it."""
    if not plan.sections:
        return
    spans, changes = read_spans(xml), dict[re.Match[str], list[XmlChange]]()
    sections = list(SECTION_TAG.finditer(xml))
    for number, change in plan.sections:
        start = spans[number - 1].start_tag.start
        if section := next((found for found in sections if found.end() > start), None):
            changes.setdefault(section, []).append(change)
    for section, made in changes.items():
        new = _all_of(made)(section[0])
        yield XmlEdit(XmlSpan(*section.span()), (keep_old(section[0], new, "w:sectPr", author.sign()),))
