"""Looks for what stayed in a rolled document though it looks like last year's: its words go in, each comes out told."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from ...errors import Finding
from ...knowledge.places.gazetteer import name_districts, name_provinces
from ...knowledge.places.provinces import find_province
from ...model.mentions import TEXT_ZONES
from .last_year import Kept, LastYear
from .years import YearJudge

ORDINAL = re.compile(
    r"\blần\s+thứ\s+(?:\d{1,3}|[IVXL]+)\b|\bkh[oó][aá]\s+(?:\d{1,3}|[IVXL]+)\b|\b(?:Hội nghị|Đại hội|Hội thi|Giải)\s+(?:\d{1,2}|[IVXL]+)\b"
)
YEARS_SINCE = re.compile(r"\b(?:\d{1,3})\s+năm\s+(?:ngày|thực hiện|triển khai|thi hành|đổi mới|tái lập|thành lập|xây dựng)\b", re.I)
NAMED_ZONES = TEXT_ZONES | {"subject", "annex-title", "recipient", "addressee", "base", "archive", "place"}


def list_leftovers(last: LastYear) -> Iterator[Kept]:
    """Yield the years, ordinals, counts, former units, recipients and aims of a document that stand as they were."""
    yield from _list_years(last)
    for pattern in (ORDINAL, YEARS_SINCE):
        for passage in last.mentions.passages:
            if passage.zone in NAMED_ZONES:
                for found in pattern.finditer(passage.text):
                    facts = {**last.facts, "words": found[0]}
                    yield Kept(passage, *found.span(), Finding("N873", facts=facts))
    yield from _list_former_units(last)
    yield from _list_aims(last)


def _list_years(last: LastYear) -> Iterator[Kept]:
    for found in YearJudge(last).list_years():
        if isinstance(found, Kept):
            yield found
        else:
            facts = {"words": found.words, "right": found.new}
            yield Kept(found.passage, found.start, found.end, Finding("W875", facts=facts))


def _list_former_units(last: LastYear) -> Iterator[Kept]:
    """Yield the names of provinces and districts that are no more, with a level word or without."""
    names, pattern = _former_names(last.day)
    for passage in last.mentions.passages:
        if passage.zone in NAMED_ZONES:
            for found in pattern.finditer(passage.text):
                now = find_province(names[found["of_kind"] or found["alone"]], last.day)
                facts = {"words": found[0], "day": f"{last.day:%d/%m/%Y}", "now": now.full_name if now else "—"}
                yield Kept(passage, *found.span(), Finding("W874", facts=facts))


@cache
def _former_names(day: date) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return the provinces in which units are today whose name no unit bears, and what finds the names."""
    names: dict[str, str] = {}
    for units in name_provinces().values():
        if not any(unit.is_of_day(day) for unit in units):
            names[units[-1].name] = units[-1].newest_province
    alone = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    for units in name_districts().values():
        if not any(unit.is_of_day(day) for unit in units):
            names.setdefault(units[-1].name, units[-1].newest_province)
    named = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    kinds = r"(?:[Tt]ỉnh|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hành phố|TP\.?|[Hh]uyện [uủ][ỷy]|[Tt]ỉnh [uủ][ỷy])"
    return names, re.compile(rf"(?<!\w)(?:{kinds}\s+(?P<of_kind>{named})|(?P<alone>{alone}))(?!\w)")


def _list_aims(last: LastYear) -> Iterator[Kept]:
    """Yield the numbers of things that are to be done, which a plan sets for each year anew."""
    for amount in last.mentions.amounts:
        if not (amount.is_quoted or amount.is_given):
            facts = {**last.facts, "words": amount.words}
            yield Kept(amount.passage, amount.start, amount.end, Finding("N877", facts=facts))

