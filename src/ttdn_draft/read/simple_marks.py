"""Reads texts with nothing but words, notes and citations: a text goes in, its pieces with their styles come out.

markdown-it takes a hundred times as long, and most texts with a mark are of this kind. Of a text in which a mark could
mean something else nothing comes out: markdown-it reads it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model import LIKE_CITATION
from ..patterns import regex

_OTHER_SIGNS = ("\r", "\t", "\0", "\\", "`", "](")  # which begin or end another mark: code, an escape, a link
_NOTE_OR_CITATION = regex(rf"(\[\^[^\s\[\]^]+\]|{LIKE_CITATION.pattern})", re.I)
_TAG_OR_BREAK = regex(r"<[A-Za-z/!?]|[ \n]\n|\n[ ]|\A\n|\n\Z")
"""What begins a tag; a break of which more than one line feed is part."""
_EMPHASIS = regex(r"\*(?<![^ \n]\*)(\*?)(?=[^\W_])([^*]*[^\W_])\*\1(?=[ \n,.;:]|\Z)")
"""Words between asterisks that can neither close what stands before them nor open what follows."""
StyledWords = tuple[str, bool, bool]


def read_simple(content: str) -> list[StyledWords]:
    """Return the pieces of a text, each with whether it is bold and italic; a line feed is a piece of its own.

    The mark of a note or of a citation is a piece too. Nothing is returned for a text that has to be read by
    markdown-it.
    """
    if any(map(content.__contains__, _OTHER_SIGNS)) or _TAG_OR_BREAK.search(content):
        return []
    if "[" in content and _has_odd_mark(content):
        return []
    pieces = _EMPHASIS.split(content)
    if any("*" in words for words in pieces[::3]):
        return []
    marks = ["", *(f"*{second}" for second in pieces[1::3]), ""]
    found = list[StyledWords]()
    for at, (before, behind) in enumerate(pairwise(marks)):
        found += _cut(pieces[3 * at], before == "**", behind == "**", False, False)
        if behind:
            found += _cut(pieces[3 * at + 2], False, False, behind == "**", behind == "*")
    return found


def is_note_or_citation(piece: str) -> bool:
    """Tell whether a piece of a text is a mark, and no words."""
    return piece.startswith("[") and bool(_NOTE_OR_CITATION.fullmatch(piece))


def drop_blanks(pieces: Sequence[StyledWords]) -> Iterator[StyledWords]:
    """Yield pieces without a blank between the marks of two notes, which is printed nowhere."""
    for at, piece in enumerate(pieces):
        beside = (*pieces[at - 1 : at], *pieces[at + 1 : at + 2]) if at else ()
        is_blank = piece[0] not in ("", "\n") and not piece[0].strip()
        if not (is_blank and beside and all(words.startswith("[^") for words, *_ in beside)):
            yield piece


def _has_odd_mark(content: str) -> bool:
    """Tell whether a note has a mark out of the usual, or one ends behind a break or an asterisk."""
    parts = _NOTE_OR_CITATION.split(content)
    return any("[^" in words for words in parts[::2]) or any("*" in mark or "\n" in mark for mark in parts[1::2])


def _cut(words: str, keeps_first: bool, keeps_last: bool, bold: bool, italic: bool) -> Iterator[StyledWords]:
    """Yield the lines of words and the breaks between them; markdown-it keeps an empty text beside two asterisks."""
    lines = words.split("\n")
    for at, line in enumerate(lines):
        if at:
            yield "\n", bold, italic
        if line or (keeps_first and not at) or (keeps_last and at == len(lines) - 1):
            for piece in _part(line):
                yield piece, bold, italic


def _part(line: str) -> list[str]:
    return [*filter(None, _NOTE_OR_CITATION.split(line))] if "[" in line else [line]
