"""Finds the laws that a text cites in the table: a law as it is typed goes in, the law that is meant comes out."""

from datetime import date

from ..knowledge.citations import Citation, CitationTable, Status
from ..knowledge.names import fold_name
from ..mentions.laws import LawMention


def find_law(law: LawMention, table: CitationTable) -> Citation | None:
    """Return the law of a name and a year, or of a name and a day with a slip; nothing where neither is certain.

    A year may bring two laws of one name, so a day that is quite another one may be that of the other.
    """
    named = [c for c in _list_named(law, table) if c.date]
    if law.day is None:
        return next((c for c in named if c.date and c.date.year == law.year), None)
    exact = [c for c in named if c.date and c.date.first == law.day]
    return next(iter(exact or [c for c in named if c.date and _is_slip(law.day, c.date.first)]), None)


def _is_slip(typed: date, right: date) -> bool:
    """Tell whether a day is of the same year as another, or has nothing but the year wrong.

    A year rarely brings two laws of one name, and then the table has both.
    """
    return typed.year == right.year or (typed.day, typed.month) == (right.day, right.month)


def find_law_on(law: LawMention, table: CitationTable, day: date | None) -> Citation | None:
    """Return the law of a name that holds on a day; nothing where none or more than one does."""
    holding = [c for c in _list_named(law, table) if table.status_on(c, day) in (Status.IN_FORCE, Status.AMENDED)]
    return holding[0] if len(holding) == 1 else None


def _list_named(law: LawMention, table: CitationTable) -> tuple[Citation, ...]:
    return table.laws.get(fold_name(law.title), ())
