"""Reads what a document mentions: its passages go in, citations, units, dates and the like come out, each once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..model.mentions import Passage
from .organs import OrganMention, read_organs
from .passages import list_passages
from .units import BareLevel, DistrictGroup, UnitMention, read_bare_levels, read_groups, read_units

__all__ = ["Mentions", "list_passages"]


@dataclass(frozen=True, eq=False)
class Mentions:
    """What the passages of a document mention; `day` is that of the document, by which names are looked up."""

    passages: tuple[Passage, ...]
    day: date | None = None

    @cached_property
    def units(self) -> tuple[UnitMention, ...]:
        """Return the units of the country that are named."""
        return read_units(self.passages)

    @cached_property
    def district_groups(self) -> tuple[DistrictGroup, ...]:
        """Return where districts in general are named."""
        return read_groups(self.passages, self.units)

    @cached_property
    def organs(self) -> tuple[OrganMention, ...]:
        """Return the organs of the table that are named."""
        return read_organs(self.passages)

    @cached_property
    def bare_levels(self) -> tuple[BareLevel, ...]:
        """Return where the own province or city is named by its level word alone."""
        return read_bare_levels(self.passages)
