"""The communes since 01/7/2025: a province, an id or a name and a day go in, the commune or its successors come out.

The table is read when a document first names a commune, that of the communes and districts of before only where the
name is of none of the day.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from ...patterns import regex
from ...records import dataclass
from ..names import find_near_id, make_id
from ..periods import Period, read_period
from ..tables import read_table, read_unverified
from .districts import has_district
from .provinces import find_newest
from .unit_names import bears_name, is_called, sounds_like

FIRST_DAY = date(2025, 7, 1)
"""The day from which there are these communes, and no districts (Luật Tổ chức chính quyền địa phương 2025)."""
LEVEL_WORD = "level_word"
"""The column that says whether the place line bears the level word."""


LEVEL = regex(r"(?:xa|phuong|dac-khu|thi-tran)-")


@dataclass(frozen=True)
class Commune:
    """A unit of the second level in one period; known together with its province alone, names are used many times.

    `level_word` says why its place line bears the level word: its name is or holds a number, is one word, is that of a
    province or of a person; where that is not certain, `unverified` names it.
    """

    id: str
    name: str
    kind: str
    province_id: str
    code: str
    level_word: str
    period: Period
    unverified: frozenset[str]
    source: str

    @property
    def full_name(self) -> str:
        """Return the name as in a sentence: xã Trùng Khánh, Phường 1 Bảo Lộc (Phụ lục II of NĐ 30/2020)."""
        return f"{self.kind.capitalize() if self.name[0].isdigit() else self.kind} {self.name}"

    @property
    def place_name(self) -> str:
        """Return the name as before a date (05-HD/VPTW, trang 9 - 10; Phụ lục I, II.4a of NĐ 30/2020)."""
        return f"{self.kind.capitalize()} {self.name}" if self.level_word else self.name


@dataclass(frozen=True)
class CommuneMiss:
    """What is known of a name that no commune of the province bears on the day."""

    successors: tuple[Commune, ...] = ()  # of the former commune or district of that name
    candidates: tuple[Commune, ...] = ()  # whose names differ in their marks alone
    elsewhere: tuple[Commune, ...] = ()  # of that name in other provinces
    guess: str = ""


def name_commune_pack(province: str, commune: str) -> str:
    """Return the id that the pack of a commune bears: a commune is known together with its province alone."""
    return f"{find_newest(province)}-{commune}"


def find_own_commune(id: str, province: str) -> Commune | None:
    """Return the commune of an id in its last period, of whatever time; nothing for an unknown id."""
    named = (unit for unit in _load(find_newest(province)) if unit.id == id)
    return max(named, key=lambda unit: unit.period.last_day, default=None)


def list_heirs(unit: Commune) -> tuple[Commune, ...]:
    """Return the communes that a commune which ended went into, those that there are last."""
    return _find_successors(unit.id, unit.province_id, list_communes(unit.province_id, date.max))


def list_communes(province: str, day: date) -> tuple[Commune, ...]:
    """Return the communes of a province, named by an id of any time, on a day; none before the first day."""
    return tuple(unit for unit in _load(find_newest(province)) if day in unit.period)


def list_commune_ids(province: str) -> tuple[str, ...]:
    """Return the ids of the communes of a province, named by an id of any time, on any day."""
    return tuple(dict.fromkeys(unit.id for unit in _load(find_newest(province))))


def find_commune(asked: str, province: str, day: date) -> Commune | None:
    """Return the commune of an id or a name on a day; marks count, and so does the level word where there is one."""
    return next((unit for unit in list_communes(province, day) if is_called(unit, asked)), None)


def explain_miss(asked: str, province: str, day: date) -> CommuneMiss:
    """Return why no commune of a province is found by what was asked for on a day, and what may be meant."""
    here = list_communes(province, day)
    alike = tuple(unit for unit in here if sounds_like(unit.name, unit.kind, asked))
    if len(alike) > 1:
        return CommuneMiss(candidates=alike)
    if successors := _find_successors(asked, find_newest(province), here):
        return CommuneMiss(successors=successors)
    others = tuple(_find_elsewhere(asked, find_newest(province), day))
    return CommuneMiss(elsewhere=others, guess="" if others else _guess(asked, here))


def _guess(asked: str, here: Iterable[Commune]) -> str:
    by_name = {make_id(f"{unit.kind} {unit.name}"): unit.id for unit in here}
    ids = {unit.id: unit.id for unit in here}
    bare = LEVEL.sub("", make_id(asked), count=1)
    if bare in ids:  # the name is right, the word before it is not
        return bare
    return {**by_name, **ids}.get(find_near_id(asked, {*by_name, *ids}), "")


def _find_successors(asked: str, province: str, here: Iterable[Commune]) -> tuple[Commune, ...]:
    """Return the communes of a day that a former unit of the province went into, the largest part first."""
    changed = [unit.code for unit in _load(province) if bears_name(unit.name, unit.kind, asked) or asked == unit.id]
    codes = changed or [code for row in _find_former(asked, province) for code in row["successors"].split()]
    by_code = {unit.code: unit for unit in here}
    return tuple(
        by_code[code] for code in dict.fromkeys(codes) if code in by_code and not is_called(by_code[code], asked)
    )


def _find_former(asked: str, province: str) -> Iterator[Mapping[str, str]]:
    """Yield the former communes of a name, or those of the former district of a name."""
    rows = [row for row in read_table("former_communes") if find_newest(row["province_id"]) == province]
    named = [
        row for row in rows if any(bears_name(row[c], row["kind"], asked) for c in ("name", "also_written") if row[c])
    ]
    yield from named or (row for row in rows if has_district(row["province_id"], row["district_id"], asked))


def _find_elsewhere(asked: str, province: str, day: date) -> Iterator[Commune]:
    """Yield the communes of other provinces that bear a name on a day."""
    for row in read_table("communes"):
        if row["province_id"] != province and bears_name(row["name"], row["kind"], asked):
            unit = _read(row)
            if day in unit.period:
                yield unit


@cache
def _load(province: str) -> tuple[Commune, ...]:
    return tuple(_read(row) for row in read_table("communes") if row["province_id"] == province)


def _read(row: Mapping[str, str]) -> Commune:
    taken = {key: row[key] for key in ("id", "name", "kind", "province_id", "code", "level_word", "source")}
    return Commune(**taken, period=read_period(row), unverified=read_unverified(row))
