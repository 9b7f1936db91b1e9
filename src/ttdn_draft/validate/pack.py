"""Holds pack.yaml against its schema and itself: a tree goes in, a Pack or the findings that forbid it come out."""

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from ..errors import Finding, has_errors
from ..knowledge.pack import Deadline, Fact, LocalFact, Organ, OrganName, Pack, PackRecipient, PackSigner
from ..yaml_nodes import NodePath, YamlTree, place_of
from .filling import fill
from .schema import check_data

F = TypeVar("F", bound=Fact)
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FIRST_DAYS = {4: "-01-01", 7: "-01", 10: ""}


def validate_pack(tree: YamlTree, file: str) -> tuple[Pack | None, tuple[Finding, ...]]:
    """Return what is wrong with the data of a pack, each with its line, and the pack where nothing is."""

    def find(id: str, path: NodePath, **facts: object) -> Finding:
        return Finding(id, place_of(file, tree.positions, path), facts)

    if tree.is_broken:
        return None, ()
    wrong = check_data(tree.data, "pack", lambda path: place_of(file, tree.positions, path))
    if wrong:
        return None, tuple(wrong)
    found = [find(message, path, **facts) for message, path, facts in _check(tree.data)]
    return None if has_errors(found) else _build(tree.data), tuple(found)


Wrong = tuple[str, NodePath, dict[str, object]]


def _build(data: dict[str, Any]) -> Pack:
    organs = {entry["id"]: _organ(entry) for entry in data["co_quan"]}
    facts = _facts(LocalFact, data.get("su_kien"))
    return fill(Pack, data, {"organs": lambda _: organs, "facts": lambda _: facts, "version": str})


def _organ(entry: dict[str, Any]) -> Organ:
    return fill(
        Organ,
        {"noi_nhan": {}} | entry,
        {
            "names": lambda v: _facts(OrganName, v),
            "signers": lambda v: _facts(PackSigner, v),
            "deadlines": lambda v: _facts(Deadline, v),
            "recipients": lambda v: {kind: _facts(PackRecipient, listed) for kind, listed in v.items()},
        },
    )


def _facts(cls: type[F], entries: Iterable[dict[str, Any]] | None) -> tuple[F, ...]:
    return tuple(fill(cls, entry, {"since": _moment, "until": _moment}) for entry in entries or ())


def _moment(value: str | int | None) -> str:
    return "" if value is None else str(value)


def _check(data: dict[str, Any]) -> Iterator[Wrong]:
    """Yield what a schema cannot say: days of the calendar, periods, ids that clash or point nowhere."""
    organs = data["co_quan"]
    known = {organ["id"] for organ in organs}
    yield from _check_ids(organs, ("co_quan",))
    yield from _check_ids(data.get("su_kien", []), ("su_kien",))
    yield from _check_entries(LocalFact, data.get("su_kien", []), ("su_kien",))
    for index, organ in enumerate(organs):
        path: NodePath = ("co_quan", index)
        above = organ.get("cap_tren", "")
        if ID.fullmatch(above) and (above not in known or above == organ["id"]):
            yield "E626", (*path, "cap_tren"), {"name": above}
        yield from _check_organ(organ, path)


def _check_organ(organ: dict[str, Any], path: NodePath) -> Iterator[Wrong]:
    names = yield from _check_entries(OrganName, organ["ten"], (*path, "ten"))
    yield from _check_overlaps(names, (*path, "ten"))
    signers = yield from _check_entries(PackSigner, organ.get("nguoi_ky", []), (*path, "nguoi_ky"))
    yield from _check_overlaps(signers, (*path, "nguoi_ky"))
    yield from _check_entries(Deadline, organ.get("han_bao_cao", []), (*path, "han_bao_cao"))
    for kind, listed in organ.get("noi_nhan", {}).items():
        yield from _check_entries(PackRecipient, listed, (*path, "noi_nhan", kind))


def _check_ids(entries: Sequence[dict[str, Any]], path: NodePath) -> Iterator[Wrong]:
    first: dict[str, int] = {}
    for index, entry in enumerate(entries):
        if entry["id"] in first:
            yield "E625", (*path, index, "id"), {"name": entry["id"], "number": first[entry["id"]] + 1}
        first.setdefault(entry["id"], index)


Entries = list[tuple[int, Fact]]


def _check_entries(cls: type[F], entries: list[dict[str, Any]], path: NodePath) -> Generator[Wrong, None, Entries]:
    """Yield what is wrong with each period; return the entries whose periods are sound, with their numbers."""
    sound: Entries = []
    for index, fact in enumerate(_facts(cls, entries)):
        unreal = [key for key, value in (("tu", fact.since), ("den", fact.until)) if value and not _is_real(value)]
        for key in unreal:
            yield "E210", (*path, index, key), {"value": entries[index][key]}
        if not unreal and fact.last < fact.first:
            yield "E623", (*path, index, "den"), {"period": fact.period}
        elif not unreal:
            sound.append((index, fact))
    return sound


def _is_real(value: str) -> bool:
    try:
        date.fromisoformat(value + FIRST_DAYS[len(value)])
    except ValueError:
        return False
    return True


def _check_overlaps(entries: Entries, path: NodePath) -> Iterator[Wrong]:
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
