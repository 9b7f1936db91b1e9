"""Diplomatic days for the long list of a year: the days of calendars go in, the same with all relations come out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..days.anniversaries import DIPLOMATIC, NATIONAL, Anniversary
from ..days.occurrences import Occurrence, list_occurrences
from .table import RelationAnniversary, list_anniversaries

PARTNERS = "Việt Nam - "


def add_diplomatic_days(found: Iterable[Occurrence], year: int) -> tuple[Occurrence, ...]:
    """Return the days of a year in order: those that calendars know, diplomatic ones with their level, and the rest.

    A level is that of the day; where there are relations alone it is blank. One that a calendar knows itself (Laos,
    Cambodia, China) is not listed twice.
    """
    relations = {met.relation.name: met for met in list_anniversaries(year)}
    listed = []
    for occurrence in found:
        met = relations.pop(_find_partner(occurrence), None)
        listed.append(_with_level(occurrence, met) if met else occurrence)
    rest = (o for met in relations.values() for o in list_occurrences(_as_anniversary(met), year))
    return tuple(sorted([*listed, *rest], key=lambda o: o.order))


def _find_partner(found: Occurrence) -> str:
    """Return the partner of a diplomatic day of a calendar; nothing for any other day."""
    entry = found.anniversary
    return entry.name.rpartition(PARTNERS)[2] if entry.category == DIPLOMATIC and PARTNERS in entry.name else ""


def _with_level(found: Occurrence, met: RelationAnniversary) -> Occurrence:
    return replace(found, anniversary=replace(found.anniversary, level=met.level or ""))


def _as_anniversary(met: RelationAnniversary) -> Anniversary:
    relation = met.relation
    return Anniversary(
        id=f"{DIPLOMATIC}-{relation.id}",
        name=f"Ngày thiết lập quan hệ ngoại giao {PARTNERS}{relation.name}",
        short_name=f"Quan hệ ngoại giao {PARTNERS}{relation.name}",
        category=DIPLOMATIC,
        scope=NATIONAL,
        origin=relation.since,
        level=met.level or "",
        note=relation.note,
        source="; ".join(_list_sources(met)),
        is_verified=not relation.unverified and met.is_level_certain,
    )


def _list_sources(met: RelationAnniversary) -> Iterator[str]:
    yield met.relation.source
    if met.partnership:
        yield f"mức quan hệ: {met.partnership.source}"
