"""The provinces and centrally governed cities since 2008: an id of any time and a day go in, the unit comes out."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType

from ...patterns import regex
from ...records import dataclass
from ..names import find_near_id, fold_name
from ..periods import Period
from ..tables import read_table
from .succession import find_in_line, read_entry
from .unit_names import fold_unit

CITY = "thành phố"
KINDS = ("", "tỉnh", CITY)  # of one unit in the course of time
CITY_SHORT = regex(r"^\s*tp\b[.\s]*", re.IGNORECASE)
NAMED_AFTER_PERSONS = frozenset({"Hồ Chí Minh"})


@dataclass(frozen=True)
class Province:
    """A unit of the first level in one period; `code` is shared by units of different times, so never a key."""

    id: str
    name: str
    kind: str
    code: str
    centre: str
    period: Period
    successor_id: str
    predecessor_id: str
    unverified: frozenset[str]
    source: str

    @property
    def is_city(self) -> bool:
        """Tell whether it is a centrally governed city: its Party committee is a thành uỷ."""
        return self.kind == CITY

    @property
    def full_name(self) -> str:
        """Return the name with its kind, as inside a sentence: tỉnh Cao Bằng, Thành phố Hồ Chí Minh."""
        return self.place_name if self.name in NAMED_AFTER_PERSONS else f"{self.kind} {self.name}"

    @property
    def party_place_name(self) -> str:
        """Return the name as before a date of the Party: one of one syllable keeps its kind (05-HD/VPTW, trang 10)."""
        if self.name in NAMED_AFTER_PERSONS:
            return f"TP {self.name}"
        return self.name if " " in self.name else f"{self.kind.capitalize()} {self.name}"

    @property
    def place_name(self) -> str:
        """Return the name as before a date: that of a person keeps its kind (Phụ lục I, II.4a of NĐ 30/2020)."""
        return f"{self.kind.capitalize()} {self.name}" if self.name in NAMED_AFTER_PERSONS else self.name


def list_line(id: str) -> tuple[Province, ...]:
    """Return a unit after those that it continues, the oldest first; nothing for an unknown id."""
    unit = _load().get(id)
    return (*list_line(unit.predecessor_id), unit) if unit else ()


def find_near_province(id: str) -> str:
    """Return the id that is meant by one that is not in the table, or by a name; nothing where none looks like it."""
    return find_near_id(id, _load())


@cache
def _list_called() -> Mapping[str, Sequence[Province]]:
    """Return the units by each of their names, with kind and without, as names are compared."""
    called: dict[str, list[Province]] = {}
    for unit in _load().values():
        for name in {fold_unit(f"{kind} {unit.name}".strip()) for kind in KINDS}:
            called.setdefault(name, []).append(unit)
    return called


def find_province_id(asked: str) -> str:
    """Return the id of the newest unit of a name, with its kind or without; what was asked for where none bears it."""
    wanted = fold_unit(CITY_SHORT.sub(f"{CITY} ", asked))
    called = _list_called().get(wanted, ())
    return max(called, key=lambda unit: unit.period.last_day).id if called else asked


def find_province(id: str, day: date) -> Province | None:
    """Return the unit of an id on a day: itself, or the one it came from or was merged into; nothing if unknown."""
    return find_in_line(_load(), id, day)


@cache
def find_newest(id: str) -> str:
    """Return the id of the unit that one of any time is today; the id itself where it is unknown."""
    unit = find_in_line(_load(), id, date.max)
    return unit.id if unit else id


@lru_cache(maxsize=200)
def find_province_by_name(name: str, day: date) -> Province | None:
    """Return the unit that bears a name on a day, however the name is spelt (Hòa Bình, Hoà Bình)."""
    wanted = fold_name(name)
    return next((p for p in list_provinces(day) if fold_name(p.name) == wanted), None)


@lru_cache(maxsize=200)
def find_former(name: str, day: date) -> Province | None:
    """Return the unit that bore a name before a day on which none bears it."""
    if find_province_by_name(name, day):
        return None
    wanted = fold_name(name)
    return next((p for p in _load().values() if fold_name(p.name) == wanted and not p.period.begins_after(day)), None)


def list_provinces(day: date) -> tuple[Province, ...]:
    """Return the units in force on a day, in the order of the table."""
    return tuple(p for p in _load().values() if day in p.period)


def list_predecessors(id: str) -> tuple[Province, ...]:
    """Return all units that went into one, the nearest in time first."""
    direct = [p for p in _load().values() if p.successor_id == id]
    return (*direct, *(older for p in direct for older in list_predecessors(p.id)))


def list_province_ids() -> tuple[str, ...]:
    """Return the ids of all units of all times, in the order of the table."""
    return tuple(_load())


@cache
def _load() -> Mapping[str, Province]:
    return MappingProxyType({row["id"]: _read(row) for row in read_table("provinces")})


def _read(row: Mapping[str, str]) -> Province:
    return Province(**read_entry(row), kind=row["kind"], code=row["code"], centre=row["centre"])
