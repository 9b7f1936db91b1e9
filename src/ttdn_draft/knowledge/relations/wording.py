"""Anniversaries of relations in words: they and a standard go in, phrases as documents write them come out.

What no source was found for stands as `[cần kiểm tra: … — source]`.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from ...model.marks import write_doubt
from ...model.open_words import LEVEL_OF, YEAR_UNKNOWN
from ..days.tiers import Tier
from ..standards.spelling import PARTY
from .table import COUNTRY, RelationAnniversary, RelationLevel, list_anniversaries

# Party: Hướng dẫn số 14-HD/BTGTU, ngày 30/3/2021 (Cao Bằng), chú thích 2; State: Nghị định số 145/2013/NĐ-CP, Điều 3
PARTY_TIERS = {Tier.ROUND: "năm tròn", Tier.FIVE: "năm lẻ năm"}
STATE_TIERS = {Tier.ROUND: "năm tròn", Tier.FIVE: "năm lẻ 5"}
GROUP_NAMES = {RelationLevel.SPECIAL: "nước có quan hệ đặc biệt"}
ESTABLISHED = "ngày thiết lập quan hệ ngoại giao"


def write_year(year: int, standard: str, day: date | None = None) -> str:
    """Return the sentence on the round and half-round anniversaries of a year; nothing where there are none."""
    found = list_anniversaries(year, tuple(PARTY_TIERS), day)
    return f"Năm {year}, Việt Nam kỷ niệm {write_anniversaries(found, standard)}." if found else ""


def write_anniversaries(found: Sequence[RelationAnniversary], standard: str) -> str:
    """Return one or more in one phrase, the partners by their level.

    năm tròn, năm lẻ năm ngày thiết lập quan hệ ngoại giao với 25 nước, trong đó có: 02 đối tác chiến lược (…) và …
    """
    partners = _join(
        _write_group(level, group) for level in RelationLevel if (group := [a for a in found if a.level is level])
    )
    rest = f", trong đó có: {partners}" if partners else ""
    return f"{_write_tiers(found, standard)}{ESTABLISHED} với {_write_parties(found)}{rest}"


def _write_tiers(found: Iterable[RelationAnniversary], standard: str) -> str:
    """Return the names of the tiers; none where others are among them, of which documents do not speak."""
    tiers, names = {a.tier for a in found}, PARTY_TIERS if standard == PARTY else STATE_TIERS
    return "" if Tier.OTHER in tiers else ", ".join(names[tier] for tier in Tier if tier in tiers) + " "


def _write_parties(found: Iterable[RelationAnniversary]) -> str:
    """Return the number of countries, and the organisations by name."""
    relations = [a.relation for a in found]
    countries = [relation for relation in relations if relation.is_country]
    number = f"{len(countries):02} {COUNTRY}"
    if doubtful := ", ".join(country.name for country in countries if "year" in country.unverified):
        number = write_doubt(number, YEAR_UNKNOWN.format(names=doubtful))
    return _join([*([number] if countries else []), *(r.name for r in relations if not r.is_country)])


def _write_group(level: RelationLevel, group: Sequence[RelationAnniversary]) -> str:
    names = ", ".join(map(_write_partner, group))
    return f"{len(group):02} {GROUP_NAMES.get(level, level)} ({names})"


def _write_partner(found: RelationAnniversary) -> str:
    name = found.relation.name
    if found.is_level_certain or found.partnership is None:
        return name
    return write_doubt(name, LEVEL_OF.format(source=found.partnership.source))


def _join(parts: Iterable[str]) -> str:
    *first, last = list(parts) or [""]
    return f"{', '.join(first)} và {last}" if first else last
