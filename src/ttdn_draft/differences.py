"""Holds two texts, or two rows of lines, against each other: both go in, what went, came or moved comes out.

Words are compared as they are read, letters of one sign (NFC) and one blank between words; places are those of the
texts as they are typed. `rapidfuzz` finds the longest rows of equal words, for which comparing each with each is too
slow: ten thousand lines take a twentieth of a second.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from unicodedata import normalize

from rapidfuzz.distance import Indel

from .patterns import regex
from .records import dataclass

TOKENS = regex(r"\d+(?:[.,/]\d+)*|\w[\w\u0300-\u036f]*|\s+|[^\w\s]")
FIGURE_SIGNS = regex(r"\d+")
ALIKE_LINES = 0.5  # how much of the words of a line stays where it is another form of a line, not a new one
MOVED_LINES = 0.8  # and where it stands elsewhere
SHORTEST_MOVED = 4  # words; shorter ones stand in many places
MOST_PAIRS = 40_000  # that are weighed one by one
EDGE_WORDS = 4  # by which lines of long rows are known again
SMALL_ISLAND, BIG_CHANGE = 1, 4  # words: one that stays between so many that change only makes a change hard to read


@dataclass(frozen=True)
class TextChange:
    """Letters of an old text, from one to before another, and those of a new one in their place."""

    start: int
    end: int
    new_start: int
    new_end: int


@dataclass(frozen=True)
class Pair:
    """Two lines that belong together, by their places; -1 where a line has no other."""

    old: int
    new: int
    is_moved: bool = False


def diff_words(old: str, new: str) -> list[TextChange]:
    """Return which words of a text became which of another, in their order."""
    olds, news = list(_tokens(old)), list(_tokens(new))
    changes = list(_gaps([key for key, _ in olds], [key for key, _ in news]))
    joined = _join(changes, [key for key, _ in olds])
    starts, ends = [at for _, at in olds] + [len(old)], [at for _, at in news] + [len(new)]
    return [TextChange(starts[i], starts[j], ends[k], ends[m]) for i, j, k, m in joined]


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """Yield each word, sign and blank as it is compared, and where it begins."""
    for found in TOKENS.finditer(text):
        yield (" " if found[0].isspace() else normalize("NFC", found[0])), found.start()


Gap = tuple[int, int, int, int]


def _gaps(old: Sequence[str], new: Sequence[str]) -> Iterator[Gap]:
    """Yield from where to where two rows differ, between what is equal in both."""
    at, to = 0, 0
    equal = [(o.src_start, o.src_end, o.dest_start, o.dest_end) for o in Indel.opcodes(old, new) if o.tag == "equal"]
    for start, end, new_start, new_end in [*equal, (len(old), len(old), len(new), len(new))]:
        if at < start or to < new_start:
            yield at, start, to, new_start
        at, to = end, new_end


def _join(gaps: Sequence[Gap], words: Sequence[str]) -> list[Gap]:
    """Return changes with those made one between which nearly nothing stays."""
    joined: list[Gap] = []
    for gap in gaps:
        if joined and _is_island(words[joined[-1][1] : gap[0]], joined[-1], gap):
            joined[-1] = (joined[-1][0], gap[1], joined[-1][2], gap[3])
        else:
            joined.append(gap)
    return joined


def _is_island(words: Sequence[str], before: Gap, behind: Gap) -> bool:
    lettered = sum(word[0].isalnum() for word in words)
    size = sum(gap[1] - gap[0] + gap[3] - gap[2] for gap in (before, behind))
    return not lettered or (lettered <= SMALL_ISLAND and size >= BIG_CHANGE * 2)


def alikeness(old: str, new: str) -> float:
    """Return how much of the words of two texts is the same, from 0 to 1."""
    olds, news = ([key for key, _ in _tokens(text) if key != " "] for text in (old, new))
    return Indel.normalized_similarity(olds, news)


def pair_lines(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return which lines belong together, in the order of the new ones, those that went where they stood.

    Equal lines first; between those, lines that differ in figures alone, or begin or end alike, or are alike by most
    of their words. What is left may stand elsewhere.
    """
    pairs = pair_in_order(old, new)
    gone = [p.old for p in pairs if p.new < 0 and _may_move(old[p.old])]
    come = [p.new for p in pairs if p.old < 0 and _may_move(new[p.new])]
    moved = dict(_find_moved(old, new, gone, come))
    kept = [p for p in pairs if not (p.new < 0 and p.old in moved.values())]
    return [Pair(moved[p.new], p.new, is_moved=True) if p.old < 0 and p.new in moved else p for p in kept]


def pair_in_order(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return which lines belong together as `pair_lines` does, none of them elsewhere than it stood."""
    return list(_pair(old, new, 0, 0, KEYS))


def _may_move(line: str) -> bool:
    return len(line.split()) >= SHORTEST_MOVED


LineKey = Callable[[str], str]
KEYS: tuple[LineKey, ...] = (
    lambda line: " ".join(normalize("NFC", line).split()),
    lambda line: FIGURE_SIGNS.sub("0", normalize("NFC", line)).casefold(),
    lambda line: " ".join(line.casefold().split()[:EDGE_WORDS]),
    lambda line: " ".join(line.casefold().split()[-EDGE_WORDS:]),
)


def _pair(old: Sequence[str], new: Sequence[str], at: int, to: int, keys: Sequence[LineKey]) -> Iterator[Pair]:
    """Yield the pairs of two rows that begin at places of longer ones: by the first key, between them by the next."""
    if not keys or not old or not new:
        yield from _pair_alike(old, new, at, to)
        return
    first, *others = keys
    olds, news = [first(line) for line in old], [first(line) for line in new]
    i, j = 0, 0
    for start, end, new_start, new_end in [*_gaps(olds, news), (len(old), len(old), len(new), len(new))]:
        yield from (Pair(at + i + n, to + j + n) for n in range(start - i))
        yield from _pair(old[start:end], new[new_start:new_end], at + start, to + new_start, others)
        i, j = end, new_end


def _pair_alike(old: Sequence[str], new: Sequence[str], at: int, to: int) -> Iterator[Pair]:
    """Yield the pairs that keep the most words, in the order of both; of long rows nothing is weighed."""
    chosen = _choose(old, new) if 0 < len(old) * len(new) <= MOST_PAIRS else []
    for (i, j), (end, new_end) in pairwise([(-1, -1), *chosen, (len(old), len(new))]):
        yield from (Pair(at + n, -1) for n in range(i + 1, end))
        yield from (Pair(-1, to + n) for n in range(j + 1, new_end))
        if end < len(old):
            yield Pair(at + end, to + new_end)


def _choose(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of lines that go together so that the sum of what is alike is the greatest."""
    weights = [[w if (w := alikeness(o, n)) >= ALIKE_LINES else 0.0 for n in new] for o in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            taken = weights[i][j] + best[i + 1][j + 1] if weights[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], taken)
    chosen, i, j = list[tuple[int, int]](), 0, 0
    while i < len(old) and j < len(new) and best[i][j]:
        if weights[i][j] and best[i][j] == weights[i][j] + best[i + 1][j + 1]:
            chosen.append((i, j))
            i, j = i + 1, j + 1
        else:
            i, j = (i + 1, j) if best[i + 1][j] >= best[i][j + 1] else (i, j + 1)
    return chosen


def _find_moved(
    old: Sequence[str], new: Sequence[str], gone: Sequence[int], come: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield which new line is which old one that stood elsewhere: equal ones first, then the most alike."""
    left = {KEYS[0](old[place]): place for place in reversed(gone)}
    taken = set[int]()
    for place in come:
        if (found := left.pop(KEYS[0](new[place]), None)) is not None:
            taken |= {found}
            yield place, found
            come = [other for other in come if other != place]
    rest = [place for place in gone if place not in taken]
    if len(rest) * len(come) > MOST_PAIRS:
        return
    for place in come:
        near = max(rest, key=lambda one: alikeness(old[one], new[place]), default=-1)
        if near >= 0 and alikeness(old[near], new[place]) >= MOVED_LINES:
            rest.remove(near)
            yield place, near
