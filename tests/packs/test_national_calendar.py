"""The national calendar: every day has a source, and what nobody saw in one is not verified."""

import csv
from pathlib import Path

from tests.calendars import national
from ttdn_draft.knowledge.days.anniversaries import Anniversary
from ttdn_draft.knowledge.places.provinces import list_predecessors

OWN_PACKS = ("cao-bang", "thai-nguyen", "lai-chau", "dong-nai")
LAW = "Bộ luật Lao động 2019, Điều 112"


def by_id() -> dict[str, Anniversary]:
    return {a.id: a for a in national().anniversaries}


def test_calendar_is_sound_and_every_day_has_a_source() -> None:
    assert all(entry.source for entry in national().all_entries())


def test_every_row_of_the_table_is_there_with_the_day_that_the_table_knows(shared: Path) -> None:
    left_out = {u for p in OWN_PACKS for u in (p, *(former.id for former in list_predecessors(p)))}
    with (shared / "data" / "anniversaries.csv").open(encoding="utf-8") as stream:
        rows = {row["id"]: row for row in csv.DictReader(stream) if row["scope"] not in left_out}
    found = by_id()
    assert set(found) == set(rows)
    for name, row in rows.items():
        day = found[name]
        assert (str(day.day or ""), str(day.month or "")) == (row["day"], row["month"]), name
        assert day.is_lunar == (row["calendar"] == "lunar"), name
        assert day.scope == row["scope"].replace("national", ""), name
        assert day.origin is None or str(day.origin.year) == row["year"], name
        assert not day.has_count or row["year"], name


def test_what_rests_on_memory_alone_is_not_verified(shared: Path) -> None:
    with (shared / "data" / "anniversaries.csv").open(encoding="utf-8") as stream:
        guessed = {row["id"] for row in csv.DictReader(stream) if row["source"].startswith("from memory")}
    found = by_id()
    assert {name for name in guessed & set(found) if found[name].is_verified} == set()
    assert 40 < sum(not a.is_verified for a in national().anniversaries) < 70


def test_days_off_are_those_of_the_law() -> None:
    off = {a.id: a for a in national().anniversaries if a.is_day_off}
    assert set(off) == {
        "nam-moi", "tet-nguyen-dan", "gio-to-hung-vuong", "giai-phong-mien-nam", "lao-dong-1-5", "quoc-khanh",
    }  # fmt: skip
    assert all(LAW in a.source for a in off.values())


def test_day_off_that_was_announced_is_none_before_it_is_law() -> None:
    day = by_id()["van-hoa-viet-nam"]
    assert (day.day_off, day.is_day_off, str(day.since)) == ("chua-thanh-luat", False, "2026")


def test_days_of_contested_origin_and_feasts_take_no_count() -> None:
    found = by_id()
    for name in ("tet-nguyen-dan", "gio-to-hung-vuong", "nam-moi", "phu-nu-8-3", "thieu-nhi-1-6", "qt-hanh-phuc"):
        assert not found[name].has_count, name
    assert found["lao-dong-1-5"].has_count


def test_renamed_day_keeps_its_id() -> None:
    names = [(a.name, str(a.period)) for a in national().anniversaries if a.id == "sach-va-van-hoa-doc"]
    assert names == [("Ngày Sách Việt Nam", "… – 2021"), ("Ngày Sách và Văn hóa đọc Việt Nam", "2022 – …")]
