"""Numbers as Vietnamese write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_draft.enrich.numbers import format_number, parse_number, round_to

NUMBERS = st.decimals(min_value=-(10**17), max_value=10**17, places=4, allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("number", "decimals", "printed"),
    [
        ("1234.5", None, "1.234,5"),
        ("1234.50", None, "1.234,50"),
        ("1E+6", None, "1.000.000"),
        ("1E-7", None, "0,0000001"),
        ("-1234", None, "-1.234"),
        ("0.125", 2, "0,13"),
        ("12", 1, "12,0"),
        ("-0.04", 1, "0,0"),
        ("999999999999999999.5", None, "999.999.999.999.999.999,5"),
    ],
)
def test_number_is_printed_digit_for_digit_and_never_with_an_exponent(
    number: str, decimals: int | None, printed: str
) -> None:
    assert format_number(Decimal(number), decimals) == printed


def test_year_is_printed_without_marks() -> None:
    assert format_number(Decimal(2026), grouped=False) == "2026"


@given(NUMBERS)
def test_printed_number_read_again_is_the_same(number: Decimal) -> None:
    assert parse_number(format_number(number)) == number


@given(NUMBERS, st.integers(0, 6))
def test_rounding_moves_a_number_by_half_a_unit_at_most(number: Decimal, decimals: int) -> None:
    printed = parse_number(format_number(number, decimals))
    assert printed is not None
    assert abs(printed - number) * 2 <= Decimal(1).scaleb(-decimals)
    assert printed == round_to(number, decimals)


@pytest.mark.parametrize(
    "text", ["1,234.5", "1.23", "12.34", "1e5", "nan", "Infinity", "١٢", "12%", "", "-", "5,", "1 000"]
)
def test_text_that_is_no_vietnamese_number_is_refused(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "number"), [(" 1.234,50 ", "1234.50"), ("−5", "-5"), ("1234,5", "1234.5"), ("0", "0")]
)
def test_vietnamese_number_is_read(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)
