"""The years that a document is likely to be about: a manuscript goes in, they come out, the likeliest first.

Those of the subject are; where they do not go with the date, one of the two is a slip, and both are borne.
"""

from .manuscript import Manuscript
from .years import list_named_years

FIRST_MONTH_AHEAD = 9  # from then on papers speak of the days of the year to come
PLANS, REPORTS = ("ke-hoach", "huong-dan"), ("bao-cao",)


def list_likely_years(text: Manuscript) -> tuple[int, ...]:
    """Return the years of the subject, else that of the date; nothing where neither is known."""
    stated, usual = list_named_years(text), _list_usual(text)
    if not stated:
        return usual
    return (
        stated if not usual or text.draft.kind not in (*PLANS, *REPORTS) or {*stated} & {*usual} else (*usual, *stated)
    )


def _list_usual(text: Manuscript) -> tuple[int, ...]:
    """Return the years that a document of its day speaks of."""
    day = text.day
    if day is None:
        return ()
    if text.draft.kind in REPORTS:
        return (day.year, day.year - 1)
    return (day.year, day.year + 1) if day.month >= FIRST_MONTH_AHEAD else (day.year,)
