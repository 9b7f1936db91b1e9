"""Texts in styles: what stands between two ends of a paragraph or a cell."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

from ..records import dataclass
from .marks import PendingMark, find_printed, to_capitals


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style, a line break (`text` is a newline), or a footnote mark (`note`).

    In a Draft it may be the id of a document (`cited`), of which enrich makes words: then it has both. What is
    still to be done (`pending`) is printed so that it is seen.
    """

    text: str = ""
    bold: bool = False
    italic: bool = False
    note: str = ""
    cited: str = ""
    pending: PendingMark | None = None


Text: TypeAlias = tuple[Run, ...]
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def drop_start(text: Text, length: int) -> Text:
    """Return a text without its first `length` characters."""
    rest = []
    for run in text:
        cut = min(length, len(run.text))
        length -= cut
        if run.note or run.cited or cut < len(run.text):
            rest.append(replace(run, text=run.text[cut:]))
    return tuple(rest)


def replace_words(text: Text, words: str) -> Text:
    """Return other words in the style that all words of a text have, and its marks behind them."""
    styled = [run for run in text if run.text.strip()]
    bold, italic = (bool(styled) and all(getattr(run, name) for run in styled) for name in ("bold", "italic"))
    pending = next((run.pending for run in styled if run.pending), None)
    return (
        Run(words, bold, italic, pending=pending),
        *(run for run in text if run.note or (run.cited and not run.text)),
    )


def plain_text(text: Text) -> str:
    """Return the words of a text without its styles and footnote marks."""
    return text[0].text if len(text) == 1 else "".join([run.text for run in text])


def mark_pending(text: Text) -> Text:
    """Return a text of which each mark of what is still to be done is a run, or several, with what it prints."""
    words = plain_text(text)
    if "[" not in words:
        return text
    marks: list[PendingMark | None] = [None] * len(words)
    printed = [True] * len(words)
    for mark in find_printed(words):
        printed[mark.start : mark.end] = [False] * (mark.end - mark.start)
        printed[mark.shown_start : mark.shown_end] = [True] * (mark.shown_end - mark.shown_start)
        marks[mark.start : mark.end] = [mark] * (mark.end - mark.start)
    return tuple(_cut_at_marks(text, marks, printed))


def _cut_at_marks(text: Text, marks: list[PendingMark | None], printed: list[bool]) -> Iterator[Run]:
    at = 0
    for run in text:
        if not run.text:
            yield run
        places = (place for place in range(at, at + len(run.text)) if printed[place])
        for mark, found in groupby(places, marks.__getitem__):
            yield replace(run, text="".join(run.text[place - at] for place in found), pending=mark)
        at += len(run.text)


def printed_words(line: str) -> str:
    """Return a line as it is printed: without the brackets and sources of doubts."""
    return plain_text(mark_pending((Run(line),)))


def capital_lines(text: str | None) -> list[str]:
    """Return the lines of a text in capitals, those without words left out."""
    return [to_capitals(line.strip()) for line in (text or "").split("\n") if line.strip()]
