"""Says what became of units: former units and a day go in, the names of those of today come out as words."""

from collections.abc import Iterable
from datetime import date

from ..knowledge.places.communes import Commune
from ..knowledge.places.gazetteer import KnownUnit, list_parts
from ..mentions.home import Home
from ..model.mentions import Passage

MOST_NAMES = 14  # that one sentence lists
HEAD_AND_FOOT = frozenset({"issuer", "addressee", "recipient", "authority", "office", "place"})
"""Where a name is that of a body which acts today: an old one is wrong there without doubt."""


def is_in_head_or_foot(passage: Passage) -> bool:
    """Tell whether a passage names the bodies that issue or receive."""
    return passage.zone in HEAD_AND_FOOT


def choose_near(units: Iterable[KnownUnit], home: Home) -> tuple[KnownUnit, ...]:
    """Return those of several units of one name that are meant: the one at home, or the only one; else none."""
    named = tuple(units)
    near = tuple(unit for unit in named if unit.newest_province == home.province)
    return near or (named if len(named) == 1 else ())


def list_successors(units: Iterable[KnownUnit], day: date) -> str:
    """Return the communes of a day that former units went into: các xã A, B; phường C; nothing where none is known."""
    parts = dict.fromkeys(part for unit in units for part in list_parts(unit, day))
    shown = [*parts][:MOST_NAMES]
    words = "; ".join(_name_kind(kind, shown) for kind in dict.fromkeys(part.kind for part in shown))
    return f"{words}; …" if len(parts) > MOST_NAMES else words


def _name_kind(kind: str, parts: Iterable[Commune]) -> str:
    names = [part.name for part in parts if part.kind == kind]
    return f"{'các ' if len(names) > 1 else ''}{kind} {', '.join(names)}"
