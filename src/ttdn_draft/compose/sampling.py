"""Fills a local paragraph with made-up values: its outline goes in, the text comes out with the lines it came from."""

import re
from dataclasses import replace

from ..grammar import comment_spans, tag_spans
from ..model import fill_examples
from ..patterns import regex
from .filling import SILENT_LINE, SPOT, SPOT_END, SPOT_START, fill_outline
from .outlines import Outline
from .values import OutlineValues

END_OF_LINE = regex(r"(?<=\S)[ ]*$", re.M)


def fill_sample(paragraph: Outline) -> tuple[str, tuple[int, ...]]:
    """Return a local paragraph as it stands in a document, and for each line the one of its file.

    Raises PackError where it becomes too long.
    """
    marked = replace(paragraph, body=_mark_lines(paragraph.body))
    lines = fill_outline(marked, fill_examples(OutlineValues)).split("\n")
    numbers, number = [], 1
    for line in lines:
        found = SPOT.search(line)
        number = int(found[1]) if found else number
        numbers.append(number)
    return "\n".join(SPOT.sub("", line) for line in lines), tuple(numbers)


def _mark_lines(source: str) -> str:
    """Return a source with its number at the end of each line that prints something."""
    silent = [found.span() for found in SILENT_LINE.finditer(source)]
    inside = [(start, end - 1) for start, end in (*silent, *comment_spans(source), *tag_spans(source))]

    def mark(end: re.Match[str]) -> str:
        at = end.start()
        is_inside = any(start < at <= last for start, last in inside)
        return end[0] if is_inside else f"{SPOT_START}{source.count(chr(10), 0, at) + 1}{SPOT_END}{end[0]}"

    return END_OF_LINE.sub(mark, source)
