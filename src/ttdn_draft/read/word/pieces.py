"""Parts a line laid out with tabs, blanks or soft breaks: a Line goes in, the pieces that stand apart come out."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...model import Run, Text
from ...patterns import regex
from .lines import Line

PIECE_GAP = regex(r"\t+|\n+|[ \u00a0]{6,}")
BREAK = regex(r"\n+")
HEAD_GAP = regex(r"(?:\t+|\n+|[ \u00a0]{6,})\s*+(?![/–\d]|-(?!--)|th[áa]ng\b|n[ăa]m\b)", re.I)
"""A gap in the head of a document, where room is left for the number, the day and the month.

Strokes that stand for the line under a name are a piece of their own.
"""


def split_gaps(line: Line, gap: re.Pattern[str] = PIECE_GAP) -> tuple[Line, ...]:
    """Return the pieces of a line between its gaps, each with its style; a line without a gap is its own piece."""
    pieces = tuple(replace(line, text=text) for text in _split(line.text, gap))
    kept = tuple(piece for piece in pieces if not piece.is_blank)
    return kept if len(kept) > 1 else (line,)


def _split(text: Text, gap: re.Pattern[str]) -> Iterator[Text]:
    words = "".join(run.text for run in text)
    at = 0
    for found in gap.finditer(words):
        yield cut_text(text, at, found.start())
        at = found.end()
    yield cut_text(text, at, len(words) + 1)


def cut_text(text: Text, start: int, end: int) -> Text:
    """Return what of a text stands between two letters; a note belongs to the letter before it."""
    at, kept = 0, list[Run]()
    for run in text:
        if run.note and start <= at < end:
            kept.append(run)
        elif piece := run.text[max(0, start - at) : max(0, end - at)]:
            kept.append(replace(run, text=piece))
        at += len(run.text)
    return tuple(kept)


def cut_line(line: Line, start: int, end: int) -> Line:
    """Return what of a line stands between two letters, with all else that is known of it."""
    return replace(line, text=cut_text(line.text, start, end))
