"""Holds pack.yaml against its schema and itself: a tree goes in, a Pack or the findings that forbid it come out."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence, Set
from datetime import timedelta
from functools import partial
from typing import Any, TypeVar

from ..errors import Finding, has_errors
from ..knowledge.names import find_near_id
from ..knowledge.pack import (
    WHOLE_COUNTRY,
    Deadline,
    Fact,
    LocalFact,
    Organ,
    OrganName,
    Pack,
    PackEvent,
    PackRecipient,
    PackSigner,
    PackTerm,
    Statement,
)
from ..knowledge.places.communes import list_commune_ids, name_commune_pack
from ..knowledge.places.districts import find_districts, list_district_ids
from ..knowledge.places.provinces import find_near_province, list_line
from ..messages import N_
from ..model import PartialDate, Reading, is_id
from ..yaml_nodes import NodePath, YamlTree, place_of
from .filling import fill
from .schema import check_data

F = TypeVar("F", bound=Fact)
ELSEWHERE = ("chi_o", "tru_o", "co_quan_xa", "co_quan_mac_dinh_xa")
PROVINCE, DISTRICT, UNIT = N_("tỉnh, thành phố"), N_("huyện, quận, thị xã"), N_("xã, phường, huyện")
ONE_DAY = timedelta(days=1)
MOMENTS = ("tu", "den", "cho_trong_tu", "biet_tu")
OF_THE_PACK: dict[str, type[Fact]] = {"su_kien": LocalFact, "nhiem_ky": PackTerm, "su_kien_nam": PackEvent}


def validate_pack(tree: YamlTree, file: str, below: Set[str], of_communes: Set[str]) -> Reading[Pack | None]:
    """Return what is wrong with the data of a pack, each with its line, and the pack where nothing is.

    `below` are the organs of the pack that lies under it: what is left out of them stands there; so do those
    `of_communes` under the pack of a commune.
    """

    def find(id: str, path: NodePath, **facts: object) -> Finding:
        return Finding(id, place_of(file, tree.positions, path), facts)

    if tree.is_broken:
        return Reading(None)
    wrong = check_data(tree.data, "pack", lambda path: place_of(file, tree.positions, path))
    if wrong:
        return Reading(None, tuple(wrong))
    under = below | of_communes if "xa" in tree.data else below
    found = [find(message, path, **facts) for message, path, facts in _check(tree.data, under)]
    return Reading(None if has_errors(found) else build_pack(tree.data), tuple(found))


Wrong = tuple[str, NodePath, dict[str, object]]


def build_pack(data: dict[str, Any]) -> Pack:
    """Return a pack of data that is sound."""
    whole = {"co_quan_mac_dinh": {}, "co_quan_xa": [], "co_quan_mac_dinh_xa": {}} | data
    convert: dict[str, Callable[[Any], Any]] = {"organs": _organs, "commune_organs": _organs, "version": str}
    convert |= {"facts": partial(_facts, LocalFact)}
    convert |= {"terms": partial(_facts, PackTerm), "events": partial(_facts, PackEvent)}
    return fill(Pack, whole, convert)


def _organs(entries: Iterable[dict[str, Any]]) -> dict[str, Organ]:
    return {entry["id"]: _organ(entry) for entry in entries}


def _organ(entry: dict[str, Any]) -> Organ:
    return fill(
        Organ,
        {"noi_nhan": {}} | entry,
        {
            "names": lambda v: _facts(OrganName, v),
            "signers": lambda v: _facts(PackSigner, v),
            "deadlines": lambda v: _facts(Deadline, v),
            "recipients": lambda v: {kind: _facts(PackRecipient, listed) for kind, listed in v.items()},
            **dict.fromkeys(("parents", "place_names", "drafting_units"), partial(_statement, entry)),
        },
    )


def _statement(organ: dict[str, Any], text: str) -> tuple[Statement, ...]:
    """Return a plain text of an organ with the source that the organ gives for all of them."""
    return (Statement(text=text.strip(), source=organ["nguon"], is_verified=organ.get("xac_minh", False)),)


def _facts(cls: type[F], entries: Iterable[dict[str, Any]] | None) -> tuple[F, ...]:
    moments = ("since", "until", "gap_from", "known_from")
    converted: dict[str, Any] = {"only_in": tuple, "not_in": tuple, "units": tuple} | dict.fromkeys(moments, _moment)
    converted = {name: convert for name, convert in converted.items() if name in cls.__dataclass_fields__}
    return tuple(fill(cls, entry, converted) for entry in entries or ())


def _moment(value: str | int | None) -> PartialDate | None:
    return None if value is None else PartialDate.parse(str(value))


def _check(data: dict[str, Any], below: Set[str]) -> Iterator[Wrong]:
    """Yield what a schema cannot say: days of the calendar, periods, ids that clash or point nowhere."""
    organs, of_communes = data["co_quan"], data.get("co_quan_xa", [])
    known = {organ["id"] for organ in (*organs, *of_communes)} | below
    yield from _check_ids(organs, ("co_quan",))
    yield from _check_ids(of_communes, ("co_quan_xa",))
    for key, cls in OF_THE_PACK.items():
        yield from _check_ids(data.get(key, []), (key,))
        yield from _check_entries(cls, data.get(key, []), (key,))
    listed = [(("co_quan", i), organ) for i, organ in enumerate(organs)]
    listed += [(("co_quan_xa", i), organ) for i, organ in enumerate(of_communes)]
    for path, organ in listed:
        above = organ.get("cap_tren", "")
        if is_id(above) and (above not in known or above == organ["id"]):
            yield "E626", (*path, "cap_tren"), {"name": above}
        if "ten" not in organ and organ["id"] not in below:
            yield "E630", (*path, "id"), {"name": organ["id"]}
        yield from _check_organ(organ, path)
        yield from _check_district(organ.get("huyen", ""), data["tinh"], (*path, "huyen"))
    for index, fact in enumerate(data.get("su_kien", [])):
        yield from _check_units(fact.get("don_vi", []), data["tinh"], ("su_kien", index, "don_vi"))
    if data["tinh"] != WHOLE_COUNTRY:
        yield from _check_elsewhere(data, ())
        if not list_line(data["tinh"]):
            facts = {"name": data["tinh"], "guess": find_near_province(data["tinh"]), "what": PROVINCE}
            yield "E632", ("tinh",), facts
    if "xa" in data and data["id"] != (wanted := name_commune_pack(data["tinh"], data["xa"])):
        yield "E615", ("id",), {"name": data["id"], "wanted": wanted, "commune": data["xa"]}
    for key in ("co_quan_mac_dinh", "co_quan_mac_dinh_xa"):
        for standard, kinds in data.get(key, {}).items():
            for kind, organ_id in kinds.items():
                if organ_id not in known:
                    yield "E626", (key, standard, kind), {"name": organ_id}


def _check_district(asked: str, province: str, path: NodePath) -> Iterator[Wrong]:
    """Yield that a name is of no district that was in a province, or of several at one time."""
    found = find_districts(asked, province) if asked else ()
    if asked and len({unit.id for unit in found}) != 1:
        ids = [unit.id for unit in found] or list_district_ids(province)
        yield "E632", path, {"name": asked, "guess": find_near_id(asked, set(ids)), "what": DISTRICT}


def _check_units(ids: Iterable[str], province: str, path: NodePath) -> Iterator[Wrong]:
    """Yield each id that is of no commune and of no district of a province."""
    if not ids:
        return
    known = {*list_district_ids(province), *list_commune_ids(province)}
    for index, unit in enumerate(ids):
        if unit not in known:
            yield "E632", (*path, index), {"name": unit, "guess": find_near_id(unit, known), "what": UNIT}


def _check_elsewhere(node: Any, path: NodePath) -> Iterator[Wrong]:
    """Yield each key about provinces in the pack of one province."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        if key in ELSEWHERE:
            yield "E631", (*path, key), {"key": key}
        yield from _check_elsewhere(value, (*path, key))


def _check_organ(organ: dict[str, Any], path: NodePath) -> Iterator[Wrong]:
    names = yield from _check_entries(OrganName, organ.get("ten", []), (*path, "ten"))
    yield from _check_overlaps(names, (*path, "ten"))
    for _, at, gap in _find_gaps(names, (*path, "ten"), len(organ.get("ten", []))):
        yield "W690", at, gap
    signers = yield from _check_entries(PackSigner, organ.get("nguoi_ky", []), (*path, "nguoi_ky"))
    yield from _check_overlaps(signers, (*path, "nguoi_ky"))
    for name, at, gap in _find_gaps(signers, (*path, "nguoi_ky"), len(organ.get("nguoi_ky", []))):
        yield "W691", at, {"name": name, **gap}
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
    for index, entry in enumerate(entries):
        unreal = [key for key in MOMENTS if not _is_real(entry.get(key))]
        for key in unreal:
            yield "E210", (*path, index, key), {"value": entry[key]}
        if unreal:
            continue
        (fact,) = _facts(cls, [entry])
        if fact.period.last_day < fact.period.first_day:
            yield "E623", (*path, index, "den"), {"period": fact.period}
        else:
            sound.append((index, fact))
    return sound


def _is_real(value: str | int | None) -> bool:
    try:
        _moment(value)
    except ValueError:
        return False
    return True


def _check_overlaps(entries: Entries, path: NodePath) -> Iterator[Wrong]:
    """Yield each entry that begins before an earlier one has ended, of those under one id and in one place."""
    alike: dict[tuple[object, ...], Entries] = {}
    for index, fact in entries:
        alike.setdefault((getattr(fact, "id", ""), fact.only_in, fact.not_in), []).append((index, fact))
    for listed in alike.values():
        listed.sort(key=lambda pair: pair[1].period.first_day)
        before = listed[0][1]
        for index, fact in listed[1:]:
            if fact.period.overlaps(before.period):
                yield "E624", (*path, index), {"period": fact.period, "other": before.period}
            before = max(before, fact, key=lambda f: f.period.last_day)


def _find_gaps(entries: Entries, path: NodePath, whole: int) -> Iterator[tuple[str, NodePath, dict[str, object]]]:
    """Yield id, path and gap of each entry before which nothing is said for a time; terms are compared by id.

    Where some of the `whole` entries are unsound, a gap is that of them.
    """
    if len(entries) < whole:
        return
    alike: dict[str, Entries] = {}
    for index, fact in entries:
        alike.setdefault(getattr(fact, "id", ""), []).append((index, fact))
    for name, listed in alike.items():
        listed.sort(key=lambda pair: pair[1].period.first_day)
        until = listed[0][1].period.last_day
        for index, fact in listed[1:]:
            first = fact.period.first_day
            if (days := (first - until).days - 1) > 0:
                gap = {"since": until + ONE_DAY, "until": first - ONE_DAY, "days": days}
                yield name, (*path, index), gap
            until = max(until, fact.period.last_day)
