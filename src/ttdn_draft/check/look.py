"""Judges how a Word file looks: its package and its lines by zone go in, findings come out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from ..errors import Finding, InputError, Place
from ..knowledge.ages import find_known_day
from ..knowledge.standards.profile import Profile
from ..knowledge.standards.profiles import find_profile, list_profiles, load_profile
from ..model import NOTHING, Contributions, PartialDate
from ..patterns import regex
from ..word.package import Package
from .registry import look_rules
from .sheet import LookSheet, PlacedLine

MONTH_AND_YEAR = regex(r"(?:tháng\s*(1[0-2]|0?[1-9])?\D{0,12}?năm\s*|/\s*(1[0-2]|0?[1-9])\s*/\s*)((?:19|20)\d\d)\b")


def check_look(
    package: Package, lines: Iterable[PlacedLine], profile: Profile, is_past: bool = False
) -> tuple[Finding, ...]:
    """Return what is not as the standard wants it.

    `lines` is every line of the file once, in reading order. `is_past` tells that the document is older than any
    standard that the program has a profile for: it is held against the nearest one, and all is told one level lower.
    """
    sheet = LookSheet(package, profile, tuple(lines), is_past)
    return tuple(finding for rule in look_rules() for finding in rule.apply(sheet))


def choose_look_profile(
    lines: Sequence[PlacedLine], standard: str, others: Contributions[Path] = NOTHING
) -> tuple[Profile, bool]:
    """Return the profile of the day that a Word file bears, and whether it is older than all that the program has.

    The day may be left open: month or year are enough.
    """
    try:
        return find_profile(standard, _find_day(lines), None, "", Place(), others), False
    except InputError:
        of_standard = (profile for profile in map(load_profile, list_profiles()) if profile.standard == standard)
        return min(of_standard, key=lambda profile: profile.period.first_day), True


def _find_day(lines: Iterable[PlacedLine]) -> date | None:
    return next((day.nearest_to(find_known_day()) for day in _list_months(lines)), None)


def _list_months(lines: Iterable[PlacedLine]) -> Iterator[PartialDate]:
    for each in lines:
        found = MONTH_AND_YEAR.search(each.line.words) if each.zone == "place-date" else None
        if found:
            month = found[1] or found[2]
            yield PartialDate(int(found[3]), int(month) if month else None)
