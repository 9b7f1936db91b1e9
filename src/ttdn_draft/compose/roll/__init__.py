"""Makes last year's document that of another year: what is read of it goes in, edits and what stays come out."""

from collections.abc import Iterable, Iterator
from itertools import chain

from ...knowledge.organ_on_day import OrganOnDay
from ...model.mentions import Mention
from ..order import Issuing
from .asked import write_out_doubts
from .citations import mark_citations
from .columns import renew_columns
from .dates import move_dates, tell_days_off
from .days import RowsRewording, renew_days, renew_ties
from .figures import empty_figures
from .head import find_own_organ, rename_in_text, renew_head, renew_names
from .last_year import Claims, Kept, LastYear, Rewording
from .ledger import Change, Ledger
from .leftovers import list_leftovers
from .new_home import rename_home, renew_issuer
from .refusals import check_issuer, check_roll, find_ended_issuer, find_year
from .writing import HeadBlock, HeadEdit, PlacedEdit, RollEdit, Writer, tell_unwritten
from .years import YearJudge

__all__ = [
    "Change",
    "HeadBlock",
    "HeadEdit",
    "Kept",
    "LastYear",
    "Ledger",
    "PlacedEdit",
    "Rewording",
    "RollEdit",
    "Writer",
    "check_issuer",
    "check_roll",
    "find_ended_issuer",
    "find_own_organ",
    "find_year",
    "list_edits",
    "list_leftovers",
    "renew_columns",
    "renew_head",
    "renew_issuer",
    "renew_names",
    "tell_days_off",
    "tell_unwritten",
    "write_out_doubts",
]


def list_edits(
    last: LastYear, organ: OrganOnDay | None = None, issuing: Issuing | None = None
) -> Iterator[Rewording | RowsRewording]:
    """Yield what changes in the texts of a document; of two edits of the same words the first counts.

    `organ` is the issuer as it is on the day, `issuing` who issues now, where that is another body.
    """
    claims = Claims()
    renamed = chain(rename_in_text(last, organ), rename_home(last, issuing) if issuing else ())
    for edit in chain(renamed, _list_all(last)):
        words = _list_words(edit)
        if all(claims.take(word) for word in words):
            yield edit


def _list_all(last: LastYear) -> Iterator[Rewording | RowsRewording]:
    yield from renew_days(last)
    yield from renew_ties(last)
    yield from mark_citations(last)
    yield from move_dates(last)
    yield from (edit for edit in YearJudge(last).list_years() if isinstance(edit, Rewording))
    yield from empty_figures(last)


def _list_words(edit: Rewording | RowsRewording) -> Iterable[Mention]:
    if isinstance(edit, RowsRewording):
        return [Mention(row, 0, len(row.text)) for row in edit.rows]
    return [edit]
