"""The tables of relations: a year goes in, their anniversaries with count, tier and level of partnership come out."""

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from ...model import PartialDate
from ...records import dataclass
from ..days.tiers import Tier
from ..tables import read_table, read_unverified

COUNTRY = "nước"


class RelationLevel(StrEnum):
    """The levels of partnership, the highest first, as documents call them."""

    SPECIAL = "quan hệ đặc biệt"
    COMPREHENSIVE_STRATEGIC = "đối tác chiến lược toàn diện"
    STRATEGIC = "đối tác chiến lược"
    COMPREHENSIVE = "đối tác toàn diện"


@dataclass(frozen=True)
class Relation:
    """Relations with a country or an organisation; `since` is when they were established, as far as it is known."""

    id: str
    name: str
    kind: str
    since: PartialDate | None
    note: str
    unverified: frozenset[str]
    source: str

    @property
    def is_country(self) -> bool:
        """Tell whether it is counted among the countries."""
        return self.kind == COUNTRY


@dataclass(frozen=True)
class Partnership:
    """A level from the day on which it was reached, as far as that is known; without one it has always been so."""

    relation: str
    level: RelationLevel
    since: PartialDate | None
    unverified: frozenset[str]
    source: str

    def is_certain(self, day: date) -> bool:
        """Tell whether it was found in a source, and was reached by a day and not merely in its month or year."""
        return not self.unverified and (self.since is None or self.since.last <= day)


@dataclass(frozen=True)
class RelationAnniversary:
    """An anniversary of relations: `on` is as exact as what it goes back to, `partnership` that of the day."""

    relation: Relation
    on: PartialDate
    count: int
    partnership: Partnership | None
    is_level_certain: bool

    @property
    def tier(self) -> Tier:
        """Return its tier."""
        return Tier.of(self.count)

    @property
    def level(self) -> RelationLevel | None:
        """Return the level of partnership; nothing where there are relations alone."""
        return self.partnership.level if self.partnership else None


def list_anniversaries(
    year: int, tiers: Collection[Tier] = tuple(Tier), day: date | None = None
) -> tuple[RelationAnniversary, ...]:
    """Return the anniversaries of a year by date; levels are those of a day, by default of each anniversary itself.

    Relations of which no year is known are left out.
    """
    found = [_count(r, r.since, year, day) for r in list_relations() if r.since and r.since.year < year]
    return tuple(sorted((a for a in found if a.tier in tiers), key=lambda a: a.on.first))


def list_relations() -> tuple[Relation, ...]:
    """Return all relations, in the order of the table."""
    return tuple(_load().values())


def find_partnership(id: str, day: date) -> Partnership | None:
    """Return the partnership with a country on a day; nothing where there are relations alone."""
    return next((p for p in reversed(_load_partnerships().get(id, ())) if not p.since or p.since.first <= day), None)


def _count(relation: Relation, since: PartialDate, year: int, day: date | None) -> RelationAnniversary:
    on = since.move_to(year)
    day = day or on.last
    partnership = find_partnership(relation.id, day)
    is_certain = partnership is None or partnership.is_certain(day)
    return RelationAnniversary(relation, on, year - since.year, partnership, is_certain)


@cache
def _load() -> Mapping[str, Relation]:
    return MappingProxyType({row["id"]: _read(row) for row in read_table("relations")})


@cache
def _load_partnerships() -> Mapping[str, tuple[Partnership, ...]]:
    """Return the partnerships with each country, the oldest first."""
    found: dict[str, tuple[Partnership, ...]] = {}
    for row in read_table("partnerships"):
        found[row["relation"]] = (*found.get(row["relation"], ()), _read_partnership(row))
    return MappingProxyType(found)


def _read(row: Mapping[str, str]) -> Relation:
    since = _read_date(row)
    return Relation(row["id"], row["name"], row["kind"], since, row["note"], read_unverified(row), row["source"])


def _read_date(row: Mapping[str, str]) -> PartialDate | None:
    year, month, day = (int(row[part]) if row[part] else None for part in ("year", "month", "day"))
    return PartialDate(year, month, day) if year else None


def _read_partnership(row: Mapping[str, str]) -> Partnership:
    since = PartialDate.parse(row["since"])
    return Partnership(row["relation"], RelationLevel(row["level"]), since, read_unverified(row), row["source"])
