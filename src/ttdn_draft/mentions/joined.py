"""Mentions of a document of which most passages were read before: those of two parts go in, those of all come out.

Each kind of mention is read passage by passage, so that what two parts mention is what the whole does, in its order.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from ..model.mentions import Passage
from . import Mentions
from .index import PassageIndex
from .organs import OrganMention, read_organs
from .word_pairs import PairsOfWords, PhrasesByWord

Places = Mapping[int, int]
"""The number of each passage in the document, by its identity."""


class JoinedIndex(PassageIndex):
    """The passages of a document, found in the index of those that stayed and in the index of the others."""

    def __init__(self, passages: Sequence[Passage], stayed: PassageIndex, others: PassageIndex, places: Places) -> None:
        self.passages, self.stayed, self.others, self.places = passages, stayed, others, places
        self._found: dict[tuple[str, ...], tuple[Passage, ...]] = {}

    @property
    def parts(self) -> tuple[PassageIndex, ...]:
        """Return the two indexes."""
        return self.stayed, self.others

    @cached_property
    def typed_words(self) -> frozenset[str]:
        """Return each word once."""
        return self.stayed.typed_words | self.others.typed_words

    @cached_property
    def bare_words(self) -> frozenset[str]:
        """Return each word once, in small letters."""
        return self.stayed.bare_words | self.others.bare_words

    @cached_property
    def pairs(self) -> PairsOfWords:
        """Return each word with the one behind it in a part; none reaches from one passage into the next."""
        return _Either(self.stayed.pairs, self.others.pairs)

    @cached_property
    def twice(self) -> frozenset[tuple[str, ...]]:
        """Return each phrase that follows itself in a part."""
        return self.stayed.twice | self.others.twice

    @cached_property
    def twice_between(self) -> frozenset[tuple[str, str, str, str]]:
        """Return each word that follows itself in a part, with those beside it."""
        return self.stayed.twice_between | self.others.twice_between

    @cached_property
    def vocabulary(self) -> str:
        """Return the words of both parts in small letters; one may stand there twice."""
        return f"{self.stayed.vocabulary} {self.others.vocabulary}"

    @cached_property
    def typed_vocabulary(self) -> str:
        """Return the same with the letters as they are typed."""
        return f"{self.stayed.typed_vocabulary} {self.others.typed_vocabulary}"

    def find_present(self, phrases: PhrasesByWord) -> list[str]:
        """Return those of some phrases of which the last two words stand side by side in a part."""
        return sorted({*self.stayed.find_present(phrases), *self.others.find_present(phrases)})

    def with_chunk(self, pattern: re.Pattern[str]) -> tuple[Passage, ...]:
        """Return the passages of both parts in which a pattern may be found within what stands between two blanks."""
        return in_order(self.stayed.with_chunk(pattern), self.others.with_chunk(pattern), self.places)

    def goes_on_behind(self, *signs: str) -> bool:
        """Tell whether more words of a passage of either part stand behind any of some signs."""
        return self.stayed.goes_on_behind(*signs) or self.others.goes_on_behind(*signs)

    def having(self, *words: str) -> tuple[Passage, ...]:
        """Return the passages of both parts that hold any of some words."""
        if words not in self._found:
            self._found[words] = in_order(self.stayed.having(*words), self.others.having(*words), self.places)
        return self._found[words]


class _Either:
    """What stands in one of two parts."""

    def __init__(self, one: PairsOfWords, other: PairsOfWords) -> None:
        self._one, self._other = one, other

    def __contains__(self, pair: tuple[str, str]) -> bool:
        return pair in self._one or pair in self._other

    def holds_any(self, pairs: Iterable[tuple[str, str]]) -> bool:
        """Tell whether any of some pairs stands in one of them."""
        known = (*pairs,)
        return self._one.holds_any(known) or self._other.holds_any(known)


def in_order(one: tuple[Any, ...], other: tuple[Any, ...], places: Places) -> tuple[Any, ...]:
    """Return passages, or mentions, of two parts in the order of the document."""
    if not (one and other):
        return one or other
    return tuple(sorted((*one, *other), key=lambda each: places[id(getattr(each, "passage", each))]))


class JoinedMentions(Mentions):
    """What a document mentions: what the passages that stayed do, and what the others do."""

    stayed: Mentions
    others: Mentions

    def __init__(self, passages: tuple[Passage, ...], stayed: Mentions, others: Mentions) -> None:
        vars(self).update(passages=passages, day=None, stayed=stayed, others=others)

    @cached_property
    def places(self) -> Places:
        """Return where each passage stands."""
        return {id(passage): number for number, passage in enumerate(self.passages)}

    @cached_property
    def index(self) -> PassageIndex:
        """Return the index of the whole."""
        return JoinedIndex(self.passages, self.stayed.index, self.others.index, self.places)

    @cached_property
    def organs(self) -> tuple[OrganMention, ...]:
        """Return the organs that are named: which words are looked for depends on those of the whole."""
        return read_organs(self.index)


def _joined(name: str) -> Any:
    def read(self: JoinedMentions) -> tuple[Any, ...]:
        return in_order(getattr(self.stayed, name), getattr(self.others, name), self.places)

    return read


def _list_kinds() -> Iterable[str]:
    return (name for name, value in vars(Mentions).items() if isinstance(value, cached_property))


for _name in _list_kinds():
    if _name not in vars(JoinedMentions):
        _property = cached_property(_joined(_name))
        _property.__set_name__(JoinedMentions, _name)
        setattr(JoinedMentions, _name, _property)
