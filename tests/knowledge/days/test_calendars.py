"""Calendars over each other: what a province keeps in a year, what a pack replaces, what is chosen."""

import time
from datetime import date

import pytest

from tests.calendars import anniversary, joined, layer, national
from ttdn_draft.knowledge.days.anniversaries import NATIONAL, Member
from ttdn_draft.knowledge.days.calendars import Almanac, Choice, Layer, choose
from ttdn_draft.knowledge.days.tiers import Tier
from ttdn_draft.model import PartialDate


def ids(almanac: Almanac, year: int, province: str = "", day: date | None = None) -> list[str]:
    return [o.anniversary.id for o in almanac.list_year(year, province, day)]


LOCAL = Almanac(
    (
        layer("toan-quoc", anniversary("chung", "1945-09-02"), anniversary("khac", "1991-10-01", scope="lao-cai")),
        layer(
            "dong-nai",
            anniversary("bien-hoa", "1975-04-30"),
            anniversary("dong-xoai", "1965-06-09", scope="binh-phuoc"),
            scope="dong-nai",
        ),
    )
)


def test_province_keeps_the_days_of_the_country_its_own_and_those_of_units_merged_into_it() -> None:
    assert ids(LOCAL, 2027, "dong-nai") == ["bien-hoa", "dong-xoai", "chung"]
    assert ids(LOCAL, 2027, "binh-phuoc") == ["bien-hoa", "dong-xoai", "chung"]
    assert ids(LOCAL, 2027) == ["chung"]
    assert ids(LOCAL, 2027, "lao-cai") == ["chung", "khac"]


def test_before_the_merger_each_unit_keeps_its_own_days() -> None:
    assert ids(LOCAL, 2021, "dong-nai") == ["bien-hoa", "chung"]
    assert ids(LOCAL, 2021, "binh-phuoc") == ["dong-xoai", "chung"]
    assert ids(LOCAL, 2025, "dong-nai", date(2025, 6, 30)) == ["bien-hoa", "chung"]
    assert ids(LOCAL, 2025, "dong-nai", date(2025, 7, 1)) == ["bien-hoa", "dong-xoai", "chung"]


def test_entry_of_a_pack_hides_that_of_its_id_below_in_the_years_in_which_it_is_used() -> None:
    own = anniversary("a", "1945-08-19", name="Ngày A thành công", since=PartialDate(2021), until=PartialDate(2021))
    almanac = Almanac((layer("toan-quoc", anniversary("a", "1945-08-19")), layer("mau", own)))
    names = [o.anniversary.name for year in (2020, 2021, 2022) for o in almanac.list_year(year)]
    assert names == ["Ngày a", "Ngày A thành công", "Ngày a"]


def test_groups_of_a_pack_come_first() -> None:
    pair = (Member("a"), Member("b", "và"))
    below = layer("toan-quoc", joined(*pair, id="mot"), joined(*pair, id="hai"))
    above = layer("mau", joined(Member("a"), Member("c", "và"), id="mot"))
    assert [(g.id, g.members[1].id) for g in Almanac((below, above)).list_groups()] == [
        ("mot", "c"), ("mot", "b"), ("hai", "b"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("choice", "chosen"),
    [
        (Choice(), ["le", "tet", "nguoi", "su-kien"]),
        (Choice(tiers=(Tier.ROUND,)), ["nguoi"]),
        (Choice(tiers=(Tier.ROUND, Tier.FIVE)), ["nguoi", "su-kien"]),
        (Choice(categories=("le-lon",)), ["le", "tet"]),
        (Choice(months=(2, 10)), ["le", "tet", "su-kien"]),
        (Choice(months=(2,), tiers=(Tier.OTHER,)), ["le"]),
        (Choice(ids=("su-kien", "le")), ["le", "su-kien"]),
    ],
)
def test_days_are_chosen_by_tier_category_month_and_id(choice: Choice, chosen: list[str]) -> None:
    almanac = Almanac(
        (
            layer(
                "toan-quoc",
                anniversary("le", "1930-02-03", category="le-lon"),
                anniversary("tet", category="le-lon", yearly_day=9, yearly_month=2),
                anniversary("nguoi", "1907-04-07", category="nhan-vat"),
                anniversary("su-kien", "1982-10-10"),
            ),
        )
    )
    assert [o.anniversary.id for o in choose(almanac.list_year(2027), choice)] == chosen


def test_year_of_a_province_is_listed_in_less_than_twenty_milliseconds() -> None:
    almanac = Almanac((Layer("toan-quoc", NATIONAL, national()),))
    almanac.list_year(2026, "lao-cai")
    times = []
    for year in range(2020, 2031):
        start = time.process_time()
        assert len(almanac.list_year(year, "lao-cai")) > 150
        times.append(time.process_time() - start)
    assert sorted(times)[5] < 0.02
