"""Finds notes that are typed as other programs show them: a text goes in, one with marks of notes comes out."""

import re
from collections.abc import Mapping, Sequence
from textwrap import shorten

from ..characters import list_lines
from ..errors import Finding, Place
from ..patterns import regex
from ..records import dataclass
from .typed_marks import SHOWN_WORDS

NOTE_FORMS = {
    "[{}]": (regex(r"[ ]{0,3}\[(\d{1,3})\][.:]?[ ]+(?=\S)"), r"(?<=[^\W_]|[”\"»)])[ ]?\[{}\](?![(:])"),
    "[[{}]](#…)": (regex(r"[ ]{0,3}\[\[?(\d{1,3})\]?\]\(#\w*\)[ ]*(?=\S)"), r"\[\[?{}\]?\]\(#\w*\)"),
    "<sup>{}</sup>": (regex(r"[ ]{0,3}<sup>\[?(\d{1,3})\]?</sup>[ ]*(?=\S)"), r"<sup>\[?{}\]?</sup>"),
    "({})": (regex(r"[ ]{0,3}\((\d{1,2})\)[.:]?[ ]+(?=\S)"), r"(?<=[^\W\d_]|[”\"»])\({}\)"),
}
"""How a mark is typed; at the beginning of the line of a note; behind a word."""
FIRST_SIGNS = ("[", "(", "<")  # of the line of a note


@dataclass(frozen=True)
class TypedNotes:
    """The first mark, its label and its note, the rows (from 0) of all, and the text with marks that are read."""

    mark: str
    label: str
    words: str
    rows: tuple[int, ...]
    text: str


def find_typed_notes(markdown: str) -> TypedNotes | None:
    """Return notes at the end of a text, each behind its number, where a word above has that number for a mark."""
    lines = markdown.split("\n")
    if not any(line.lstrip(" ").startswith(FIRST_SIGNS) for line in lines):
        return None
    for form, (note, mark) in NOTE_FORMS.items():
        notes = {found[1]: at for at, line in enumerate(lines) if (found := note.match(line))}
        first = min(notes.values(), default=0)
        is_last = all(note.match(line) or not line.strip() or line.startswith("[^") for line in lines[first:])
        is_new = not any(f"[^{label}]" in markdown for label in notes)
        if notes and is_last and is_new and (marked := _mark_notes(lines, notes, form, note, mark)):
            return marked
    return None


def tell_typed_notes(found: TypedNotes, file: str, first_line: int) -> Finding:
    """Return what is said of such notes, at the first one; `first_line` is that of the text."""
    facts = {
        "mark": found.mark,
        "label": found.label,
        "words": shorten(found.words, SHOWN_WORDS, placeholder="…"),
        "also": list_lines([row + first_line for row in found.rows[1:]]),
    }
    return Finding("W931", Place(file, first_line + found.rows[0], 1), facts)


def _mark_notes(
    lines: Sequence[str], notes: Mapping[str, int], form: str, note: re.Pattern[str], mark: str
) -> TypedNotes | None:
    """Return the text with marks; nothing where a note has none, or more than one."""
    first = min(notes.values())
    text = "\n".join(lines[:first])
    rows = dict[str, int]()
    for label in notes:
        pattern = re.compile(mark.format(label))
        if len(found := list(pattern.finditer(text))) != 1:
            return None
        rows[label] = text.count("\n", 0, found[0].start())
        text = pattern.sub(f"[^{label}]", text)
    below = [note.sub(lambda found: f"[^{found[1]}]: ", line, count=1) for line in lines[first:]]
    label = min(rows, key=rows.__getitem__)
    words = note.sub("", lines[notes[label]], count=1).strip()
    places = tuple(sorted({*rows.values(), *notes.values()}))
    return TypedNotes(form.format(label), label, words, places, "\n".join([text, *below]))
