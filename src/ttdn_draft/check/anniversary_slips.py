"""Slips in what a text says of anniversaries: a text and the years of its document go in, what is wrong comes out.

Years are counted before two dates in brackets: 80 năm Ngày … (28/01/1941 - 28/01/2021). Nothing is said of numbers that
are only near (hơn 35 năm), and of brackets that name a time from its first to its last day (10 năm, 2011 - 2020).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ..knowledge.days.anniversaries import Anniversary
from ..knowledge.names import fold_name
from ..knowledge.standards.dates import STRICT
from ..model import PartialDate

Slip = tuple[str, dict[str, object]]
NamedEntries = Mapping[str, Sequence[Anniversary]]

COUNT = r"(?<!hơn )(?<!gần )(?<!trên )(?<!khoảng )(?<!ngót )\b(?P<round>tròn\s+)?(?P<count>\d{1,4})\s+năm\s+"
WORDS = r"(?:[^();\n]|\([^()\d\n]*\))"  # brackets without a number belong to a name: (ASEAN), (Cuba)
NAME = rf"(?P<name>(?:(?!\d+\s+năm\b){WORDS})+?)"
DATES = r"\s{0,3}\((?P<dates>[^()\n]*\d[^()\n]*)\)"
COUNTED = re.compile(COUNT + NAME + DATES, re.I)
JOINED = re.compile(r"\s*(?:và|,|gắn với)\s+" + NAME + DATES, re.I)
BARE = re.compile(COUNT + rf"(?P<rest>ngày\s{WORDS}+)", re.I)
CLAUSE_ENDS = re.compile(r"[.;:\n]")
ONE_DATE = r"(?:ngày\s+)?((?:\d{1,2}[/.-]{1,3}){0,2}\d{3,4})"
BOTH_DATES = re.compile(rf"\s*{ONE_DATE}\s*[-–—]\s*{ONE_DATE}\s*", re.I)
SEPARATOR = re.compile(r"[/.-]+")
COMMEMORATION = re.compile(r"k[ỷỉ]\s+niệm", re.I)
OTHER_YEAR = re.compile(r"\bnăm\s+(\d{4})\b", re.I)
DAY_WORD = fold_name("Ngày")
QUOTES = str.maketrans("", "", "\"'“”‘’«»")


@dataclass(frozen=True)
class Counted:
    """A number of years that stands before two dates."""

    count: int
    start: PartialDate
    end: PartialDate

    @property
    def passed(self) -> int:
        """Return the difference of the years."""
        return self.end.year - self.start.year

    @property
    def has_one_day(self) -> bool:
        """Tell whether both dates name the same day and month; 29 February comes back as the 28th."""
        return self.end in (
            self.start.move_to(self.end.year),
            PartialDate(self.end.year, self.start.month, self.start.day),
        )

    @property
    def is_period(self) -> bool:
        """Tell whether it is a time with its first and its last day, month or year."""
        if self.start.precision == "year" or not self.has_one_day:
            return self.passed == self.count - 1 or self._ends_before_return
        return False

    @property
    def _ends_before_return(self) -> bool:
        return self.end.last + timedelta(1) == self.start.move_to(self.end.year).first

    def write(self, count: int, end: PartialDate) -> str:
        """Return the count with its dates, correctly written."""
        return f"{count} năm … ({STRICT.write(self.start)} - {STRICT.write(end)})"


def has_counts(texts: Iterable[str]) -> bool:
    """Tell whether any text may count the years of an anniversary: of one that has a name, or is called so."""
    return any(BARE.search(text) or any(map(_may_be_one, COUNTED.finditer(text))) for text in texts)


def _may_be_one(found: re.Match[str]) -> bool:
    has_name = found["name"][:1].isupper() or COMMEMORATION.search(found.string, 0, found.start())
    return bool(has_name and BOTH_DATES.fullmatch(found["dates"]))


def index_names(anniversaries: Iterable[Anniversary]) -> NamedEntries:
    """Return the entries under each name, as names are compared."""
    found: dict[str, list[Anniversary]] = {}
    for entry in anniversaries:
        found.setdefault(_key(entry.name), []).append(entry)
    return found


def find_slips(text: str, years: Sequence[int], names: NamedEntries) -> Iterator[Slip]:
    """Yield what is wrong with each count of a text: its arithmetic, its dates, its year, the day of the calendar.

    `years` are those that the document is about, the first one above all.
    """
    for found in COUNTED.finditer(text):
        if not _is_commemoration(found, names):
            continue
        count = int(found["count"])
        if found["round"] and count % 10:
            yield "W711", {"count": count}
        yield from _check_dates(count, found["name"], found["dates"], years, names)
        joined = JOINED.match(text, found.end())
        while joined:  # a day that is joined has the same count; a programme that is joined has none
            if _is_day(joined["name"], names) or _find_closing_year(joined) == _find_closing_year(found):
                yield from _check_dates(count, joined["name"], joined["dates"], years, names)
            joined = JOINED.match(text, joined.end())
    yield from _check_bare(text, years, names)


def _is_commemoration(found: re.Match[str], names: NamedEntries) -> bool:
    """Tell whether a count is that of an anniversary: it is called so in its clause, or the name is that of a day."""
    before = CLAUSE_ENDS.split(found.string[: found.start()])[-1]
    return _is_day(found["name"], names) or bool(COMMEMORATION.search(before))


def _find_closing_year(found: re.Match[str]) -> str:
    """Return the year with which the brackets of a count end."""
    return found["dates"].strip()[-4:]


def _is_day(name: str, names: NamedEntries) -> bool:
    return fold_name(name).startswith(f"{DAY_WORD} ") or _key(name) in names


def _check_dates(count: int, name: str, dates: str, years: Sequence[int], names: NamedEntries) -> Iterator[Slip]:
    both = BOTH_DATES.fullmatch(dates)
    if both is None:
        return
    start, end = (_read(part) for part in both.groups())
    for part, read in zip(both.groups(), (start, end), strict=True):
        if read is None or any(len(mark) > 1 for mark in SEPARATOR.findall(part)):
            yield "E712", {"value": part}
    if start and end and end.last < start.first:
        swapped = Counted(count, end, start).write(start.year - end.year, start)
        yield "E711", {"start": STRICT.write(start), "end": STRICT.write(end), "fix": swapped}
    elif start and end:
        yield from _check_counted(Counted(count, start, end), name, years, names)


def _read(text: str) -> PartialDate | None:
    """Return a date as it stands in a text; nothing for one that does not exist."""
    found = PartialDate(*map(int, reversed(SEPARATOR.split(text))))
    try:
        return found if found.first <= found.last else None
    except ValueError:
        return None


def _check_counted(counted: Counted, name: str, years: Sequence[int], names: NamedEntries) -> Iterator[Slip]:
    start, end = counted.start, counted.end
    if start.precision != end.precision:
        yield "W712", {"start": STRICT.write(start), "end": STRICT.write(end)}
    elif counted.is_period and not _is_day(name, names):
        return
    elif not counted.has_one_day:
        right = start.move_to(end.year)
        yield (
            "E711",
            {"start": STRICT.write(start), "end": STRICT.write(end), "fix": counted.write(counted.passed, right)},
        )
    if counted.count != counted.passed:
        right = start.move_to(end.year)
        yield "E710", {"count": counted.count, "passed": counted.passed, "fix": counted.write(counted.passed, right)}
    elif years and not any(_is_of(end, year) for year in years):
        right = start.move_to(years[0])
        yield "W710", {"end": end.year, "year": years[0], "fix": counted.write(right.year - start.year, right)}
    yield from _check_origin(name, start, names)


def _is_of(end: PartialDate, year: int) -> bool:
    """Tell whether a closing date is of the year of a document; plans also name the first days of the year after."""
    return end.year == year or (end.year == year + 1 and end.month == 1)


def _check_origin(name: str, start: PartialDate, names: NamedEntries) -> Iterator[Slip]:
    """Yield that the calendar has another day, or that it does not count the years of this one."""
    entries = names.get(_key(name), ())
    counted = [entry for entry in entries if entry.has_count]
    if entries and not counted:
        yield "W714", {"name": entries[0].name}
    elif counted and not any(_agrees(entry, start) for entry in counted):
        entry = counted[-1]
        known = STRICT.write(entry.origin) if entry.origin else ""
        yield "W713", {"name": entry.name, "typed": STRICT.write(start), "known": known, "source": entry.source}


def _agrees(entry: Anniversary, start: PartialDate) -> bool:
    """Tell whether a date is that of an origin, as far as both are known."""
    year = entry.origin.year if entry.origin else None
    pairs = ((year, start.year), (entry.month, start.month), (entry.day, start.day))
    return entry.is_lunar or all(known in (None, typed) or typed is None for known, typed in pairs)


def _check_bare(text: str, years: Sequence[int], names: NamedEntries) -> Iterator[Slip]:
    """Yield counts without dates that are not those of a year of the document."""
    for found in BARE.finditer(text):
        if not years or COUNTED.match(text, found.start()):
            continue
        entries = _find_start(found["rest"], names)
        origins = [entry.origin.year for entry in entries if entry.has_count and entry.origin]
        counts = [year - origin for year in years for origin in sorted(origins)]
        elsewhere = {int(other) for other in OTHER_YEAR.findall(text)} - {*years}
        if counts and int(found["count"]) not in counts and not elsewhere:
            facts = {"count": int(found["count"]), "name": entries[0].name}
            yield "W715", facts | {"year": years[0], "right": counts[0]}


def _find_start(text: str, names: NamedEntries) -> Sequence[Anniversary]:
    """Return the entries of the longest name with which a text begins."""
    words = _key(text)
    known = [key for key in names if words == key or (words.startswith(key) and not words[len(key)].isalnum())]
    return names[max(known, key=len)] if known else ()


def _key(name: str) -> str:
    """Return a name for comparison: with Ngày before it or without, with quotation marks or without."""
    return fold_name(name.translate(QUOTES)).removeprefix(f"{DAY_WORD} ")
