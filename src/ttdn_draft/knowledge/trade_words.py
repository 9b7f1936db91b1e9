"""Words that are often mistyped: the words of a document go in, those that are slips come out with what is meant."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, cached_property, lru_cache
from itertools import chain
from types import MappingProxyType

from ..kept import work_out_once
from ..records import dataclass
from .names import fold_plain
from .standards.syllables import is_syllable, split_syllable
from .word_lists import as_words, read_word_list

ALIKE_ONSETS = {
    *map(frozenset, (("s", "x"), ("tr", "ch"), ("tr", "t"), ("ch", "c"), ("th", "t"), ("d", "gi"), ("d", "r"))),
    *map(frozenset, (("gi", "r"), ("l", "n"))),
}
"""Beginnings that people mix up, or of which a letter gets lost."""
ALIKE_ENDS = (
    *(("n", "ng"), ("ng", "n"), ("t", "c"), ("c", "t"), ("n", "nh"), ("nh", "n")),
    *(("nh", "ng"), ("ng", "nh")),
)
SHORTEST = 3  # letters of a syllable of which one may be left out
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
    """The words of the trade: by what is left of either syllable without its marks, and all those that are right.

    A place is twice that of the word in `words`, and one more for its second syllable.
    """

    words: Sequence[str]  # of two syllables
    by_trunk: Mapping[str, Sequence[int]]
    by_shorter: Mapping[str, Sequence[int]]  # the same by a syllable without one of its letters
    right: frozenset[str]

    def at(self, places: Iterable[int]) -> Iterator[tuple[str, str, bool]]:
        """Yield the syllable of each place, the one beside it, and whether it is the first."""
        for place in places:
            first, _, second = self.words[place // 2].partition(" ")
            yield (second, first, False) if place % 2 else (first, second, True)


@cache
def _index_words() -> _TradeIndex:
    listed = "|".join(read_word_list("trade_words"))
    words, by_trunk, by_shorter, right = work_out_once("trade-words", listed, lambda: _work_out_index(listed))
    return _TradeIndex(words, by_trunk, by_shorter, frozenset(right))


def _work_out_index(listed: str) -> tuple[list[str], dict[str, list[int]], dict[str, list[int]], list[str]]:
    """Return words, by_trunk, by_shorter and right of an index, as plain data."""
    words, right = list[str](), set[str]()
    by_trunk, by_shorter = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for entry in listed.split("|"):
        word, *others = (part.strip() for part in entry.replace(",", "!").split("!"))
        right.update(filter(None, (word, *others)))
        syllables = word.split(" ")
        if len(syllables) == 2 and all(syllables):
            for place, syllable in enumerate(syllables, 2 * len(words)):
                by_trunk[_trunk(syllable)].append(place)
                for shorter in _list_shorter(syllable):
                    by_shorter[shorter].append(place)
            words.append(word)
    return words, by_trunk, by_shorter, sorted(right)


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


def find_mistyped(words: Set[str], stand_together: Callable[[tuple[str, str]], bool]) -> Mapping[str, str]:
    """Return what stands in a text and is wrong, or may be a slip, with what is meant, all in small letters.

    `words` are those of the text in small letters; two of them `stand_together` as they are typed.
    """
    near = filter(None, map(_list_slips, words))
    slips = chain.from_iterable(slips[beside] for slips in near for beside in slips.keys() & words)
    return {s.wrong: s.right for s in slips if not s.ways or any(map(stand_together, s.ways))}


@dataclass(frozen=True)
class _Slip:
    """Wrong words and the right ones; `ways` are those of two syllables in small letters and with capitals."""

    beside: str
    wrong: str
    right: str

    @cached_property
    def ways(self) -> tuple[tuple[str, str], ...]:
        first, second = [*self.wrong.split(), ""][:2]  # all of a longer one is looked for later
        ways = (first, second), (first.capitalize(), second), (first.upper(), second.upper())
        return ways if second else ()


@cache
def _confused_by_first() -> Mapping[str, list[tuple[str, str]]]:
    """Return the words that are taken for others, with the right ones, by the first syllable."""
    found = defaultdict[str, list[tuple[str, str]]](list)
    for wrong, right in read_confused().items():
        found[wrong.split()[0]].append((wrong, right))
    return found


@lru_cache(maxsize=20_000)
def _list_slips(word: str) -> Mapping[str, Sequence[_Slip]]:
    """Return the wrong words that a syllable is part of, by the syllable that stands beside it."""
    index = _index_words()
    known = [_Slip(wrong.split()[-1], wrong, right) for wrong, right in _confused_by_first().get(word, ())]
    places = index.by_trunk.get(_trunk(word), ()) if word not in COMMON and is_syllable(word) else ()
    meant = [whole for whole in index.at(places) if _is_slip(word, whole[0])]
    if word not in COMMON and _may_be_slip(word):
        meant += index.at(index.by_shorter.get(word, ()))
    for right, beside, is_first in meant:
        wrong, right = (
            (f"{word} {beside}", f"{right} {beside}") if is_first else (f"{beside} {word}", f"{beside} {right}")
        )
        known.append(_Slip(beside, wrong, right))
    slips = defaultdict[str, list[_Slip]](list)
    for slip in known:
        if slip.wrong not in index.right:
            slips[slip.beside].append(slip)
    return dict(slips)


@lru_cache(maxsize=20_000)
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
    (onset, rhyme), (other, ending) = split_syllable(word), split_syllable(meant)
    if rhyme == ending:
        return frozenset((onset, other)) in ALIKE_ONSETS or fold_plain(word) == fold_plain(meant)
    if fold_plain(word) == fold_plain(meant):
        return True
    return onset == other and any(
        rhyme.endswith(a) and ending.endswith(b) and rhyme[: -len(a)] == ending[: -len(b)] for a, b in ALIKE_ENDS
    )
