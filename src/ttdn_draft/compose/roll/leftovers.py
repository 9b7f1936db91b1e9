"""Looks for what stayed in a rolled document though it looks like last year's: its words go in, each comes out told."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from ...errors import Finding
from ...knowledge.citations import STATUS_WORDS
from ...knowledge.places.gazetteer import name_districts, name_provinces
from ...knowledge.places.provinces import find_province
from ...knowledge.terms import CONGRESS, find_term
from ...messages import N_
from ...model.mentions import TEXT_ZONES
from ...patterns import regex
from .citations import OVER_STATUSES
from .last_year import Kept, LastYear
from .years import YearJudge, group_by_passage, is_inside

ORDINAL = regex(
    r"(?<!công nghiệp )\blần\s+thứ\s+(?:\d{1,3}|[IVXL]+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b"
    r"|\bkh[oó][aá]\s+(?:\d{1,3}|[IVXL]+)\b"
    r"|\b(?:Hội nghị|Đại hội|Hội thi|Giải)\s+(?:\d{1,2}|[IVXL]+)\b"
)
YEARS_SINCE = regex(
    r"\b(?:\d{1,3})\s+năm\s+(?:ngày|thực hiện|triển khai|thi hành|đổi mới|tái lập|thành lập|xây dựng)\b", re.I
)
YEAR_ALONE = regex(r"(?:19|20)\d\d\s+(?:và|đến|của|tại|là|gắn|cùng|với|theo)\b")
TOPICAL = regex(r"\b(?:đại dịch|dịch bệnh)(?:\s+Covid-?19)?|\bCovid-?19", re.I)
OF_ITS_DAY = N_("việc thời sự của bản cũ")
ROMAN_NUMBER = regex(r"lần thứ ([IVX]+)")
NAMED_ZONES = TEXT_ZONES | {"subject", "annex-title", "recipient", "addressee", "base", "archive", "place"}


def list_leftovers(last: LastYear) -> Iterator[Kept]:
    """Yield the years, ordinals, counts, former units, recipients and aims of a document that stand as they were."""
    yield from _list_years(last)
    current = _find_current_congress(last)
    cited_in = group_by_passage([*last.mentions.citations, *last.mentions.laws])
    yield from _list_ended_citations(last)
    yield from _list_topical(last)
    for pattern in (ORDINAL, YEARS_SINCE):
        for passage in last.mentions.passages:
            for found in pattern.finditer(passage.text) if passage.zone in NAMED_ZONES else ():
                kept = Kept(
                    passage,
                    *found.span(),
                    Finding("N873", facts={"old": last.old, "year": last.new, "words": found[0]}),
                )
                is_cited = any(is_inside(cited, kept, last) for cited in cited_in.get(passage, ()))
                if not (is_cited or found[0].endswith(current)):
                    yield kept
    yield from _list_former_units(last)
    yield from _list_level_words(last)
    yield from _list_aims(last)


def _find_current_congress(last: LastYear) -> tuple[str, ...]:
    """Return how words end that name the congress of the Party of the day, which is no more last year's."""
    term = find_term(CONGRESS, last.day)
    number = ROMAN_NUMBER.search(term.name) if term else None
    return (f"lần thứ {number[1]}", f"Đại hội {number[1]}") if number else ()


def _list_years(last: LastYear) -> Iterator[Kept]:
    for found in YearJudge(last).list_years():
        if isinstance(found, Kept):
            yield found
        else:
            facts = {"words": found.words, "right": found.new}
            yield Kept(found.passage, found.start, found.end, Finding("W875", facts=facts))


def _list_topical(last: LastYear) -> Iterator[Kept]:
    """Yield what was on everybody's lips in the year of a document."""
    for passage in last.mentions.index.having("covid", "dịch"):
        for found in TOPICAL.finditer(passage.text):
            facts = {"words": found[0], "why": OF_ITS_DAY, "year": last.new}
            yield Kept(passage, *found.span(), Finding("N872", facts=facts))


def _list_ended_citations(last: LastYear) -> Iterator[Kept]:
    """Yield the documents that are over on the day and stay, for the sentence tells of the past."""
    for cited, known in last.known.items():
        status = last.citations.status_on(known, last.day)
        if status in OVER_STATUSES and not (cited.is_given or cited.is_quoted):
            facts = {"words": " ".join(cited.words.split()), "status": STATUS_WORDS[status], "year": last.new}
            yield Kept(cited.passage, cited.start, cited.end, Finding("N879", facts=facts))


def _list_former_units(last: LastYear) -> Iterator[Kept]:
    """Yield the names of provinces and districts that are no more; those of provinces without a level word too."""
    homes, pattern = _former_names(last.day)
    for passage in last.mentions.passages:
        if passage.zone in NAMED_ZONES:
            for found in pattern.finditer(passage.text):
                now = find_province(homes[_key(found[0])], last.day)
                facts = {"words": found[0], "day": f"{last.day:%d/%m/%Y}", "now": now.full_name if now else "—"}
                yield Kept(passage, *found.span(), Finding("W874", facts=facts))


@cache
def _former_names(day: date) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return in which province of today former units are, by their names, and what finds these in a text."""
    homes: dict[str, str] = {}
    for units in name_provinces().values():
        if not any(unit.is_of_day(day) for unit in units):
            homes |= {unit.name: unit.newest_province for unit in units}
    cities = {unit.name for units in name_provinces().values() for unit in units if unit.is_of_day(day)}
    for units in name_districts().values():
        for unit in units:
            words = [unit.kind] if unit.kind != "thành phố" or unit.name not in cities else []
            words += [f"{unit.kind} ủy", f"{unit.kind} uỷ"] if unit.kind in ("huyện", "quận") else []
            homes |= {f"{word} {unit.name}": unit.newest_province for word in words if not unit.is_of_day(day)}
    named = "|".join(rf"[{name[0].lower()}{name[0].upper()}]{re.escape(name[1:])}" for name in _longest_first(homes))
    return {_key(name): home for name, home in homes.items()}, re.compile(rf"(?<!\w)(?:{named})(?!\w)")


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=len, reverse=True)


def _key(name: str) -> str:
    return name.casefold()


def _list_level_words(last: LastYear) -> Iterator[Kept]:
    """Yield the level word of the unit of the old issuer where it has no name behind it: của huyện."""
    word = re.compile(rf"(?<!\w){last.former_kind}(?!\w)", re.I)
    for passage in last.mentions.index.having(last.former_kind) if last.former_kind else ():
        for found in word.finditer(passage.text) if passage.zone in NAMED_ZONES else ():
            yield Kept(passage, *found.span(), Finding("N874", facts={"words": found[0]}))


def _list_aims(last: LastYear) -> Iterator[Kept]:
    """Yield the numbers of things that are to be done, which a plan sets for each year anew."""
    for amount in last.mentions.amounts:
        if not (amount.is_quoted or amount.is_given or YEAR_ALONE.match(amount.words)):
            facts = {"old": last.old, "year": last.new, "words": amount.words}
            yield Kept(amount.passage, amount.start, amount.end, Finding("N877", facts=facts))
