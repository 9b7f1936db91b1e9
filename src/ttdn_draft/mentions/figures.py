"""Numbers as they are typed in a sentence or a cell: words go in, the number that they name comes out, and back."""

from decimal import Decimal, InvalidOperation

from ..patterns import regex

FIGURE = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,6})?|\d{1,15}(?:,\d{1,6})?"
"""A number with a dot between thousands and a comma before decimals: 1.234,5."""
_WHOLE = regex(FIGURE)
_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}


def to_number(words: str) -> Decimal | None:
    """Return the number of words that are nothing else; nothing for all others."""
    bare = words.strip()
    if not _WHOLE.fullmatch(bare):
        return None
    try:
        return Decimal(bare.replace(".", "").replace(",", "."))
    except InvalidOperation:
        return None


def count_decimals(words: str) -> int:
    """Return how many decimals a number is typed with."""
    return len(words.strip().partition(",")[2])


def write_like(number: Decimal, typed: str) -> str:
    """Return a number as another one is typed: with dots between thousands, its decimals, its leading zero."""
    decimals = max(count_decimals(typed), -min(int(number.as_tuple().exponent), 0))
    whole, _, rest = f"{number:,.{decimals}f}".partition(".")
    whole = whole.replace(",", ".") if "." in typed or len(typed.partition(",")[0]) < 4 else whole.replace(",", "")
    whole = f"0{whole}" if typed.startswith("0") and len(whole) == 1 and whole != "0" else whole
    return f"{whole},{rest}" if rest else whole


def find_scale(unit: str) -> int:
    """Return by which power of ten a unit such as triệu đồng makes its number greater."""
    return next((power for word, power in _SCALES.items() if unit.casefold().startswith(word)), 0)
