"""Dates as exact as they are known, and periods between them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_draft.knowledge.periods import Period, read_kind
from ttdn_draft.model import PartialDate


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2008", "year", date(2008, 1, 1), date(2008, 12, 31)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-07-01", "day", date(2025, 7, 1), date(2025, 7, 1)),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(text: str, precision: str, first: date, last: date) -> None:
    found = PartialDate.parse(text)
    assert found is not None
    assert (found.precision, found.first, found.last, str(found)) == (precision, first, last, text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026", date(2026, 11, 22)),
        ("2027", date(2027, 1, 1)),
        ("2021", date(2021, 12, 31)),
        ("2026-06", date(2026, 6, 30)),
        ("2026-11", date(2026, 11, 22)),
    ],
)
def test_the_nearest_day_of_a_date_lies_in_it(text: str, day: date) -> None:
    found = PartialDate.parse(text)
    assert found is not None and found.nearest_to(date(2026, 11, 22)) == day


def test_an_empty_text_is_no_date() -> None:
    assert PartialDate.parse("") is None


@pytest.mark.parametrize("text", ["2025-7-1", "2025-13", "2025-02-30", "01/7/2025", "năm 2025"])
def test_a_date_in_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.parse(text)


def test_an_unknown_word_for_a_boundary_is_refused() -> None:
    with pytest.raises(ValueError):
        read_kind("roughly")


@given(st.dates(), st.dates(), st.dates())
def test_a_day_lies_in_a_period_when_it_is_not_before_and_not_after_it(day: date, one: date, other: date) -> None:
    first, last = sorted((one, other))
    period = Period(PartialDate(first.year, first.month, first.day), PartialDate(last.year, last.month, last.day))
    assert (day in period) == (first <= day <= last)
    assert period.begins_after(day) == (day < first)


def test_an_open_end_is_open() -> None:
    assert date.min in Period() and date.max in Period()
    assert date(2025, 12, 31) in Period(end=PartialDate(2025)) and date(2026, 1, 1) not in Period(end=PartialDate(2025))


def test_doubt_lasts_as_long_as_the_change_may_have_happened() -> None:
    start, end = date(2026, 1, 31), date(2026, 6, 1)
    period = Period(PartialDate(2026, 1), PartialDate(2026, 6), "first-seen", "inferred", start, end)
    day = timedelta(days=1)
    assert [period.find_doubt(d) for d in (start, start + day, end - day, end)] == ["start", None, None, "end"]
    assert period.find_doubt(date(2027, 1, 1)) is None
