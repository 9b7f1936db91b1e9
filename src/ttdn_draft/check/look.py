"""Judges how a Word file looks: its package and its lines by zone go in, findings come out."""

from collections.abc import Iterable

from ..errors import Finding
from ..knowledge.standards.profile import Profile
from ..word.package import Package
from .registry import look_rules
from .sheet import PlacedLine, Sheet


def check_look(
    package: Package, lines: Iterable[PlacedLine], profile: Profile, is_past: bool = False
) -> tuple[Finding, ...]:
    """Return what is not as the standard wants it.

    `lines` is every line of the file once, in reading order. `is_past` tells that the document is older than any
    standard that the program has a profile for: it is held against the nearest one, and all is told one level lower.
    """
    sheet = Sheet(package, profile, tuple(lines), is_past)
    return tuple(finding for rule in look_rules() for finding in rule.apply(sheet))
