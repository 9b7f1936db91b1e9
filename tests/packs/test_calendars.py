"""The calendar of a pack over that of the country: found by the id of the pack, and never silently left out."""

from datetime import date
from pathlib import Path

import pytest

from tests.calendars import CALENDAR, changed_calendar, write_calendar
from ttdn_draft.errors import PackError, Place
from ttdn_draft.knowledge.days.calendars import Almanac
from ttdn_draft.knowledge.days.phrases import phrases_of
from ttdn_draft.knowledge.places.provinces import list_provinces
from ttdn_draft.packs import PackShelf
from ttdn_draft.packs.calendars import load_almanac, load_country

HERE = Place("văn bản.md", 3)


def load(folder: Path, pack: str = "mau") -> Almanac:
    return load_almanac(PackShelf([folder]), pack, folder, HERE)[0]


def test_days_of_the_pack_lie_over_those_of_the_country(tmp_path: Path) -> None:
    write_calendar(tmp_path)
    names = [o.anniversary.id for o in load(tmp_path).list_year(2027, "cao-bang")]
    assert {"mau-ngay", "quoc-khanh"} <= set(names)
    assert "mau-ngay" not in [o.anniversary.id for o in load(tmp_path).list_year(2027, "lao-cai")]


def test_province_without_a_pack_has_the_calendar_of_the_country(tmp_path: Path) -> None:
    almanac, findings = load_almanac(PackShelf(), "lao-cai", tmp_path, HERE)
    assert (len(almanac.layers), findings) == (1, ())
    assert "lao-cai-tai-lap" in [o.anniversary.id for o in almanac.list_year(2027, "lao-cai")]


def test_broken_calendar_stops_with_pack_file_and_line(tmp_path: Path) -> None:
    write_calendar(tmp_path, changed_calendar("goc: 1961-02", "goc: 1961-13"))
    with pytest.raises(PackError) as caught:
        load(tmp_path)
    assert sorted((f.id, f.place.file, f.place.line) for f in caught.value.findings) == [
        ("E210", str(tmp_path / "calendar.yaml"), 3), ("E602", "văn bản.md", 3),
    ]  # fmt: skip


def test_two_packs_of_one_id_stop(tmp_path: Path) -> None:
    for name in ("một", "hai"):
        write_calendar(tmp_path / name)
    with pytest.raises(PackError) as caught:
        load(tmp_path)
    assert caught.value.findings[0].id == "E603"


def test_contradiction_with_the_country_is_told(tmp_path: Path) -> None:
    day = "  - {id: quoc-khanh, ten: Quốc khánh, goc: 1945-09-03, pham_vi: toan-quoc, loai: le-lon, nguon: báo B}\n"
    write_calendar(tmp_path, CALENDAR.replace("nhom:\n", f"{day}nhom:\n"))
    _, findings = load_almanac(PackShelf([tmp_path]), "mau", tmp_path, HERE)
    assert [(f.id, f.facts["name"]) for f in findings] == [("W700", "quoc-khanh")]


def test_phrases_of_a_year_are_the_great_days_the_round_ones_and_those_of_the_province(tmp_path: Path) -> None:
    text = "\n".join(phrases_of(load(write_calendar(tmp_path)), 2026, "cao-bang"))
    assert (
        "96 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2026) và đón Tết Nguyên đán Bính Ngọ" in text
    )
    assert "80 năm Ngày Tổng tuyển cử đầu tiên bầu Quốc hội Việt Nam (06/01/1946 - 06/01/2026)" in text
    assert "65 năm Bác Hồ về thăm Mẫu (02/1961 - 02/2026)" in text
    assert "[cần kiểm tra: 50 năm Ngày Quốc hội quyết nghị lấy tên nước" in text
    for left_out in ("Toàn dân bảo vệ", "Ngày sinh đồng chí", "Ngày Âm nhạc", "Ngày giải phóng Mẫu", "Ngày Đọc Mẫu"):
        assert left_out not in text


@pytest.mark.parametrize("year", range(2020, 2031))
def test_every_province_has_a_list_of_every_year_that_can_be_read(year: int) -> None:
    almanac = Almanac((load_country(),))
    for province in list_provinces(date(2027, 1, 1)):
        phrases = phrases_of(almanac, year, province.id, date(2027, 1, 1))
        assert 6 <= len(phrases) <= 30, (province.id, len(phrases))
        assert any("Quốc khánh nước" in phrase for phrase in phrases)
        assert all(phrase.count("[") <= 2 and not phrase.endswith(".") for phrase in phrases)
