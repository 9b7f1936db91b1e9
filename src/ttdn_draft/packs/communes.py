"""The commune that a document or a command names: words, a province and a day go in, the commune comes out."""

from collections.abc import Iterable
from datetime import date

from ..errors import Finding, Place
from ..knowledge.ages import find_known_day
from ..knowledge.places.communes import FIRST_DAY, Commune, explain_miss, find_commune, find_own_commune
from ..knowledge.places.provinces import Province, find_province
from ..model import Reading

SHOWN = 8  # names in one sentence


def take_commune(asked: str, province: str, day: date | None, place: Place) -> Reading[Commune | None]:
    """Return the commune that a province, by an id of any time, has on a day, or why there is none.

    Without a day it is that until which the tables are known. `place` is where the commune was asked for.
    """
    when, name = day or find_known_day(), " ".join(asked.split())
    if when < FIRST_DAY:
        return Reading(None, (Finding("E614", place, {"name": name, "day": when, "since": FIRST_DAY}),))
    found = find_commune(name, province, when)
    return Reading(found, () if found else (_tell_missed(name, province, when, place),))


def take_own_commune(id: str, province: str, day: date | None, place: Place) -> Reading[Commune | None]:
    """Return the commune that a pack is of, on a day; without a day as it was last, though it may have ended."""
    own = find_own_commune(id, province) if day is None else None
    return Reading(own) if own else take_commune(id, province, day, place)


def _tell_missed(name: str, province: str, day: date, place: Place) -> Finding:
    unit, missed = find_province(province, day), explain_miss(name, province, day)
    facts: dict[str, object] = {"name": name, "province": unit.full_name if unit else province, "day": day}
    if missed.candidates:
        return Finding("E613", place, facts | {"units": _list(missed.candidates), "ids": _list_ids(missed.candidates)})
    if missed.successors:
        units = {"units": _list(missed.successors), "ids": _list_ids(missed.successors)}
        return Finding("E610", place, facts | units)
    if missed.elsewhere:
        others = (find_province(other.province_id, day) for other in missed.elsewhere)
        listed = [_locate(c, p) for c, p in zip(missed.elsewhere, others, strict=True)]
        return Finding("E611", place, facts | {"units": _join(listed), "guess": missed.guess})
    return Finding("E612", place, facts | {"guess": missed.guess})


def _locate(commune: Commune, province: Province | None) -> str:
    return f"{commune.full_name} ({province.full_name})" if province else commune.full_name


def _list(units: Iterable[Commune]) -> str:
    return _join([unit.full_name for unit in units])


def _list_ids(units: Iterable[Commune]) -> str:
    return _join([unit.id for unit in units])


def _join(names: list[str]) -> str:
    return ", ".join([*names[:SHOWN], *(["…"] if len(names) > SHOWN else [])])
