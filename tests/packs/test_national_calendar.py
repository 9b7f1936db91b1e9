"""The national calendar: every day has a source, and what nobody saw in one is not verified."""

from tests.calendars import national
from ttdn_draft.knowledge.days.anniversaries import Anniversary

LAW = "Bộ luật Lao động 2019, Điều 112"


def by_id() -> dict[str, Anniversary]:
    return {a.id: a for a in national().anniversaries}


def test_calendar_is_sound_and_every_day_has_a_source() -> None:
    assert all(entry.source for entry in national().all_entries())


def test_what_rests_on_memory_alone_is_not_verified() -> None:
    days = national().anniversaries
    assert not [a.id for a in days if a.is_verified and a.source.startswith("theo trí nhớ")]
    assert any(not a.is_verified for a in days)


def test_days_off_are_those_of_the_law() -> None:
    off = {a.id: a for a in national().anniversaries if a.is_day_off}
    assert set(off) == {
        "nam-moi", "tet-nguyen-dan", "gio-to-hung-vuong", "giai-phong-mien-nam", "lao-dong-1-5", "quoc-khanh",
        "van-hoa-viet-nam",
    }  # fmt: skip
    assert all(LAW in a.source or "Nghị quyết 28/2026/QH16" in a.note for a in off.values())


def test_day_of_culture_is_off_from_the_year_of_its_resolution() -> None:
    day = by_id()["van-hoa-viet-nam"]
    assert (day.is_day_off, str(day.since)) == (True, "2026")


def test_days_of_contested_origin_and_feasts_take_no_count() -> None:
    found = by_id()
    for name in ("tet-nguyen-dan", "gio-to-hung-vuong", "nam-moi", "phu-nu-8-3", "thieu-nhi-1-6", "qt-hanh-phuc"):
        assert not found[name].has_count, name
    assert found["lao-dong-1-5"].has_count


def test_renamed_day_keeps_its_id() -> None:
    names = [(a.name, str(a.period)) for a in national().anniversaries if a.id == "sach-va-van-hoa-doc"]
    assert names == [("Ngày Sách Việt Nam", "… – 2021"), ("Ngày Sách và Văn hóa đọc Việt Nam", "2022 – …")]
