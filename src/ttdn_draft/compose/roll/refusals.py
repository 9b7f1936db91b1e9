"""Says why last year's document can not become that of another year: kinds and years go in, a UsageError comes out."""

from collections.abc import Iterable
from datetime import date

from ...errors import Cause, Finding, Place, UsageError
from ...knowledge.places.communes import FIRST_DAY
from ...knowledge.places.gazetteer import KnownUnit, list_parts
from ...knowledge.places.provinces import find_province
from ...mentions import Mentions
from ...mentions.units import DISTRICT_KINDS, UnitMention
from ...model import Draft


def find_year(draft: Draft, mentions: Mentions, place: Place) -> int:
    """Return the year that a document is about: the one that its subject names, else that of its date.

    Raises UsageError where neither is known.
    """
    named = {p.year for p in mentions.periods if p.passage.zone == "subject" and p.year and not p.is_quoted}
    if len(named) == 1:
        return named.pop()
    if draft.issue_date is None:
        raise UsageError.of([Finding("E878", place, cause=Cause.NO_YEAR)])
    return draft.issue_date.year


def check_roll(kind: str, year: int, draft: Draft, old: int, place: Place) -> None:
    """Raise UsageError where a document is of another kind than was asked for, or not of a year before."""
    if draft.kind != kind:
        raise UsageError("E877", place, kind=draft.kind, asked=kind, known=draft.kind)
    if year <= old:
        raise UsageError.of([Finding("E876", place, {"old": old, "year": year}, cause=Cause.NO_LATER_YEAR)])


def check_issuer(mentions: Mentions, day: date, place: Place) -> None:
    """Raise UsageError where the unit whose body issued a document ended before a day: who issues now must be said."""
    unit = find_ended_issuer(mentions, day)
    if unit is None:
        return
    ended = list_ended(unit, day)
    now, parts = find_province(ended[-1].newest_province, day), _list_parts(ended, day)
    facts = {"words": _write(unit), "day": f"{day:%d/%m/%Y}", "province": now.id if now else "ID"}
    if parts:
        raise UsageError.of([Finding("E879", place, facts | {"parts": ", ".join(parts)}, cause=Cause.ENDED_ISSUER)])
    name = now.full_name if now else "—"
    raise UsageError.of([Finding("E875", place, facts | {"now": name}, cause=Cause.ENDED_ISSUER)])


def find_ended_issuer(mentions: Mentions, day: date) -> UnitMention | None:
    """Return the unit of the issuer, or else of the body above it, where it is no more on a day."""
    heads = [unit for unit in mentions.units if unit.passage.zone == "issuer" and list_ended(unit, day)]
    return max(heads, key=lambda unit: unit.passage.path[-1:] == ("ten",), default=None)


def list_ended(unit: UnitMention, day: date) -> list[KnownUnit]:
    """Return the units of a name where none of them is there on a day."""
    known = [found for name in unit.names for found in name.units]
    return [] if any(found.is_of_day(day) for found in known) else known


def _write(unit: UnitMention) -> str:
    return " ".join(unit.passage.text.split())


def _list_parts(ended: Iterable[KnownUnit], day: date) -> list[str]:
    """Return the names of the communes that an ended district went into; of a province none."""
    units = [unit for unit in ended if unit.kind in DISTRICT_KINDS and unit.id != unit.province and day >= FIRST_DAY]
    return [*dict.fromkeys(part.name for unit in units for part in list_parts(unit, day))]
