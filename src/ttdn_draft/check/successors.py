"""Says what became of units: former units and a day go in, the names of those of today come out as words."""

from collections.abc import Iterable
from datetime import date

from ..errors import Severity
from ..knowledge.places.communes import Commune
from ..knowledge.places.gazetteer import KnownUnit, list_parts
from ..mentions.contexts import ORDERED, clause_before, gives_task, tells_past_date
from ..mentions.home import Seat
from ..model.mentions import Mention, Passage

_MOST_NAMES = 14  # that one sentence lists
_LONG = 400  # days after which what a text tells without a date is told of the time since
_HEAD_AND_FOOT = frozenset({"issuer", "addressee", "recipient", "authority", "office", "place"})
"""Where a name is that of a body which acts today: an old one is wrong there without doubt."""


def weigh(mention: Mention, end: date, day: date) -> Severity:
    """Return how bad an old name of what ended before a day is where it stands.

    It stops the document where a body issues, signs or receives; it is a warning where something is to be done, or
    more than a year has gone by on the day of the document; a note where the text may speak of the time before.
    """
    passage = mention.passage
    if is_in_head_or_foot(passage):
        return "error"
    is_ordered = ORDERED.search(clause_before(passage, mention.start))
    is_of_now = gives_task(passage) or (day - end).days > _LONG
    return "warning" if is_of_now and (is_ordered or not tells_past_date(passage, end)) else "note"


def is_in_head_or_foot(passage: Passage) -> bool:
    """Tell whether a passage names the bodies that issue or receive."""
    return passage.zone in _HEAD_AND_FOOT


def choose_near(units: Iterable[KnownUnit], home: Seat) -> tuple[KnownUnit, ...]:
    """Return those of several units of one name that are meant: the one at home, or the only one; else none."""
    named = tuple(units)
    near = tuple(unit for unit in named if unit.newest_province == home.province)
    return near or (named if len(named) == 1 else ())


def list_successors(units: Iterable[KnownUnit], day: date) -> str:
    """Return the communes of a day that former units went into: các xã A, B; phường C; nothing where none is known."""
    parts = dict.fromkeys(part for unit in units for part in list_parts(unit, day))
    shown = [*parts][:_MOST_NAMES]
    words = "; ".join(_name_kind(kind, shown) for kind in dict.fromkeys(part.kind for part in shown))
    return f"{words}; …" if len(parts) > _MOST_NAMES else words


def _name_kind(kind: str, parts: Iterable[Commune]) -> str:
    names = [part.name for part in parts if part.kind == kind]
    return f"{'các ' if len(names) > 1 else ''}{kind} {', '.join(names)}"
