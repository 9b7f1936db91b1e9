"""What a new document is asked to be: the words of the command go in, the organ that issues it comes out."""

from collections.abc import Iterable
from datetime import date

from ..errors import Cause, Finding, UsageError
from ..knowledge.ages import find_known_day
from ..knowledge.organ_on_day import OrganOnDay, find_merged_into, find_on_day, list_organ_names
from ..knowledge.pack import Organ, OrganName, Pack, PackSigner
from ..knowledge.standards.spelling import PARTY
from ..nearness import find_nearest
from ..records import dataclass
from .served import ServedUnit, find_served

YEARS = range(2009, 2101)
"""The years for which contents are composed."""
FAR = 10**9


@dataclass(frozen=True)
class Order:
    """A kind of document for a year; `day` is the one on which names and bases are looked up."""

    kind: str
    year: int
    day: date
    issue_date: date | None = None
    standard: str = ""
    organ: str = ""
    signer: str = ""
    commune: str = ""


@dataclass(frozen=True)
class Issuing:
    """The body that issues, as it is on the day and under its name then, who signs, and the unit that it serves."""

    on_day: OrganOnDay
    name: OrganName
    signer: PackSigner | None
    unit: ServedUnit

    @property
    def organ(self) -> Organ:
        """Return the body itself."""
        return self.on_day.organ


def find_issuing(order: Order, pack: Pack) -> Issuing:
    """Return who issues the document; raises UsageError where the pack does not have it on the day."""
    _check_time(order, pack)
    found = find_on_day(pack, _find_organ(order, pack), order.day)
    if found.name is None:
        raise UsageError("E606", pack=pack.id, name=found.organ.id, day=order.day, known=list_organ_names(found.organ))
    return Issuing(found, found.name, _find_signer(order, pack, found), find_served(pack, found.organ, order.day))


def _check_time(order: Order, pack: Pack) -> None:
    if order.year not in YEARS:
        year = order.year if abs(order.year) < FAR else "…"  # Python writes no number of thousands of digits
        raise UsageError("E018", year=year, first=YEARS[0], last=YEARS[-1])
    if pack.is_whole_country:
        raise UsageError("E634", pack=pack.id)
    if merged := find_merged_into(pack, order.day):
        before, now = merged
        raise UsageError("E633", name=before.name, day=order.day, now=now.name, code=now.id)


def _find_organ(order: Order, pack: Pack) -> Organ:
    standard = order.standard or PARTY
    wanted = order.organ or pack.defaults.get(standard, {}).get(order.kind, "")
    if not wanted:
        raise UsageError.of([tell_no_outline(order.kind, standard)])
    organ = pack.organs.get(wanted)
    if organ is None:
        raise UsageError.of([_tell_no_organ(wanted, pack)])
    if order.standard not in ("", organ.standard):
        raise UsageError("E635", name=organ.id, standard=organ.standard, asked=order.standard)
    return organ


def _tell_no_organ(wanted: str, pack: Pack) -> Finding:
    """Return that a pack has no such organ; those of a unit that was merged lie in the pack of its successor."""
    facts: dict[str, object] = {"pack": pack.id, "name": wanted, **_offer(wanted, pack.organs)}
    if merged := find_merged_into(pack, find_known_day()):
        before, now = merged
        return Finding("E669", facts=facts | {"before": before.name, "now": now.name, "code": now.id})
    return Finding("E605", facts=facts)


def tell_no_outline(kind: str, standard: str) -> Finding:
    """Return that nobody has an outline of a kind of document."""
    return Finding("E637", facts={"kind": kind, "standard": standard}, cause=Cause.NO_OUTLINE)


def _find_signer(order: Order, pack: Pack, issuing: OrganOnDay) -> PackSigner | None:
    """Return who signs: the one that was asked for, or the first whom the pack names for the day."""
    if not order.signer:
        return next(iter(issuing.signers), None)
    asked = issuing.find_signer(order.signer)
    if asked is None:
        known = _offer(order.signer, [signer.id for signer in issuing.signers])
        raise UsageError("E607", None, pack=pack.id, organ=issuing.organ.id, name=order.signer, **known)
    return asked


def _offer(asked: str, known: Iterable[str]) -> dict[str, str]:
    names = sorted(set(known))
    return {"known": ", ".join(names) or "—", "guess": find_nearest(asked, names)}
