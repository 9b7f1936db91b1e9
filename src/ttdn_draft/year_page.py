"""The anniversaries of a year as one page: a year and a choice go in, what stands on it and its data come out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from .errors import Finding, Place, UsageError
from .knowledge.days.anniversaries import NATIONAL
from .knowledge.days.calendars import Almanac, Choice, choose
from .knowledge.days.lunar import name_year
from .knowledge.days.occurrences import Occurrence
from .knowledge.days.tier_notes import find_note
from .knowledge.days.words import write_lunar_day, write_occurrence
from .knowledge.places.provinces import find_newest, find_province, list_line, list_province_ids
from .knowledge.relations import add_diplomatic_days
from .messages import N_, translate
from .model import Reading
from .nearness import find_nearest
from .packs import PackShelf
from .packs.calendars import load_almanac
from .records import dataclass

YEAR = N_("Ngày kỷ niệm năm {year} ({name})")


@dataclass(frozen=True)
class YearPage:
    """The chosen anniversaries of a year in order, for a province as it is on a day."""

    year: int
    province: str
    today: date
    found: tuple[Occurrence, ...]
    almanac: Almanac

    def write_heading(self, language: str) -> str:
        """Return what the page is about, in a language."""
        heading = translate(YEAR, language).format(year=self.year, name=name_year(self.year))
        unit = find_province(self.province, self.boundary_day) if self.province else None
        return f"{heading}, {unit.name}" if unit else heading

    @property
    def boundary_day(self) -> date:
        """Return the day of the year that is nearest to today."""
        return min(max(self.today, date(self.year, 1, 1)), date(self.year, 12, 31))


def make_page(shelf: PackShelf, year: int, pack: str, today: date, choice: Choice) -> Reading[YearPage]:
    """Return the anniversaries of a year, and what packs say against each other.

    `pack` is the id of a pack or of a province; raises UsageError where it is neither.
    """
    almanac, findings = load_almanac(shelf, _find_pack(shelf, pack), Path(), Place())
    top = almanac.layers[-1]
    province = top.scope if top.name == pack else pack
    if province and province not in list_province_ids():
        raise UsageError("E705", name=province, guess=find_nearest(province, list_province_ids()))
    page = YearPage(year, province, today, (), almanac)
    known = almanac.list_year(year, province, page.boundary_day)
    found = choose(add_diplomatic_days(known, year), choice)
    return Reading(replace(page, found=found), (*findings, *_tell_no_days(page, known)))


def _find_pack(shelf: PackShelf, asked: str) -> str:
    """Return the pack in which days stand: of the id, or of the unit of today that a former one went into."""
    has_own = any(found.id == asked for found in shelf.discover(Path()).packs)
    return asked if has_own or not asked else find_newest(asked)


def _tell_no_days(page: YearPage, known: Iterable[Occurrence]) -> Iterator[Finding]:
    """Yield that nothing but the days of others is known for a province, or for one that was merged."""
    unit = next(iter(list_line(page.province)), None)
    if unit is None:
        return
    day = unit.period.end.last if unit.period.end else page.boundary_day
    scopes = {occurrence.anniversary.scope for occurrence in known} - {NATIONAL}
    if all(find_province(scope, day) is not unit for scope in scopes):
        yield Finding("N724", facts={"name": unit.full_name, "year": page.year})


def describe_year(page: YearPage) -> dict[str, Any]:
    """Return the anniversaries with all that is known about them, as data for programs."""
    facts = {"version": 1, "year": page.year, "province": page.province, "from": page.today.isoformat()}
    return {**facts, "anniversaries": [dict(_describe(occurrence, page.today)) for occurrence in page.found]}


def _describe(found: Occurrence, today: date) -> Iterator[tuple[str, Any]]:
    entry, note = found.anniversary, find_note(found)
    yield from {"id": entry.id, "name": entry.name, "category": entry.category, "scope": entry.scope}.items()
    yield from {"date": found.day and found.day.isoformat(), "month": found.month, "count": found.count}.items()
    yield "days_until", (found.day - today).days if found.day else None
    yield "tier", found.tier
    yield "level", entry.level or None
    yield "origin", str(entry.origin) if entry.origin else None
    yield "lunar", write_lunar_day(entry) if entry.is_lunar else None
    yield "text", write_occurrence(found)
    yield from {"is_verified": entry.is_verified, "is_proposed": entry.is_proposed}.items()
    yield from {"is_day_off": entry.is_day_off, "day_off": entry.day_off, "note": entry.note}.items()
    yield "law", {"text": note.text, "clause": note.clause, "source": note.source} if note else None
    yield "source", entry.source
