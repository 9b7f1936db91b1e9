"""A document of last year beside the year that it is made for: what is read of it goes in, edits name its words."""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date

from ...errors import Finding
from ...knowledge.citations import NO_CITATIONS, Citation, CitationTable
from ...knowledge.days.calendars import Almanac
from ...knowledge.pack import Pack
from ...mentions import Mentions
from ...mentions.citations import DocumentMention
from ...mentions.home import Seat
from ...model import Draft
from ...model.mentions import Mention, Passage, Stretch
from ...records import dataclass
from ..days import REPORT


@dataclass(frozen=True, eq=False)
class Rewording(Mention):
    """Words of a passage, and those that stand in their place, for a reason."""

    new: str
    reason: Finding


@dataclass(frozen=True, eq=False)
class Kept(Mention):
    """Words of a passage that stay though they look like last year's, with what is to be said of them."""

    reason: Finding


@dataclass(frozen=True, eq=False)
class LastYear:
    """A document of the year `old` that is made one of the year `new`, of which names are looked up on `day`."""

    draft: Draft
    mentions: Mentions
    home: Seat
    old: int
    new: int
    day: date
    known: Mapping[DocumentMention, Citation] = field(default_factory=dict)  # what the table knows of the cited
    citations: CitationTable = NO_CITATIONS
    read_almanac: Callable[[], Almanac] = Almanac
    pack: Pack | None = None
    former_kind: str = ""  # the level word of the unit of the old issuer, where another one issues now

    @property
    def delta(self) -> int:
        """Return how many years lie between."""
        return self.new - self.old

    @property
    def is_report(self) -> bool:
        """Tell whether it reports on its year."""
        return self.draft.kind == REPORT

    def is_near(self, year: int) -> bool:
        """Tell whether a year is that of the document or one beside it, which moves with it."""
        return abs(year - self.old) <= 1

    def may_be_old(self, year: int) -> bool:
        """Tell whether a year looks like last year's: from the one before it to the new one."""
        return self.old - 1 <= year < self.new or self.is_near(year)


class Claims:
    """Which words are spoken for: of two edits of the same words the first one counts."""

    def __init__(self) -> None:
        self._taken: dict[Passage, list[Stretch]] = {}

    def take(self, mention: Mention) -> bool:
        """Take the words of a mention, unless some of them are taken."""
        taken = self._taken.setdefault(mention.passage, [])
        if any(start < mention.end and mention.start < end for start, end in taken):
            return False
        taken.append((mention.start, mention.end))
        return True
