"""Finds the laws that a text cites in the table: a law as it is typed goes in, the law that is meant comes out."""

from datetime import date

from ..knowledge.citations import Citation, CitationTable, Status
from ..knowledge.names import fold_name
from ..mentions.laws import LawMention


def find_law(law: LawMention, table: CitationTable) -> Citation | None:
    """Return the law of a name and a year, or of a day and a month of another year; nothing where there is none."""
    named = _list_named(law, table)
    of_year = [c for c in named if c.date and c.date.year == law.year]
    of_day = [c for c in named if c.date and law.day and c.date.first.replace(year=law.day.year) == law.day]
    return next(iter(of_year or of_day), None)


def find_law_on(law: LawMention, table: CitationTable, day: date | None) -> Citation | None:
    """Return the law of a name that holds on a day; nothing where none or more than one does."""
    holding = [c for c in _list_named(law, table) if table.status_on(c, day) in (Status.IN_FORCE, Status.AMENDED)]
    return holding[0] if len(holding) == 1 else None


def _list_named(law: LawMention, table: CitationTable) -> tuple[Citation, ...]:
    return table.laws.get(fold_name(law.title), ())
