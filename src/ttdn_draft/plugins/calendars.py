"""The calendars of packs: a folder or a pack's id goes in, typed calendars come out, with what is wrong in them."""

from functools import cache
from pathlib import Path

from ..errors import Finding, InputError, PackError, Place, has_errors, sort_findings
from ..knowledge.anniversaries import FILE, NATIONAL, Calendar
from ..knowledge.calendars import Almanac, Layer
from ..knowledge.contradictions import find_contradictions
from ..read import read_data
from ..validate import validate_calendar
from .packs import MAX_BYTES, OUTSIDE, real_path
from .shelf import PackShelf

COUNTRY = Path(__file__).parent / "national"


def read_calendar(folder: Path, origin: str = "") -> tuple[Calendar | None, tuple[Finding, ...]]:
    """Return the calendar of a pack, an empty one where it has none, or None and everything that is wrong in it.

    A link to a file elsewhere is refused, save in what an installer brought (`origin`).
    """
    file = folder / FILE
    if not file.is_symlink() and not file.exists():
        return Calendar(), ()
    if not origin and not real_path(file).is_relative_to(real_path(folder)):
        return None, (Finding("E620", Place(str(file)), {"reason": OUTSIDE}),)
    try:
        tree = read_data(file, MAX_BYTES)
    except InputError as error:
        return None, error.findings
    calendar, findings = validate_calendar(tree, str(file))
    return None if has_errors(tree.findings) else calendar, sort_findings((*tree.findings, *findings))


@cache
def load_country() -> Layer:
    """Return the calendar of the country; raises PackError where the installation is broken."""
    calendar, findings = read_calendar(COUNTRY, NATIONAL)
    if calendar is None:
        raise PackError.of(findings)
    return Layer(NATIONAL, NATIONAL, calendar)


def load_almanac(shelf: PackShelf, pack: str, near: Path, place: Place) -> tuple[Almanac, tuple[Finding, ...]]:
    """Return the calendar of the country and over it that of a pack, for a file in the folder `near`.

    `place` is where the pack was asked for; without a pack of that id the calendar of the country stands alone. Raises
    PackError where the pack or its calendar is broken, or the pack is not alone.
    """
    candidates = [found for found in shelf.discover(near).packs if found.id == pack and found.id != NATIONAL]
    if not candidates:
        return Almanac((load_country(),)), ()
    loaded, findings = shelf.load(pack, near, place)
    if loaded is None:
        raise PackError.of(findings)
    calendar, findings = read_calendar(candidates[0].folder, candidates[0].origin)
    if calendar is None:
        facts = {"name": pack, "origin": candidates[0].brought_by, "count": sum(has_errors((f,)) for f in findings)}
        raise PackError.of((Finding("E602", place, facts), *findings))
    layers = (load_country(), Layer(pack, loaded.province, calendar))
    return Almanac(layers), tuple(find_contradictions(layers))
