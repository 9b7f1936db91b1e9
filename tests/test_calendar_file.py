"""The .ics file: read back by the library that wrote it and by another, the same on any day, stable in its names."""

import builtins
from datetime import date, timedelta
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from tests.calendars import anniversary, layer, lunar
from ttdn_draft.calendar_file import build_ics, find_uid
from ttdn_draft.errors import UsageError
from ttdn_draft.knowledge.days.calendars import Almanac

ALMANAC = Almanac(
    (
        layer(
            "toan-quoc",
            anniversary("dang", "1930-02-03", name="Ngày thành lập Đảng; cả nước, mọi nơi", category="le-lon"),
            anniversary("doan", "1931-03-26", is_verified=False, source="báo B"),
            anniversary("thang", "1961-02"),
            anniversary("de-xuat", "1698-03-12", is_proposed=True),
            lunar(3, 10, id="gio-to", name="Ngày Giỗ Tổ"),
            lunar(1, 1, id="tet", name="Tết Nguyên đán", names_lunar_year=True),
        ),
    )
)


def build(year: int = 2027, *reminders: int) -> bytes:
    return build_ics(ALMANAC.list_year(year), "Ngày kỷ niệm", reminders)


def events(data: bytes) -> dict[str, Any]:
    return {str(event["uid"]): event for event in Calendar.from_ical(data).walk("VEVENT")}


def test_days_come_back_as_they_went_in_and_lunar_days_have_the_date_of_their_year() -> None:
    found = events(build())
    days = {uid: (event["dtstart"].dt, str(event["summary"])) for uid, event in found.items()}
    assert days == {
        "dang-2027@ttdn-draft.invalid": (date(2027, 2, 3), "97 năm Ngày thành lập Đảng; cả nước, mọi nơi"),
        "doan-2027@ttdn-draft.invalid": (date(2027, 3, 26), "[cần kiểm tra] 96 năm Ngày doan"),
        "gio-to-2027-am2027@ttdn-draft.invalid": (date(2027, 4, 16), "Ngày Giỗ Tổ"),
        "tet-2027-am2027@ttdn-draft.invalid": (date(2027, 2, 6), "Tết Nguyên đán Đinh Mùi"),
    }
    assert all(event["dtend"].dt - event["dtstart"].dt == timedelta(1) for event in found.values())


def test_second_library_reads_the_same_days() -> None:
    calendar = vobject.readOne(build(2027, 7).decode("utf-8"))
    found = {str(event.uid.value): event.dtstart.value for event in calendar.vevent_list}
    assert found == {uid: event["dtstart"].dt for uid, event in events(build()).items()}
    calendar.validate(raiseException=True)
    assert calendar.vevent_list[0].valarm.trigger.value == -timedelta(7)


def test_description_has_the_words_of_a_document_and_the_source_and_marks_what_nobody_verified() -> None:
    found = events(build())
    assert str(found["dang-2027@ttdn-draft.invalid"]["description"]) == (
        "97 năm Ngày thành lập Đảng; cả nước, mọi nơi (03/02/1930 - 03/02/2027) — sách A"
    )
    assert str(found["doan-2027@ttdn-draft.invalid"]["description"]) == (
        "[cần kiểm tra: 96 năm Ngày doan (26/3/1931 - 26/3/2027) — báo B]"
    )


def test_reminders_are_there_only_when_asked_for() -> None:
    assert [event.walk("VALARM") for event in events(build()).values()] == [[]] * 4
    alarms = [a["trigger"].dt for event in events(build(2027, 1, 7)).values() for a in event.walk("VALARM")]
    assert alarms == [-timedelta(1), -timedelta(7)] * 4


def test_same_days_give_the_same_bytes_and_names_do_not_follow_date_or_words() -> None:
    assert build() == build()
    assert build().startswith(b"BEGIN:VCALENDAR\r\n") and all(len(line) <= 75 for line in build().split(b"\r\n"))
    moved = Almanac((layer("toan-quoc", anniversary("dang", "1930-02-04", name="Ngày khác")),))
    assert [find_uid(o) for o in moved.list_year(2027)] == ["dang-2027@ttdn-draft.invalid"]


def test_lunar_day_that_falls_twice_is_two_events() -> None:
    almanac = Almanac((layer("toan-quoc", lunar(11, 25)),))
    twice = next(found for year in range(2000, 2041) if len(found := almanac.list_year(year)) == 2)
    assert len(events(build_ics(twice, "x"))) == 2


def test_without_icalendar_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    known = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name == "icalendar":
            raise ImportError(name)
        return known(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(UsageError) as caught:
        build()
    assert caught.value.findings[0].id == "E720"
