"""Tells figures from words in the cells of a data file: rows of texts go in, rows of texts and Decimals come out.

Only `1.234,5` (vi) and `1,234.5` (en) are numbers; a code with leading zeros, a telephone number with its zero or
plus, a percentage and a date stay text. What can be read both ways is never guessed.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..model import NO_FIGURE
from ..patterns import regex
from .sheets import Convention, Spot, Value

_PATTERN = r"[-−]?(?:0|[1-9][0-9]{{0,2}}(?:{group}[0-9]{{3}})+|[1-9][0-9]*)(?:{mark}[0-9]+)?"
FORMS: dict[Convention, re.Pattern[str]] = {
    "vi": regex(_PATTERN.format(group=r"\.", mark=",")),
    "en": regex(_PATTERN.format(group=",", mark=r"\.")),
}
OTHER: dict[Convention, Convention] = {"vi": "en", "en": "vi"}


class AmbiguousError(Exception):
    """The cell at `spot` can be read both ways, and nothing settles which; or it alone speaks for the `odd` way."""

    def __init__(self, spot: Spot, odd: Convention | None = None) -> None:
        self.spot, self.odd = spot, odd
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
    first: Spot | None = None
    speak: dict[Convention | None, list[Spot]] = {"vi": [], "en": []}
    for spot, text in texts:
        if is_ambiguous(text):
            first = first or spot
        for convention, other in OTHER.items():
            if FORMS[convention].fullmatch(text) and not FORMS[other].fullmatch(text):
                speak[convention].append(spot)
    speakers = [convention for convention, spots in speak.items() if spots]
    settled: Convention | None = likely or max(speakers, key=lambda way: len(speak[way]), default=None)
    if first and settled and len(speakers) > 1:
        odd = OTHER[settled]
        raise AmbiguousError(speak[odd][0], odd)
    if first and speakers != [settled]:
        raise AmbiguousError(first)
    return settled or "vi"


def is_figure(cell: Value) -> bool:
    """Tell whether a cell is a number, or a dash that stands for no figure."""
    return not isinstance(cell, str) or cell in NO_FIGURE


def read_figures(cells: Sequence[Value], convention: Convention) -> list[Value]:
    """Return a column that is said to hold numbers: each cell that is one as a number, the others as they are."""
    return [_number_or(cell, convention) for cell in cells]


def _number_or(cell: Value, convention: Convention) -> Value:
    number = read_number(cell, convention) if isinstance(cell, str) else None
    return cell if number is None else number


CODE_NAMES = regex(
    r"(?:mã|mst|sđt|cccd|cmnd|bhxh|bhyt)\b.*|.*\b(?:điện thoại|đt|fax|tài khoản|định danh|căn cước|số hiệu|ký hiệu"
    r"|mã số|mã|mst|cccd|cmnd|số thẻ|mã bưu chính|số sổ)\b.*",
    re.I,
)
UNMARKED = regex(r"[0-9]+")
CODE_LENGTHS = (9, 10, 12, 13)  # of telephone numbers without zero, tax numbers, numbers of citizens, of branches
ROUND = "00"  # at the end of a sum of money rather than of a code


def names_codes(name: str) -> bool:
    """Tell whether the name of a column says that it holds codes: tax numbers, telephone numbers, accounts."""
    return bool(CODE_NAMES.fullmatch(" ".join(name.split())))


def look_like_codes(cells: Sequence[Value]) -> bool:
    """Tell whether texts of figures without marks are codes of one length rather than figures."""
    texts = [cell for cell in cells if isinstance(cell, str) and cell not in NO_FIGURE]
    lengths = {len(text) for text in texts}
    return (
        len(lengths) == 1
        and lengths <= set(CODE_LENGTHS)
        and all(UNMARKED.fullmatch(text) and not text.endswith(ROUND) for text in texts)
    )


def gain_dots(cells: Sequence[Value]) -> bool:
    """Tell whether texts of figures without marks would be printed with dots between thousands."""
    return any(isinstance(cell, str) and UNMARKED.fullmatch(cell) and len(cell) > 3 for cell in cells)
