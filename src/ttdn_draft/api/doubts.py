"""Lists what a text leaves open: a text taken apart goes in, each doubt and gap once with all its places comes out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..asking import Subject
from ..check.locating import find_region
from ..messages import N_, translate
from ..model import AskedDoubt, Source
from ..model.doubts import WEIGHTS
from ..model.marks import PendingMark, find_printed
from ..model.open_words import NAME_KNOWN
from ..read.doubts import HEAD_KEY, list_head_doubts
from ..records import dataclass
from ..yaml_nodes import NodePath
from .doubt_names import name_mark
from .dropping import BY_LIST, find_droppable
from .plain_words import tell_source, tell_written
from .splitting import NOTES_KEY, TEXT_KEY, Apart
from .values import DoubtPlace, DropKind, OpenDoubt

WORDS_OF_PLACE = 6  # of a gap: enough to tell one place from another in a narrow column
USUAL = 1  # the weight of what the head does not ask
FILL_IN = N_("Điền vào chỗ để trống")


@dataclass(frozen=True)
class MarkPlace:
    """A mark of what is still to be done, and where it stands in the text as it is read."""

    mark: PendingMark
    start: int
    end: int
    path: NodePath = ()  # of the value of the head that holds it


def list_marks(apart: Apart) -> list[MarkPlace]:
    """Return every mark of a text in its order, those of the head first."""
    in_body = (MarkPlace(mark, start, end) for mark, start, end in apart.marks)
    return [*_list_head_marks(apart), *sorted(in_body, key=lambda one: one.start)]


def _list_head_marks(apart: Apart) -> Iterator[MarkPlace]:
    source = Source("", apart.tree.data, apart.tree.positions, {}, (), raw=apart.clean)
    for path, value in _list_values(apart.tree.data, ()):
        if "[" not in value or path not in source.positions:
            continue
        marks, (start, end) = list(find_printed(value)), find_region(source, path)
        typed = list(find_printed(apart.clean[start:end]))
        for at, mark in enumerate(marks):
            if len(typed) >= len(marks):
                yield MarkPlace(mark, start + typed[at].start, start + typed[at].end, path)
            else:
                yield MarkPlace(mark, start, end, path)


def _list_values(data: Any, path: NodePath) -> Iterator[tuple[NodePath, str]]:
    """Yield the words of the head: neither its own doubts, nor what stands in blocks."""
    if isinstance(data, dict):
        for key, value in data.items():
            if not path and key in (HEAD_KEY, TEXT_KEY, NOTES_KEY):
                continue
            if not (path[:1] == ("phu_luc",) and key == TEXT_KEY):
                yield from _list_values(value, (*path, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _list_values(value, (*path, at))
    elif isinstance(data, str):
        yield path, data


def list_doubts(apart: Apart, language: str) -> tuple[OpenDoubt, ...]:
    """Return what is open, the most important first."""
    asked = list_head_doubts(apart.tree.data)
    gathered: dict[str, list[MarkPlace]] = {}
    for place in list_marks(apart):
        doubt = asked.get(place.mark.name)
        if not (doubt and doubt.is_settled):
            gathered.setdefault(name_mark(place.mark), []).append(place)
    names = list(asked)
    order = sorted(gathered.items(), key=lambda one: _rank(one[1][0].mark, asked, names))
    return tuple(_show(name, places, asked, at, apart, language) for at, (name, places) in enumerate(order, 1))


def _rank(mark: PendingMark, asked: Mapping[str, AskedDoubt], names: Sequence[str]) -> tuple[int, int]:
    """Return how important a doubt is, from 0, and where the head asks it; one that it does not ask comes behind."""
    if mark.is_open:
        return len(WEIGHTS), 0
    if doubt := asked.get(mark.name):
        return WEIGHTS.index(doubt.weight) if doubt.weight in WEIGHTS else USUAL, names.index(mark.name)
    return USUAL, len(names)


def _show(
    name: str, places: Sequence[MarkPlace], asked: Mapping[str, AskedDoubt], rank: int, apart: Apart, language: str
) -> OpenDoubt:
    mark, drop = places[0].mark, offer_drop(places, apart)
    shown = tuple(_place(one, apart, asked) for one in places)
    source = next((one.mark.source for one in places if one.mark.source), "")
    if doubt := asked.get(mark.name):
        ground = tell_source(doubt.source or source, language)
        question = translate(doubt.question, language)
        return OpenDoubt(name, "doubt", doubt.value, question, ground, rank, shown, drop)
    if mark.is_gap:
        wanted = tell_written(mark.question, language)
        question = wanted[:1].upper() + wanted[1:] or translate(FILL_IN, language)
        _, _, offered = mark.question.partition(NAME_KNOWN.format(now=""))
        return OpenDoubt(name, "gap", "", question, tell_source(source, language), rank, shown, drop, offered)
    question = translate(Subject.OTHER.value[1], language)
    return OpenDoubt(name, "doubt", mark.question, question, tell_source(source, language), rank, shown, drop)


def offer_drop(places: Sequence[MarkPlace], apart: Apart) -> DropKind:
    """Return what may be dropped in place of an answer: at one place of the body, or lists that gaps lead to at all."""
    if any(place.path for place in places):
        return ""
    spans = [(apart.offsets.find(place.start), apart.offsets.find(place.end)) for place in places]
    kinds = {found.kind if (found := find_droppable(apart, *span)) else "" for span in spans}
    is_lists = kinds == {BY_LIST} and all(place.mark.is_gap for place in places)
    return kinds.pop() if len(places) == 1 or is_lists else ""


def _place(place: MarkPlace, apart: Apart, asked: Mapping[str, AskedDoubt]) -> DoubtPlace:
    start, end = apart.offsets.find(place.start), apart.offsets.find(place.end)
    doubt = asked.get(place.mark.name)
    words = _words_before(place, apart) if place.mark.is_gap else place.mark.question or (doubt.value if doubt else "")
    return DoubtPlace(start, end, apart.find_block(start), place.path, words)


def _words_before(place: MarkPlace, apart: Apart) -> str:
    """Return the last words of the line before a gap, behind any other mark; nothing in the head."""
    line = "" if place.path else apart.clean[: place.start].rpartition("\n")[2].rpartition("]")[2]
    words = line.strip(" ;,.:-#*").split()
    return " ".join(words[-WORDS_OF_PLACE:])
