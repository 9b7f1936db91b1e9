"""Reads what a document mentions: its passages go in, citations, units, dates and the like come out, each once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from ..model.mentions import Passage
from .abbreviations import Abbreviation, read_abbreviations
from .dates import DateMention, read_dates
from .deadlines import DeadlineMention, read_deadlines
from .passages import list_passages
from .periods import PeriodMention, read_periods

__all__ = ["Mentions", "key_by_last", "list_passages"]


def key_by_last(phrases: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """Return phrases with the last two words of each, as `Mentions.find_present` wants them."""
    return {phrase: (phrase.split()[-2], phrase.split()[-1]) for phrase in phrases}


@dataclass(frozen=True, eq=False)
class Mentions:
    """What the passages of a document mention; `day` is that of the document, by which names are looked up."""

    passages: tuple[Passage, ...]
    day: date | None = None

    @cached_property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """Return the words of capitals, in the order of a reader."""
        return tuple(read_abbreviations(self.passages))

    @cached_property
    def whole(self) -> str:
        """Return all the passages, one a line: what is not in it need not be looked for in each."""
        return "\n".join(passage.text for passage in self.passages)

    @cached_property
    def typed(self) -> tuple[str, ...]:
        """Return the words of the document in their order, as they are typed; each sign is a word of its own."""
        text = self.whole
        for sign in filter(text.__contains__, ',.;:()"“”'):
            text = text.replace(sign, f" {sign} ")
        return tuple(text.split())

    @cached_property
    def typed_words(self) -> frozenset[str]:
        """Return each of those words once."""
        return frozenset(self.typed)

    @cached_property
    def bare_words(self) -> frozenset[str]:
        """Return each of those words once, in small letters."""
        return frozenset(map(str.lower, self.typed_words))

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Return each word with the one behind it, as they are typed."""
        return frozenset(pairwise(self.typed))

    def find_present(self, phrases: Mapping[str, tuple[str, str]]) -> list[str]:
        """Return those of some phrases, each known by its last two words, that may stand in the document as typed."""
        return [phrase for phrase, last in phrases.items() if last in self.pairs]

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
