"""Finds the passages that may hold some words at the cost of one look at the whole text: words go in, passages come out.

A pattern is then tried on those alone: most rules find nothing to look at in most documents. Each word of a document is
a sign of its own in one short text, in which words side by side are found as letters are.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, count, product
from struct import pack
from sys import byteorder
from typing import Final, Literal, Protocol

from ..model.mentions import Passage
from ..patterns import regex

LONGEST_REPEAT = 5  # words of a phrase that is looked for twice
ANY = "*"  # at an end of a word: it may be a part of one
_SMALL: Final = "H"
_LARGE: Final = "I"
_MOST_SMALL = 0xD800  # numbers of two bytes are enough for most documents; above are halves of signs
_MOST_SIGNS = 0x110000  # numbers that are signs of a text
_TWICE_AS_LARGE: Mapping[str, Literal["I", "Q"]] = {_SMALL: "I", _LARGE: "Q"}
_FORMS = {_SMALL: f"utf-16-{byteorder[0]}e", _LARGE: f"utf-32-{byteorder[0]}e"}
END = "\0"  # between two passages: no text holds it
_SIGNS = ',.;:?!()"“”\''
_DIGITS = frozenset("0123456789")
_PIECE = regex(r"[^\W\d_]+|\d+")


class PairsOfWords(Protocol):
    """What tells whether two words stand side by side."""

    def __contains__(self, pair: tuple[str, str], /) -> bool: ...


class PassageIndex:
    """The words of the passages of a document, each a number; each passage begins at its `starts`."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self._found: dict[tuple[str, ...], tuple[Passage, ...]] = {}

    @property
    def parts(self) -> "tuple[PassageIndex, ...]":
        """Return the indexes of which it is made: itself, or those of parts."""
        return (self,)

    @cached_property
    def whole(self) -> str:
        """Return all the passages as they are typed, one a line: what is not in it need not be looked for in each."""
        return "\n".join(["", *[passage.text for passage in self.passages], ""])  # the last too ends with its line

    @cached_property
    def text(self) -> str:
        """Return all the passages in small letters, one blank between words, an `END` between passages."""
        return END.join(" ".join(passage.text.lower().split()) for passage in self.passages)

    @cached_property
    def typed(self) -> tuple[str, ...]:
        """Return the words of the document in their order, as they are typed; each sign is a word, and each `END`."""
        return tuple(_part_signs(f" {END} ".join([passage.text for passage in self.passages])).split())

    @cached_property
    def typed_words(self) -> frozenset[str]:
        """Return each of those words once, without the `END`."""
        return frozenset(self._number_of) - {END}

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

        Words are numbers, and the text one great number: where it and itself shifted by some words differ in
        nothing, the bits are 0. That is one step of the machine instead of one for each word.
        """
        numbers = self._numbered
        return {length: tuple(_find_repeats(numbers, length)) for length in range(1, LONGEST_REPEAT + 1)}

    @cached_property
    def pairs(self) -> "PairsOfWords":
        """Return each word with the one behind it, as they are typed."""
        return WordPairs(self._number_of, self._numbered)

    @cached_property
    def _number_of(self) -> Mapping[str, int]:
        return self._count_words[0]

    @cached_property
    def _numbered(self) -> "memoryview[int]":
        """Return the numbers of the words in their order."""
        return self._count_words[1]

    @cached_property
    def _count_words(self) -> "tuple[Mapping[str, int], memoryview[int]]":
        number_of = defaultdict[str, int](count(1).__next__, {END: 0})
        numbers = list(map(number_of.__getitem__, self.typed))
        number_of.default_factory = None
        form: Literal["H", "I"] = _SMALL if len(number_of) < _MOST_SMALL else _LARGE
        packed = pack(f"{len(numbers)}{form}", *numbers)  # which an array does in three times the time
        return number_of, memoryview(packed).cast(form)

    @cached_property
    def _coded(self) -> str:
        """Return the words in their order, each as the sign of its number."""
        return str(self._numbered, _FORMS[self._numbered.format], "surrogatepass")

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Return which word is the first of each passage."""
        return [0, *accumulate(len(piece) + 1 for piece in self._coded.split(END))][: len(self.passages)]

    @cached_property
    def _signs_of(self) -> Mapping[str, str]:
        """Return the signs of the words that are spelled so in small letters, or that have such a part."""
        found = defaultdict[str, str](str)
        for word, number in self._number_of.items():
            low = word.lower()
            found[low] += chr(number)
            if not low.isalpha():
                for part in {*_PIECE.findall(low)} - {low}:
                    found[part] += chr(number)
        found.default_factory = None
        return found

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
        """Return the passages that may hold any of some words, written in small letters, in the order of the text.

        None that holds one of them as whole words is left out; a word with a `*` at an end may be a part of one.
        """
        if words not in self._found:
            signs_of, numbers = self._signs_of, set[int]()
            whole_words, parts_of_words = _split_all(words)
            for pieces in whole_words:
                for piece in pieces:
                    if piece not in signs_of:
                        break
                else:
                    numbers.update(self._find_numbers([signs_of[piece] for piece in pieces]))
            for pieces in parts_of_words:
                if all(piece in signs_of or ANY in piece for piece in pieces):
                    numbers.update(self._find_numbers([signs_of.get(piece) or self._find_parts(piece) for piece in pieces]))
            self._found[words] = tuple([self.passages[number] for number in sorted(numbers)])
        return self._found[words]

    def with_typed(self, words: Iterable[str]) -> tuple[Passage, ...]:
        """Return the passages that hold any of some words of the document as they are typed, in the order of the text."""
        numbers = {number for word in words for number in self._places(chr(self._number_of[word]))}
        return tuple([self.passages[number] for number in sorted(numbers)])

    @cached_property
    def with_digits(self) -> tuple[Passage, ...]:
        """Return the passages that hold a digit."""
        words = self._number_of
        return self.with_typed(word for word in words if not (word.isalpha() or _DIGITS.isdisjoint(word)))

    def goes_on_behind(self, *signs: str) -> bool:
        """Tell whether more words of a passage stand behind any of some signs."""
        found = filter(None, map(self._signs_of.get, signs))
        return any(self._coded.count(sign) > self._coded.count(f"{sign}{END}") for sign in found)

    def _find_parts(self, piece: str) -> str:
        """Return the signs of the words of which a piece with a `*` is a part."""
        bare = piece.strip(ANY)
        if bare not in self.vocabulary:
            return ""
        words = self._signs_of if bare.isalpha() else self._with_figures
        holds = {f"{bare}{ANY}": str.startswith, f"{ANY}{bare}": str.endswith}.get(piece, str.__contains__)
        return "".join([signs for word, signs in words.items() if holds(word, bare)])

    @cached_property
    def _with_figures(self) -> Mapping[str, str]:
        """Return the words with something else than letters in them."""
        return {word: signs for word, signs in self._signs_of.items() if not word.isalpha()}

    def _find_numbers(self, ways: Sequence[str]) -> Iterable[int]:
        """Return the numbers of the passages in which words stand side by side, each known by the signs of its ways."""
        if len(self._number_of) > _MOST_SIGNS:
            return range(len(self.passages))
        phrases = map("".join, product(*ways))
        if len(ways) > 1:
            phrases = filter(self.pairs.may_hold, phrases)
        return (number for phrase in phrases for number in self._places(phrase))

    def _places(self, phrase: str) -> Iterator[int]:
        coded, starts = self._coded, self._starts
        at = coded.find(phrase)
        while at >= 0:
            number = bisect_right(starts, at) - 1
            yield number
            if number + 1 == len(starts):
                return
            at = coded.find(phrase, starts[number + 1])


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

    def may_hold(self, phrase: str) -> bool:
        """Tell whether the last two of some words, each the sign of its number, stand side by side."""
        first, second = map(ord, phrase[-2:] if byteorder == "little" else phrase[:-3:-1])
        return first | second << self._bits in self._found


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
def _split_all(words: tuple[str, ...]) -> tuple[list[list[str]], list[list[str]]]:
    """Return the words of each of some phrases: first of those of whole words, then of those with a part of one."""
    whole_words, parts_of_words = list[list[str]](), list[list[str]]()
    for word in words:
        (parts_of_words if ANY in word else whole_words).append(_part_signs(word).split())
    return whole_words, parts_of_words
