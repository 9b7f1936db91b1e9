"""Puts comments into a Word file at their places: its bytes and comments go in, the bytes of a copy with them come out.

Word has no comments in headers, footers, notes and text boxes: what is said of a note stands at its mark, of a box at
the paragraph that carries it, of a header at the first words of the text. Nothing but the text, the comments and what
names them changes; a second run replaces what the first one wrote.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ..patterns import regex
from ..records import dataclass
from .comment_store import CommentStore
from .found_words import find_words
from .raw_file import RawFile
from .shown_view import show_comments
from .spans import ParagraphSpan, read_spans
from .splicing import XmlEdit, append_to_paragraph, insert_into_run, splice

RANGE_END = (
    r"""<w:commentRange(?:Start|End)\s[^>]*?w:id\s*=\s*["'](?P<range>\d+)["'][^>]*?(?:/>|></w:commentRange\w+>)"""
)
REFERENCE = r"""<w:commentReference\s[^>]*?w:id\s*=\s*["'](?P<{name}>\d+)["'][^>]*?(?:/>|></w:commentReference>)"""
OWN_RUN = (
    r"<w:r(?:\s[^>]*)?>\s*(?:<w:rPr(?:/>|>(?:(?!</w:rPr>).)*</w:rPr>))?\s*"
    + REFERENCE.format(name="run")
    + r"\s*</w:r>"
)
COMMENT_MARK = regex("|".join((RANGE_END, OWN_RUN, REFERENCE.format(name="bare"))), re.S)
NOTE_MARK_TAG = r"""<w:{kind}Reference\s[^>]*?w:id\s*=\s*["']{id}["']"""


@dataclass(frozen=True)
class WordComment:
    """What is to be said of some words of a paragraph; of all of it without words, of the whole text without number.

    Of words that stand there several times those are meant that begin at the letter `start` or soon after. `text` may
    have several lines.
    """

    text: str
    part: str = ""
    paragraph: int = 0
    words: str = ""
    start: int = 0


@dataclass(frozen=True)
class _Anchor:
    """From which letter of a paragraph to which a comment stands."""

    paragraph: ParagraphSpan
    start: int
    end: int


def write_comments(docx: bytes, comments: Sequence[WordComment]) -> bytes:
    """Return a Word file with comments; those of an earlier run are gone. Raises ArchiveError for no such file."""
    file = RawFile.of(docx)
    store = CommentStore(file)
    xml = _without_marks(file.text(file.main), [one.id for one in store.replaced])
    spans = read_spans(xml)
    placed = [(_find_anchor(file, xml, spans, one), one) for one in comments] if spans else []
    placed.sort(key=lambda pair: (pair[0].paragraph.start_tag.start, pair[0].start))
    numbered = [(anchor, number) for anchor, one in placed if (number := store.add(one.text)) is not None]
    store.write()
    show_comments(file)
    file.put(file.main, splice(xml, list(_list_edits(xml, numbered))))
    return file.write()


def _without_marks(xml: str, ids: Sequence[str]) -> str:
    """Return the text without the marks of some comments, and without the runs that hold nothing else."""
    gone = set(ids)
    return COMMENT_MARK.sub(lambda mark: "" if mark[str(mark.lastgroup)] in gone else mark[0], xml) if gone else xml


def _find_anchor(file: RawFile, xml: str, spans: Sequence[ParagraphSpan], comment: WordComment) -> _Anchor:
    paragraph = _find_paragraph(file, xml, spans, comment)
    is_meant = comment.part in ("", file.main) and paragraph.number == comment.paragraph
    letters = len(paragraph.text)
    return _Anchor(
        paragraph, *((is_meant and find_words(paragraph.text, comment.words, comment.start)) or (0, letters))
    )


def _find_paragraph(file: RawFile, xml: str, spans: Sequence[ParagraphSpan], comment: WordComment) -> ParagraphSpan:
    """Return the paragraph of the text at which a comment can stand."""
    found = None
    if comment.part in ("", file.main) and 0 < comment.paragraph <= len(spans):
        found = spans[comment.paragraph - 1]
    elif kind := next((k for k in ("footnote", "endnote") if file.find(f"{k}s") == comment.part), ""):
        found = _find_note_mark(file, xml, spans, comment, kind)
    first = next((one for one in spans if one.text.strip() and one.host is None), spans[0])
    return first if found is None else found.outermost


def _find_note_mark(
    file: RawFile, xml: str, spans: Sequence[ParagraphSpan], comment: WordComment, kind: str
) -> ParagraphSpan | None:
    """Return the paragraph in which the mark of the note stands that a paragraph of the notes belongs to."""
    notes = file.text(comment.part)
    in_notes = read_spans(notes)
    if not 0 < comment.paragraph <= len(in_notes):
        return None
    before = notes[: in_notes[comment.paragraph - 1].start_tag.start]
    ids = re.findall(rf"""<w:{kind}\s[^>]*?w:id\s*=\s*["'](-?\d+)["']""", before)
    mark = re.search(NOTE_MARK_TAG.format(kind=kind, id=ids[-1] if ids else ""), xml)
    inside = (one for one in spans if mark and one.span.start < mark.start() < one.span.end)
    return max(inside, key=lambda one: one.span.start, default=None)


def _list_edits(xml: str, numbered: Iterable[tuple[_Anchor, str]]) -> Iterator[XmlEdit]:
    """Yield what is written for comments with their numbers, those of one paragraph together."""
    by_paragraph: dict[int, list[tuple[_Anchor, str]]] = {}
    for anchor, number in numbered:
        by_paragraph.setdefault(anchor.paragraph.number, []).append((anchor, number))
    for found in by_paragraph.values():
        yield from _mark_paragraph(xml, found)


def _mark_paragraph(xml: str, found: Sequence[tuple[_Anchor, str]]) -> Iterator[XmlEdit]:
    paragraph = found[0][0].paragraph
    if not paragraph.text:
        yield append_to_paragraph(xml, paragraph, "".join(_begin(number) + _end(number) for _, number in found))
        return
    at = 0
    for run in paragraph.runs:
        length = len(run.text)
        marks: dict[int, str] = {}
        for anchor, number in found:
            if at < anchor.end <= at + length:
                marks[anchor.end - at] = marks.get(anchor.end - at, "") + _end(number)
        for anchor, number in found:
            if at <= anchor.start < at + length:
                marks[anchor.start - at] = marks.get(anchor.start - at, "") + _begin(number)
        yield from insert_into_run(xml, run, marks)
        at += length


def _begin(number: str) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def _end(number: str) -> str:
    reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeEnd w:id="{number}"/>{reference}'
