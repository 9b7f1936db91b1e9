"""Writes what a person types into a text: a stretch and words go in, edits that make them read as typed come out."""

from collections.abc import Iterator

from ..escaping import escape_inline, escape_markdown, escape_start, join_lines
from .answering import apply_edits
from .splitting import Apart
from .values import TextBlock, TextEdit, TextRun

PARAGRAPH = "\n\n"


def put_words(text: str, start: int, end: int, words: str) -> tuple[TextEdit, ...]:
    """Return the edits that put words in the place of those from `start` to `end` of a text, as its reader shows them.

    What would be read as a mark of Markdown is written with a backslash; letters and digits are written as they are.
    Lines that are pasted become paragraphs; in a table and in the head they are joined.
    """
    before = Apart.of(text)
    if before.find_block(start) < 0 or not words:
        return (TextEdit(start, end, join_lines(words) if words.strip() else words),)
    lines = [line for line in words.split("\n") if line.strip()]
    is_cell = before.split.blocks[before.find_block(start)].kind == "table"
    if len(lines) > 1 and not is_cell:
        rest = PARAGRAPH.join(map(escape_markdown, lines[1:]))
        return (TextEdit(start, end, f"{escape_inline(lines[0])}{PARAGRAPH}{rest}"),)
    words = words.replace("\n", " ")
    for edits in _list_ways(text, start, end, words, before):
        if _reads_as(apply_edits(text, edits), before, start, end, words):
            return edits
    return (TextEdit(start, end, escape_inline(words)),)


def _list_ways(text: str, start: int, end: int, words: str, before: Apart) -> Iterator[tuple[TextEdit, ...]]:
    """Yield ways to write words, the plainest first: as typed, with backslashes, with one at the start of the block."""
    yield (TextEdit(start, end, words),)
    yield (TextEdit(start, end, escape_inline(words)),)
    block = before.split.blocks[before.find_block(start)]
    first = block.runs[0].start if block.runs else start
    line = text[first:start] + escape_inline(words) + text[end : block.end]
    yield (TextEdit(first, block.end, escape_start(line)),)


def _reads_as(mended: str, before: Apart, start: int, end: int, words: str) -> bool:
    """Tell whether a text shows the words where they were typed, and everything else as it was."""
    now = Apart.of(mended).split.blocks
    was = before.split.blocks
    at = before.find_block(start)
    if len(now) != len(was) or now[at].kind != was[at].kind:
        return False
    others = zip([*was[:at], *was[at + 1 :]], [*now[:at], *now[at + 1 :]], strict=True)
    return _letters(now[at]) == _show(was[at], start, end, words) and all(_letters(a) == _letters(b) for a, b in others)


def _show(block: TextBlock, start: int, end: int, words: str) -> str:
    """Return what is to be read of a block: what stands outside the stretch, and the new words in it."""
    head, tail = list[str](), list[str]()
    for run in _runs_of(block):
        if run.raw or run.text == "":
            (head if run.end <= start else tail if run.start >= end else []).append(run.text)
            continue
        head.append(run.text[: max(start - run.start, 0)])
        tail.append(run.text[max(end - run.start, 0) :])
    return _squeeze("".join([*head, words, *tail]))


def _letters(block: TextBlock) -> str:
    return _squeeze("".join(run.text for run in _runs_of(block)))


def _squeeze(words: str) -> str:
    """Return words without the blanks at their ends, which no file keeps."""
    return " ".join(words.split())


def _runs_of(block: TextBlock) -> list[TextRun]:
    return [*block.runs, *(run for row in block.cells for cell in row for run in cell.runs)]
