"""The calendar of a pack over that of the country: found by the id of the pack, and never silently left out."""

from datetime import date
from pathlib import Path

import pytest

from tests.calendars import CALENDAR, changed_calendar, write_calendar
from ttdn_draft.errors import PackError, Place
from ttdn_draft.knowledge.days.anniversaries import Anniversary
from ttdn_draft.knowledge.days.calendars import Almanac
from ttdn_draft.knowledge.days.phrases import phrases_of
from ttdn_draft.knowledge.places.provinces import list_provinces
from ttdn_draft.model import PartialDate
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
    day = "  - {id: asean, ten: Ngày ASEAN, goc: 1967-08-09, pham_vi: toan-quoc, loai: quoc-te, nguon: báo B}\n"
    write_calendar(tmp_path, CALENDAR.replace("nhom:\n", f"{day}nhom:\n"))
    _, findings = load_almanac(PackShelf([tmp_path]), "mau", tmp_path, HERE)
    assert [(f.id, f.facts["name"]) for f in findings] == [("W700", "asean")]


GREAT_DAYS = [e for e in load_country().calendar.anniversaries if e.category == "le-lon"]


@pytest.mark.parametrize("great", GREAT_DAYS, ids=lambda entry: entry.id)
@pytest.mark.parametrize("under", ["id", "name"])
def test_no_pack_moves_a_great_day_of_the_country(great: Anniversary, under: str, tmp_path: Path) -> None:
    own, name = (great.id, "Ngày khác") if under == "id" else ("mau-khac", great.name)
    day = f'  - {{id: {own}, ten: "{name}", goc: 1900-01-17, loai: le-lon, nguon: báo B, xac_minh: true}}\n'
    write_calendar(tmp_path, CALENDAR.replace("nhom:\n", f"{day}nhom:\n"))
    almanac, findings = load_almanac(PackShelf([tmp_path]), "mau", tmp_path, HERE)
    assert [(f.id, f.facts["name"]) for f in findings] == [("W746", own)]
    days = [(o.day, o.anniversary) for o in almanac.list_year(2027, "cao-bang")]
    assert [day for day, entry in days if entry.id == great.id] == [
        o.day for o in Almanac((load_country(),)).list_year(2027) if o.anniversary.id == great.id
    ]
    assert all(entry.origin != PartialDate(1900, 1, 17) for _, entry in days)
    assert any(entry.id == "mau-ngay" for _, entry in days)  # the other days of the pack stay


def test_pack_may_say_a_great_day_in_words_of_its_own(tmp_path: Path) -> None:
    day = "  - {id: quoc-khanh, ten: Tết Độc lập, goc: 1945-09-02, pham_vi: toan-quoc, loai: le-lon, nguon: báo B}\n"
    almanac = load(write_calendar(tmp_path, CALENDAR.replace("nhom:\n", f"{day}nhom:\n")))
    assert "Tết Độc lập" in {o.anniversary.name for o in almanac.list_year(2027, "cao-bang")}


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
