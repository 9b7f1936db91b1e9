"""Finds the texts that may hold some words in one look at all of them: texts and words go in, their numbers come out.

Each word of a document is a sign of its own in one short text, in which words side by side are found as letters are.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, product
from sys import byteorder
from typing import Final, Literal

from ..model.mentions import TEXTS_KEPT
from ..patterns import regex
from .word_pairs import PairsOfWords, PhrasesByWord, WordPairs, find_repeats

DOCUMENTS_KEPT = 4
MOST_LOOKED_FOR = 100  # words that are looked for one after the other; each look goes through the whole document
LONGEST_REPEAT = 5  # words of a phrase that is looked for twice
ANY = "*"  # at an end of a word: it may be a part of one
_SMALL: Final = "H"
_LARGE: Final = "I"
_MOST_SMALL = 0x10000  # numbers of two bytes are enough for most documents
_MOST_SIGNS = 0x10FFFF  # the last number that is a sign; all words above share it
_FORMS = {_SMALL: f"utf-16-{byteorder[0]}e", _LARGE: f"utf-32-{byteorder[0]}e"}
PASSAGE_END = "\0"  # behind each text: none holds it
_SIGNS = ",.;:?!()\"“”'"
_DIGITS = frozenset("0123456789")
_PIECE = regex(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=DOCUMENTS_KEPT)
def index_texts(texts: tuple[str, ...]) -> "TextIndex":
    """Return the index of the passages of a document; that of the last ones is kept, as it goes by their words alone.

    A document is judged again when it is printed, saved, or when something in its head is another.
    """
    return TextIndex(texts)


class TextIndex:
    """The words of some texts: each is a number, and all the texts are the signs of these numbers."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        self.texts = texts
        self._found: dict[tuple[str, ...], tuple[int, ...]] = {}

    @cached_property
    def whole(self) -> str:
        """Return all the texts as they are typed, one a line."""
        return "\n".join(["", *self.texts, ""])  # the last too ends with its line

    @cached_property
    def text(self) -> str:
        """Return all the texts in small letters, one blank between words, a `PASSAGE_END` between texts."""
        return PASSAGE_END.join(" ".join(text.lower().split()) for text in self.texts)

    @property
    def chunks(self) -> Mapping[str, str]:
        """Return what stands between blanks, each once as it is typed, with the signs of the words in it."""
        return self._counted[0]

    @cached_property
    def typed(self) -> tuple[str, ...]:
        """Return the words in their order as they are typed, each sign and each `PASSAGE_END` as a word too."""
        return tuple(map([*self._number_of].__getitem__, self._numbered))

    @cached_property
    def typed_words(self) -> frozenset[str]:
        """Return each of those words once, without the `PASSAGE_END`."""
        return frozenset(self._number_of) - {PASSAGE_END}

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
        size, data = self._numbered.itemsize, self._numbered.tobytes()
        whole = int.from_bytes(data, "little")
        found = {length: find_repeats(whole, size, len(data), length) for length in range(1, LONGEST_REPEAT + 1)}
        return {length: tuple(places) for length, places in found.items()}

    @cached_property
    def pairs(self) -> PairsOfWords:
        """Return each word with the one behind it, as they are typed."""
        return self._word_pairs

    @cached_property
    def _word_pairs(self) -> WordPairs:
        return WordPairs(self._number_of, self._numbered)

    @property
    def _number_of(self) -> Mapping[str, int]:
        return self._counted[1]

    @property
    def _coded(self) -> str:
        """Return the words in their order, each as the sign of its number."""
        return self._counted[2]

    @cached_property
    def _counted(self) -> tuple[Mapping[str, str], Mapping[str, int], str]:
        """Return the chunks, the number of each word, and the words in their order."""
        typed = list[str]()
        for text in self.texts:
            typed += _split(text)
            typed.append(PASSAGE_END)
        number_of, signs_of = {PASSAGE_END: 0}, dict.fromkeys(typed, PASSAGE_END)
        for chunk, parted in zip(signs_of, _part_signs("\n".join(signs_of)).split("\n"), strict=False):
            if " " in parted:
                numbers = [number_of.setdefault(word, min(len(number_of), _MOST_SIGNS)) for word in parted.split()]
                signs_of[chunk] = "".join(map(chr, numbers))
            elif chunk != PASSAGE_END:
                signs_of[chunk] = chr(number_of.setdefault(chunk, min(len(number_of), _MOST_SIGNS)))
        return signs_of, number_of, "".join(map(signs_of.__getitem__, typed))

    @cached_property
    def _numbered(self) -> "memoryview[int]":
        """Return the numbers of the words in their order."""
        form: Literal["H", "I"] = _SMALL if len(self._number_of) < _MOST_SMALL else _LARGE
        return memoryview(self._coded.encode(_FORMS[form], "surrogatepass")).cast(form)

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Return which word is the first of each text."""
        return [0, *accumulate(len(piece) + 1 for piece in self._coded.split(PASSAGE_END))][: len(self.texts)]

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
        typed = self.typed if self.repeats[1] else ()
        places = (n for n in self.repeats[1] if n and typed[n].islower() and n + 2 < len(typed))
        return frozenset((typed[n - 2] if n > 1 else "", typed[n - 1], typed[n], typed[n + 2]) for n in places)

    def find_present(self, phrases: PhrasesByWord) -> list[str]:
        """Return those of some phrases of which the last two words stand side by side in the document as typed."""
        words, pairs = phrases.keys() & self._number_of.keys(), self.pairs
        found = (phrase for one in words for other, phrase in phrases[one] if (one, other) in pairs)
        return sorted(found)

    def having(self, words: tuple[str, ...]) -> tuple[int, ...]:
        """Return the numbers of the texts that may hold any of some words, as `PassageIndex.having` tells of them."""
        if words not in self._found:
            signs_of, numbers = self._signs_of, set[int]()
            (whole_words, parts_of_words), vocabulary = _split_all(words), self.vocabulary
            for pieces in whole_words:
                for piece in pieces:
                    if piece not in signs_of:
                        break
                else:
                    self._add_numbers([signs_of[piece] for piece in pieces], numbers)
            for pieces, bare in parts_of_words:
                for part in bare:
                    if part not in vocabulary:
                        break
                else:
                    self._add_numbers([self._find_signs(piece) for piece in pieces], numbers)
            self._found[words] = tuple(sorted(numbers))
        return self._found[words]

    def with_typed(self, words: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of the texts that hold any of some words of theirs, each as it is typed."""
        signs = [chr(self._number_of[word]) for word in words]
        if len(signs) > MOST_LOOKED_FOR:
            wanted, pieces = frozenset(signs), self._coded.split(PASSAGE_END)
            return tuple([number for number, piece in enumerate(pieces) if not wanted.isdisjoint(piece)])
        numbers = set[int]()
        for sign in signs:
            self._add_places(sign, numbers)
        return tuple(sorted(numbers))

    def with_chunk(self, pattern: re.Pattern[str]) -> tuple[int, ...]:
        """Return the numbers of the texts in which a pattern may be found between two blanks, these with it."""
        if not pattern.search(self._chunk_text):
            return ()
        numbers = set[int]()
        for chunk, signs in self.chunks.items():
            if pattern.search(f" {chunk} "):
                self._add_places(signs, numbers)
        return tuple(sorted(numbers))

    @cached_property
    def _chunk_text(self) -> str:
        return " ".join(["", *self.chunks, ""])

    @cached_property
    def with_digits(self) -> tuple[int, ...]:
        """Return the numbers of the texts that hold a digit."""
        words = self._number_of
        return self.with_typed(word for word in words if not (word.isalpha() or _DIGITS.isdisjoint(word)))

    def goes_on_behind(self, *signs: str) -> bool:
        """Tell whether more words of a text stand behind any of some signs."""
        found = filter(None, map(self._signs_of.get, signs))
        return any(self._coded.count(sign) > self._coded.count(f"{sign}{PASSAGE_END}") for sign in found)

    def _find_signs(self, piece: str) -> str:
        """Return the signs of the words that are a piece, or of which one with a `*` is a part."""
        bare = piece.strip(ANY)
        if bare == piece:
            return self._signs_of.get(piece, "")
        words = self._signs_of if bare.isalpha() else self._with_figures
        holds = {f"{bare}{ANY}": str.startswith, f"{ANY}{bare}": str.endswith}.get(piece, str.__contains__)
        return "".join([signs for word, signs in words.items() if holds(word, bare)])

    @cached_property
    def _with_figures(self) -> Mapping[str, str]:
        """Return the words with something else than letters in them."""
        return {word: signs for word, signs in self._signs_of.items() if not word.isalpha()}

    def _add_numbers(self, ways: Sequence[str], numbers: set[int]) -> None:
        """Add the numbers of the texts in which words stand side by side, each known by the signs of its ways."""
        if len(ways) == 1:
            for sign in ways[0]:
                self._add_places(sign, numbers)
            return
        for phrase in map("".join, product(*ways)):
            if self._word_pairs.may_hold(phrase):
                self._add_places(phrase, numbers)

    def _add_places(self, phrase: str, numbers: set[int]) -> None:
        coded, starts = self._coded, self._starts
        at = coded.find(phrase)
        while at >= 0:
            number = bisect_right(starts, at)  # that of the text behind
            numbers.add(number - 1)
            at = coded.find(phrase, starts[number]) if number < len(starts) else -1


@lru_cache(maxsize=TEXTS_KEPT)
def _split(text: str) -> tuple[str, ...]:
    """Return what stands between blanks; it is kept, for words that were met before are found sooner."""
    return tuple(text.split())


def _part_signs(text: str) -> str:
    for sign in filter(text.__contains__, _SIGNS):
        text = text.replace(sign, f" {sign} ")
    return text


@lru_cache(maxsize=2_000)
def _split_all(words: tuple[str, ...]) -> tuple[list[list[str]], list[tuple[list[str], list[str]]]]:
    """Return the words of each of some phrases: of those of whole words, and of the others also without their `*`."""
    pieces = [_part_signs(word).split() for word in words]
    whole_words = [phrase for phrase, word in zip(pieces, words, strict=True) if ANY not in word]
    others = [phrase for phrase, word in zip(pieces, words, strict=True) if ANY in word]
    return whole_words, [(phrase, [piece.strip(ANY) for piece in phrase]) for phrase in others]
