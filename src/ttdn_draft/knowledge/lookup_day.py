"""The day on which a draft is looked up: a Draft goes in, the day for its standard, names and citations comes out."""

from datetime import date

from ..model import Draft, PartialDate
from .ages import find_known_day


def find_lookup_day(draft: Draft) -> date | None:
    """Return the date of a draft, and nothing where none is written.

    Of a month or a year it is the day nearest to that until which the tables are known: a draft without a date is
    looked up then.
    """
    day = draft.issue_date
    return day.nearest_to(find_known_day()) if isinstance(day, PartialDate) else day
