"""The lunar calendar: against its own source, against an independent computation and against two packages."""

import sys
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path

import holidays
import lunar_vn
import pytest

from ttdn_draft.knowledge.days.lunar import LunarDate, find_solar, list_months, name_year
from ttdn_draft.knowledge.tables import read_table

from . import meeus

YEARS = range(1900, 2101)
SCRIPTS = Path(__file__).parents[3] / "scripts"
UNLIKE_LUNAR_VN = {
    date(1944, 6, 20): "the new moon is 28 seconds before midnight",
    date(2072, 12, 9): "the new moon is 3 seconds before midnight",
    date(2085, 10, 19): "77 seconds after midnight on our clocks, 45 before it if the Earth slows as once foreseen",
}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    sys.path.insert(0, str(SCRIPTS))
    try:
        return import_module("build_lunar_table").build_rows()
    finally:
        sys.path.remove(str(SCRIPTS))


def test_every_month_is_that_of_the_source_of_the_table(rows: list[dict[str, str]]) -> None:
    columns = ("year", "first_day", "leap_month", "month_days")
    assert [[row[c] for c in columns] for row in rows] == [[row[c] for c in columns] for row in read_table("lunar")]


def test_moons_and_terms_near_midnight_are_those_of_the_source(rows: list[dict[str, str]]) -> None:
    ours, theirs = list_near(read_table("lunar")), list_near(rows)
    assert [name for name, _ in ours] == [name for name, _ in theirs]
    assert all(abs(a - b) <= 2 for (_, a), (_, b) in zip(ours, theirs, strict=True))
    assert [name for name, seconds in ours if name.startswith("new moon") and abs(seconds) < 10] == [
        "new moon 1967-07-08",
        "new moon 2072-12-09",
    ]


def list_near(table: Iterable[Mapping[str, str]]) -> list[tuple[str, int]]:
    texts = [text.partition(" (")[0] for row in table for text in row["near_midnight"].split("; ") if text]
    return [(name, int(seconds)) for name, _, seconds in (text.rpartition(" ") for text in texts)]


@pytest.mark.parametrize("year", range(1990, 2051))
def test_tet_and_the_day_of_the_hung_kings_are_those_of_an_independent_computation(year: int) -> None:
    assert find_solar(LunarDate(1, 1, year)) == meeus.find_month(year, 1)
    assert find_solar(LunarDate(10, 3, year)) == meeus.find_month(year, 3) + timedelta(9)


def test_every_month_begins_as_in_lunar_vn_save_where_the_moon_is_near_midnight() -> None:
    unlike = set()
    for year in YEARS:
        for month in list_months(year):
            if month.first.year <= 2100:
                theirs = lunar_vn.solar_to_lunar(month.first)
                if (theirs.day, theirs.month, theirs.year, theirs.leap) != (1, month.number, year, month.is_leap):
                    unlike.add(month.first)
    assert unlike == set(UNLIKE_LUNAR_VN)


def test_tet_and_the_day_of_the_hung_kings_are_those_of_holidays() -> None:
    listed = holidays.country_holidays("VN", years=range(1901, 2101), language="vi")
    tets, deaths = (listed.get_named(name, lookup="exact") for name in ("Tết Nguyên Đán", "Ngày Giỗ Tổ Hùng Vương"))
    assert sorted(tets) == [find_solar(LunarDate(1, 1, year)) for year in range(1901, 2101)]
    assert sorted(deaths) == [find_solar(LunarDate(10, 3, year)) for year in range(2007, 2101)]


@pytest.mark.parametrize(
    ("year", "here", "in_china"),
    [
        (1968, date(1968, 1, 29), date(1968, 1, 30)),
        (1985, date(1985, 1, 21), date(1985, 2, 20)),
        (2007, date(2007, 2, 17), date(2007, 2, 18)),
        (2030, date(2030, 2, 2), date(2030, 2, 3)),
        (2053, date(2053, 2, 18), date(2053, 2, 19)),
    ],
)
def test_tet_is_not_that_of_the_chinese_calendar(year: int, here: date, in_china: date) -> None:
    assert find_solar(LunarDate(1, 1, year)) == here
    chinese = holidays.country_holidays("CN", years=year, language="en_US")
    assert chinese.get_named("Chinese New Year (Spring Festival)", lookup="exact")[0] == in_china


def test_every_solar_day_is_that_of_one_lunar_date() -> None:
    expected = date(1899, 2, 10)
    for year in range(1899, 2101):
        for month in list_months(year):
            for day in range(1, month.length + 1):
                assert find_solar(LunarDate(day, month.number, year, month.is_leap)) == expected
                expected += timedelta(1)
    assert expected == date(2101, 1, 29)


@pytest.mark.parametrize(
    ("day", "lunar"),
    [
        (date(1900, 1, 1), LunarDate(1, 12, 1899)),
        (date(1900, 1, 31), LunarDate(1, 1, 1900)),
        (date(2020, 4, 2), LunarDate(10, 3, 2020)),
        (date(2020, 5, 23), LunarDate(1, 4, 2020, is_leap=True)),
        (date(2033, 12, 22), LunarDate(1, 11, 2033, is_leap=True)),
        (date(2026, 2, 16), LunarDate(29, 12, 2025)),
        (date(2026, 11, 22), LunarDate(14, 10, 2026)),
        (date(2100, 12, 31), LunarDate(1, 12, 2100)),
    ],
)
def test_lunar_date_has_its_solar_one(day: date, lunar: LunarDate) -> None:
    assert find_solar(lunar) == day


@pytest.mark.parametrize(
    "missing",
    [
        LunarDate(30, 12, 2025),
        LunarDate(1, 4, 2021, is_leap=True),
        LunarDate(1, 5, 2020, is_leap=True),
        LunarDate(0, 1, 2026),
        LunarDate(31, 1, 2026),
        LunarDate(1, 13, 2026),
        LunarDate(1, 1, 1898),
        LunarDate(1, 1, 2101),
    ],
)
def test_day_that_does_not_exist_gives_nothing(missing: LunarDate) -> None:
    assert find_solar(missing) is None


def test_dates_outside_the_table_give_nothing() -> None:
    assert list_months(2101) == ()


def test_years_are_without_gap_and_have_twelve_months_or_one_leap_month_more() -> None:
    for year in YEARS:
        months = list_months(year)
        assert [m.number for m in months if not m.is_leap] == list(range(1, 13))
        assert sum(m.is_leap for m in months) == len(months) - 12 <= 1
        assert {m.length for m in months} == {29, 30}
        last = months[-1].first + timedelta(months[-1].length)
        assert year == 2100 or find_solar(LunarDate(1, 1, year + 1)) == last


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (1900, "Canh Tý"),
        (1930, "Canh Ngọ"),
        (1945, "Ất Dậu"),
        (1968, "Mậu Thân"),
        (1975, "Ất Mão"),
        (1984, "Giáp Tý"),
        (2023, "Quý Mão"),
        (2024, "Giáp Thìn"),
        (2025, "Ất Tỵ"),
        (2026, "Bính Ngọ"),
        (2027, "Đinh Mùi"),
        (2043, "Quý Hợi"),
    ],
)
def test_year_has_its_can_chi_name(year: int, name: str) -> None:
    assert name_year(year) == name


def test_names_of_sixty_years_differ_and_then_come_again() -> None:
    assert len({name_year(year) for year in range(1984, 2044)}) == 60
    assert all(name_year(year) == name_year(year + 60) for year in range(1900, 2041))
