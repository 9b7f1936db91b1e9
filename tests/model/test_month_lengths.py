"""Months have as many days as the calendar of Python says."""

from calendar import monthrange

from ttdn_draft.model import length_of


def test_each_month_of_every_year_is_as_long_as_in_the_calendar() -> None:
    months = [(year, month) for year in range(1, 10_000) for month in range(1, 13)]
    assert [length_of(*each) for each in months] == [monthrange(*each)[1] for each in months]
