"""Entries with a source and a period: as written they go in, what is wrong with their times comes out."""

from collections.abc import Generator, Iterator, Sequence
from datetime import date
from typing import Any

from ..knowledge.pack import Fact
from ..yaml_nodes import NodePath

FIRST_DAYS = {4: "-01-01", 7: "-01", 10: ""}

Wrong = tuple[str, NodePath, dict[str, object]]
Entries = list[tuple[int, Fact]]


def read_moment(value: str | int | None) -> str:
    """Return a date as the schema allows it, in text."""
    return "" if value is None else str(value)


def is_real(value: str) -> bool:
    """Tell whether the calendar has a year, month or day."""
    try:
        date.fromisoformat(value + FIRST_DAYS[len(value)])
    except ValueError:
        return False
    return True


def check_periods(
    facts: Sequence[Fact], entries: Sequence[dict[str, Any]], path: NodePath
) -> Generator[Wrong, None, Entries]:
    """Yield what is wrong with each period; return the facts whose periods are sound, with their numbers."""
    sound: Entries = []
    for index, fact in enumerate(facts):
        unreal = [key for key, value in (("tu", fact.since), ("den", fact.until)) if value and not is_real(value)]
        for key in unreal:
            yield "E210", (*path, index, key), {"value": entries[index][key]}
        if not unreal and fact.last < fact.first:
            yield "E623", (*path, index, "den"), {"period": fact.period}
        elif not unreal:
            sound.append((index, fact))
    return sound


def check_overlaps(entries: Entries, path: NodePath) -> Iterator[Wrong]:
    """Yield each entry that begins before an earlier one has ended; only terms under one id are compared."""
    by_id: dict[str, Entries] = {}
    for index, fact in entries:
        by_id.setdefault(getattr(fact, "id", ""), []).append((index, fact))
    for listed in by_id.values():
        listed.sort(key=lambda pair: pair[1].first)
        before = listed[0][1]
        for index, fact in listed[1:]:
            if fact.first <= before.last:
                yield "E624", (*path, index), {"period": fact.period, "other": before.period}
            before = max(before, fact, key=lambda f: f.last)
