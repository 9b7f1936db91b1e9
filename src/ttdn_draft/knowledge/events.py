"""The events of a year: a year, a province and a day go in, those that a document may name on that day come out."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from ..model import PartialDate
from ..model.marks import write_doubt, write_gap
from ..records import dataclass
from .days.anniversaries import NATIONAL
from .pack import PackEvent
from .places.provinces import find_province
from .tables import read_table, read_unverified

FOR_ALL, FOR_ITS_PLACE = 1, 2  # the least weights that documents of the country, and of the place itself, name


@dataclass(frozen=True)
class YearEvent:
    """A subject of one year or of several; `ends` parts the words before its end from those after it."""

    id: str
    first_year: int
    last_year: int
    known_from: PartialDate | None
    ends: PartialDate | None
    scope: tuple[str, ...]
    weight: int
    phrase: str
    phrase_before: str
    phrase_of_place: str
    question: str
    source: str
    is_verified: bool

    def is_named(self, year: int, province: str, day: date) -> bool:
        """Tell whether a document of a province for a year names it on a day."""
        if not self.first_year <= year <= self.last_year or (self.known_from and day < self.known_from.first):
            return False
        is_own = self.is_of(province, day)
        return self.weight <= (FOR_ITS_PLACE if is_own else FOR_ALL) and (is_own or NATIONAL in self.scope)

    def is_of(self, province: str, day: date) -> bool:
        """Tell whether a province is its place; a former unit stands for what it became, and the other way round."""
        unit = find_province(province, day)
        return unit is not None and any(find_province(scope, day) is unit for scope in self.scope)

    def write(self, year: int, province: str, day: date) -> str:
        """Return its words for a province on a day: marked where nobody verified it, a gap where it is a question."""
        if self.question:
            return write_gap(self.question)
        text = self.phrase_of_place if self.phrase_of_place and self.is_of(province, day) else self.phrase
        if self.phrase_before and self.ends and day <= self.ends.last:
            text = self.phrase_before
        text = text.replace("{nam}", str(year))
        return text if self.is_verified else write_doubt(text, self.source)


def write_events(year: int, province: str, day: date, own: Iterable[PackEvent] = ()) -> tuple[str, ...]:
    """Return the events of a year that may be named on a day, those of the country first and those of packs last."""
    listed = [event.write(year, province, day) for event in list_events() if event.is_named(year, province, day)]
    for event in own:
        if event.is_named(year, day):
            listed.append(event.text if event.is_verified else write_doubt(event.text, event.source))
    return tuple(dict.fromkeys(listed))


@cache
def list_events() -> tuple[YearEvent, ...]:
    """Return all events of the table, the weightiest first."""
    return tuple(sorted(_read(), key=lambda event: event.weight))


def _read() -> Iterator[YearEvent]:
    for row in read_table("events"):
        yield YearEvent(
            id=row["id"],
            first_year=int(row["year_from"]),
            last_year=int(row["year_to"] or 9999),
            known_from=PartialDate.parse(row["known_from"]),
            ends=PartialDate.parse(row["ends"]),
            scope=tuple(row["scope"].split()),
            weight=int(row["weight"]),
            phrase=row["phrase"],
            phrase_before=row["phrase_before"],
            phrase_of_place=row["phrase_of_place"],
            question=row["question"],
            source=row["source"],
            is_verified="name" not in read_unverified(row),
        )
