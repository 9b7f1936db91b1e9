"""All that a rule may ask of a document: as it was written, as it is printed, what it mentions, what is known."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from ..knowledge.citations import NO_CITATIONS, CitationTable
from ..knowledge.days.calendars import Almanac
from ..knowledge.lookup_day import nearest_known_day, read_open_date
from ..knowledge.pack import Pack
from ..knowledge.standards.profile import Profile
from ..mentions import Mentions, list_passages
from ..mentions.home import Seat, find_home
from ..model import Document, Draft, PartialDate, Source
from ..model.mentions import TEXT_ZONES, Passage
from ..records import dataclass
from ..yaml_nodes import NodePath
from .cited import Cited, find_cited

if TYPE_CHECKING:
    from ..knowledge.days.named import NamedDays

Found = TypeVar("Found")


@dataclass(frozen=True, eq=False)
class Grounds:
    """What a document is held against; the tables are read when a rule first asks for them."""

    pack: Pack | None = None
    read_citations: Callable[[], CitationTable] = field(default=lambda: NO_CITATIONS)
    read_almanac: Callable[[], Almanac] = field(default=Almanac)
    asked: frozenset[str] = frozenset()  # rules that speak only where they are named

    @cached_property
    def citations(self) -> CitationTable:
        """Return the documents that are known."""
        return self.read_citations()

    @cached_property
    def almanac(self) -> Almanac:
        """Return the calendars."""
        return self.read_almanac()

    @cached_property
    def named_days(self) -> "NamedDays":
        """Return the days of the calendars by their names."""
        from ..knowledge.days.named import NamedDays  # few rules ask for them

        return NamedDays.of(self.almanac.list_entries())

    @property
    def has_read_almanac(self) -> bool:
        """Tell whether a rule has asked for the calendars."""
        return "almanac" in vars(self)


@dataclass(frozen=True, eq=False)
class Manuscript:
    """A document that is judged: `written` as its author typed it, `draft` the same with words in the place of ids."""

    written: Draft
    draft: Draft
    document: Document
    profile: Profile
    source: Source
    grounds: Grounds = field(default_factory=Grounds)

    @property
    def is_party(self) -> bool:
        """Tell whether it is a document of the Party, and not of the State."""
        return self.profile.standard == "dang"

    @cached_property
    def day(self) -> date | None:
        """Return the day of the document; nothing where none is written."""
        return nearest_known_day(self.issue_date)

    @cached_property
    def issue_date(self) -> date | PartialDate | None:
        """Return the date of the document; of a Word file that is not dated yet the month and year of its head."""
        return self.draft.issue_date or read_open_date(self.source.rewritten.get(("ngay",), ""))

    @cached_property
    def first_day(self) -> date | None:
        """Return the first day that the date of the document may mean, where a month or a year is all that is known."""
        day = self.issue_date
        return day.first if isinstance(day, PartialDate) else day

    @cached_property
    def last_day(self) -> date | None:
        """Return the last day that the date of the document may mean, where a month or a year is all that is known."""
        day = self.issue_date
        return day.last if isinstance(day, PartialDate) else day

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Return every text of the document in the order of a reader."""
        return list_passages(self.draft, self.written)

    @cached_property
    def sentences(self) -> tuple[Passage, ...]:
        """Return the texts of the body, of its notes and of the annexes."""
        return tuple([p for p in self.passages if p.zone in TEXT_ZONES])

    @cached_property
    def mentions(self) -> Mentions:
        """Return what the document mentions; each kind is read when it is first asked for."""
        return Mentions(self.passages, self.day)

    def having(self, *words: str) -> tuple[Passage, ...]:
        """Return the passages that may hold any of some words in small letters; `*` at an end: it is part of a word."""
        return self.mentions.index.having(*words)

    def sentences_with(self, *words: str) -> tuple[Passage, ...]:
        """Return those of the body, of its notes and of the annexes that may hold any of some words."""
        return tuple([passage for passage in self.having(*words) if passage.zone in TEXT_ZONES])

    @cached_property
    def cited(self) -> tuple[Cited, ...]:
        """Return the documents that are cited by number, each with what the table knows of it."""
        return find_cited(self.mentions.citations, self.grounds.citations) if self.mentions.citations else ()

    @cached_property
    def home(self) -> Seat:
        """Return where the issuer is."""
        return find_home(self.draft, self.mentions.units)

    def in_zones(self, *zones: str) -> tuple[Passage, ...]:
        """Return the passages of some zones."""
        if zones not in self._of_zones:
            self._of_zones[zones] = tuple([p for p in self.passages if p.zone in zones]) if len(zones) > 1 else ()
        return self._of_zones[zones]

    @cached_property
    def _of_zones(self) -> dict[tuple[str, ...], tuple[Passage, ...]]:
        of_one = defaultdict[str, list[Passage]](list)
        for passage in self.passages:
            of_one[passage.zone].append(passage)
        return {(zone,): tuple(found) for zone, found in of_one.items()}

    @cached_property
    def _by_path(self) -> Mapping[NodePath, Passage]:
        return {passage.path: passage for passage in self.passages}

    def once(self, read: "Callable[[Manuscript], Iterable[Found]]") -> "tuple[Found, ...]":
        """Return what a reader finds in the document, read when it is first asked for."""
        if read not in self._read:
            self._read[read] = tuple(read(self))
        found: tuple[Found, ...] = self._read[read]
        return found

    @cached_property
    def _read(self) -> dict[object, tuple[Any, ...]]:
        return {}

    def passage_of(self, path: NodePath) -> Passage | None:
        """Return the passage of a node; nothing where it is none."""
        return self._by_path.get(path)

    def text_of(self, path: NodePath) -> str:
        """Return the text of a node; nothing where it is no passage."""
        found = self._by_path.get(path)
        return found.text if found else ""
