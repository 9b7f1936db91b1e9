"""Finds units by the name in a text: a folded name goes in, the units of all times that bear it come out.

A table is read when a level word that needs it first stands in a text.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from ...model import PartialDate
from ...records import dataclass
from ..periods import Period, read_period
from ..tables import TableRow, read_table
from .communes import FIRST_DAY, Commune, list_communes
from .provinces import find_newest
from .unit_names import fold_spelling

_UNTIL_REFORM = Period(end=PartialDate.of(FIRST_DAY - timedelta(1)))


@dataclass(frozen=True)
class KnownUnit:
    """A unit that bore or bears a name: its level word, the province it lies in today, its time.

    `codes` are those of the communes of today that it went into, the largest part first; a province has none.
    """

    id: str
    name: str
    kind: str
    province: str
    period: Period
    codes: tuple[str, ...] = ()
    level_word: str = ""

    @property
    def newest_province(self) -> str:
        """Return the id of what its province is today."""
        return find_newest(self.province)

    def is_of_day(self, day: date) -> bool:
        """Tell whether it is a unit on a day."""
        return day in self.period


Named = Mapping[str, tuple[KnownUnit, ...]]


@cache
def name_provinces() -> Named:
    """Return the provinces and cities of all times by their folded names."""
    return _index(KnownUnit(r["id"], r["name"], r["kind"], r["id"], read_period(r)) for r in read_table("provinces"))


@cache
def name_districts() -> Named:
    """Return the districts until 30/6/2025 by their folded names."""
    return _index(
        KnownUnit(r["id"], r["name"], r["kind"], r["province_id"], read_period(r)) for r in read_table("districts")
    )


@cache
def name_communes() -> Named:
    """Return the communes since 01/7/2025 by their folded names."""
    return _index(map(_read_commune, read_table("communes")))


@cache
def name_former_communes() -> Named:
    """Return the communes until 30/6/2025 by their folded names."""
    return _index(_read_former(r, name) for r in read_table("former_communes") for name in _names(r))


def list_parts(unit: KnownUnit, day: date) -> tuple[Commune, ...]:
    """Return the communes of a day that a former district or commune went into, the largest part first."""
    codes = dict.fromkeys(unit.codes or _codes_of_district(unit.province, unit.id))
    here = {commune.code: commune for commune in list_communes(unit.province, day)}
    return tuple(here[code] for code in codes if code in here)


@cache
def _codes_of_district(province: str, district: str) -> tuple[str, ...]:
    rows = (r for r in read_table("former_communes") if (r["province_id"], r["district_id"]) == (province, district))
    return tuple(code for r in rows for code in r["successors"].split())


def _names(row: TableRow) -> Iterable[str]:
    """Return the names of a former commune; five island districts had no commune, and so none."""
    return [row[column] for column in ("name", "also_written") if row[column]]


def _read_commune(row: TableRow) -> KnownUnit:
    return KnownUnit(
        row["id"], row["name"], row["kind"], row["province_id"], read_period(row), (row["code"],), row["level_word"]
    )


def _read_former(row: TableRow, name: str) -> KnownUnit:
    codes = tuple(row["successors"].split())
    return KnownUnit("", name, row["kind"], row["province_id"], _UNTIL_REFORM, codes)


def _index(units: Iterable[KnownUnit]) -> Named:
    found = defaultdict(list)
    for unit in units:
        found[fold_spelling(unit.name)].append(unit)
    return MappingProxyType({name: tuple(bearers) for name, bearers in found.items()})
