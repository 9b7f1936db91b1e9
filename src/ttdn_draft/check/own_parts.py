"""Counts the parts that a text may name: a manuscript goes in, numbers of tables and chapters come out."""

import re

from ..model import Heading, Table, TableMark
from ..patterns import regex
from .manuscript import Manuscript

CAPTION = regex(r"(?:Phụ lục|Bảng|Biểu)\s+(?:số\s+)?(?P<figure>[IVX]{1,5}|\d{1,2})\b", re.I)


def count_tables(text: Manuscript) -> int:
    """Return how many tables are printed, those of the annexes included."""
    blocks = [*text.draft.body, *(block for annex in text.draft.annexes for block in annex.body)]
    return sum(isinstance(block, Table | TableMark) for block in blocks)


def count_chapters(text: Manuscript) -> int:
    """Return how many headings of the highest level the body has where these count I, II, III; 0 where not."""
    scheme = text.draft.scheme or text.profile.scheme.levels
    counted = sum(isinstance(block, Heading) and block.depth == 1 for block in text.draft.body)
    return counted if scheme[:1] == ("I",) else 0


def has_typed_label(text: Manuscript, word: str, figure: str) -> bool:
    """Tell whether a paragraph begins with the label of a part that is typed as text: Bảng 3."""
    return any(p.text[: len(word)].casefold() == word.casefold() and _is_figure(p.text, figure) for p in text.sentences)


def _is_figure(words: str, figure: str) -> bool:
    found = CAPTION.match(words)
    return found is not None and found["figure"].lstrip("0") == figure.lstrip("0")
