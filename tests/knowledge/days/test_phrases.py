"""Which anniversaries a document of a year names, and that a group is named whole."""

from typing import Any

import pytest

from tests.calendars import anniversary, joined, layer
from ttdn_draft.knowledge.days.anniversaries import Anniversary, Member
from ttdn_draft.knowledge.days.calendars import Almanac
from ttdn_draft.knowledge.days.phrases import phrases_of


def years(**more: Any) -> list[int]:
    """Return the years from 2021 to 2030 in which an event of 2010 is named."""
    entry = anniversary("a", "2010-05-01", **more)
    almanac = Almanac((layer("toan-quoc", entry),))
    return [year for year in range(2021, 2031) if phrases_of(almanac, year, "cao-bang")]


@pytest.mark.parametrize(
    ("category", "scope", "expected"),
    [
        ("le-lon", "toan-quoc", [*range(2021, 2031)]),
        ("su-kien", "toan-quoc", [2030]),
        ("truyen-thong", "toan-quoc", []),
        ("quoc-te", "toan-quoc", []),
        ("nhan-vat", "toan-quoc", []),
        ("su-kien", "cao-bang", [2025, 2030]),
        ("truyen-thong", "cao-bang", [2025, 2030]),
        ("su-kien", "lao-cai", []),
    ],
)
def test_years_go_by_the_sort_of_day(category: str, scope: str, expected: list[int]) -> None:
    assert years(category=category, scope=scope) == expected


@pytest.mark.parametrize(
    ("usage", "expected"),
    [("hang-nam", [*range(2021, 2031)]), ("le-5", [2025, 2030]), ("tron", [2030]), ("khong", [])],
)
def test_what_an_entry_says_itself_comes_first(usage: str, expected: list[int]) -> None:
    assert years(category="truyen-thong", scope="toan-quoc", stated_usage=usage) == expected
    assert years(category="le-lon", scope="toan-quoc", stated_usage=usage) == expected


def phrases(*entries: Anniversary, year: int = 2020) -> tuple[str, ...]:
    group = joined(Member("a"), Member("b", "và"))
    return phrases_of(Almanac((layer("toan-quoc", *entries, group),)), year, "cao-bang")


def test_group_is_named_whole_where_one_of_its_days_is() -> None:
    round_one, other = anniversary("a", "1950"), anniversary("b", "1961-02")
    assert phrases(round_one, other) == ("70 năm Ngày a (1950 - 2020) và 59 năm Ngày b (02/1961 - 02/2020)",)
    assert phrases(round_one, other, year=2022) == ()


def test_what_nobody_verified_is_marked_and_what_was_proposed_is_left_out() -> None:
    doubtful = anniversary("a", "1950", is_verified=False)
    proposed = anniversary("b", "1960", is_proposed=True)
    assert phrases(doubtful, proposed) == ("[cần kiểm tra: 70 năm Ngày a (1950 - 2020) — sách A]",)
