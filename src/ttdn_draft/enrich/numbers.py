"""Numbers as Vietnamese write them: a Decimal goes in, 1.234,5 comes out, and back. Babel knows how."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache
from typing import TYPE_CHECKING

from ..model import MAX_DECIMALS, MAX_DIGITS, PRECISION, Report
from ..patterns import regex
from ..yaml_nodes import NodePath

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

NUMBER = regex(r"[-−]?[0-9](?:[0-9.,]*[0-9])?")  # Babel alone takes 1e5, nan and the digits of other scripts


@cache
def _locale() -> "Locale":
    from babel import Locale  # loaded where there are figures to write

    return Locale("vi")


@cache
def _pattern(decimals: int) -> "NumberPattern":
    from babel.numbers import parse_pattern

    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))


def round_to(number: Decimal, decimals: int) -> Decimal:
    """Return a number with so many decimals, halves rounded away from zero."""
    with localcontext(prec=PRECISION):
        rounded = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return rounded if rounded else abs(rounded)  # -0 is printed 0


def format_number(number: Decimal, decimals: int | None = None, grouped: bool = True) -> str:
    """Return a number with Vietnamese marks; its decimals are those it has, or as many as are asked for."""
    exponent = number.as_tuple().exponent
    has = max(-exponent, 0) if isinstance(exponent, int) else 0
    places = has if decimals is None else decimals
    rounded = round_to(number, places)
    with localcontext(prec=PRECISION):
        return str(_pattern(places).apply(rounded, _locale(), group_separator=grouped))


def read_figure(text: str, path: NodePath, report: Report, unit: str = "") -> Decimal | None:
    """Return the number in a text of the input, with or without `unit` behind it; report any other text."""
    bare = text.strip().removesuffix(unit).strip()
    if _is_too_long(bare):
        report("E232", path, digits=MAX_DIGITS, decimals=MAX_DECIMALS)
        return Decimal(0)
    number = parse_number(bare)
    if number is None:
        report("E363", path, value=text.strip())
    return number


def _is_too_long(text: str) -> bool:
    """Tell whether a text of figures is longer than a number may be, before it is converted."""
    whole, _, decimals = text.partition(",")
    is_figures = bool(NUMBER.fullmatch(text))
    return is_figures and (sum(map(str.isdigit, whole)) > MAX_DIGITS or len(decimals) > MAX_DECIMALS)


def parse_number(text: str) -> Decimal | None:
    """Return the number in a Vietnamese text, or nothing where it is not a number: 1.234,5 but not 1,234.5."""
    text = text.strip()
    if not NUMBER.fullmatch(text):
        return None
    from babel.numbers import NumberFormatError, parse_decimal

    try:
        return parse_decimal(text.replace("−", "-"), _locale(), strict=True)
    except NumberFormatError:
        return None
