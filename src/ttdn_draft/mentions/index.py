"""Finds the passages that may hold some words in one look at the whole text: words go in, passages come out.

A pattern is then tried on those alone: most rules find nothing to look at in most documents.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from ..model.mentions import Passage
from .text_index import TextIndex, index_texts
from .word_pairs import PairsOfWords, PhrasesByWord


class PassageIndex:
    """The passages of a document, found by their words."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages

    @property
    def parts(self) -> "tuple[PassageIndex, ...]":
        """Return the indexes of which it is made: itself, or those of parts."""
        return (self,)

    @cached_property
    def words(self) -> TextIndex:
        """Return the index of the words alone."""
        return index_texts(tuple([passage.text for passage in self.passages]))

    @property
    def whole(self) -> str:
        """Return all the passages as they are typed, one a line: what is not in it need not be looked for in each."""
        return self.words.whole

    @property
    def text(self) -> str:
        """Return all the passages in small letters, one blank between words, a `PASSAGE_END` between passages."""
        return self.words.text

    @property
    def typed(self) -> tuple[str, ...]:
        """Return the words in their order as they are typed, each sign and each `PASSAGE_END` as a word too."""
        return self.words.typed

    @property
    def typed_words(self) -> frozenset[str]:
        """Return each of those words once, without the `PASSAGE_END`."""
        return self.words.typed_words

    @property
    def bare_words(self) -> frozenset[str]:
        """Return each of those words once, in small letters."""
        return self.words.bare_words

    @property
    def vocabulary(self) -> str:
        """Return each of those words once, as one text in small letters, which is short where the document is long."""
        return self.words.vocabulary

    @property
    def typed_vocabulary(self) -> str:
        """Return the same with the letters as they are typed."""
        return self.words.typed_vocabulary

    @property
    def repeats(self) -> Mapping[int, Sequence[int]]:
        """Return, for each number of words up to the longest that is looked for, where as many follow themselves."""
        return self.words.repeats

    @property
    def pairs(self) -> PairsOfWords:
        """Return each word with the one behind it, as they are typed."""
        return self.words.pairs

    @property
    def twice(self) -> frozenset[tuple[str, ...]]:
        """Return each phrase of several words that follows itself, as it is typed."""
        return self.words.twice

    @property
    def twice_between(self) -> frozenset[tuple[str, str, str, str]]:
        """Return each word in small letters that follows itself, with the two before it and the one behind."""
        return self.words.twice_between

    @cached_property
    def with_digits(self) -> tuple[Passage, ...]:
        """Return the passages that hold a digit."""
        return self._take(self.words.with_digits)

    def find_present(self, phrases: PhrasesByWord) -> list[str]:
        """Return those of some phrases of which the last two words stand side by side in the document as typed."""
        return self.words.find_present(phrases)

    def having(self, *words: str) -> tuple[Passage, ...]:
        """Return the passages that may hold any of some words, written in small letters, in the order of the text.

        None that holds one of them as whole words is left out; a word with a `*` at an end may be a part of one.
        """
        return self._take(self.words.having(words))

    def with_typed(self, words: Iterable[str]) -> tuple[Passage, ...]:
        """Return the passages that hold any of some words of the document, each as it is typed, in their order."""
        return self._take(self.words.with_typed(words))

    def with_chunk(self, pattern: re.Pattern[str]) -> tuple[Passage, ...]:
        """Return the passages in which a pattern may be found within what stands between two blanks, these with it."""
        return self._take(self.words.with_chunk(pattern))

    def goes_on_behind(self, *signs: str) -> bool:
        """Tell whether more words of a passage stand behind any of some signs."""
        return self.words.goes_on_behind(*signs)

    def _take(self, numbers: tuple[int, ...]) -> tuple[Passage, ...]:
        return tuple([self.passages[number] for number in numbers])
