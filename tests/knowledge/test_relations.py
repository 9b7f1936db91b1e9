"""Diplomatic relations: their anniversaries of a year, the levels of partnership in time, and the sentence on them."""

from dataclasses import replace
from datetime import date

import pytest

from ttdn_draft.knowledge.days.tiers import Tier
from ttdn_draft.knowledge.relations import (
    RelationAnniversary,
    RelationLevel,
    find_partnership,
    list_anniversaries,
    list_relations,
    write_anniversaries,
    write_year,
)
from ttdn_draft.knowledge.tables import read_table
from ttdn_draft.model import PartialDate

ROUND = (Tier.ROUND, Tier.FIVE)


def pick(year: int, *ids: str) -> list[RelationAnniversary]:
    return [a for a in list_anniversaries(year) if a.relation.id in ids]


@pytest.mark.parametrize(
    ("year", "id", "on", "count", "tier"),
    [
        (2021, "th", PartialDate(2021, 8, 6), 45, Tier.FIVE),
        (2022, "la", PartialDate(2022, 9, 5), 60, Tier.ROUND),
        (2022, "kh", PartialDate(2022, 6, 24), 55, Tier.FIVE),
        (2026, "ru", PartialDate(2026, 1, 30), 76, Tier.OTHER),
        (2027, "cn", PartialDate(2027, 1, 18), 77, Tier.OTHER),
        (2027, "la", PartialDate(2027, 9, 5), 65, Tier.FIVE),
    ],
)
def test_anniversary_has_its_date_count_and_tier(year: int, id: str, on: PartialDate, count: int, tier: Tier) -> None:
    (found,) = pick(year, id)
    assert (found.on, found.count, found.tier) == (on, count, tier)


def test_anniversaries_come_by_date_and_by_the_tiers_that_are_asked_for() -> None:
    every, wanted = list_anniversaries(2027), list_anniversaries(2027, ROUND)
    assert [a.on.first for a in every] == sorted(a.on.first for a in every)
    assert wanted == tuple(a for a in every if a.count % 5 == 0)
    assert {a.relation.id for a in every} == {r.id for r in list_relations() if r.since}


def test_relations_without_a_year_and_those_of_the_year_itself_have_no_anniversary() -> None:
    known = {relation.id: relation for relation in list_relations()}
    assert known["ki"].since is None and "year" in known["ki"].unverified
    assert known["tv"].since == PartialDate(2025, 9, 24)
    assert pick(2025, "ki", "tv") == []
    assert [a.count for a in pick(2026, "ki", "tv")] == [1]


@pytest.mark.parametrize(("year", "day"), [(2022, 28), (2024, 29), (2026, 28), (2028, 29)])
def test_relations_since_29_february_are_marked_on_the_last_day_of_the_month(year: int, day: int) -> None:
    (brunei,) = pick(year, "bn")
    assert brunei.on == PartialDate(year, 2, day)


@pytest.mark.parametrize(
    ("id", "day", "level"),
    [
        ("au", date(2009, 9, 6), None),
        ("au", date(2009, 9, 7), RelationLevel.COMPREHENSIVE),
        ("au", date(2018, 3, 15), RelationLevel.STRATEGIC),
        ("au", date(2024, 3, 6), RelationLevel.STRATEGIC),
        ("au", date(2024, 3, 7), RelationLevel.COMPREHENSIVE_STRATEGIC),
        ("th", date(2021, 8, 6), RelationLevel.STRATEGIC),
        ("th", date(2026, 8, 6), RelationLevel.COMPREHENSIVE_STRATEGIC),
        ("us", date(2020, 7, 12), RelationLevel.COMPREHENSIVE),
        ("us", date(2025, 7, 12), RelationLevel.COMPREHENSIVE_STRATEGIC),
        ("la", date(1977, 9, 5), RelationLevel.SPECIAL),
        ("no", date(2026, 11, 25), None),
    ],
)
def test_partnership_is_that_of_the_day(id: str, day: date, level: RelationLevel | None) -> None:
    found = find_partnership(id, day)
    assert (found.level if found else None) == level


def test_anniversary_has_the_level_of_its_own_day_or_of_the_day_that_is_asked_for() -> None:
    (own,) = pick(2025, "fi")
    (asked,) = [a for a in list_anniversaries(2025, day=date(2025, 12, 31)) if a.relation.id == "fi"]
    assert (own.on, own.level) == (PartialDate(2025, 1, 25), None)
    assert asked.level is RelationLevel.STRATEGIC and asked.is_level_certain


def test_level_is_not_certain_in_the_month_of_which_the_day_is_not_known_nor_where_it_rests_on_memory() -> None:
    thailand = find_partnership("th", date(2025, 5, 16))
    assert thailand
    assert not thailand.is_certain(date(2025, 5, 16)) and thailand.is_certain(date(2025, 5, 31))
    assert not replace(thailand, unverified=frozenset({"level"})).is_certain(date(2025, 5, 31))


def test_partners_of_the_document_of_2021_are_found_on_its_day() -> None:
    found = list_anniversaries(2021, ROUND, date(2021, 3, 30))
    assert [a.relation.name for a in found if a.level is RelationLevel.STRATEGIC] == ["Philippines", "Thái Lan"]
    named = {"Kuwait", "Thụy Sĩ", "Đan Mạch", "Na Uy", "Ireland", "Chile"}
    assert named < {a.relation.name for a in found}
    assert len(found) == 25  # as the signed document says


def test_sentence_groups_the_partners_and_marks_what_rests_on_memory() -> None:
    doubtful = [a.relation.name for a in list_anniversaries(2021, ROUND) if "year" in a.relation.unverified]
    (level_source,) = [row["source"] for row in read_table("partnerships") if row["id"] == "cl-2007"]
    assert write_year(2021, "dang") == (
        "Năm 2021, Việt Nam kỷ niệm năm tròn, năm lẻ năm ngày thiết lập quan hệ ngoại giao với "
        f"[cần kiểm tra: 25 nước — năm thiết lập quan hệ chưa có nguồn: {', '.join(doubtful)}], trong đó có: "
        "02 đối tác chiến lược (Philippines, Thái Lan) và "
        f"02 đối tác toàn diện ([cần kiểm tra: Chile — mức quan hệ: {level_source}], Đan Mạch)."
    )
    assert doubtful


def test_state_document_calls_the_fifth_years_with_a_digit() -> None:
    assert write_year(2021, "nha-nuoc") == write_year(2021, "dang").replace("năm lẻ năm", "năm lẻ 5")


@pytest.mark.parametrize(
    ("year", "ids", "words"),
    [
        (
            2022,
            ("la", "kh"),
            "năm tròn, năm lẻ năm {} 02 nước, trong đó có: 02 nước có quan hệ đặc biệt (Campuchia, Lào)",
        ),
        (2022, ("la",), "năm tròn {} 01 nước, trong đó có: 01 nước có quan hệ đặc biệt (Lào)"),
        (2021, ("no",), "năm tròn {} 01 nước"),
        (2026, ("no",), "năm lẻ năm {} 01 nước"),
        (2027, ("no", "pk"), "{} 02 nước"),
        (
            2030,
            ("eu",),
            "năm tròn {} Liên minh châu Âu, trong đó có: 01 đối tác chiến lược toàn diện (Liên minh châu Âu)",
        ),
        (2025, ("eu", "mx", "pt"), "năm tròn, năm lẻ năm {} 02 nước và Liên minh châu Âu"),
        (
            2030,
            ("cu", "de", "us"),
            "năm tròn, năm lẻ năm {} 03 nước, trong đó có: 01 nước có quan hệ đặc biệt (Cuba), "
            "01 đối tác chiến lược toàn diện (Hoa Kỳ) và 01 đối tác chiến lược (Đức)",
        ),
    ],
)
def test_phrase_counts_countries_and_names_tiers_partners_and_organisations(
    year: int, ids: tuple[str, ...], words: str
) -> None:
    assert write_anniversaries(pick(year, *ids), "dang") == words.format("ngày thiết lập quan hệ ngoại giao với")


def test_year_without_round_anniversaries_has_no_sentence() -> None:
    assert list_anniversaries(1950) == () and write_year(1950, "dang") == ""


def test_no_mark_stands_inside_another_or_says_nothing_of_its_source() -> None:
    for year in range(2020, 2031):
        depth = 0
        for letter in write_year(year, "dang"):
            depth += {"[": 1, "]": -1}.get(letter, 0)
            assert depth in (0, 1)
            assert "— ]" not in write_year(year, "dang")


def test_source_with_brackets_and_a_dash_stays_inside_its_mark() -> None:
    (found,) = pick(2030, "de")
    assert found.partnership
    odd = replace(found.partnership, source="báo [B] — số 5", unverified=frozenset({"level"}))
    words = write_anniversaries([replace(found, partnership=odd, is_level_certain=False)], "dang")
    assert words.endswith("([cần kiểm tra: Đức — mức quan hệ: báo (B) - số 5])")


def test_levels_of_a_country_rise_and_belong_to_known_relations() -> None:
    order, known = list(RelationLevel), {relation.id for relation in list_relations()}
    for relation in {row["relation"] for row in read_table("partnerships")}:
        rows = [row for row in read_table("partnerships") if row["relation"] == relation]
        assert relation in known
        assert [row["since"] for row in rows] == sorted(row["since"] for row in rows)
        ranks = [order.index(RelationLevel(row["level"])) for row in rows]
        assert ranks == sorted(set(ranks), reverse=True), relation


def test_what_is_not_known_of_a_date_is_marked() -> None:
    for row in read_table("relations"):
        known = [part for part in ("year", "month", "day") if row[part]]
        assert known == ["year", "month", "day"][: len(known)], row["id"]
        assert known or "year" in row["unverified"], row["id"]
