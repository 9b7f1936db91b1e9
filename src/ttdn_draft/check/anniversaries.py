"""Holds what a document says of anniversaries against itself and the calendars: a manuscript goes in, slips come out.

A slip is of the count of years, of a day, or of relations with another country: one rule tells each kind.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias
from weakref import WeakKeyDictionary

from ..errors import Severity
from ..knowledge.days.anniversaries import GREAT, Anniversary
from ..knowledge.days.named import NamedDays
from ..knowledge.standards.dates import STRICT
from ..mentions.contexts import clause_before
from ..mentions.counts import CountedSpan, MarkedDate, YearCount
from ..mentions.dates import DateMention
from ..messages import N_, Message
from ..model import PartialDate
from ..model.mentions import Mention
from ..patterns import regex
from ..records import dataclass
from .document_years import list_likely_years
from .manuscript import Manuscript
from .rule import Told, about
from .ties import Origin, SlipKind, find_tie_origin, is_about_ties

Slip: TypeAlias = tuple[SlipKind, Told]

NOT_ROUND = Message(N_("«{words}»: số năm tròn có chữ số cuối là 0."), N_("Bỏ chữ «tròn», hoặc sửa số năm."))
OTHER_YEAR = Message(
    N_("Mốc sau là năm {end}, văn bản của năm {year}."),
    N_("Sửa thành «{right}»; giữ nguyên nếu nói về lần kỷ niệm trước."),
)
NEVER_COUNTED = Message(
    N_("«{name}» thường không ghi số năm: chưa rõ hoặc chưa thống nhất gốc."), N_("Bỏ số năm và hai mốc trong ngoặc.")
)
COUNT_OF_YEAR = Message(
    N_("Ghi {words} «{name}», nhưng năm {year} là {right} năm."), N_("Sửa số năm; giữ nguyên nếu nói về năm khác.")
)
OTHER_DAY = Message(N_("Hai mốc kỷ niệm khác ngày: {start} và {end}."), N_("Sửa thành «{right}», hoặc sửa mốc đầu."))
BAD_DATE = Message(
    N_("Mốc kỷ niệm viết sai hoặc không có trong lịch: {words}."), N_("Viết như 18/12/1972, 02/1961 hoặc 1950.")
)
UNEQUAL = Message(
    N_("Hai mốc không cùng mức: {start} và {end}."),
    N_("Ghi cả hai mốc đến ngày, đến tháng hoặc đến năm, theo mốc đầu."),
)
_NUMBER = regex(r"\d+")
_NAMED_YEAR = regex(r"\bnăm\s+(\d{4})\b", re.I)
_CITED = regex(r"\bsố\s+\d\S*[/-]\S+", re.I)
FIRST_MONTH = 1  # of the year after, whose first days plans name too


_found_in: WeakKeyDictionary[Manuscript, tuple[Slip, ...]] = WeakKeyDictionary()


def list_slips(text: Manuscript) -> tuple[Slip, ...]:
    """Return what is wrong with each count of years, found once for the rules that tell it."""
    if text not in _found_in:
        _found_in[text] = tuple(_find_slips(text))
    return _found_in[text]


def _find_slips(text: Manuscript) -> Iterator[Slip]:
    """Yield what is wrong with each count of years; the calendars are read only where a text counts some."""
    counts = [count for count in text.mentions.counts if not count.is_given]
    if any(count.may_be_anniversary for count in counts):
        judge, lead = _Judge(text.grounds.named_days, list_likely_years(text)), None
        for count in counts:
            lead = count if count.leads or lead is None else lead
            if judge.is_held(count, lead):
                yield from judge.judge(count, lead)


def is_date_of_count(found: DateMention, text: Manuscript) -> bool:
    """Tell whether a date is one of the two between which the years of an anniversary are counted."""
    return any(
        date.passage is found.passage and found.start <= date.start < found.end
        for count in text.mentions.counts
        if count.may_be_anniversary
        for date in count.dates or ()
    )


def write_span(count: int, start: PartialDate, end: PartialDate) -> str:
    """Return a count with its dates, correctly written."""
    return f"{count} năm … ({STRICT.write(start)} - {STRICT.write(end)})"


def level_of(entry: Anniversary, certain: Severity = "error") -> Severity:
    """Return how loudly another day than that of the calendar is told: what nobody has verified is a note."""
    if not entry.is_verified:
        return "note"
    return certain if entry.category == GREAT else "warning"


@dataclass(frozen=True)
class _Judge:
    """Judges counts by the names of days, and the years that a document is about, the first one above all."""

    names: NamedDays
    years: Sequence[int]

    def is_held(self, count: YearCount, lead: YearCount) -> bool:
        """Tell whether it is an anniversary; what is joined to one is, where it ends in the same year."""
        if count is not lead and count.dates and lead.dates:
            first, last = (dates[1].when for dates in (lead.dates, count.dates))
            return self._is_day(count) or bool(first and last and first.year == last.year)
        return count.may_be_anniversary and (self._is_day(count) or count.is_called_so)

    def _is_day(self, count: YearCount) -> bool:
        return count.counts_day or is_about_ties(count.name) or bool(self.names.find(count.name))

    def judge(self, count: YearCount, lead: YearCount) -> Iterator[Slip]:
        """Yield the slips of one count."""
        if count.is_round and count.count % 10 and count is lead:
            yield "count", about(count, level="warning", message=NOT_ROUND)
        if count.dates is None:
            yield from self._check_bare(count)
            return
        for date in count.dates:
            if date.is_miswritten:
                yield "day", about(date, fix=STRICT.write(date.when) if date.when else None, message=BAD_DATE)
        if span := count.span:
            yield from self._check_span(Spanned(count, lead, span, count.dates))

    def _check_span(self, found: "Spanned") -> Iterator[Slip]:
        count, span = found.count, found.span
        start, end = span.start, span.end
        facts: dict[str, object] = {"start": STRICT.write(start), "end": STRICT.write(end)}
        if end.last < start.first:
            facts["right"] = write_span(start.year - end.year, end, start)
            yield "day", tell(found.whole, facts, message=OTHER_DAY)
        elif start.precision != end.precision:
            yield "day", tell(found.whole, facts, message=UNEQUAL, level="warning")
        elif span.is_period and not self._is_day(count):
            return
        elif self._is_never_counted(count):
            yield "count", about(count, level="warning", message=NEVER_COUNTED, name=count.name)
        elif (origin := self._find_origin(count, start)) and not _agrees(origin.since, start):
            yield origin.kind, _tell_origin(origin, found)
            if span.count not in (span.passed, end.year - origin.since.year):
                yield from self._check_count(found)
        else:
            yield from self._check_sum(found, is_known=origin is not None)

    def _check_sum(self, found: "Spanned", is_known: bool) -> Iterator[Slip]:
        span = found.span
        right = span.start.move_to(span.end.year)
        facts: dict[str, object] = {"start": STRICT.write(span.start), "end": STRICT.write(span.end)}
        if not span.has_one_day:
            told = facts | {"right": write_span(span.passed, span.start, right)}
            yield "day", tell(found.dates[1], told, fix=STRICT.write(right), message=OTHER_DAY)
        if span.count != span.passed:
            yield from self._check_count(found, is_known and self._is_of(span.end))
        elif self.years and not self._is_of(span.end) and not _is_retold(found.count):
            right = span.start.move_to(self.years[0])
            whole = write_span(right.year - span.start.year, span.start, right)
            told = {"end": span.end.year, "year": self.years[0], "right": whole}
            yield "count", tell(found.dates[1], told, level="warning", message=OTHER_YEAR)

    def _check_count(self, found: "Spanned", is_sure: bool = False) -> Iterator[Slip]:
        """Yield that the count is not the difference of the years, once for all days that share it."""
        span = found.span
        facts: dict[str, object] = {"start": STRICT.write(span.start), "end": STRICT.write(span.end)}
        if not found.repeats_lead:
            fix = found.write_count(span.passed)
            facts["passed"] = span.passed
            yield "count", tell(found.count, facts, fix=fix, is_safe=is_sure and found.is_lead)

    def _is_of(self, end: PartialDate) -> bool:
        """Tell whether a closing date is of a year of the document, or the first days of the next."""
        return not self.years or any(
            end.year == year or (end.year == year + 1 and end.month == FIRST_MONTH) for year in self.years
        )

    def _is_never_counted(self, count: YearCount) -> bool:
        entries = self.names.find(count.name)
        return bool(entries) and not any(entry.has_count for entry in entries)

    def _find_origin(self, count: YearCount, start: PartialDate) -> Origin | None:
        """Return the origin that is known of a count: that which agrees, else the last one."""
        if is_about_ties(count.name):
            return find_tie_origin(count.name)
        entries = [entry for entry in self.names.find(count.name) if entry.has_count]
        known = [Origin(e.name, _to_origin(e), e.source, level_of(e)) for e in entries]
        return next((origin for origin in known if _agrees(origin.since, start)), known[-1] if known else None)

    def _check_bare(self, count: YearCount) -> Iterator[Slip]:
        """Yield a count without dates that is not that of a year of the document."""
        if not self.years or _is_retold(count):
            return
        known = self._find_bare_origins(count)
        rights = [year - origin.since.year for year in self.years for origin in known]
        elsewhere = {int(other) for other in _NAMED_YEAR.findall(count.passage.text)} - {*self.years}
        if rights and count.count not in rights and not elsewhere:
            facts = {"name": known[0].name, "year": self.years[0], "right": rights[0]}
            level: Severity = "note" if known[0].level == "note" else "warning"
            fix = write_number(count.words, rights[0])
            yield known[0].kind, tell(count, facts, fix=fix, level=level, message=COUNT_OF_YEAR)

    def _find_bare_origins(self, count: YearCount) -> list[Origin]:
        if is_about_ties(count.name):
            origin = find_tie_origin(count.name)
            return [origin] if origin else []
        entries = [e for e in self.names.find_start(count.name) if e.has_count and e.origin]
        found = [Origin(e.name, _to_origin(e), e.source, level_of(e), "count") for e in entries]
        return sorted(found, key=lambda origin: origin.since.year)


@dataclass(frozen=True)
class Spanned:
    """A count with the time between its two dates, and the count that it is joined to."""

    count: YearCount
    lead: YearCount
    span: CountedSpan
    dates: tuple[MarkedDate, MarkedDate]

    @property
    def is_lead(self) -> bool:
        """Tell whether it is joined to no other."""
        return self.count is self.lead

    @property
    def whole(self) -> Mention:
        """Return both dates."""
        return Mention(self.count.passage, self.dates[0].start, self.dates[1].end)

    @property
    def repeats_lead(self) -> bool:
        """Tell whether what is said of the first count of a row holds for it too."""
        return not self.is_lead and self.lead.span is not None and self.lead.span.passed == self.span.passed

    def write_count(self, number: int) -> str | None:
        """Return the words of the count with another number; nothing for one that others share."""
        return write_number(self.count.words, number) if self.is_lead else None


def write_number(words: str, number: int) -> str | None:
    """Return words with another number in the place of theirs; nothing for a number in words."""
    return _NUMBER.sub(str(number), words, count=1) if _NUMBER.search(words) else None


def tell(
    found: Mention,
    facts: dict[str, object],
    fix: str | None = None,
    message: Message | None = None,
    level: Severity | None = None,
    is_safe: bool | None = None,
) -> Told:
    """Return what is said of a mention."""
    path, words = found.passage.path, found.words
    return Told(
        path=path, words=words, start=found.start, facts=facts, fix=fix, is_safe=is_safe, level=level, message=message
    )


def _to_origin(entry: Anniversary) -> PartialDate:
    """Return the origin of an entry with the day of every year, where only that is known; of a lunar day the year."""
    origin = entry.origin or PartialDate(1)
    return PartialDate(origin.year) if entry.is_lunar else PartialDate(origin.year, entry.month, entry.day)


def _agrees(known: PartialDate, typed: PartialDate) -> bool:
    """Tell whether a date is that of an origin, as far as both are known."""
    pairs = ((known.month, typed.month), (known.day, typed.day))
    return known.year == typed.year and all(one == other for one, other in pairs if one and other)


def _is_retold(count: YearCount) -> bool:
    """Tell whether it may be of an anniversary that is past: in a quotation, or in the title of another document."""
    is_cited = count.passage.zone == "base" or _CITED.search(clause_before(count.passage, count.start))
    return bool(count.is_quoted or is_cited)


def _tell_origin(origin: Origin, found: Spanned) -> Told:
    """Tell that another day is known; both dates are mended where both name the wrong one."""
    known, (first, last), span = origin.since, found.dates, found.span
    right = PartialDate(known.year, *_lower(known, span.start))
    end = right.move_to(span.end.year)
    wrong = first if span.end == end else found.whole
    between = first.passage.text[first.end : last.start]
    fix = STRICT.write(right) + ("" if wrong is first else f"{between}{STRICT.write(end)}")
    facts: dict[str, object] = {"name": origin.name, "source": origin.source, "known": STRICT.write(known)}
    facts |= {"typed": STRICT.write(span.start), "right": write_span(end.year - right.year, right, end)}
    return tell(wrong, facts, fix=fix, level=origin.level)


def _lower(known: PartialDate, typed: PartialDate) -> tuple[int | None, int | None]:
    """Return month and day that are right: those that are known, else as they are typed."""
    month = known.month or typed.month
    return (month, known.day or typed.day) if typed.day else (month if typed.month else None, None)
