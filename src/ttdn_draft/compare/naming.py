"""Says what kind of words changed in a line: both lines and the places go in, dates, citations and figures come out.

A change inside the name of a document or of a time is one of that name: it is shown whole, so that a reader sees which
document took the place of which.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from ..differences import TextChange, diff_words
from ..mentions.citations import list_citations
from ..mentions.dates import read_dates
from ..mentions.periods import read_periods
from ..model.mentions import Passage, Stretch
from ..records import dataclass

WordKind: TypeAlias = Literal["word", "figure", "date", "citation"]


@dataclass(frozen=True)
class WordChange:
    """Words of a line that became others: what kind they are, the words, and where they stand in both lines."""

    kind: WordKind
    old: str
    new: str
    at: TextChange


@dataclass(frozen=True)
class _Named:
    """Where a document, or a time, is named in a line."""

    kind: WordKind
    start: int
    end: int


def name_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """Return the changes between two lines, those inside one name as one."""
    named = list(_find_names(old)), list(_find_names(new))
    found: list[WordChange] = []
    for change in diff_words(old, new):
        one = _name(old, new, change, *named)
        if found and (one.at.start < found[-1].at.end or one.at.new_start < found[-1].at.new_end):
            one = _unite(old, new, found.pop(), one)
        found.append(one)
    return tuple(found)


def _find_names(text: str) -> Iterator[_Named]:
    passage = Passage("paragraph", (), text)
    for document in list_citations([passage]):
        ends = [span[1] for span in (document.symbol_span, document.day_span, document.issuer_span)]
        yield _Named("citation", document.start, max(ends))
    yield from (_Named("date", found.start, found.end) for found in read_dates([passage]))
    yield from (_Named("date", found.start, found.end) for found in read_periods([passage]))


def _name(old: str, new: str, change: TextChange, olds: Sequence[_Named], news: Sequence[_Named]) -> WordChange:
    spans = (change.start, change.end), (change.new_start, change.new_end)
    around = [_around(span, names) for span, names in zip(spans, (olds, news), strict=True)]
    kinds = [name.kind for name in around if name]
    kind: WordKind = "citation" if "citation" in kinds else kinds[0] if kinds else "word"
    (start, end), (new_start, new_end) = (_widen(s, n, kind) for s, n in zip(spans, around, strict=True))
    words = old[start:end], new[new_start:new_end]
    if kind == "word" and any(sign.isdigit() for sign in "".join(words)):
        kind = "figure"
    return WordChange(kind, *words, TextChange(start, end, new_start, new_end))


def _around(span: Stretch, names: Sequence[_Named]) -> _Named | None:
    """Return the name that a stretch touches, that of a document before that of a time."""
    touched = [name for name in names if name.start < span[1] and span[0] < name.end]
    return min(touched, key=lambda name: (name.kind != "citation", name.start), default=None)


def _widen(span: Stretch, name: _Named | None, kind: WordKind) -> Stretch:
    return (min(span[0], name.start), max(span[1], name.end)) if name and name.kind == kind else span


def _unite(old: str, new: str, one: WordChange, other: WordChange) -> WordChange:
    at = TextChange(
        min(one.at.start, other.at.start),
        max(one.at.end, other.at.end),
        min(one.at.new_start, other.at.new_start),
        max(one.at.new_end, other.at.new_end),
    )
    kind = min(one.kind, other.kind, key=("citation", "date", "figure", "word").index)
    return WordChange(kind, old[at.start : at.end], new[at.new_start : at.new_end], at)
