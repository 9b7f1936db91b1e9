"""Says why last year's document can not become that of another year: kinds and years go in, a UsageError comes out."""

from collections.abc import Iterable
from datetime import date

from ...errors import Place, UsageError
from ...knowledge.places.communes import FIRST_DAY
from ...knowledge.places.gazetteer import KnownUnit, list_parts
from ...knowledge.places.provinces import find_province
from ...mentions import Mentions
from ...mentions.units import DISTRICT_KINDS, UnitMention
from ...model import Draft

MOST_PARTS = 20
NOTHING_BELOW = "—"


def find_year(draft: Draft, mentions: Mentions, place: Place) -> int:
    """Return the year that a document is about: the one that its subject names, else that of its date.

    Raises UsageError where neither is known.
    """
    named = {p.year for p in mentions.periods if p.passage.zone == "subject" and p.year and not p.is_quoted}
    if len(named) == 1:
        return named.pop()
    if draft.issue_date is None:
        raise UsageError("E878", place)
    return draft.issue_date.year


def check_roll(kind: str, year: int, draft: Draft, old: int, place: Place) -> None:
    """Raise UsageError where a document is of another kind than was asked for, or not of a year before."""
    if draft.kind != kind:
        raise UsageError("E877", place, kind=draft.kind, asked=kind, known=draft.kind)
    if year <= old:
        raise UsageError("E876", place, old=old, year=year)


def check_issuer(mentions: Mentions, day: date, place: Place) -> None:
    """Raise UsageError where the unit whose body issued a document ended before a day: who issues now must be said."""
    for unit in mentions.units:
        if unit.passage.zone == "issuer" and (ended := list_ended(unit, day)):
            raise UsageError("E879", place, words=_write(unit), day=f"{day:%d/%m/%Y}", **_offer(ended, day))


def list_ended(unit: UnitMention, day: date) -> list[KnownUnit]:
    """Return the units of a name where none of them is there on a day."""
    known = [found for name in unit.names for found in name.units]
    return [] if any(found.is_of_day(day) for found in known) else known


def _write(unit: UnitMention) -> str:
    return " ".join(unit.passage.text.split())


def _offer(ended: Iterable[KnownUnit], day: date) -> dict[str, str]:
    """Return the province of today and the communes that an ended district went into, as the command takes them."""
    units = [*ended]
    now = find_province(units[-1].newest_province, day)
    is_district = units[-1].kind in DISTRICT_KINDS and day >= FIRST_DAY and units[-1].id != units[-1].province
    parts = [part for unit in units for part in list_parts(unit, day)] if is_district else []
    names = dict.fromkeys(part.name for part in parts)
    return {"province": now.id if now else "ID", "parts": ", ".join([*names][:MOST_PARTS]) or NOTHING_BELOW}
