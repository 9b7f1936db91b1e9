"""Tells figures from words in the cells of a data file: rows of texts go in, rows of texts and Decimals come out.

Only `1.234,5` (vi) and `1,234.5` (en) are numbers; a code with leading zeros, a telephone number with its zero or
plus, a percentage and a date stay text. What can be read both ways is never guessed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from ..errors import Finding
from ..model import NO_FIGURE

Value: TypeAlias = str | Decimal | None
Convention: TypeAlias = Literal["vi", "en"]
Spot: TypeAlias = tuple[int, int]  # row and column, from 0

_PATTERN = r"[-−]?(?:0|[1-9][0-9]{{0,2}}(?:{group}[0-9]{{3}})+|[1-9][0-9]*)(?:{mark}[0-9]+)?"
FORMS: dict[Convention, re.Pattern[str]] = {
    "vi": re.compile(_PATTERN.format(group=r"\.", mark=",")),
    "en": re.compile(_PATTERN.format(group=",", mark=r"\.")),
}
OTHER: dict[Convention, Convention] = {"vi": "en", "en": "vi"}


@dataclass(frozen=True)
class Sheet:
    """The filled rows of a data file with their lines, the likely convention of its numbers, what was found.

    `percents` names the columns (from 0) whose numbers are percentages, `worded` those with numbers in words: Quý 3.
    """

    rows: list[tuple[int, list[Value]]]
    likely: Convention | None = None
    findings: tuple[Finding, ...] = ()
    percents: frozenset[int] = frozenset()
    worded: frozenset[int] = frozenset()


class AmbiguousError(Exception):
    """The cell at `spot` can be read both ways, and nothing in the file settles which."""

    def __init__(self, spot: Spot) -> None:
        self.spot = spot
        super().__init__(str(spot))


def read_number(text: str, convention: Convention) -> Decimal | None:
    """Return the number that a text is under a convention, or nothing."""
    if not FORMS[convention].fullmatch(text):
        return None
    plain = text.replace("−", "-").replace("." if convention == "vi" else ",", "")
    return Decimal(plain.replace(",", "."))


def is_ambiguous(text: str) -> bool:
    """Tell whether a text is two different numbers under the two conventions: 1.234."""
    both = [read_number(text, convention) for convention in FORMS]
    return None not in both and both[0] != both[1]


def settle_convention(texts: Iterator[tuple[Spot, str]], likely: Convention | None) -> Convention:
    """Return the convention of a file: the likely one, unless a cell is ambiguous and no other speaks for it."""
    first, speak = None, set()
    for spot, text in texts:
        if is_ambiguous(text):
            first = first or spot
        for convention, other in OTHER.items():
            if FORMS[convention].fullmatch(text) and not FORMS[other].fullmatch(text):
                speak.add(convention)
    settled = likely or (next(iter(speak)) if len(speak) == 1 else None)
    if first and speak != {settled}:
        raise AmbiguousError(first)
    return settled or "vi"


def read_column(cells: Sequence[Value], convention: Convention) -> list[Value]:
    """Return a column as numbers where every cell is a number or a dash; else return it unchanged."""
    read = read_figures(cells, convention)
    return read if all(is_figure(cell) for cell in read) else list(cells)


def is_figure(cell: Value) -> bool:
    """Tell whether a cell is a number, or a dash that stands for no figure."""
    return not isinstance(cell, str) or cell in NO_FIGURE


def read_figures(cells: Sequence[Value], convention: Convention) -> list[Value]:
    """Return a column that is said to hold numbers: each cell that is one as a number, the others as they are."""
    return [_number_or(cell, convention) for cell in cells]


def _number_or(cell: Value, convention: Convention) -> Value:
    number = read_number(cell, convention) if isinstance(cell, str) else None
    return cell if number is None else number
