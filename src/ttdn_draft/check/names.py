"""Holds the recipients of a draft against the names of organs: a Draft goes in, names torn in two come out."""

from itertools import pairwise

from ..knowledge.names import fold_name
from ..knowledge.places.organs import list_names_with_comma
from ..model import Draft, Report


def check_names(draft: Draft, report: Report) -> None:
    """Report two recipients that are one organ, whose name a comma tore in two: [Sở Văn hóa, Thể thao và Du lịch]."""
    recipients = draft.recipients or ()
    names = [fold_name(name) for name in list_names_with_comma()] if len(recipients) > 1 else []
    for index, (first, second) in enumerate(pairwise(recipients), 1):
        whole, pair = fold_name(first), fold_name(f"{first}, {second}")
        if any(pair.startswith(name) and not whole.startswith(name) for name in names):
            report("W334", ("noi_nhan", index), name=second)
