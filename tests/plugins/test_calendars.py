"""The calendar of a pack over that of the country: found by the id of the pack, and never silently left out."""

from datetime import date
from pathlib import Path

import pytest

from tests.calendars import CALENDAR, changed_calendar, write_calendar
from ttdn_draft.errors import PackError, Place
from ttdn_draft.knowledge.calendars import Almanac
from ttdn_draft.knowledge.usual_phrases import phrases_of
from ttdn_draft.plugins import PackShelf
from ttdn_draft.plugins.calendars import load_almanac

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


def test_phrases_of_a_year_are_the_great_days_the_local_ones_and_the_round_ones(tmp_path: Path) -> None:
    write_calendar(tmp_path)
    phrases = phrases_of(load(tmp_path), 2027, "cao-bang", "dang", date(2026, 12, 1))
    assert (
        phrases[0] == "20 năm Ngày Việt Nam trở thành thành viên WTO (11/01/2007 - 11/01/2027)" or phrases[0][0] == "["
    )
    text = "\n".join(phrases)
    assert (
        "97 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2027) và đón Tết Nguyên đán Đinh Mùi" in text
    )
    assert "77 năm Chiến thắng Mẫu (1950 - 2027) và 77 năm Ngày giải phóng Mẫu (03/10/1950 - 03/10/2027)" in text
    assert "66 năm Bác Hồ về thăm Mẫu (02/1961 - 02/2027)" in text
    assert "[cần kiểm tra: 110 năm Ngày sinh đồng chí Đỗ Mười (02/02/1917 - 02/02/2027) — theo trí nhớ]" in text
    assert "Ngày Âm nhạc" not in text and "Hoàng Đình Giong" not in text
    assert 15 < len(phrases) < 40
    assert phrases == phrases_of(load(tmp_path), 2027, "cao-bang", "nha-nuoc")


def test_every_province_has_phrases_of_every_year(tmp_path: Path) -> None:
    almanac = load(tmp_path, "cao-bang")
    for year in range(2020, 2031):
        for province in ("cao-bang", "dong-nai", "ho-chi-minh"):
            phrases = phrases_of(almanac, year, province, "dang")
            assert any("Quốc khánh" in phrase for phrase in phrases)
            assert all(phrase.count("[") <= 1 and "None" not in phrase for phrase in phrases)
