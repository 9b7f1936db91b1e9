"""Keeps what was worked out for one document for the next of its kind: a memory is opened, what it keeps is used again.

A batch makes thousands of documents that differ in a few words. Without an open memory everything is worked out anew.
What is kept is the result of a function that depends on nothing but what it is given, found again by the very things
that it was given; it stays as long as each document uses it, so that a memory grows with a document, not with a batch.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import compress, count
from operator import is_not
from typing import Any, TypeVar

T = TypeVar("T")
MOST_ROWS = 24  # rows of things of which is kept what was made of each


class Memory:
    """What the last document used, by the function and the things that it was given, and the notes of the rooms."""

    def __init__(self) -> None:
        self.last: dict[tuple[object, ...], tuple[Any, ...]] = {}
        self.used: dict[tuple[object, ...], tuple[Any, ...]] = {}
        self.rows: dict[tuple[object, ...], tuple[Sequence[Any], list[Any], tuple[Any, ...]]] = {}
        self.notes: dict[type, Any] = {}

    def turn(self) -> None:
        """Forget what the last document did not use: the next one begins."""
        self.last, self.used = self.used, {}

    def note(self, kind: type[T]) -> T:
        """Return what a room writes down of documents, of its own kind; it is empty at first."""
        if kind not in self.notes:
            self.notes[kind] = kind()
        found: T = self.notes[kind]
        return found


_open: ContextVar[Memory | None] = ContextVar("memory", default=None)


def open_memory() -> Memory | None:
    """Return the memory that is open; nothing where each document stands for itself."""
    return _open.get()


@contextmanager
def remembering(memory: Memory) -> Iterator[None]:
    """Let one document use a memory, and be kept in it for the next."""
    memory.turn()
    before = _open.set(memory)
    try:
        yield
    finally:
        _open.reset(before)


def reuse(make: Callable[..., T], *about: Any, by: tuple[object, ...] = ()) -> T:
    """Return what a function makes of some things, and of values that are equal; kept where a memory is open.

    The things are known again by being the same, not by being equal: they must not change. The function must have no
    other effect.
    """
    memory = _open.get()
    if memory is None:
        return make(*about, *by)
    key = (make, *map(id, about), by)
    kept = memory.used.get(key)
    if kept is None:
        kept = memory.last.get(key)
        if kept is None:
            kept = (make(*about, *by), about)  # which lives as long, so that nothing else takes its place
        memory.used[key] = kept
    result: T = kept[0]
    return result


def reuse_each(make: Callable[..., T], things: Sequence[Any], *about: Any, reach: int = 0) -> list[T]:
    """Return what a function makes of each of some things in a row, and of things that all have in common.

    Where a memory is open, it is made anew for those alone that are others than in the document before, and for their
    neighbours up to `reach` places off. With a reach the function is given all things and the place of one.
    """
    memory = _open.get()
    key = (make, reach, len(things), *map(id, about))
    kept = memory.rows.get(key) if memory else None
    results: list[T] = list(kept[1]) if kept else []
    changed = _list_changed(things, kept[0], reach) if kept else range(len(things))
    for place in changed:
        made = make(things, place, *about) if reach else make(things[place], *about)
        results[place : place + 1] = [made]
    if memory:
        memory.rows[key] = things, results, about
        while len(memory.rows) > MOST_ROWS:
            del memory.rows[next(iter(memory.rows))]
    return results


def _list_changed(things: Sequence[Any], before: Sequence[Any], reach: int) -> Iterable[int]:
    """Return the places at which, or near which, other things stand than before."""
    changed = compress(count(), map(is_not, things, before))
    near = {place + step for place in changed for step in range(-reach, reach + 1)}
    return sorted(place for place in near if 0 <= place < len(things))
