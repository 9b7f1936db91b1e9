"""The way of a new input file: an order and a pack go in, its text comes out, with what to tell of it."""

from pathlib import Path

from .compose import COMMUNE_LEVEL, PROVINCE_LEVEL, Home, Order, Packs, compose_input
from .errors import PackError, Place
from .knowledge.ages import list_ages, tell_ages
from .knowledge.places.provinces import find_province_id
from .model import Reading
from .packs import PackShelf
from .packs.calendars import load_almanac
from .packs.found import FoundPack
from .packs.laying import take_pack
from .pipeline import name_lost


def _find_home(found: FoundPack, over: str) -> Home:
    """Return where outlines may lie: in the pack of a commune they are all of communes."""
    level = COMMUNE_LEVEL if over and found.id == over else PROVINCE_LEVEL
    return Home(found.folder, bool(found.origin), level)


def compose_file(order: Order, asked: str, shelf: PackShelf) -> Reading[str]:
    """Return the text of a new input file with the pack of an id or the name of a province, and what to tell.

    Raises UsageError where something that the order names is not there, PackError where a pack is broken.
    """
    wanted = find_province_id(asked)
    pack, findings = take_pack(shelf, wanted, order.commune, order.day)
    under, over = (pack.below, pack.id) if pack.below else (wanted, "")
    homes = [_find_home(found, over) for found in shelf.list_sources(under, over=over)]
    almanac, told = load_almanac(shelf, under, Path(), Place(), over)
    packs = Packs(pack, shelf.country)
    text, more = compose_input(order, packs, homes, shelf.take_citations(under, over), almanac)
    if text is None:
        raise PackError.of(more)
    return Reading(text, (*findings, *name_lost(told), *more, *tell_ages(order.day, list_ages())))
