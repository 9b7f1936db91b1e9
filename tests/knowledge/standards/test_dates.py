"""The wording of dates: zeros, forms in citations, and days as machines write them."""

from dataclasses import replace
from datetime import date

import pytest

from ttdn_draft.knowledge.standards.dates import PLAIN, STRICT, DateWording, dates_of, read_iso_day
from ttdn_draft.knowledge.standards.profiles import list_profiles, load_profile
from ttdn_draft.model import PartialDate


@pytest.mark.parametrize("name", list_profiles())
def test_zeros_of_every_profile_are_those_of_its_standard(name: str) -> None:
    profile = load_profile(name)
    assert replace(profile.dates, clause="") == replace(dates_of(profile.standard), clause="")
    assert profile.dates.clause == profile.padding.clause and dates_of(profile.standard).clause


@pytest.mark.parametrize(
    ("wording", "shown"),
    [
        (STRICT, ["05/02/2027", "05/3/2027", "10/12/2027", "02/1961", "1950"]),
        (PLAIN, ["5/2/2027", "5/3/2027", "10/12/2027", "2/1961", "1950"]),
    ],
)
def test_date_is_written_as_far_as_it_is_known_with_the_zeros_of_the_wording(
    wording: DateWording, shown: list[str]
) -> None:
    dates = [(2027, 2, 5), (2027, 3, 5), (2027, 12, 10), (1961, 2), (1950,)]
    assert [wording.write(PartialDate(*parts)) for parts in dates] == shown


def test_citation_words_its_date_by_the_standard_and_leaves_gaps_for_what_is_not_known() -> None:
    party, state = dates_of("dang"), dates_of("nha-nuoc")
    assert [w.cite(PartialDate(2023, 6, 5)) for w in (party, state)] == ["05/6/2023", "05 tháng 6 năm 2023"]
    assert [w.cite(PartialDate(2023, 2)) for w in (party, state)] == ["[…]/02/2023", "[…] tháng 02 năm 2023"]
    assert [w.cite(None) for w in (party, state)] == ["[…]", "[…]"]


def test_only_a_day_of_the_machine_is_read() -> None:
    assert read_iso_day(" 2027-6-30 ") == date(2027, 6, 30)
    assert read_iso_day("Quý III") is None and read_iso_day("30/6/2027") is None
    with pytest.raises(ValueError, match="day"):
        read_iso_day("2027-02-30")
