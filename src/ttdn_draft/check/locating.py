"""Finds words in the file that they came from: a node and words of its text go in, their line and column come out."""

import re
from bisect import bisect_right
from dataclasses import replace

from ..errors import Place
from ..model import Source
from ..yaml_nodes import NodePath, find_position

MARKS = r"[*\\]{0,4}"  # of Markdown, which may stand between any two letters


def locate(source: Source, path: NodePath, words: str, start: int = 0, text: str = "") -> Place:
    """Return where words stand in the file of a source; where they are not found, where their node stands.

    `start` is the place of the words in `text`, which is that of the node: of words that stand there several times it
    tells which are meant.
    """
    place = source.place(path)
    found = find_typed(source, path, words, start, text) if words and place.file == source.file else None
    if found is None:
        return place
    line = bisect_right(source.line_starts, found.start())
    return replace(place, line=line, column=found.start() - source.line_starts[line - 1] + 1)


def find_typed(source: Source, path: NodePath, words: str, start: int, text: str) -> re.Match[str] | None:
    """Return the words of a node as they are typed in the file, marks of Markdown and line breaks included."""
    if not source.raw:
        return None
    first, end = _region(source, path)
    pattern = re.compile(rf"{MARKS}\s+{MARKS}".join(MARKS.join(map(re.escape, word)) for word in words.split()))
    nth = sum(other.start() < start for other in pattern.finditer(text))
    found = None
    for found in pattern.finditer(source.raw, first, end):
        if not nth:
            return found
        nth -= 1
    return found


def _region(source: Source, path: NodePath) -> tuple[int, int]:
    """Return from where to where the text of a node stands in the file: up to the node that follows it."""
    starts = source.line_starts
    line, column = find_position(source.positions, path)
    places = source.sorted_places
    following = bisect_right(places, (line, column))
    end = len(source.raw)
    if following < len(places):
        next_line, next_column = places[following]
        end = min(end, starts[min(next_line, len(starts)) - 1] + next_column - 1)
    return starts[min(line, len(starts)) - 1] + column - 1, end
