"""Provinces by date: the names of 2014, 2021, 2024, 2025 and 2026."""

from datetime import date

import pytest

from ttdn_draft.knowledge.places.provinces import (
    find_province,
    find_province_by_name,
    find_province_id,
    list_line,
    list_predecessors,
    list_province_ids,
    list_provinces,
)

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("id", list_province_ids())
def test_the_name_of_a_province_leads_to_the_newest_unit_that_bears_it(id: str) -> None:
    (unit,) = list_line(id)[-1:]
    found = list_line(find_province_id(unit.name))[-1]
    assert (found.name, found.period.last_day >= unit.period.last_day) == (unit.name, True)
    for asked in (f"{unit.kind} {unit.name}", unit.full_name.upper(), f"  {unit.name} ", unit.place_name):
        assert find_province_id(asked) == found.id


@pytest.mark.parametrize(
    ("asked", "id"),
    [
        ("Thành phố Hồ Chí Minh", "ho-chi-minh"),
        ("TP. Hồ Chí Minh", "ho-chi-minh"),
        ("TP Huế", "hue"),
        ("Hoà Bình", "hoa-binh"),
        ("Bà Rịa – Vũng Tàu", "ba-ria-vung-tau"),
        ("Hà Tây", "ha-tay"),
        ("dong-nai-2025", "dong-nai-2025"),
        ("Cao Bàng", "Cao Bàng"),
        ("Cao Bang", "Cao Bang"),
        ("", ""),
        ("tỉnh", "tỉnh"),
    ],
)
def test_a_name_becomes_an_id_and_anything_else_stays(asked: str, id: str) -> None:
    assert find_province_id(asked) == id


@pytest.mark.parametrize("day", [date(2009, 1, 1), date(2021, 3, 30), TODAY])
def test_ha_tay_is_ha_noi_since_it_was_joined(day: date) -> None:
    found = find_province("ha-tay", day)
    assert found and found.id == "ha-noi"


@pytest.mark.parametrize(
    ("day", "units", "cities"),
    [
        (date(2014, 3, 4), 63, 5),
        (date(2021, 3, 30), 63, 5),
        (date(2024, 12, 31), 63, 5),
        (date(2025, 1, 1), 63, 6),
        (date(2025, 6, 30), 63, 6),
        (date(2025, 7, 1), 34, 6),
        (date(2026, 4, 29), 34, 6),
        (date(2026, 4, 30), 34, 7),
        (date(2026, 8, 31), 34, 7),
        (date(2026, 9, 1), 34, 8),
        (date(2026, 9, 20), 34, 9),
    ],
)
def test_country_has_as_many_units_as_on_that_day(day: date, units: int, cities: int) -> None:
    found = list_provinces(day)
    assert (len(found), sum(p.kind == "thành phố" for p in found)) == (units, cities)
    assert len({p.name for p in found}) == units


@pytest.mark.parametrize(
    ("id", "day", "found"),
    [
        ("binh-phuoc", date(2014, 1, 1), "binh-phuoc"),
        ("binh-phuoc", date(2025, 7, 1), "dong-nai-2025"),
        ("binh-phuoc", TODAY, "dong-nai"),
        ("dong-nai", date(2021, 1, 1), "dong-nai-cu"),
        ("dong-nai", date(2026, 4, 29), "dong-nai-2025"),
        ("dong-nai-cu", date(2026, 4, 30), "dong-nai"),
        ("thai-nguyen", date(2021, 3, 30), "thai-nguyen-cu"),
        ("thai-nguyen", TODAY, "thai-nguyen"),
        ("bac-kan", date(2025, 7, 1), "thai-nguyen"),
        ("hue", date(2024, 12, 31), "thua-thien-hue"),
        ("thua-thien-hue", date(2025, 1, 1), "hue"),
        ("cao-bang", date(2021, 3, 30), "cao-bang"),
        ("cao-bang", TODAY, "cao-bang"),
    ],
)
def test_id_of_any_time_leads_to_the_unit_of_the_day(id: str, day: date, found: str) -> None:
    province = find_province(id, day)
    assert province is not None and province.id == found


def test_province_that_became_a_city_is_of_the_kind_of_its_time() -> None:
    before, after = find_province("binh-phuoc", date(2026, 4, 29)), find_province("binh-phuoc", TODAY)
    assert before and after
    assert [(p.name, p.kind) for p in (before, after)] == [("Đồng Nai", "tỉnh"), ("Đồng Nai", "thành phố")]


def test_unknown_id_and_time_before_the_table_give_nothing() -> None:
    assert find_province("sai-gon", TODAY) is None
    assert find_province("cao-bang", date(2007, 1, 1)) is None
    assert find_province("thai-nguyen", date(2007, 1, 1)) is None


def test_predecessors_go_back_through_all_mergers() -> None:
    assert [p.id for p in list_predecessors("dong-nai")] == ["dong-nai-2025", "binh-phuoc", "dong-nai-cu"]
    assert [p.id for p in list_predecessors("thai-nguyen")] == ["bac-kan", "thai-nguyen-cu"]
    assert list_predecessors("cao-bang") == ()


def test_every_unit_of_2014_is_part_of_exactly_one_unit_of_today() -> None:
    old = {p.id for p in list_provinces(date(2014, 1, 1))}
    parts = [{q.id for q in (p, *list_predecessors(p.id))} & old for p in list_provinces(TODAY)]
    assert sum(map(len, parts)) == 63 and set().union(*parts) == old


@pytest.mark.parametrize("name", ["Khánh Hòa", "Khánh Hoà", "khánh hoà", "Kha\u0301nh Ho\u0300a"])
def test_name_finds_its_unit_however_it_is_spelt(name: str) -> None:
    now, before = find_province_by_name(name, TODAY), find_province_by_name(name, date(2021, 1, 1))
    assert now and before
    assert (now.id, before.id) == ("khanh-hoa", "khanh-hoa-cu")
    assert find_province_by_name("Hoà Bình", TODAY) is None


def test_one_code_is_of_two_provinces_at_two_times() -> None:
    before, now = date(2025, 6, 30), TODAY
    assert [p.name for p in list_provinces(before) if p.code == "52"] == ["Bình Định"]
    assert [p.name for p in list_provinces(now) if p.code == "52"] == ["Gia Lai"]


def test_what_rests_on_memory_is_marked() -> None:
    hue, cao_bang = find_province("thua-thien-hue", date(2014, 1, 1)), find_province("cao-bang", TODAY)
    assert hue and cao_bang
    assert hue.unverified > {"centre"}
    assert cao_bang.unverified == {"centre"}
