"""Finds the passages that hold some words at the cost of one search in the whole text: words go in, passages come out.

A pattern is then tried on those alone: most rules find nothing to look at in most documents. Words of which a syllable
is not among those of the document are not looked for at all.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, count
from struct import pack
from sys import byteorder
from typing import Final, Literal, Protocol

from ..model.mentions import Passage

LONGEST_REPEAT = 5  # words of a phrase that is looked for twice
_SMALL: Final = "H"
_LARGE: Final = "I"
_MOST_SMALL = 65_536  # numbers of two bytes are enough for most documents
_TWICE_AS_LARGE: Mapping[str, Literal["I", "Q"]] = {_SMALL: "I", _LARGE: "Q"}
END = "\0"  # between two passages: no text holds it
_SIGNS = ',.;:()"“”'
_BLANKS = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028"
    "\u2029\u202f\u205f\u3000"
)  # every sign that parts words, beside a blank


class PairsOfWords(Protocol):
    """What tells whether two words stand side by side."""

    def __contains__(self, pair: tuple[str, str], /) -> bool: ...


class PassageIndex:
    """The passages of a document as one text in small letters, one blank between words; each begins at its `starts`."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        text = END.join([passage.text for passage in passages]).lower()
        for sign in filter(text.__contains__, _BLANKS):
            text = text.replace(sign, " ")
        while "  " in text:
            text = text.replace("  ", " ")
        self.text = text
        self.starts = [0, *accumulate(len(piece) + len(END) for piece in text.split(END))][: len(passages)]
        self._found: dict[tuple[str, ...], tuple[Passage, ...]] = {}

    @property
    def parts(self) -> "tuple[PassageIndex, ...]":
        """Return the indexes of which it is made: itself, or those of parts."""
        return (self,)

    @cached_property
    def whole(self) -> str:
        """Return all the passages as they are typed, one a line: what is not in it need not be looked for in each."""
        return "\n".join(["", *(passage.text for passage in self.passages), ""])  # the last too ends with its line

    @cached_property
    def typed(self) -> tuple[str, ...]:
        """Return the words of the document in their order, as they are typed; each sign is a word of its own."""
        return tuple(_part_signs(self.whole).split())

    @cached_property
    def typed_words(self) -> frozenset[str]:
        """Return each of those words once."""
        return frozenset(self.typed)

    @cached_property
    def bare_words(self) -> frozenset[str]:
        """Return each of those words once, in small letters."""
        return frozenset(map(str.lower, self.typed_words))

    @cached_property
    def vocabulary(self) -> str:
        """Return each of those words once, as one text in small letters, which is short where the document is long."""
        return " ".join(self.bare_words)

    @cached_property
    def typed_vocabulary(self) -> str:
        """Return the same with the letters as they are typed."""
        return " ".join(self.typed_words)

    @cached_property
    def repeats(self) -> Mapping[int, Sequence[int]]:
        """Return, for each number of words up to the longest that is looked for, where as many follow themselves.

        Words become numbers, and the text one great number: where it and itself shifted by some words differ in
        nothing, the bits are 0. That is one step of the machine instead of one for each word.
        """
        numbers = self._numbered
        return {length: tuple(_find_repeats(numbers, length)) for length in range(1, LONGEST_REPEAT + 1)}

    @cached_property
    def pairs(self) -> "PairsOfWords":
        """Return each word with the one behind it, as they are typed."""
        return WordPairs(self._numbers_by_word, self._numbered)

    @cached_property
    def _numbers_by_word(self) -> Mapping[str, int]:
        return dict(zip(self.typed_words, count(1)))

    @cached_property
    def _numbered(self) -> "memoryview[int]":
        """Return the numbers of the words in their order."""
        form: Literal["H", "I"] = _SMALL if len(self._numbers_by_word) < _MOST_SMALL else _LARGE
        numbers = list(map(self._numbers_by_word.__getitem__, self.typed))
        packed = pack(f"{len(numbers)}{form}", *numbers)  # which an array does in three times the time
        return memoryview(packed).cast(form)

    @cached_property
    def twice(self) -> frozenset[tuple[str, ...]]:
        """Return each phrase of several words that follows itself, as it is typed."""
        places = ((length, at) for length, found in self.repeats.items() if length > 1 for at in found)
        return frozenset(self.typed[at : at + length] for length, at in places)

    @cached_property
    def twice_between(self) -> frozenset[tuple[str, str, str, str]]:
        """Return each word in small letters that follows itself, with the two before it and the one behind."""
        typed = self.typed
        places = (n for n in self.repeats[1] if n and typed[n].islower() and n + 2 < len(typed))
        return frozenset((typed[n - 2] if n > 1 else "", typed[n - 1], typed[n], typed[n + 2]) for n in places)

    def common_pairs(self, pairs: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        """Return those of some pairs of words that stand in the document as typed."""
        return frozenset(filter(self.pairs.__contains__, pairs))

    def find_present(self, phrases: Mapping[str, tuple[str, str]]) -> list[str]:
        """Return those of some phrases, each known by its last two words, that may stand in the document as typed."""
        return [phrase for phrase, last in phrases.items() if last in self.pairs]

    def having(self, *words: str) -> tuple[Passage, ...]:
        """Return the passages that hold any of some words, written in small letters, in the order of the text."""
        if words not in self._found:
            numbers = {number for word in words if self._may_hold(word) for number in self._numbers(word)}
            self._found[words] = tuple(self.passages[number] for number in sorted(numbers))
        return self._found[words]

    @cached_property
    def with_digits(self) -> tuple[Passage, ...]:
        """Return the passages that hold a digit."""
        return self.having(*"0123456789")

    def _may_hold(self, word: str) -> bool:
        for piece in _split(word):  # noqa: SIM110 - asked a hundred times for a document
            if piece not in self.vocabulary:
                return False
        return True

    def _numbers(self, word: str) -> Iterator[int]:
        at = self.text.find(word)
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            yield number
            if number + 1 == len(self.starts):
                return
            at = self.text.find(word, self.starts[number + 1])


class WordPairs:
    """The pairs of neighbours among numbered words: two numbers side by side are read as one of twice the size.

    A set of pairs of words takes four times as long to make.
    """

    def __init__(self, numbers: Mapping[str, int], words: "memoryview[int]") -> None:
        self._numbers, self._bits = numbers, 8 * words.itemsize
        data, size = words.cast("B"), words.itemsize
        self._found = set[int]()
        for first in (0, size):  # the pairs that begin with an even word, and those that begin with an odd one
            whole = (len(data) - first) // (2 * size) * 2 * size
            self._found.update(data[first : first + whole].cast(_TWICE_AS_LARGE[words.format]))

    def __contains__(self, pair: tuple[str, str]) -> bool:
        first, second = map(self._numbers.get, pair if byteorder == "little" else pair[::-1])
        return first is not None and second is not None and first | second << self._bits in self._found


def _find_repeats(words: "memoryview[int]", length: int) -> Iterator[int]:
    """Yield the numbers of the words from which as many as `length` stand twice."""
    size, data = words.itemsize, words.tobytes()
    shift = length * size
    if len(data) <= shift:
        return
    whole = int.from_bytes(data, "little")
    signs, nothing = (whole ^ whole >> 8 * shift).to_bytes(len(data), "little")[:-shift], bytes(shift)
    at = signs.find(nothing)
    while at >= 0:
        if at % size == 0:
            yield at // size
        at = signs.find(nothing, at + (1 if at % size else size))


def _part_signs(text: str) -> str:
    for sign in filter(text.__contains__, _SIGNS):
        text = text.replace(sign, f" {sign} ")
    return text


@lru_cache(maxsize=2_000)
def _split(word: str) -> tuple[str, ...]:
    """Return the pieces of which each is part of a word of every text that holds some words."""
    return tuple(_part_signs(word).split())
