"""Compares titles: one as typed and that of the table go in, words that differ come out; shortened ones are right."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from ..knowledge.names import fold_name
from ..patterns import regex
from ..records import dataclass

if TYPE_CHECKING:
    from difflib import SequenceMatcher

_Change: TypeAlias = tuple[str, int, int, int, int]
WORD = regex(r"\w+")
OPENING = regex(r"\s*(?:về\s+việc|v/v|về)\s+", re.I)
_ENDED = regex(r"\s*(?:[,;:.)\n]|$)")
ALIKE_SHARE, UNLIKE_SHARE = 0.7, 0.5
LEAST_WORDS = 4  # of a typed title that can be another one
FLANK = 2  # equal words on either side of one that differs, which show that it is the same place of the title
MOST_LEFT_OUT = 8  # words of the table in their place
MOST_CHANGED = 4  # words in one place; more is another way of saying it
LAST_WORDS = 2  # of a title that may differ where all words before them are equal
LEAST_BEFORE = 5  # equal words before those
MORE_TYPED = 6  # words that a sentence may go on with behind a title
SMALL_WORDS = (
    "và",
    "của",
    "về",
    "việc",
    "các",
    "những",
    "một",
    "số",
    "cho",
    "đối",
    "với",
    "tại",
    "trong",
    "theo",
    "ở",
    "đến",
)
END = tuple(map(fold_name, ("trong", "tình", "hình", "mới")))
DEEDS = frozenset(tuple(map(fold_name, deed.split())) for deed in ("phê duyệt", "ban hành"))
SMALL = frozenset(map(fold_name, SMALL_WORDS))


@dataclass(frozen=True)
class TitleSlip:
    """Words of a typed title from one place to another, and those of the table."""

    start: int
    end: int
    right: str


def are_titles_alike(typed: str, known: str) -> bool:
    """Tell whether most words of the shorter of two titles stand in the other one in the same order, figures too."""
    mine, theirs = _fold(typed), _fold(known)
    if _figures(theirs) and _figures(mine[: len(theirs) + MORE_TYPED]) - _figures(theirs):
        return False
    shorter = min(len(mine), len(theirs))
    return shorter >= FLANK and _match(mine[: len(theirs) + MORE_TYPED], theirs) >= ALIKE_SHARE * shorter


def are_titles_equal(typed: str, known: str) -> bool:
    """Tell whether the longer of two titles begins with all words of the shorter one, in the same order."""
    mine, theirs = _drop_deed(_fold(typed)), _drop_deed(_fold(known))
    shorter = min(len(mine), len(theirs))
    return shorter >= LEAST_WORDS and mine[:shorter] == theirs[:shorter]


def _drop_deed(words: Sequence[str]) -> Sequence[str]:
    """Return a title without what a decision does, which many leave out, as phê duyệt."""
    return words[2:] if tuple(words[:2]) in DEEDS else words


def find_title_slip(typed: str, known: str) -> TitleSlip | None:
    """Return the words of a typed title that are others in the table; nothing for one that is only shorter."""
    mine, theirs = _fold(typed), _fold(known)
    words = _list_words(typed)[: len(theirs) + MORE_TYPED]
    mine = mine[: len(words)]
    if _is_another(mine, theirs):
        return TitleSlip(words[0].start(), words[-1].end(), known)
    if mine == theirs[: len(mine)] or mine[: len(theirs)] == theirs:
        return None
    right = _list_words(known)
    if (other := _count_other_end(typed, words, mine, theirs)) > 0:
        return TitleSlip(
            words[len(theirs) - other].start(), words[len(theirs) - 1].end(), known[right[-other].start() :]
        )
    codes = _compare(mine, theirs).get_opcodes()
    for at, (tag, first, last, start, end) in enumerate(codes):
        if tag == "delete" and _is_put_in(codes, at, mine) and not _is_short_for(words, first, last):
            around, beside = words[first - FLANK : last + FLANK], right[start - FLANK : start + FLANK]
            return TitleSlip(around[0].start(), around[-1].end(), known[beside[0].start() : beside[-1].end()])
        if tag == "replace" and _is_slip(codes, at, mine, theirs) and not _is_short_for(words, first, last):
            return TitleSlip(
                words[first].start(), words[last - 1].end(), known[right[start].start() : right[end - 1].end()]
            )
    return None


def _count_other_end(typed: str, words: Sequence[re.Match[str]], mine: Sequence[str], theirs: Sequence[str]) -> int:
    """Return how many words at the very end of a title are others, where a mark or nothing follows them.

    A title that is cut short goes on with the sentence and hardly ever ends where the whole one does.
    """
    count = len(theirs)
    if len(mine) < count or not _ENDED.match(typed, words[count - 1].end()):
        return 0
    for other in range(1, LAST_WORDS + 1):
        if count - other >= LEAST_BEFORE and mine[: count - other] == theirs[: count - other]:
            is_said = SMALL.isdisjoint((*mine[count - other : count], theirs[-1]))
            is_of_letters = not any(word.isdigit() for word in mine[count - other : count])
            return other if is_said and is_of_letters and not _is_short_for(words, count - other, count) else 0
    return 0


def _is_another(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether a title begins otherwise and shares few words, but those with which many titles end."""
    if len(mine) < LEAST_WORDS or mine[0] in theirs:
        return False
    bare, other = (_drop_end(words) for words in (mine, theirs))
    return _match(bare, other) < UNLIKE_SHARE * max(1, min(len(bare), len(other)))


def _drop_end(words: Sequence[str]) -> Sequence[str]:
    return words[: -len(END)] if tuple(words[-len(END) :]) == END else words


def measure_title(typed: str, known: str) -> int:
    """Return how many signs of a typed text are the title of the table word by word; 0 for another or a shorter one."""
    words, right = _list_words(typed), _fold(known)
    is_whole = bool(right) and _fold(typed)[: len(right)] == right
    return words[len(right) - 1].end() if is_whole else 0


def _is_slip(codes: Sequence[_Change], at: int, mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether a change stands between equal words, or changes a year."""
    _, first, last, start, end = codes[at]
    if last - first > MOST_CHANGED or end - start > MOST_LEFT_OUT or first < FLANK:
        return False
    if all(word.isdigit() for word in (*mine[first:last], *theirs[start:end])):
        return True
    if set(mine[first:last]) <= SMALL or set(theirs[start:end]) <= SMALL or set(mine[first:last]) & set(theirs):
        return False
    if at + 1 == len(codes):
        return False
    _, since, until, begin, stop = codes[at + 1]
    is_last = stop == len(theirs)
    return codes[at + 1][0] == "equal" and (until - since >= FLANK or is_last) and begin >= 0


def _is_put_in(codes: Sequence[_Change], at: int, mine: Sequence[str]) -> bool:
    """Tell whether words that the table has not stand between equal ones of the same place."""
    _, first, last, _, _ = codes[at]
    before, behind = codes[at - 1 : at], codes[at + 1 : at + 2]
    is_between = all(c[0] == "equal" and c[2] - c[1] >= FLANK for c in (*before, *behind)) and bool(before and behind)
    return is_between and last - first <= MOST_CHANGED and not set(mine[first:last]) <= SMALL


def _is_short_for(words: Sequence[re.Match[str]], first: int, last: int) -> bool:
    """Tell whether the typed words are an abbreviation: TTĐN."""
    return any(word[0].isupper() and len(word[0]) > 1 for word in words[first:last])


def _figures(words: Sequence[str]) -> set[str]:
    return {word for word in words if word.isdigit()}


def _match(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """Return how many words two lists share in the same order."""
    return sum(block.size for block in _compare(mine, theirs).get_matching_blocks())


def _compare(mine: Sequence[str], theirs: Sequence[str]) -> "SequenceMatcher[str]":
    from difflib import SequenceMatcher  # most titles are right

    return SequenceMatcher(None, mine, theirs, autojunk=False)


def _list_words(title: str) -> list[re.Match[str]]:
    opening = OPENING.match(title)
    return list(WORD.finditer(title, opening.end() if opening else 0))


@lru_cache(maxsize=512)  # a title is compared by several rules
def _fold(title: str) -> tuple[str, ...]:
    return tuple(fold_name(word[0]) for word in _list_words(title))
