"""The day on which a draft is looked up: a Draft goes in, the day for its standard, names and citations comes out."""

import re
from datetime import date

from ..model import Draft, PartialDate
from ..patterns import regex
from .ages import find_known_day

_OPEN_DATE = regex(r"(?:th[áa]ng\s*(\d{1,2})\s*)?n[ăa]m\s*(20\d\d)\b", re.I)
_LAST_MONTH = 12


def find_lookup_day(draft: Draft) -> date | None:
    """Return the date of a draft, and nothing where none is written."""
    return nearest_known_day(draft.issue_date)


def nearest_known_day(day: date | PartialDate | None) -> date | None:
    """Return a day; of a month or a year the one nearest to that until which the tables are known."""
    return day.nearest_to(find_known_day()) if isinstance(day, PartialDate) else day


def read_open_date(line: str) -> PartialDate | None:
    """Return the month and the year of a line whose day is written by hand: ngày   tháng 01 năm 2026."""
    found = _OPEN_DATE.search(line)
    if found is None:
        return None
    month = int(found[1]) if found[1] and 1 <= int(found[1]) <= _LAST_MONTH else None
    return PartialDate(int(found[2]), month)
