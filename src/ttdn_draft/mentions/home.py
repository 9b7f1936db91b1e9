"""Finds where the issuer of a document is: a draft and the units that it names go in, province and commune come out."""

from collections.abc import Iterable

from ..knowledge.places.gazetteer import KnownUnit
from ..knowledge.places.provinces import find_newest, find_province_id, list_province_ids
from ..model import Draft
from ..records import dataclass
from .units import COMMUNE_KINDS, UnitMention


@dataclass(frozen=True)
class Seat:
    """Where the issuer is: the id of its province of today, and the names of its commune; blank where not known."""

    province: str = ""
    commune: tuple[KnownUnit, ...] = ()


def find_home(draft: Draft, units: Iterable[UnitMention]) -> Seat:
    """Return where the issuer of a draft is, by its head, or else by the one province in which such a commune is."""
    named = tuple(units)
    head = [unit for unit in named if unit.passage.zone == "issuer"]
    communes = [u for m in head if m.kind in COMMUNE_KINDS for u in m.names[0].units]
    province = _find_stated(draft, head)
    if communes and not province:
        province = _choose({u.newest_province for u in communes}, named)
    return Seat(province, tuple(u for u in communes if u.newest_province == province))


def _find_stated(draft: Draft, head: Iterable[UnitMention]) -> str:
    """Return the province that a draft is filed under, or that its head names."""
    if draft.pack:
        known = list_province_ids()
        stated = draft.pack if draft.pack in known else find_province_id(draft.pack)
        if stated in known:
            return find_newest(stated)
    above = [u for m in head if m.kind in ("tỉnh", "thành phố") for u in m.names[0].units if u.id == u.province]
    return above[0].newest_province if above else ""


def _choose(provinces: set[str], named: Iterable[UnitMention]) -> str:
    """Return the one province of several; of more, the one that the text names."""
    if len(provinces) > 1:
        told = {u.newest_province for m in named if m.kind == "tỉnh" for u in m.names[0].units}
        provinces = provinces & told
    return provinces.pop() if len(provinces) == 1 else ""
