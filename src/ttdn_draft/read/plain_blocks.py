"""Reads a body whose lines leave no doubt: Markdown goes in, its headings, items, paragraphs and notes come out.

markdown-it takes ten times as long, and most bodies are of this kind: each line begins with words, or with a mark and
words. Of a body in which a line could be anything else (a table, code, a line that goes on with an item) nothing comes
out: markdown-it reads it.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from ..patterns import regex

_OTHER_SIGNS = ("\t", "\r", "\0")  # which markdown-it takes for blanks, ends of lines, or another sign
_LINE = regex(
    r"(?P<heading>#{1,6})[ ]+(?P<title>[^\s#](?:.*[^\s#])?)\s*$"
    r"|(?:(?P<item>[-+]|(?P<number>\d{1,9})[.)])[ ]{1,4}|\[\^(?P<note>[^\s\[\]^:]+)\]:[ ]{1,4})?"
    r"(?P<words>(?!\d{1,9}[.)](?:\W|$))(?:\[(?!\^)|\*{1,2}(?=[^\W_])|[“”\"'(«…]|[^\W_]).*)"
)
"""A line: its mark, where there is one, and words, which do not begin with another."""
_MAY_FOLLOW = {
    "heading": ("heading", "item", "note", "words"),
    "item": ("item",),
    "note": ("note",),
    "words": ("words", "heading"),
}
"""What may stand right under a line, without an empty one between, and leave no doubt."""


class PlainBlock(NamedTuple):
    """A block of a body: its row from 0, its kind, its mark (# or ##, - or +, what stands behind a number), its words.

    The name is the number of an item, or the label of a note.
    """

    row: int
    kind: str
    mark: str
    name: str
    words: str


def read_plain_blocks(markdown: str) -> list[PlainBlock]:
    """Return the blocks of a body in their order; none where markdown-it has to read it."""
    if any(map(markdown.__contains__, _OTHER_SIGNS)):
        return []
    lines = list[PlainBlock]()
    for row, line in enumerate(markdown.split("\n")):
        if found := _LINE.match(line):
            lines.append(_read_line(row, found))
        elif line.strip(" "):
            return []
    is_clear = all(line.row > above.row + 1 or line.kind in _MAY_FOLLOW[above.kind] for above, line in pairwise(lines))
    return list(_join_paragraphs(lines)) if is_clear else []


def _read_line(row: int, found: re.Match[str]) -> PlainBlock:
    heading, title, item, number, note, words = found.groups()
    if heading:
        return PlainBlock(row, "heading", heading, "", title)
    if item:
        return PlainBlock(row, "item", item[-1], number or "", words.strip())
    return PlainBlock(row, "note", "[", note, words.strip()) if note else PlainBlock(row, "words", "", "", words)


def _join_paragraphs(lines: Iterable[PlainBlock]) -> Iterator[PlainBlock]:
    """Yield the blocks; lines of words that stand under each other are one."""
    rows = enumerate(lines)
    for (is_words, _), group in groupby(rows, lambda each: (each[1].kind == "words", each[1].row - each[0])):
        found = [line for _, line in group]
        if is_words:
            yield found[0]._replace(words="\n".join(line.words for line in found).strip())
        else:
            yield from found
