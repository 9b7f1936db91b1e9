"""Finds words in the file that they came from: a node and words of its text go in, their line and column come out."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from ..errors import Finding, Place
from ..model import Source
from ..patterns import regex
from ..records import dataclass
from ..yaml_nodes import NodePath, find_position

SIGNS = regex(r"\\(?P<kept>[*\\])|[*\\]|\[\^[^\]\s]{1,40}\]|(?P<blank>\s+)")
"""What stands otherwise in a file than in its text: marks of Markdown and of notes, blanks and new lines."""
BLANKS = regex(r"(?P<kept>(?!))|(?P<blank>\s+)")


@dataclass(frozen=True)
class Typed:
    """A text with one blank between words and without marks, and where each of its letters stood."""

    letters: str
    spots: tuple[int, ...]

    @classmethod
    def of(cls, text: str, signs: re.Pattern[str], first: int = 0, end: int | None = None) -> "Typed":
        """Return what stands between two places of a text, without signs."""
        letters, spots, at = list[str](), list[int](), first
        end = len(text) if end is None else end
        for found in signs.finditer(text, first, end):
            if at < found.start():
                letters.append(text[at : found.start()])
                spots += range(at, found.start())
            at = found.end()
            shown = found["kept"] or (" " if found["blank"] and letters[-1:] != [" "] else "")
            if shown:
                letters.append(shown)
                spots.append(at - 1 if found["kept"] else found.start())
        return cls("".join([*letters, text[at:end]]), (*spots, *range(at, end)))


@dataclass(frozen=True)
class TypedNode:
    """The text of a node beside what is typed in the file; `shift` is where the one begins in the other, -1 nowhere."""

    text: Typed
    typed: tuple[Typed, ...]
    shift: int

    def find(self, words: str, start: int) -> int:
        """Return where words that stand at a place of the text begin in the file; -1 where they are not found."""
        wanted = " ".join(words.split())
        at = bisect_left(self.text.spots, start)
        if self.shift >= 0 and self.text.letters.startswith(wanted, at):
            return self.typed[0].spots[self.shift + at]
        nth = self.text.letters.count(wanted, 0, at + len(wanted) - 1)
        return next((place for typed in self.typed if (place := _find_nth(typed, wanted, nth)) >= 0), -1)


def _find_nth(typed: Typed, words: str, nth: int) -> int:
    """Return where the nth of some words stands, or the last of them where they are fewer."""
    found = at = typed.letters.find(words)
    while nth and at >= 0:
        found, at, nth = at, typed.letters.find(words, at + len(words)), nth - 1
    found = at if at >= 0 else found
    return typed.spots[found] if found >= 0 else -1


def locate(source: Source, path: NodePath, words: str, start: int = 0, text: str = "") -> Place:
    """Return where words stand in the file of a source; where they are not found, where their node stands.

    In a Word file that is the letter of the text of the paragraph, of which the number that Word counts is no part.
    `start` is the place of the words in `text`, which is that of the node: of words that stand there several times it
    tells which are meant.
    """
    place = source.place(path)
    if source.counts_paragraphs:
        return replace(place, column=start + 1) if words.strip() else place
    if not (words.strip() and source.raw) or place.file != source.file:
        return place
    found = _read_node(source, path, text).find(words, start)
    if found < 0:
        return place
    line = bisect_right(source.line_starts, found)
    return replace(place, line=line, column=found - source.line_starts[line - 1] + 1)


def _read_node(source: Source, path: NodePath, text: str) -> TypedNode:
    """Return a node as it is typed; that of the last finding is kept, for one paragraph may have a thousand."""
    kept = source.last_node.get(path)
    if isinstance(kept, TypedNode):
        return kept
    first, end = find_region(source, path)
    shown = Typed.of(text, BLANKS)
    typed = tuple(Typed.of(source.raw, signs, first, end) for signs in (SIGNS, BLANKS))
    source.last_node.clear()
    source.last_node[path] = node = TypedNode(shown, typed, typed[0].letters.find(shown.letters) if text else -1)
    return node


def find_region(source: Source, path: NodePath) -> tuple[int, int]:
    """Return from where to where a node stands in the file, with all inside it: up to the node that follows."""
    starts = source.line_starts
    line, column = find_position(source.positions, path)
    last = source.ends.get(path, (line, column)) if path in source.parents else (line, column)
    places = source.sorted_places
    following = bisect_right(places, max(last, (line, column)))
    end = len(source.raw)
    if following < len(places):
        next_line, next_column = places[following]
        end = min(end, starts[min(next_line, len(starts)) - 1] + next_column - 1)
    first = starts[min(line, len(starts)) - 1] + column - 1
    return first, max(first, end)


def find_lines(source: Source, finding: Finding) -> tuple[int, int]:
    """Return the first and the last line of the file in which the node of a finding may stand."""
    line, column = finding.place.line, finding.place.column
    following = bisect_right(source.sorted_places, (line, column))
    last = source.sorted_places[following][0] if following < len(source.sorted_places) else len(source.line_starts)
    return line, max(line, last)
