"""Puts the cells of a row into a text at their marks: `[o: ten]` and the words of a cell go in, a text comes out.

Words of a cell are words and nothing else: in a text that is read as Markdown every sign of theirs is escaped.
"""

from collections.abc import Iterator, Mapping

from ..escaping import escape_start, join_lines
from ..model import CELL_MARK
from ..patterns import regex

SIGNS = regex(r"[!-/:-@\[-`{-~]")  # what a backslash may stand before (CommonMark 0.31, 2.4)
TAME_LETTERS = "0-9A-Za-zÀ-ÖØ-öø-ɏẠ-ỹ"
TAME = regex(rf"[{TAME_LETTERS}]+(?:(?: | - | – |, |-|/|(?<=\d)[.](?=\d))[{TAME_LETTERS}]+)*")
"""Words that no reader takes for anything else, wherever they stand inside a line."""


def find_cell_marks(text: str) -> Iterator[tuple[str, int]]:
    """Yield the column of each mark of a text, with the place where it stands."""
    return ((found["column"], found.start()) for found in CELL_MARK.finditer(text))


def fill_words(text: str, words: Mapping[str, str]) -> str:
    """Return a text that is no Markdown with the words of the cells."""
    return CELL_MARK.sub(lambda found: words.get(found["column"], found[0]), text)


def fill_markdown(text: str, words: Mapping[str, str]) -> str:
    """Return a text of Markdown with the words of the cells, each on one line, of which no sign is a mark."""
    return CELL_MARK.sub(lambda found: _escape(words[found["column"]]) if found["column"] in words else found[0], text)


def is_tame(words: str) -> bool:
    """Tell whether words stand in a text as they are, without a backslash."""
    return TAME.fullmatch(words) is not None and escape_start(words) == words


def _escape(words: str) -> str:
    line = join_lines(words)
    return line if is_tame(line) else SIGNS.sub(lambda found: f"\\{found[0]}", line)
