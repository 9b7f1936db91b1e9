"""Footnotes of two Word files: both go in, letters that stand for their marks come out, alike for notes that are one.

In a paragraph a note is one letter: so it goes, stays or comes as any other does. New notes are written into the old
file under numbers that are free there; of notes that stay the words are compared.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property

from ..differences import diff_words, pair_in_order
from ..patterns import regex
from ..records import dataclass
from .additions import SEPARATOR_SPACING, build_footnotes
from .raw_file import RawFile, add_to_root
from .relations import Addition
from .spans import ParagraphSpan, read_spans
from .splicing import XmlEdit, splice
from .tracked import Author, ParagraphTracker, WordEdit, note_letter, write_letters

NOTE_TAG = regex(r"""<w:footnote(?=\s)(?P<head>[^>]*)>.*?</w:footnote\s*>""", re.S)
NOTE_ID = regex(r"""\sw:id\s*=\s*["'](-?\d+)["']""")
SPECIAL = regex(r"""\sw:type\s*=\s*["'](?!normal)""")
RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
NOTE_SIGN = f"<w:r>{RAISED}<w:footnoteRef/></w:r>"


@dataclass(frozen=True)
class Note:
    """A footnote: its number, and its paragraphs."""

    number: str
    paragraphs: tuple[ParagraphSpan, ...]

    @property
    def text(self) -> str:
        """Return its letters."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def read_notes(file: RawFile) -> list[Note]:
    """Return the footnotes of a file that people wrote, in their order."""
    part = file.find("footnotes")
    if part is None:
        return []
    xml = file.text(part)
    spans = read_spans(xml)
    return [
        Note(number[1], tuple(s for s in spans if found.start() < s.start_tag.start < found.end()))
        for found in NOTE_TAG.finditer(xml)
        if not SPECIAL.search(found["head"]) and (number := NOTE_ID.search(found["head"]))
    ]


@dataclass
class NotePairs:
    """The footnotes of an old and a new file, and which of them belong together."""

    old: RawFile
    new: RawFile
    author: Author = field(default_factory=Author)

    @cached_property
    def olds(self) -> list[Note]:
        """Return the notes of the old file."""
        return read_notes(self.old)

    @cached_property
    def news(self) -> list[Note]:
        """Return the notes of the new file."""
        return read_notes(self.new)

    @cached_property
    def pairs(self) -> list[tuple[Note, Note]]:
        """Return the notes that belong together."""
        found = pair_in_order([note.text for note in self.olds], [note.text for note in self.news])
        return [(self.olds[p.old], self.news[p.new]) for p in found if p.old >= 0 and p.new >= 0]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Return the number that each note of the new file has in the old one."""
        kept = {new.number: int(old.number) for old, new in self.pairs}
        first = max((int(note.number) for note in self.olds), default=0) + 1
        fresh = [note.number for note in self.news if note.number not in kept]
        return kept | {number: first + at for at, number in enumerate(fresh)}

    @property
    def old_letters(self) -> dict[str, str]:
        """Return the letters that stand for the marks of the old file."""
        return {note.number: note_letter(int(note.number)) for note in self.olds if int(note.number) >= 0}

    @property
    def new_letters(self) -> dict[str, str]:
        """Return the letters that stand for the marks of the new file."""
        return {number: note_letter(known) for number, known in self.numbers.items()}

    def write(self) -> None:
        """Put into the old file what became of its notes, and those that are new."""
        fresh = [note for note in self.news if all(note is not new for _, new in self.pairs)]
        part = self.old.find("footnotes")
        if part is None and fresh:
            data = build_footnotes(SEPARATOR_SPACING).encode()
            part = self.old.add(Addition("footnotes.xml", data, "footnotes", "footnotes+xml"))
        if part is None:
            return
        xml = self.old.text(part)
        self.author = Author.of(xml)
        edited = splice(xml, list(self._edits(xml)))
        added = "".join(map(self._write, fresh))
        self.old.put(part, add_to_root(edited, added) if added else edited)

    def _edits(self, xml: str) -> Iterator[XmlEdit]:
        for old, new in self.pairs:
            for was, now in zip(old.paragraphs, new.paragraphs, strict=False):
                tracker = ParagraphTracker(xml, was, self.author)
                for c in diff_words(was.text, now.text):
                    tracker.replace(WordEdit(c.start, c.end, now.text[c.new_start : c.new_end]))
                yield from tracker.edits()

    def _write(self, note: Note) -> str:
        paragraphs = "".join(
            f"<w:p>{self._style}<w:ins {self.author.sign()}>{'' if number else NOTE_SIGN}"
            f"<w:r>{write_letters(paragraph.text)}</w:r></w:ins></w:p>"
            for number, paragraph in enumerate(note.paragraphs)
        )
        return f'<w:footnote w:id="{self.numbers[note.number]}">{paragraphs}</w:footnote>'

    @property
    def _style(self) -> str:
        """Return the properties of the first paragraph of a note of the old file, as far as they name a style."""
        part = self.old.find("footnotes")
        styled = re.search(r"<w:pStyle\s[^>]*/>", self.old.text(part)) if part else None
        return f"<w:pPr>{styled[0]}</w:pPr>" if styled else ""
