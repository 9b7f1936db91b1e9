"""Reads what a document mentions: its passages go in, citations, units, dates and the like come out, each once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..model.mentions import TEXT_ZONES, Passage
from .dates import DateMention, read_dates
from .deadlines import DeadlineMention, read_deadlines
from .passages import list_passages
from .periods import PeriodMention, read_periods
from .references import ReferenceMention, read_references

__all__ = ["Mentions", "list_passages"]


@dataclass(frozen=True, eq=False)
class Mentions:
    """What the passages of a document mention; `day` is that of the document, by which names are looked up."""

    passages: tuple[Passage, ...]
    day: date | None = None

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Return every day and month that is named."""
        return tuple(read_dates(self.passages))

    @cached_property
    def periods(self) -> tuple[PeriodMention, ...]:
        """Return every quarter, year, and span of years."""
        return tuple(read_periods(self.passages))

    @cached_property
    def deadlines(self) -> tuple[DeadlineMention, ...]:
        """Return the days by which something is to be done."""
        return tuple(read_deadlines(self.dates))

    @cached_property
    def references(self) -> tuple[ReferenceMention, ...]:
        """Return what the texts of the body, the notes and the annexes point at within the document."""
        return tuple(read_references(p for p in self.passages if p.zone in TEXT_ZONES))
