"""Holds the anniversaries of a text against the calendars: a Draft and its Source go in, findings come out."""

import re

from ..errors import Finding
from ..knowledge.days.calendars import Almanac
from ..model import Draft, Source, plain_text
from .anniversary_slips import find_slips, has_counts, index_names

YEAR = re.compile(r"năm\s+(\d{4})\b", re.I)


def has_anniversaries(source: Source) -> bool:
    """Tell whether a text counts the years of an anniversary, for which calendars are needed."""
    return has_counts(plain_text(text) for text in source.texts.values())


def check_anniversaries(draft: Draft, source: Source, almanac: Almanac) -> tuple[Finding, ...]:
    """Return what is wrong with each anniversary that a text counts, at the place of the text."""
    names, years = index_names(almanac.list_entries()), find_years(draft)
    return tuple(
        Finding(message, source.place(path), facts)
        for path, text in source.texts.items()
        for message, facts in find_slips(plain_text(text), years, names)
    )


def find_years(draft: Draft) -> tuple[int, ...]:
    """Return the years that a document is about: those of its subject, else that of its date.

    A report is about its year and the tasks of the next one.
    """
    stated = tuple(map(int, YEAR.findall(draft.subject)))
    return stated or ((draft.issue_date.year,) if draft.issue_date else ())
