"""Reads what a document mentions: its passages go in, citations, units, dates and the like come out, each once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..model.mentions import Passage
from .abbreviations import Abbreviation, read_abbreviations
from .passages import list_passages

__all__ = ["Mentions", "list_passages"]

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
    def words(self) -> frozenset[str]:
        """Return each word of the document once, with the signs that stand at it."""
        return frozenset(self.whole.split())

    @cached_property
    def words_in_line(self) -> str:
        """Return those words in one line, a space between two: a text much shorter than the document."""
        return f" {' '.join(self.words)} "

    @cached_property
    def _spaced(self) -> str:
        text = self.whole
        for sign in ',.;:()"“”':
            text = text.replace(sign, f" {sign} ")
        return text

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """Return the words of the document in their order, in small letters; each sign is a word of its own."""
        return tuple(self._spaced.lower().split())

    @cached_property
    def typed_words(self) -> frozenset[str]:
        """Return each word once without the signs at it, as it is typed."""
        return frozenset(self._spaced.split())

    def find_present(self, phrases: Iterable[str]) -> list[str]:
        """Return those of some phrases that stand in the document as they are typed."""
        return [phrase for phrase in phrases if self.typed_words.issuperset(phrase.split()) and phrase in self.whole]

    @cached_property
    def bare_words(self) -> frozenset[str]:
        """Return each of those words once, in small letters."""
        return frozenset(self.spoken)
