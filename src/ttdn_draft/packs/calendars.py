"""The calendars of packs and plug-ins: a folder or a pack's id goes in, typed calendars come out, and what is wrong."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ..errors import Finding, InputError, PackError, Place, has_errors, sort_findings
from ..knowledge.days.anniversaries import CALENDAR_FILE, NATIONAL, Calendar
from ..knowledge.days.calendars import Almanac, Layer
from ..knowledge.days.contradictions import find_contradictions
from ..plugins.registry import Plugins
from ..read import read_data
from ..validate import validate_calendar
from .found import MAX_PACK_BYTES, OUTSIDE, is_there, real_path
from .shelf import PackShelf, tell_broken
from .sources import find_project

COUNTRY_FOLDER = Path(__file__).parents[1] / "plugins" / "national"  # not through its module, which loads pluggy
CALENDAR_HOOK = "ttdn_calendars"


def read_calendar(folder: Path, origin: str = "") -> tuple[Calendar | None, tuple[Finding, ...]]:
    """Return the calendar of a pack, an empty one where it has none, or None and everything that is wrong in it.

    A link to a file elsewhere is refused, save in what an installer brought (`origin`).
    """
    file = folder / CALENDAR_FILE
    if not is_there(file):
        return Calendar(), ()
    if not origin and not real_path(file).is_relative_to(real_path(folder)):
        return None, (Finding("E620", Place(str(file)), {"reason": OUTSIDE}),)
    return _read_file(file)


def _read_file(file: Path) -> tuple[Calendar | None, tuple[Finding, ...]]:
    try:
        tree = read_data(file, MAX_PACK_BYTES)
    except InputError as error:
        return None, error.findings
    calendar, findings = validate_calendar(tree, str(file))
    return None if has_errors(tree.findings) else calendar, sort_findings((*tree.findings, *findings))


@cache
def load_country() -> Layer:
    """Return the calendar of the country; raises PackError where the installation is broken."""
    calendar, findings = read_calendar(COUNTRY_FOLDER, NATIONAL)
    if calendar is None:
        raise PackError.of(findings)
    return Layer(NATIONAL, NATIONAL, calendar)


def read_brought(plugins: Plugins) -> tuple[list[Layer], list[Finding]]:
    """Return the calendars of plug-ins that belong to no pack, in the order of their names, and what was wrong."""
    layers, wrong = list[Layer](), list[Finding]()
    for brought in plugins.calendars:
        wrong += brought.findings
        for file in brought.paths:
            calendar, found = _read_file(file)
            if calendar is None:
                wrong += _tell_broken(brought.origin, found)
            else:
                layers.append(Layer(brought.origin, NATIONAL, calendar))
    return layers, wrong


def _tell_broken(origin: str, found: tuple[Finding, ...]) -> Iterator[Finding]:
    yield Finding("E671", facts={"name": origin, "hook": CALENDAR_HOOK, "reason": f"{found[0].place} {found[0].id}"})
    yield from found


def load_almanac(shelf: PackShelf, pack: str, near: Path, place: Place) -> tuple[Almanac, tuple[Finding, ...]]:
    """Return the calendar of the country, over it those of plug-ins, over them that of a pack.

    `near` is the folder of the file that asks, `place` where the pack was asked for; without a pack of that id there is
    none above. With it comes what calendars say against each other, and which of plug-ins are broken. Raises PackError
    where the pack or its calendar is broken, or the pack is not alone.
    """
    key = (pack, find_project(near))
    if key not in shelf.almanacs:
        brought, wrong = read_brought(shelf.plugins)
        layers = (load_country(), *brought, *_read_own(shelf, pack, near, place))
        shelf.almanacs[key] = Almanac(layers), (*wrong, *find_contradictions(layers))
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
