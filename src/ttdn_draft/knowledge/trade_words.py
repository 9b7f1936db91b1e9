"""Words that are often mistyped: the words of a document go in, those that are slips come out with what is meant."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import chain, filterfalse
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from ..kept import work_out_once
from ..records import dataclass
from .names import fold_plain
from .standards.syllables import WORDS_KEPT, is_syllable, split_syllable
from .word_lists import as_words, read_word_list

Pairs: TypeAlias = tuple[tuple[str, str], ...]
ALIKE_ONSETS = {
    *map(frozenset, (("s", "x"), ("tr", "ch"), ("tr", "t"), ("ch", "c"), ("th", "t"), ("d", "gi"), ("d", "r"))),
    *map(frozenset, (("gi", "r"), ("l", "n"))),
}
"""Beginnings that people mix up, or of which a letter gets lost."""
ALIKE_ENDS = (
    *(("n", "ng"), ("ng", "n"), ("t", "c"), ("c", "t"), ("n", "nh"), ("nh", "n")),
    *(("nh", "ng"), ("ng", "nh")),
)
LISTED = 3  # rank of words that are listed as wrong themselves: they are no guess
NO_WORDS: Mapping[str, int] = MappingProxyType({})
SHORTEST = 2  # letters of a syllable of which one may be left out
COMMON = as_words(
    "ai anh ba bà bản bao bằng bên bị bó bộ cả các cái càng cao cần chỉ chi cho chu chủ chưa chúng có con còn cơ "
    "của cùng cũng cuộc cử dân do dù đã đang đảng đất đâu đầu đây để đến đi điều đó đoàn đối đội đồng đơn đưa "
    "được gì giá giờ hai hay hiện hình họ hoặc hơn in khi không kỳ là lại làm lãnh lần lên lợi lý mà mặt mỗi một "
    "mới năm nay nào này nên nếu ngày người nhà như những ở phải phần qua quá quan quân ra rất sẽ số sự sau tại "
    "tám tâm tất tên thành tháng thay thấy theo thì thông thứ thực tiền tính tình tỉnh to tới tổ toàn trên trong "
    "trước từ tư tự và vào vẫn về vì việc viên vốn với vừa xã xem xử ý "
)
"""Words that stand beside any other: one of them is no slip of another word."""


@cache
def read_confused() -> Mapping[str, str]:
    """Return the right words of those that are often written wrong."""
    pairs = (line.split(" = ") for line in read_word_list("confused_words"))
    return MappingProxyType({pair[0]: pair[1] for pair in pairs})


@dataclass(frozen=True)
class _TradeIndex:
    """The words of the trade of two syllables, by either with the other and the place of the word in the list.

    `by_trunk` and `by_shorter` are their syllables by what is left of them without marks, or without a letter; `right`
    are all words that are right.
    """

    behind: Mapping[str, Mapping[str, int]]
    before: Mapping[str, Mapping[str, int]]
    by_trunk: Mapping[str, Sequence[str]]
    by_shorter: Mapping[str, Sequence[str]]
    right: frozenset[str]


@cache
def _index_words() -> _TradeIndex:
    listed = "|".join(read_word_list("trade_words"))
    behind, before, by_trunk, by_shorter, right = work_out_once(
        "trade-syllables", listed, lambda: _work_out_index(listed)
    )
    return _TradeIndex(behind, before, by_trunk, by_shorter, frozenset(right))


def _work_out_index(listed: str) -> tuple[Any, ...]:
    """Return the fields of an index in their order, as plain data."""
    behind, before = defaultdict[str, dict[str, int]](dict), defaultdict[str, dict[str, int]](dict)
    right = set[str]()
    for place, entry in enumerate(listed.split("|")):
        word, *others = (part.strip() for part in entry.replace(",", "!").split("!"))
        right.update(filter(None, (word, *others)))
        first, _, second = word.partition(" ")
        if first and second and " " not in second:
            behind[first][second] = before[second][first] = place
    by_trunk, by_shorter = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for syllable in dict.fromkeys([*behind, *before]):
        by_trunk[_trunk(syllable)].append(syllable)
        for shorter in sorted(_list_shorter(syllable)):
            by_shorter[shorter].append(syllable)
    return behind, before, by_trunk, by_shorter, sorted(right)


def _list_shorter(word: str) -> set[str]:
    """Return a syllable without each of its letters behind the first one."""
    return {word[:at] + word[at + 1 :] for at in range(1, len(word))} if len(word) > SHORTEST else set()


def is_right_word(words: str) -> bool:
    """Tell whether two syllables are a word that is right, one of the trade or one that stands beside them."""
    return words in _index_words().right


def guess_beside(word: str, before: str, after: str) -> str:
    """Return the syllable that is meant by one which is none, where it makes a word with the one at its side."""
    for first, _, second in (right.partition(" ") for right in sorted(_index_words().right)):
        if first == before and _trunk(second) == _trunk(word):
            return second
        if second == after and _trunk(first) == _trunk(word):
            return first
    return ""


def find_mistyped(words: Set[str], stand_together: Callable[[Pairs], bool]) -> Mapping[str, str]:
    """Return what stands in a text and is wrong, or may be a slip, with what is meant, all in small letters.

    `words` are those of the text in small letters; any of some pairs of them may `stand_together` as it is typed.
    """
    letters = filterfalse(str.isdecimal, words)  # a number is no slip, and a long document has many
    near = [slips for slips in map(_list_slips, letters) if not slips.keys().isdisjoint(words)]
    slips = chain.from_iterable(slips[beside] for slips in near for beside in slips.keys() & words)
    found = [slip for slip in slips if slip.beside == slip.wrong or stand_together(_ways(slip.wrong))]
    return {slip.wrong: slip.right for slip in sorted(found)}


class _Slip(NamedTuple):
    """Wrong words, the last or the other of them, and the right ones.

    Of several that may be meant the last counts, by rank and place in the list.
    """

    rank: int
    place: int
    beside: str
    wrong: str
    right: str


@lru_cache(maxsize=WORDS_KEPT)
def _ways(wrong: str) -> Pairs:
    """Return how two words may be typed, in small letters and with capitals; what follows them is looked for later."""
    first, second = wrong.split()[:2]
    return (first, second), (first.capitalize(), second), (first.upper(), second.upper())


@cache
def _confused_by_first() -> Mapping[str, list[tuple[str, str]]]:
    """Return the words that are taken for others, with the right ones, by the first syllable."""
    found = defaultdict[str, list[tuple[str, str]]](list)
    for wrong, right in read_confused().items():
        found[wrong.split()[0]].append((wrong, right))
    return found


@lru_cache(maxsize=WORDS_KEPT)
def _list_slips(word: str) -> Mapping[str, Sequence[_Slip]]:
    """Return the wrong words that a syllable is part of, by the syllable that stands beside it."""
    index = _index_words()
    confused = _confused_by_first().get(word, ())
    known = [_Slip(LISTED, at, wrong.split()[-1], wrong, right) for at, (wrong, right) in enumerate(confused)]
    for rank, meant in _list_meant(word) if word not in COMMON else ():
        for beside, place in index.behind.get(meant, NO_WORDS).items():
            known.append(_Slip(rank, place, beside, f"{word} {beside}", f"{meant} {beside}"))
        for beside, place in index.before.get(meant, NO_WORDS).items():
            known.append(_Slip(rank, place, beside, f"{beside} {word}", f"{beside} {meant}"))
    slips = defaultdict[str, list[_Slip]](list)
    for slip in known:
        if slip.wrong not in index.right:
            slips[slip.beside].append(slip)
    return dict(slips)


def _list_meant(word: str) -> Iterator[tuple[int, str]]:
    """Yield the syllables of the trade that may be meant by another: with a slip in it, or without a letter."""
    index = _index_words()
    if is_syllable(word):
        yield from ((1, meant) for meant in index.by_trunk.get(_trunk(word), ()) if _is_slip(word, meant))
    if _may_be_slip(word):
        yield from ((2, meant) for meant in index.by_shorter.get(word, ()))


@lru_cache(maxsize=WORDS_KEPT)
def _trunk(word: str) -> str:
    """Return what is left of a syllable without what people mix up: marks, beginnings and ends that are alike."""
    onset, rhyme = split_syllable(fold_plain(word))
    onset = {"x": "s", "tr": "t", "ch": "t", "th": "t", "c": "t", "gi": "d", "r": "d", "l": "n"}.get(onset, onset)
    rhyme = rhyme[:-1] if rhyme.endswith(("ng", "nh")) else f"{rhyme[:-1]}t" if rhyme.endswith("c") else rhyme
    return f"{onset}-{rhyme}"


def _may_be_slip(word: str) -> bool:
    """Tell whether a syllable with a letter too few is not told as one that cannot be: it is one, or has no vowel."""
    return is_syllable(word) or (fold_plain(word).isalpha() and not set(fold_plain(word)) & set("aeiouy"))


def _is_slip(word: str, meant: str) -> bool:
    """Tell whether a syllable is another but for its marks, or but for its beginning or its end."""
    if word == meant:
        return False
    (onset, rhyme, plain), (other, ending, bare) = _letters(word), _letters(meant)
    if plain == bare:
        return True
    if rhyme == ending:
        return frozenset((onset, other)) in ALIKE_ONSETS
    return onset == other and any(
        rhyme.endswith(a) and ending.endswith(b) and rhyme[: -len(a)] == ending[: -len(b)] for a, b in ALIKE_ENDS
    )


@lru_cache(maxsize=WORDS_KEPT)
def _letters(syllable: str) -> tuple[str, str, str]:
    """Return the beginning of a syllable, the rest, and the whole without its marks."""
    return *split_syllable(syllable), fold_plain(syllable)
