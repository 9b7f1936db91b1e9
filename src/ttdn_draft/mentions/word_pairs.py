"""Tells which words of a document stand side by side, and which follow themselves: numbered words go in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from sys import byteorder
from types import MappingProxyType
from typing import Literal, Protocol, TypeAlias

_TWICE_AS_LARGE: Mapping[str, Literal["I", "Q"]] = {"H": "I", "I": "Q"}
PhrasesByWord: TypeAlias = Mapping[str, Sequence[tuple[str, str]]]
"""Phrases by the last word but one of each, with the last one."""


def key_by_word(phrases: Iterable[str]) -> PhrasesByWord:
    """Return phrases of two words or more as `PassageIndex.find_present` wants them."""
    found = defaultdict[str, list[tuple[str, str]]](list)
    for phrase in phrases:
        *_, one, other = phrase.split()
        found[one].append((other, phrase))
    return MappingProxyType(dict(found))


class PairsOfWords(Protocol):
    """What tells whether two words stand side by side."""

    def __contains__(self, pair: tuple[str, str], /) -> bool: ...

    def holds_any(self, pairs: Iterable[tuple[str, str]], /) -> bool:
        """Tell whether any of some pairs of words stands side by side."""


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

    def holds_any(self, pairs: Iterable[tuple[str, str]]) -> bool:
        """Tell whether any of some pairs of words stands side by side."""
        numbers = self._numbers
        for pair in pairs:  # noqa: SIM110 - asked hundreds of times for a document
            if pair[0] in numbers and pair in self:
                return True
        return False

    def may_hold(self, phrase: str) -> bool:
        """Tell whether the last two of some words, each the sign of its number, stand side by side."""
        first, second = map(ord, phrase[-2:] if byteorder == "little" else phrase[:-3:-1])
        return first | second << self._bits in self._found


def find_repeats(whole: int, size: int, count: int, length: int) -> Iterator[int]:
    """Yield the numbers of the words from which `length` stand twice; all are `count` bytes of `size` each."""
    shift = length * size
    if count <= shift:
        return
    signs, nothing = (whole ^ whole >> 8 * shift).to_bytes(count, "little")[:-shift], bytes(shift)
    at = signs.find(nothing)
    while at >= 0:
        if at % size == 0:
            yield at // size
        at = signs.find(nothing, at + (1 if at % size else size))
