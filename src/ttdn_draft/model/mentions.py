"""What a document says, piece by piece: the passages of its text, and the mentions that are read in them."""

from dataclasses import field
from functools import cached_property
from typing import Literal, TypeAlias

from ..records import dataclass
from ..yaml_places import NodePath

Stretch: TypeAlias = tuple[int, int]
Zone: TypeAlias = Literal[
    "issuer",  # the body that issues, the one above it, its name in full
    "symbol",
    "place",
    "subject",
    "addressee",
    "base",
    "heading",
    "paragraph",
    "item",  # a line with a dash or a plus
    "cell",  # of a table; the entries of `nhiem_vu` and `so_lieu` are cells too
    "note",
    "annex-title",
    "recipient",
    "archive",
    "authority",
    "office",
    "signer",
]
TEXT_ZONES: frozenset[Zone] = frozenset({"heading", "paragraph", "item", "cell", "note"})
"""Where sentences stand: the body, its notes and the annexes."""


TEXTS_KEPT = 500
"""Texts of which is kept what was read in them: those of a page that is typed on, and of drafts of one kind."""


@dataclass(frozen=True, eq=False)
class Passage:
    """One text of a document as it is printed, from one end of a paragraph, a cell or a line to the other.

    `path` is its node in the input. `given` are the spans that the program wrote out of an id, which nobody typed.
    `above` are the headings above it, the nearest last; `annex` is the number of the annex from 1, and 0 in the body.
    """

    zone: Zone
    path: NodePath
    text: str
    given: tuple[Stretch, ...] = ()
    above: tuple[str, ...] = ()
    annex: int = 0

    def is_given(self, start: int) -> bool:
        """Tell whether the program wrote what stands at a place, out of an id."""
        return any(first <= start < end for first, end in self.given)

    @cached_property
    def quotes(self) -> tuple[Stretch, ...]:
        """Return where words stand between quotation marks."""
        return tuple(_find_quotes(self.text))


def _find_quotes(text: str) -> list[Stretch]:
    if not any(mark in text for mark in '“"«'):
        return []
    found, opened = list[Stretch](), -1
    closing = {"“": "”", "«": "»", '"': '"'}
    wanted = ""
    for at, sign in enumerate(text):
        if opened < 0 and sign in closing:
            opened, wanted = at, closing[sign]
        elif opened >= 0 and sign == wanted:
            found.append((opened, at + 1))
            opened = -1
    return found


@dataclass(frozen=True, eq=False)
class Mention:
    """Something that a passage names from `start` to `end`; kinds of mentions add what they read there."""

    passage: Passage = field(repr=False)
    start: int
    end: int

    @property
    def words(self) -> str:
        """Return the words of the mention as they stand in the text."""
        return self.passage.text[self.start : self.end]

    @property
    def is_given(self) -> bool:
        """Tell whether the program wrote it out of an id."""
        return self.passage.is_given(self.start)

    @property
    def is_quoted(self) -> bool:
        """Tell whether it stands between quotation marks."""
        return any(first <= self.start and self.end <= end for first, end in self.passage.quotes)
