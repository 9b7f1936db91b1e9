"""Communes and districts: found by name in their province on a day, and what became of those of before."""

from collections import Counter
from datetime import date

import pytest

from ttdn_draft.knowledge.names import make_id
from ttdn_draft.knowledge.periods import read_period
from ttdn_draft.knowledge.places.communes import Commune, explain_miss, find_commune, list_communes
from ttdn_draft.knowledge.places.districts import find_districts
from ttdn_draft.knowledge.places.provinces import find_newest, find_province, list_province_ids, list_provinces
from ttdn_draft.knowledge.tables import read_table

DAY = date(2027, 3, 15)
PROVINCES = [province.id for province in list_provinces(DAY)]
TWO_LEVELS, LAST_OF_DISTRICTS = date(2025, 7, 1), date(2025, 6, 30)


def take(asked: str, province: str, day: date = DAY) -> Commune:
    found = find_commune(asked, province, day)
    assert found is not None, asked
    return found


def written(units: tuple[Commune, ...]) -> list[str]:
    return [unit.full_name for unit in units]


@pytest.mark.parametrize("province", PROVINCES)
def test_each_commune_is_found_by_its_id_its_name_and_its_name_with_its_level(province: str) -> None:
    units = list_communes(province, DAY)
    assert units
    for unit in units:
        for asked in (unit.id, unit.name, f"{unit.kind} {unit.name}", unit.full_name.upper(), unit.place_name):
            assert find_commune(asked, province, DAY) == unit, asked


@pytest.mark.parametrize("day", [TWO_LEVELS, date(2026, 4, 30), date(2026, 9, 20), DAY])
def test_the_country_has_as_many_communes_as_the_resolutions_say(day: date) -> None:
    units = [unit for province in PROVINCES for unit in list_communes(province, day)]
    kinds = Counter(unit.kind for unit in units)
    assert (len(units), kinds["đặc khu"], len({unit.code for unit in units})) == (3321, 13, 3321)
    assert len({(unit.province_id, unit.id) for unit in units}) == 3321


def test_there_is_no_commune_of_the_table_before_it_begins() -> None:
    assert list_communes("cao-bang", LAST_OF_DISTRICTS) == ()
    assert find_commune("Trùng Khánh", "cao-bang", LAST_OF_DISTRICTS) is None


def test_codes_lead_from_each_ended_commune_to_the_next_day() -> None:
    for row in read_table("communes"):
        assert row["province_id"] in PROVINCES
        period = read_period(row)
        assert period.first_day >= TWO_LEVELS
        followers = [r for r in read_table("communes") if r["code"] == row["code"]] if row["valid_to"] else [row]
        assert sum(not r["valid_to"] for r in followers) == 1, row["id"]


@pytest.mark.parametrize("id", list_province_ids())
def test_a_province_of_any_time_leads_to_the_communes_of_what_it_is_today(id: str) -> None:
    now = find_province(id, DAY)
    assert now is not None and list_communes(id, DAY) == list_communes(now.id, DAY) != ()


@pytest.mark.parametrize(
    "asked",
    ["Trùng Khánh", "xã Trùng Khánh", "Xã  trùng khánh", "trung-khanh", "XÃ TRÙNG KHÁNH", "Tru\u0300ng Kha\u0301nh"],
)
def test_spelling_of_unicode_case_and_blanks_makes_no_difference(asked: str) -> None:
    assert take(asked, "cao-bang").code == take("trung-khanh", "cao-bang").code


@pytest.mark.parametrize("asked", ["phường Trùng Khánh", "Trung Khanh", "Trụng Khánh", "huyện Trùng Khánh", "", "xã"])
def test_another_level_and_other_marks_are_another_name(asked: str) -> None:
    assert find_commune(asked, "cao-bang", DAY) is None


def test_the_place_of_the_tone_and_blanks_around_a_dash_make_no_difference() -> None:
    assert take("Phú Hoà 1", "dak-lak") == take("xã Phú Hòa 1", "dak-lak")
    assert take("Lâm Viên-Đà Lạt", "lam-dong") == take("Phường Lâm Viên – Đà Lạt", "lam-dong")


def test_names_that_differ_in_their_marks_alone_are_asked_about() -> None:
    pairs = 0
    for province in PROVINCES:
        units = list_communes(province, DAY)
        plain = Counter(make_id(unit.name) for unit in units)
        for slug in (slug for slug, count in plain.items() if count > 1):
            pairs += 1
            assert find_commune(slug, province, DAY) is None
            alike = explain_miss(slug, province, DAY).candidates
            assert [unit for unit in units if make_id(unit.name) == slug] == list(alike)
            assert all(take(unit.name, province) == unit for unit in alike)
    assert pairs == 10


def test_a_commune_that_changed_its_level_is_that_of_the_day() -> None:
    for row in (row for row in read_table("communes") if row["valid_to"]):
        before, after = date.fromisoformat(row["valid_to"]), DAY
        old, new = take(row["name"], row["province_id"], before), take(row["name"], row["province_id"], after)
        assert old.code == new.code and old.kind != new.kind
        assert find_commune(old.full_name, row["province_id"], after) is None
        assert explain_miss(old.full_name, row["province_id"], after).successors == (new,)
        assert explain_miss(old.id, row["province_id"], after).successors == (new,)


def test_each_former_commune_leads_to_communes_of_the_province_that_its_own_became() -> None:
    current = {row["code"]: row["province_id"] for row in read_table("communes") if not row["valid_to"]}
    reached = set()
    for row in read_table("former_communes"):
        codes = row["successors"].split()
        assert codes and len(set(codes)) == len(codes)
        assert {current[code] for code in codes} == {find_newest(row["province_id"])}, row
        reached |= set(codes)
    assert reached == set(current)


def test_each_former_commune_lies_in_a_district_of_the_table() -> None:
    districts = {(row["province_id"], row["id"]) for row in read_table("districts")}
    assert {(row["province_id"], row["district_id"]) for row in read_table("former_communes")} <= districts


@pytest.mark.parametrize(
    ("asked", "province", "first"),
    [
        ("Đình Phong", "cao-bang", "xã Đình Phong"),
        ("xã Phong Nặm", "cao-bang", None),
        ("thị trấn Trùng Khánh", "cao-bang", "xã Trùng Khánh"),
        ("huyện Trùng Khánh", "cao-bang", None),
        ("huyen-bu-gia-map", "dong-nai", None),
        ("huyện Côn Đảo", "ho-chi-minh", "đặc khu Côn Đảo"),
        ("Trúc Bạch", "ha-noi", "phường Ba Đình"),
    ],
)
def test_former_communes_and_districts_lead_to_the_communes_of_the_day(
    asked: str, province: str, first: str | None
) -> None:
    if find_commune(asked, province, DAY):
        assert take(asked, province).full_name == first
        return
    successors = written(explain_miss(asked, province, DAY).successors)
    assert successors and (first is None or first in successors)


def test_a_commune_of_another_province_is_found_for_the_message() -> None:
    missed = explain_miss("Bù Gia Mập", "cao-bang", DAY)
    assert [(unit.full_name, unit.province_id) for unit in missed.elsewhere] == [("xã Bù Gia Mập", "dong-nai")]
    assert not missed.successors


def test_a_name_without_marks_is_offered_and_not_taken() -> None:
    assert explain_miss("Trung Khanh", "cao-bang", DAY).guess == "trung-khanh"
    assert explain_miss("Trùng Khán", "cao-bang", DAY).guess == "trung-khanh"
    missed = explain_miss("Xyzzy", "cao-bang", DAY)
    assert (missed.successors, missed.candidates, missed.elsewhere, missed.guess) == ((), (), (), "")


@pytest.mark.parametrize(
    ("asked", "province", "place", "is_certain"),
    [
        ("Trùng Khánh", "cao-bang", "Trùng Khánh", True),
        ("1 Bảo Lộc", "lam-dong", "Phường 1 Bảo Lộc", True),
        ("Láng", "ha-noi", "Phường Láng", True),
        ("Phú Thọ", "phu-tho", "Phường Phú Thọ", True),
        ("Phú Thọ", "ho-chi-minh", "Phú Thọ", True),
        ("Ngô Quyền", "hai-phong", "Phường Ngô Quyền", False),
        ("Móng Cái 1", "quang-ninh", "Phường Móng Cái 1", False),
        ("Pleiku", "gia-lai", "Phường Pleiku", False),
    ],
)
def test_the_place_line_bears_the_level_word_where_the_standard_asks(
    asked: str, province: str, place: str, is_certain: bool
) -> None:
    unit = take(asked, province)
    assert (unit.place_name, "level_word" not in unit.unverified) == (place, is_certain)


def test_each_commune_with_a_number_one_word_or_the_name_of_its_province_bears_its_level_word() -> None:
    for province in list_provinces(DAY):
        for unit in list_communes(province.id, DAY):
            asks = any(c.isdigit() for c in unit.name) or " " not in unit.name or unit.name == province.name
            assert not asks or unit.level_word in ("number", "one-word", "province-name"), unit.name


def test_a_name_with_a_number_before_it_begins_large_in_a_sentence() -> None:
    assert take("1 Bảo Lộc", "lam-dong").full_name == "Phường 1 Bảo Lộc"
    assert take("Phú Quốc", "an-giang").full_name == "đặc khu Phú Quốc"
    assert take("Phú Quốc", "an-giang").kind == "đặc khu"


def test_districts_end_with_the_second_level() -> None:
    rows = read_table("districts")
    assert len({(row["province_id"], row["id"]) for row in rows}) == len(rows)
    for row in rows:
        period = read_period(row)
        assert period.first_day <= period.last_day <= LAST_OF_DISTRICTS
        assert row["source"] and row["province_id"] in list_province_ids()
        inferred = {column for column in ("valid_from", "valid_to") if row[f"{column}_kind"] == "inferred"}
        assert set(row["unverified"].split()) == inferred
    assert sum(LAST_OF_DISTRICTS in read_period(row) for row in rows) == 696


def test_a_district_is_found_on_its_days_alone() -> None:
    day = date(2024, 6, 17)
    (found,) = find_districts("Bù Gia Mập", "dong-nai", day)
    assert (found.full_name, found.province_id) == ("huyện Bù Gia Mập", "binh-phuoc")
    assert find_districts("huyện Bù Gia Mập", "binh-phuoc", day) == (found,)
    assert find_districts("huyen-bu-gia-map", "binh-phuoc", TWO_LEVELS) == ()
    assert find_districts("Bù Gia Mập", "cao-bang", day) == ()


def test_a_town_and_a_district_of_one_name_are_told_apart_by_their_level() -> None:
    both = find_districts("Hồng Ngự", "dong-thap", date(2024, 6, 17))
    assert sorted(unit.kind for unit in both) == ["huyện", "thành phố"]
    assert [u.kind for u in find_districts("huyện Hồng Ngự", "dong-thap", date(2024, 6, 17))] == ["huyện"]
