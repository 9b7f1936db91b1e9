"""Reads what a document mentions: its passages go in, citations, units, dates and the like come out, each once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..model.mentions import Passage
from .citations import DocumentMention, list_citations
from .dates import DateMention, read_dates
from .deadlines import DeadlineMention, read_deadlines
from .index import PassageIndex
from .laws import LawMention, list_laws
from .passages import list_passages
from .periods import SPAN_WORDS, PeriodMention, read_periods

__all__ = ["Mentions", "list_passages"]


@dataclass(frozen=True, eq=False)
class Mentions:
    """What the passages of a document mention; `day` is that of the document, by which names are looked up."""

    passages: tuple[Passage, ...]
    day: date | None = None

    @cached_property
    def index(self) -> PassageIndex:
        """Return what finds the passages that hold some words."""
        return PassageIndex(self.passages)

    @cached_property
    def citations(self) -> tuple[DocumentMention, ...]:
        """Return the documents that are cited by their number."""
        return list_citations(self.passages)

    @cached_property
    def laws(self) -> tuple[LawMention, ...]:
        """Return the laws that are cited by their name."""
        return list_laws(self.passages)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Return every day and month that is named."""
        return tuple(read_dates(self.index.with_digits))

    @cached_property
    def periods(self) -> tuple[PeriodMention, ...]:
        """Return every quarter, year, and span of years."""
        return tuple(read_periods(self.index.having("năm", "quý", *SPAN_WORDS)))

    @cached_property
    def deadlines(self) -> tuple[DeadlineMention, ...]:
        """Return the days by which something is to be done."""
        return tuple(read_deadlines(self.dates))
