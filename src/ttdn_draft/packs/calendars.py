"""The calendars of packs and plug-ins: a folder or a pack's id goes in, typed calendars come out, and what is wrong."""

import json
from functools import cache
from pathlib import Path

from ..errors import Finding, PackError, Place
from ..knowledge.days.anniversaries import CALENDAR_FILE, NATIONAL, Calendar
from ..knowledge.days.calendars import Almanac, Layer
from ..knowledge.days.contradictions import find_contradictions, keep_great_days
from ..knowledge.tables import find_renewed_calendar
from ..links import is_there
from ..model import Reading
from ..plugins.registry import Plugins
from ..plugins.results import tell_broken_file
from ..project import find_project
from ..validate.calendar import build_calendar, validate_calendar
from ..yaml_places import YamlTree
from .reading import read_file
from .shelf import PackShelf, tell_broken

COUNTRY_FOLDER = Path(__file__).parents[1] / "plugins" / "national"  # not through its module, which loads pluggy
CALENDAR_DATA = "calendar.json"  # the same as calendar.yaml, which people edit: scripts/build_national.py writes it
CALENDAR_HOOK = "ttdn_calendars"


def read_calendar(folder: Path, origin: str = "") -> Reading[Calendar | None]:
    """Return the calendar of a pack, an empty one where it has none, or None and everything that is wrong in it.

    A link to a file elsewhere is refused, save in what an installer brought (`origin`).
    """
    file = folder / CALENDAR_FILE
    if not is_there(file):
        return Reading(Calendar())
    return read_file(file, validate_calendar, None if origin else folder)


@cache
def read_renewed_calendar() -> Calendar | None:
    """Return the user's calendar of the country where it is newer, and still is what this program takes for one."""
    renewed = find_renewed_calendar()
    return validate_calendar(YamlTree(dict(renewed.data)), CALENDAR_FILE).value if renewed else None


@cache
def load_country() -> Layer:
    """Return the calendar of the country, the user's where it is newer."""
    if renewed := read_renewed_calendar():
        return Layer(NATIONAL, NATIONAL, renewed)
    data = json.loads((COUNTRY_FOLDER / CALENDAR_DATA).read_text(encoding="utf-8"))
    return Layer(NATIONAL, NATIONAL, build_calendar(data))


def read_brought(plugins: Plugins) -> tuple[list[Layer], list[Finding]]:
    """Return the calendars of plug-ins that belong to no pack, in the order of their names, and what was wrong."""
    layers, wrong = list[Layer](), list[Finding]()
    for brought in plugins.calendars:
        wrong += brought.findings
        for file in brought.paths:
            calendar, found = read_file(file, validate_calendar)
            if calendar is None:
                wrong += tell_broken_file(brought.origin, CALENDAR_HOOK, found)
            else:
                layers.append(Layer(brought.origin, NATIONAL, calendar))
    return layers, wrong


def load_almanac(shelf: PackShelf, pack: str | None, near: Path, place: Place, over: str = "") -> Reading[Almanac]:
    """Return the calendar of the country, over it those of plug-ins, over them that of a pack.

    `near` is the folder of the file that asks, `place` where the pack was asked for; without one, or where there is
    none of that id, there is none above. `over` is the pack of a commune that lies over it, if any. No calendar moves
    a great day of the country. With it comes what calendars say against each other, and which of plug-ins are broken.
    Raises PackError where the pack or its calendar is broken, or the pack is not alone.
    """
    key = (pack, over, find_project(near))
    if key not in shelf.almanacs:
        brought, wrong = read_brought(shelf.plugins)
        own = [layer for name in (pack, over) if name for layer in _read_own(shelf, name, near, place)]
        layers, moved = keep_great_days((load_country(), *brought, *own))
        shelf.almanacs[key] = Reading(Almanac(layers), (*wrong, *moved, *find_contradictions(layers)))
    return shelf.almanacs[key]


def _read_own(shelf: PackShelf, pack: str, near: Path, place: Place) -> list[Layer]:
    """Return the calendar of a pack where there is such a pack; raises PackError where it cannot be had."""
    candidates = [found for found in shelf.discover(near).packs if found.id == pack and found.id != NATIONAL]
    if not candidates:
        return []
    loaded, findings = shelf.load(pack, near, place)
    if loaded is None:
        raise PackError.of(findings)
    calendar, findings = read_calendar(candidates[0].folder, candidates[0].origin)
    if calendar is None:
        raise PackError.of((tell_broken(candidates[0], findings, place), *findings))
    return [Layer(pack, loaded.province, calendar)]
