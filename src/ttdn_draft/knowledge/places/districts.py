"""The districts until 30/6/2025: a province, an id or a name and a day go in, the districts that are meant come out."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from ...records import dataclass
from ..periods import Period, read_period
from ..tables import read_table, read_unverified
from .provinces import find_newest
from .unit_names import bears_name, is_called

KINDS_BELOW = ("phường", "xã", "thị trấn")


@dataclass(frozen=True)
class District:
    """A huyện, quận, thị xã or thành phố of a province in one period; known together with its province alone."""

    id: str
    name: str
    kind: str
    province_id: str
    code: str
    period: Period
    unverified: frozenset[str]
    source: str

    @property
    def full_name(self) -> str:
        """Return the name as in a sentence: huyện Bù Gia Mập."""
        return f"{self.kind} {self.name}"


def find_districts(asked: str, province: str, day: date | None = None) -> tuple[District, ...]:
    """Return the districts of an id or a name on a day, or on any day, in all that is one province today.

    Several bear one name where a huyện and a town did, or where provinces were joined since.
    """
    wanted = find_newest(province)
    return tuple(
        unit
        for unit in _load().values()
        if is_called(unit, asked) and (day is None or day in unit.period) and find_newest(unit.province_id) == wanted
    )


def list_district_ids(province: str) -> tuple[str, ...]:
    """Return the ids of the districts of any time in all that is one province today."""
    wanted = find_newest(province)
    return tuple(dict.fromkeys(unit.id for unit in _load().values() if find_newest(unit.province_id) == wanted))


def list_kinds_below(district: District) -> tuple[str, ...]:
    """Return the kinds of the communes that a district had when it ended; none for one that ended before."""
    rows = (row for row in read_table("former_communes") if row["district_id"] == district.id)
    kinds = {row["kind"] for row in rows if row["province_id"] == district.province_id}
    return tuple(kind for kind in KINDS_BELOW if kind in kinds)


def has_district(province: str, id: str, asked: str) -> bool:
    """Tell whether the district of an id of a province of its time is what was asked for."""
    unit = _load().get((province, id))
    return unit is not None and (asked == unit.id or bears_name(unit.name, unit.kind, asked))


@cache
def _load() -> Mapping[tuple[str, str], District]:
    return MappingProxyType({(row["province_id"], row["id"]): _read(row) for row in read_table("districts")})


def _read(row: Mapping[str, str]) -> District:
    taken = {key: row[key] for key in ("id", "name", "kind", "province_id", "code", "source")}
    return District(**taken, period=read_period(row), unverified=read_unverified(row))
