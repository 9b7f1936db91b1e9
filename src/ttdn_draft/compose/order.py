"""What a new document is asked to be: the words of the command go in, the organ that issues it comes out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from ..errors import UsageError
from ..knowledge.pack import Organ, OrganName, Pack, PackSigner, in_force, newest
from ..knowledge.places.provinces import find_province, list_line
from ..knowledge.standards.spelling import PARTY

YEARS = range(2009, 2101)
"""The years for which contents are composed."""


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


@dataclass(frozen=True)
class Issuing:
    """The body that issues, under its name of the day, with the body above it and the one who signs."""

    organ: Organ
    name: OrganName
    parent: str
    parent_name: OrganName | None
    signer: PackSigner | None


def find_issuing(order: Order, pack: Pack) -> Issuing:
    """Return who issues the document; raises UsageError where the pack does not have it on the day."""
    _check_time(order, pack)
    organ = _find_organ(order, pack)
    name = newest(organ.names, order.day)
    if name is None:
        known = "; ".join(f"{n.name} ({n.period})" for n in organ.names)
        raise UsageError("E606", pack=pack.id, name=organ.id, day=order.day, known=known)
    stated = newest(organ.parents, order.day)
    above = pack.organs.get(stated.text) if stated else None
    parent_name = newest(above.names, order.day) if above else None
    parent = parent_name.name if parent_name else stated.text if stated and not above else ""
    return Issuing(organ, name, parent, parent_name, _find_signer(order, pack, organ))


def _check_time(order: Order, pack: Pack) -> None:
    if order.year not in YEARS:
        raise UsageError("E018", year=order.year, first=YEARS[0], last=YEARS[-1])
    if pack.is_whole_country:
        raise UsageError("E634", pack=pack.id)
    now, line = find_province(pack.province, order.day), list_line(pack.province)
    if now and now not in line:
        raise UsageError("E633", name=line[-1].name, day=order.day, now=now.name, code=now.id)


def _find_organ(order: Order, pack: Pack) -> Organ:
    standard = order.standard or PARTY
    wanted = order.organ or pack.defaults.get(standard, {}).get(order.kind, "")
    if not wanted:
        raise UsageError("E637", kind=order.kind, standard=standard)
    organ = pack.organs.get(wanted)
    if organ is None:
        raise UsageError("E605", None, pack=pack.id, name=wanted, **_offer(wanted, pack.organs))
    if order.standard not in ("", organ.standard):
        raise UsageError("E635", name=organ.id, standard=organ.standard, asked=order.standard)
    return organ


def _find_signer(order: Order, pack: Pack, organ: Organ) -> PackSigner | None:
    """Return who signs: the one that was asked for, or the first whom the pack names for the day."""
    found = in_force(organ.signers, order.day)
    if not order.signer:
        return found[0] if found else None
    asked = [signer for signer in found if signer.id == order.signer]
    if not asked:
        known = _offer(order.signer, [signer.id for signer in found])
        raise UsageError("E607", None, pack=pack.id, organ=organ.id, name=order.signer, **known)
    return asked[-1]


def _offer(asked: str, known: Iterable[str]) -> dict[str, str]:
    names = sorted(set(known))
    return {"known": ", ".join(names) or "—", "guess": "".join(get_close_matches(asked, names, n=1))}
