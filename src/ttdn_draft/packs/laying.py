"""Takes a pack for the commune that is asked for: a shelf, ids and a day go in, the pack laid for it comes out."""

from datetime import date
from pathlib import Path

from ..errors import Finding, PackError, Place, UsageError
from ..knowledge.pack import Pack
from ..model import Reading
from .communes import take_commune
from .shelf import PackShelf


def take_pack(shelf: PackShelf, wanted: str, commune: str, day: date) -> Reading[Pack]:
    """Return the pack of an id for a commune, blank for the province, and what to tell.

    Raises UsageError where something that is asked for is not there, PackError where a pack is broken.
    """
    taken, findings = shelf.take(wanted, day)
    pack, wrong = lay_asked_commune(shelf, taken, commune, day, Path(), Place())
    if pack is None:
        raise UsageError.of(wrong)
    return Reading(pack, findings)


def lay_asked_commune(
    shelf: PackShelf, pack: Pack, asked: str, day: date | None, near: Path, place: Place
) -> Reading[Pack | None]:
    """Return a pack for the commune that was asked for at a place, or what is wrong; raises PackError.

    That is where the pack of the commune itself is broken, or not alone.
    """
    if not asked or pack.is_whole_country:
        return Reading(pack)
    commune, wrong = take_commune(asked, pack.province, day, place)
    if commune is None:
        return Reading(None, wrong)
    if pack.commune is None:
        laid, wrong = shelf.lay_commune(pack, commune, near, place)
        if laid is None:
            raise PackError.of(wrong)
        return Reading(laid)
    if pack.commune.id != commune.id:
        facts = {"pack": pack.id, "name": pack.commune.full_name, "other": commune.full_name}
        return Reading(None, (Finding("E616", place, facts),))
    return Reading(pack)
