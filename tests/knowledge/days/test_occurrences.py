"""Anniversaries of a year: the right day, the right count, the right tier."""

from datetime import date

import pytest

from tests.calendars import anniversary, lunar
from ttdn_draft.knowledge.days.lunar import LunarDate, find_solar
from ttdn_draft.knowledge.days.occurrences import Occurrence, list_occurrences
from ttdn_draft.knowledge.days.tiers import Tier
from ttdn_draft.model import PartialDate


def the_one(found: list[Occurrence]) -> Occurrence:
    [only] = found
    return only


@pytest.mark.parametrize(
    ("origin", "year", "day", "count", "tier"),
    [
        ("1941-01-28", 2021, date(2021, 1, 28), 80, Tier.ROUND),
        ("1890-05-19", 2021, date(2021, 5, 19), 131, Tier.OTHER),
        ("1945-09-02", 2030, date(2030, 9, 2), 85, Tier.FIVE),
        ("1961-02", 2021, None, 60, Tier.ROUND),
        ("1950", 2021, None, 71, Tier.OTHER),
    ],
)
def test_count_is_the_difference_of_the_years_and_its_last_digit_the_tier(
    origin: str, year: int, day: date | None, count: int, tier: Tier
) -> None:
    found = the_one(list(list_occurrences(anniversary(origin=origin), year)))
    assert (found.day, found.count, found.tier) == (day, count, tier)


@pytest.mark.parametrize("year", [1949, 1950])
def test_nothing_is_counted_before_it_has_come_round(year: int) -> None:
    assert list(list_occurrences(anniversary(origin="1950-10-03"), year)) == []
    assert the_one(list(list_occurrences(anniversary(origin="1950-10-03"), 1951))).count == 1


def test_day_that_takes_no_count_is_there_from_the_year_of_its_origin_and_has_no_tier() -> None:
    day = anniversary(origin="2026", yearly_day=24, yearly_month=11, allows_count=False)
    found = the_one(list(list_occurrences(day, 2026)))
    assert (found.day, found.count, found.tier) == (date(2026, 11, 24), None, None)
    assert list(list_occurrences(day, 2025)) == []


def test_entry_is_used_from_its_first_to_its_last_year_month_or_day() -> None:
    def years(origin: str = "1950-10-03", **period: PartialDate) -> list[int]:
        entry = anniversary(origin=origin, **period)
        return [year for year in range(2018, 2025) if list(list_occurrences(entry, year))]

    assert years(since=PartialDate(2020), until=PartialDate(2022)) == [2020, 2021, 2022]
    assert years(since=PartialDate(2020, 11), until=PartialDate(2022, 10)) == [2021, 2022]
    assert years(since=PartialDate(2020, 10, 3), until=PartialDate(2022, 10, 2)) == [2020, 2021]
    assert years("1950", since=PartialDate(2020, 11), until=PartialDate(2022, 2)) == [2020, 2021, 2022]


def test_twenty_ninth_of_february_falls_on_the_last_day_of_the_month() -> None:
    leap = anniversary(origin="1996-02-29")
    assert [the_one(list(list_occurrences(leap, year))).day for year in (2027, 2028)] == [
        date(2027, 2, 28), date(2028, 2, 29),
    ]  # fmt: skip


def test_lunar_days_have_their_solar_dates_of_the_year() -> None:
    assert [the_one(list(list_occurrences(lunar(1, 1), y))).day for y in range(1990, 2051)] == [
        find_solar(LunarDate(1, 1, y)) for y in range(1990, 2051)
    ]
    ancestors = {y: the_one(list(list_occurrences(lunar(3, 10), y))).day for y in (2020, 2026, 2027)}
    assert ancestors == {2020: date(2020, 4, 2), 2026: date(2026, 4, 26), 2027: date(2027, 4, 16)}


def test_lunar_day_may_fall_twice_in_a_solar_year_or_not_at_all() -> None:
    counts = {year: len(list(list_occurrences(lunar(11, 25), year))) for year in range(2000, 2041)}
    assert set(counts.values()) == {0, 1, 2}
    assert sum(counts.values()) in (40, 41, 42)
    twice = next(year for year, number in counts.items() if number == 2)
    early, late = list_occurrences(lunar(11, 25), twice)
    assert (early.lunar_year, late.lunar_year) == (twice - 1, twice)


def test_thirtieth_of_a_short_lunar_month_falls_on_the_day_before_the_next_month() -> None:
    found = [o.day for year in range(2000, 2031) for o in list_occurrences(lunar(12, 30), year)]
    tets = [find_solar(LunarDate(1, 1, year)) for year in range(2000, 2031)]
    assert [day.toordinal() + 1 for day in found if day] == [tet.toordinal() for tet in tets if tet]


def test_years_of_a_lunar_day_are_counted_by_lunar_years() -> None:
    battle = lunar(1, 5, origin="1789")
    found = the_one(list(list_occurrences(battle, 2026)))
    assert (found.count, found.lunar_year) == (237, 2026)
    assert found.day and found.day == find_solar(LunarDate(5, 1, 2026))
    late = lunar(12, 20, origin="1700")
    assert [o.count for o in list_occurrences(late, 2027)] == [326]


def test_tier_of_a_day_without_a_count_may_go_by_the_year_itself() -> None:
    ancestors = lunar(3, 10, tier_by_year=True)
    assert [the_one(list(list_occurrences(ancestors, year))).tier for year in (2025, 2027, 2030)] == [
        Tier.FIVE, Tier.OTHER, Tier.ROUND,
    ]  # fmt: skip


def test_years_outside_the_lunar_table_have_no_lunar_days() -> None:
    assert list(list_occurrences(lunar(3, 10), 2101)) == []
    assert list(list_occurrences(anniversary(origin="1945-09-02"), 2145))


def test_order_is_by_date_and_on_one_day_the_rounder_number_comes_first() -> None:
    entries = [
        anniversary("nam", "1950"),
        anniversary("thang", "1961-05"),
        anniversary("khac", "1890-05-19"),
        anniversary("tron", "1941-05-19"),
        anniversary("som", "1930-02-03"),
    ]
    found = sorted((o for e in entries for o in list_occurrences(e, 2021)), key=lambda o: o.order)
    assert [o.anniversary.id for o in found] == ["som", "thang", "tron", "khac", "nam"]
