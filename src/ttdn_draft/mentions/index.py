"""Finds the passages that hold some words at the cost of one search in the whole text: words go in, passages come out.

A pattern is then tried on those alone: most rules find nothing to look at in most documents.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from ..model.mentions import Passage

END = "\0"  # between two passages: no text holds it
DIGIT = re.compile(r"\d")


class PassageIndex:
    """The passages of a document as one text in small letters, one blank between words; each begins at its `starts`."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        pieces = [" ".join(passage.text.lower().split()) for passage in passages]
        self.text = END.join(pieces)
        self.starts, at = list[int](), 0
        for piece in pieces:
            self.starts.append(at)
            at += len(piece) + len(END)
        self._found: dict[tuple[str, ...], tuple[Passage, ...]] = {}

    def having(self, *words: str) -> tuple[Passage, ...]:
        """Return the passages that hold any of some words, written in small letters, in the order of the text."""
        if words not in self._found:
            numbers = {number for word in words for number in self._numbers(word)}
            self._found[words] = tuple(self.passages[number] for number in sorted(numbers))
        return self._found[words]

    @cached_property
    def with_digits(self) -> tuple[Passage, ...]:
        """Return the passages that hold a digit."""
        return tuple(self.passages[number] for number in self._follow(DIGIT))

    def _numbers(self, word: str) -> Iterator[int]:
        at = self.text.find(word)
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            yield number
            if number + 1 == len(self.starts):
                return
            at = self.text.find(word, self.starts[number + 1])

    def _follow(self, pattern: re.Pattern[str]) -> Iterator[int]:
        found = pattern.search(self.text)
        while found:
            number = bisect_right(self.starts, found.start()) - 1
            yield number
            if number + 1 == len(self.starts):
                return
            found = pattern.search(self.text, self.starts[number + 1])
