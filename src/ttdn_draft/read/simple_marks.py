"""Reads texts with nothing but words in bold or italics: a text goes in, its pieces with their styles come out.

markdown-it takes a hundred times as long, and most texts with a mark are of this kind. Of a text in which a mark could
mean something else nothing comes out: markdown-it reads it.
"""

from collections.abc import Iterator
from itertools import pairwise

from ..patterns import regex

_OTHER_SIGNS = "\r\t\0\\`["  # which begin another mark: code, a note, an escape
_TAG_OR_BREAK = regex(r"<[A-Za-z/!?]|[ \n]\n|\n[ ]|\A\n|\n\Z")
"""What begins a tag; a break of which more than one line feed is part."""
_EMPHASIS = regex(r"\*(?<![^ \n]\*)(\*?)(?=[^\W_])([^*]*[^\W_])\*\1(?=[ \n,.;:]|\Z)")
"""Words between asterisks that can neither close what stands before them nor open what follows."""
StyledWords = tuple[str, bool, bool]


def read_simple(content: str) -> list[StyledWords]:
    """Return the pieces of a text, each with whether it is bold and italic; a line feed is a piece of its own.

    Nothing is returned for a text that has to be read by markdown-it.
    """
    if any(map(content.__contains__, _OTHER_SIGNS)) or _TAG_OR_BREAK.search(content):
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


def _cut(words: str, keeps_first: bool, keeps_last: bool, bold: bool, italic: bool) -> Iterator[StyledWords]:
    """Yield the lines of words and the breaks between them; markdown-it keeps an empty text beside two asterisks."""
    lines = words.split("\n")
    for at, line in enumerate(lines):
        if at:
            yield "\n", bold, italic
        if line or (keeps_first and not at) or (keeps_last and at == len(lines) - 1):
            yield line, bold, italic
