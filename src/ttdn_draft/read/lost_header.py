"""Finds out that a data file has no header: its table as read goes in, the name that is a number comes out."""

from collections.abc import Sequence
from decimal import Decimal

from ..patterns import regex
from .sheets import Value

NUMBER = regex(r"[-−]?\d{1,3}(?:[.,]?\d{3})*(?:[.,]\d+)?")
YEAR = regex(r"(?:19|20)\d{2}")


def find_number_name(names: Sequence[str], columns: Sequence[Sequence[Value]]) -> int | None:
    """Return the first column of numbers, where all of them have a number for a name, as a row of data has.

    Years, and numbers that count on as those of months do, are names.
    """
    numbered = [at for at, cells in enumerate(columns) if any(isinstance(cell, Decimal) for cell in cells)]
    typed = [names[at].strip() for at in numbered]
    if not numbered or not all(NUMBER.fullmatch(name) and not YEAR.fullmatch(name) for name in typed):
        return None
    counts = [int(name) for name in typed if name.isdigit()]
    counts_on = len(counts) > 1 and counts == [*range(counts[0], counts[0] + len(typed))]
    return None if counts_on or len(numbered) == len(names) else numbered[0]
