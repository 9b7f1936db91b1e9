"""`ttdn-draft calendar`: table, picture, words, JSON and a file for calendar programs."""

import json
from pathlib import Path
from typing import get_args

import pytest
from icalendar import Calendar

from tests.calendars import CALENDAR, changed_calendar, write_calendar
from ttdn_draft.cli import run
from ttdn_draft.cli.calendar import CATEGORIES, TIERS
from ttdn_draft.knowledge.days.anniversaries import Category
from ttdn_draft.knowledge.days.tiers import Tier
from ttdn_draft.knowledge.relations import list_anniversaries

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a work folder with a pack that has a calendar; nothing else is in sight."""
    monkeypatch.setenv("TTDN_DRAFT_NO_PLUGINS", "1")
    monkeypatch.delenv("TTDN_DRAFT_PACKS", raising=False)
    monkeypatch.setattr("ttdn_draft.user_folders.data_folder", lambda: tmp_path / "không có")
    write_calendar(tmp_path / "gói" / "mẫu")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def cli(*arguments: str) -> int:
    return run(("calendar", "--ngay", "2027-04-15", *arguments), {})


def lines(capsys: Capture) -> list[str]:
    return [line.rstrip() for line in capsys.readouterr().out.splitlines()]


def test_table_is_ordered_by_date_and_counts_the_days_that_are_left(capsys: Capture) -> None:
    assert cli("--nam", "2027", "--loai", "le-lon") == 0
    head, columns, *rows, count = lines(capsys)
    assert head == "Ngày kỷ niệm năm 2027 (Đinh Mùi)"
    assert columns.split()[:4] == ["Ngày", "Ngày", "kỷ", "niệm"]
    assert [row.split()[:2] for row in rows[:4]] == [
        ["T4", "03/02/2027"], ["T7", "06/02/2027"], ["T6", "16/4/2027"], ["T6", "30/4/2027"],
    ]  # fmt: skip
    assert "đã qua" in rows[0] and "mùng 10 tháng 3 âm lịch" in rows[2] and "1 ngày" in rows[2] and "nghỉ" in rows[2]
    assert rows[8].startswith("Theo quy định:")
    assert "khoản 1 Điều 6" in "".join(rows[9:])
    assert count == "8 ngày, 0 chưa xác minh."


def test_every_tier_and_category_can_be_asked_for() -> None:
    assert tuple(TIERS.choices) == tuple(Tier)
    assert tuple(CATEGORIES.choices) == get_args(Category)


def test_today_is_told_as_today(capsys: Capture) -> None:
    assert cli("--nam", "2027", "--loai", "le-lon", "--ngay", "16/4/2027") == 0
    assert "hôm nay" in capsys.readouterr().out


def test_days_are_chosen_by_tier_category_and_month(capsys: Capture) -> None:
    assert cli("--nam", "2027", "--tier", "tron,le5", "--loai", "nhan-vat", "--thang", "4,7", "--output", "json") == 0
    found = json.loads(capsys.readouterr().out)["anniversaries"]
    assert [(a["id"], a["tier"]) for a in found] == [
        ("sinh-le-duan", "tron"), ("sinh-nguyen-dinh-chieu", "le5"), ("sinh-nguyen-van-cu", "le5"),
    ]  # fmt: skip


def test_province_adds_its_days_from_the_country_or_from_its_pack(capsys: Capture) -> None:
    assert cli("--nam", "2027", "--tinh", "lao-cai", "--output", "text") == 0
    assert "36 năm Ngày tái lập tỉnh Lào Cai (01/10/1991 - 01/10/2027);" in capsys.readouterr().out
    assert cli("--nam", "2027", "--tinh", "mau", "--packs", "gói", "--output", "text") == 0
    assert "77 năm Chiến thắng Mẫu (1950 - 2027) và 77 năm Ngày giải phóng Mẫu" in capsys.readouterr().out
    assert cli("--nam", "2027", "--tinh", "lao-cay") == 2
    assert "E705" in capsys.readouterr().err


def test_province_is_that_of_the_day(capsys: Capture) -> None:
    chosen = ("--nam", "2025", "--tinh", "lao-cai", "--output", "text", "--ngay")
    assert cli(*chosen, "2025-06-30") == 0
    assert "Yên Bái" not in capsys.readouterr().out
    for day in ("2025-07-01", "2027-01-01"):
        assert cli(*chosen, day) == 0
        assert "Yên Bái" in capsys.readouterr().out
    assert cli(*chosen, "2024-01-01") == 0
    assert "Yên Bái" not in capsys.readouterr().out


def test_words_are_lines_or_one_paragraph_with_zeros_or_without(capsys: Capture) -> None:
    chosen = ("--nam", "2027", "--loai", "le-lon", "--thang", "2,4", "--output", "text")
    assert cli(*chosen) == 0
    assert lines(capsys) == [
        "- Kỷ niệm 97 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2027)"
        " và đón Tết Nguyên đán Đinh Mùi;",
        "- Kỷ niệm Ngày Giỗ Tổ Hùng Vương (mùng 10 tháng 3 âm lịch);",
        "- Kỷ niệm 52 năm Ngày Giải phóng miền Nam, thống nhất đất nước (30/4/1975 - 30/4/2027).",
    ]
    assert cli(*chosen, "--mot-doan", "--khong-so-0", "--duong-lich") == 0
    assert lines(capsys) == [
        "97 năm Ngày thành lập Đảng Cộng sản Việt Nam (3/2/1930 - 3/2/2027) và đón Tết Nguyên đán Đinh Mùi"
        " (ngày 6/2/2027 dương lịch); Ngày Giỗ Tổ Hùng Vương mùng 10 tháng 3 âm lịch (ngày 16/4/2027 dương lịch);"
        " 52 năm Ngày Giải phóng miền Nam, thống nhất đất nước (30/4/1975 - 30/4/2027)"
    ]


def test_what_nobody_has_verified_is_marked_in_words_and_told_in_the_table(capsys: Capture) -> None:
    chosen = ("--nam", "2028", "--loai", "nhan-vat", "--tier", "tron", "--thang", "2")
    assert cli(*chosen, "--output", "text") == 0
    assert "Kỷ niệm [cần kiểm tra: 120 năm Ngày sinh đồng chí Nguyễn Đức Cảnh" in capsys.readouterr().out
    assert cli(*chosen) == 0
    assert any("chưa xác minh" in line for line in lines(capsys))


def test_proposed_day_and_day_off_that_is_no_law_are_shown_as_what_they_are(here: Path, capsys: Capture) -> None:
    proposed = (
        "  - {id: mau-de-xuat, ten: Ngày Mẫu, goc: 1698-03-12, loai: truyen-thong, du_kien: true, nguon: báo B}\n"
        "  - {id: mau-nghi, ten: Nghỉ, ngay: 5, thang: 11, loai: truyen-thong, nghi: chua-thanh-luat, nguon: B}\n"
    )
    write_calendar(here / "gói" / "mẫu", CALENDAR.replace("nhom:\n", f"{proposed}nhom:\n"))
    chosen = ("--nam", "2027", "--tinh", "mau", "--packs", "gói", "--thang", "3,11", "--loai", "truyen-thong")
    assert cli(*chosen) == 0
    text = capsys.readouterr().out
    assert "mới đề xuất" in text and "chưa là ngày nghỉ" in text
    assert cli(*chosen, "--output", "text") == 0
    assert "Ngày Mẫu" not in capsys.readouterr().out


def test_machines_get_every_fact(capsys: Capture) -> None:
    assert cli("--nam", "2027", "--loai", "le-lon", "--thang", "4", "--output", "json") == 0
    result = json.loads(capsys.readouterr().out)
    assert {key: result[key] for key in ("version", "year", "province", "from")} == {
        "version": 1, "year": 2027, "province": "", "from": "2027-04-15",
    }  # fmt: skip
    ancestors, south = result["anniversaries"]
    assert (ancestors["date"], ancestors["lunar"]) == ("2027-04-16", "mùng 10 tháng 3 âm lịch")
    assert (ancestors["days_until"], ancestors["is_day_off"], ancestors["count"]) == (1, True, None)
    assert (south["origin"], south["count"], south["tier"]) == ("1975-04-30", 52, "khac")
    assert south["law"]["clause"] == "Nghị định số 145/2013/NĐ-CP, khoản 1 Điều 8"
    assert south["source"] and south["is_verified"]


def test_picture_of_the_year_marks_days_without_colour_too(capsys: Capture) -> None:
    assert cli("--nam", "2027", "--loai", "le-lon", "--ca-nam") == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert [f"Tháng {month}" in out for month in range(1, 13)] == [True] * 12
    picture = out[: out.index("* ngày nghỉ")]
    assert [picture.count(mark) for mark in ("*", "+", "-")] == [4, 0, 4]
    assert "  6* " in picture and " 30* " in picture


def test_file_for_calendar_programs_is_written_whole_and_never_over_another(here: Path, capsys: Capture) -> None:
    assert cli("--nam", "2027", "--tinh", "lao-cai", "-o", "lịch.ics", "--nhac", "7") == 0
    out, err = capsys.readouterr()
    assert out == "lịch.ics\n" and "N721" in err
    first = (here / "lịch.ics").read_bytes()
    assert len(Calendar.from_ical(first).walk("VEVENT")) > 150
    assert cli("--nam", "2026", "-o", "lịch.ics") == 1
    assert "E010" in capsys.readouterr().err
    assert (here / "lịch.ics").read_bytes() == first
    assert cli("--nam", "2026", "-o", "lịch.ics", "--force") == 0
    assert (here / "lịch.ics").read_bytes() != first
    assert cli("--nam", "2026", "-o", "lịch.txt") == 2


def test_calendar_goes_to_the_screen_too(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli("--nam", "2027", "--loai", "le-lon", "--output", "ics") == 0
    assert len(Calendar.from_ical(capsysbinary.readouterr().out).walk("VEVENT")) == 8


def test_broken_calendar_of_a_pack_ends_the_command(here: Path, capsys: Capture) -> None:
    write_calendar(here / "gói" / "mẫu", changed_calendar("goc: 1961-02", "goc: 1961-13"))
    assert cli("--nam", "2027", "--tinh", "mau", "--packs", "gói") == 3
    assert "calendar.yaml:3" in capsys.readouterr().err
    assert cli("--nam", "2027", "--packs", "gói") == 0


@pytest.mark.parametrize(
    "wrong", [("--nam", "1899"), ("--nam", "2027", "--tier", "chan"), ("--nam", "2027", "--thang", "0,1"), ()]
)
def test_wrong_call_is_told(wrong: tuple[str, ...], capsys: Capture) -> None:
    assert cli(*wrong) == 2
    assert "E001" in capsys.readouterr().err


def test_year_without_a_chosen_day_says_so(capsys: Capture) -> None:
    assert cli("--nam", "2027", "--loai", "le-lon", "--thang", "12") == 0
    assert "Không có ngày nào." in capsys.readouterr().out


def test_english_has_its_own_words(capsys: Capture) -> None:
    assert cli("--nam", "2027", "--loai", "le-lon", "--lang", "en", "--ca-nam") == 0
    out = capsys.readouterr().out
    assert "Anniversaries of 2027" in out and "Anniversary" in out and "Month 1" in out and "Mo" in out


def test_pack_shows_its_days_what_they_replace_and_what_contradicts(here: Path, capsys: Capture) -> None:
    day = "  - {id: asean, ten: Ngày ASEAN, goc: 1967-08-09, pham_vi: toan-quoc, loai: quoc-te, nguon: báo B}\n"
    write_calendar(here / "gói" / "mẫu", CALENDAR.replace("nhom:\n", f"{day}nhom:\n"))
    assert run(("packs", "show", "mau", "--packs", "gói"), {}) == 0
    out, err = capsys.readouterr()
    shown = out[out.index("Ngày kỷ niệm:") :].splitlines()
    assert shown[1] == "  mau-ngay  Ngày giải phóng Mẫu  1950-10-03"
    assert shown[4] == "  mau-le-am  Lễ hội Mẫu  10/3"
    assert shown[7] == "  mau-cu  Ngày Sách Mẫu  2000-04-21  … – 2020"
    assert shown[9].startswith("  asean  Ngày ASEAN  1967-08-09  [thay «Ngày thành lập Hiệp hội")
    assert shown[9].endswith("của toan-quoc]  [chưa xác minh]")
    assert shown[shown.index("") - 1] == "2 trong 10 ngày kỷ niệm, nhóm chưa xác minh"
    assert "W700" in err


def test_pack_without_a_calendar_shows_none(here: Path, capsys: Capture) -> None:
    (here / "gói" / "mẫu" / "calendar.yaml").unlink()
    assert run(("packs", "show", "mau", "--packs", "gói"), {}) == 0
    assert "Ngày kỷ niệm" not in capsys.readouterr().out


DONG_NAI = str(Path(__file__).parents[2] / "plugins" / "ttdn-pack-dong-nai" / "src")


@pytest.mark.parametrize("year", ["2020", "2024", "2027"])
@pytest.mark.parametrize("today", ["2020-01-01", "2024-05-01", "2027-03-15"])
def test_former_province_has_the_days_that_the_pack_of_its_successor_holds(
    year: str, today: str, capsys: Capture
) -> None:
    chosen = ("--nam", year, "--ngay", today, "--tinh", "binh-phuoc", "--packs", DONG_NAI)
    assert cli(*chosen, "--output", "json") == 0
    out, err = capsys.readouterr()
    assert {a["scope"] for a in json.loads(out)["anniversaries"]} >= {"binh-phuoc"}
    assert "N724" not in err
    assert cli(*chosen) == 0
    assert "Ngày tái lập tỉnh Bình Phước" in capsys.readouterr().out


@pytest.mark.parametrize("output", ["table", "text", "json", "ics"])
def test_province_of_which_no_day_is_known_says_so_in_every_format(output: str, capsys: Capture) -> None:
    assert cli("--nam", "2027", "--tinh", "binh-phuoc", "--output", output) == 0
    assert "N724 Năm 2027: chưa biết ngày riêng nào của tỉnh Bình Phước." in capsys.readouterr().err
    for known in ("lao-cai", "thua-thien-hue", "yen-bai"):
        assert cli("--nam", "2027", "--tinh", known, "--output", output) == 0
        assert "N724" not in capsys.readouterr().err


def test_diplomatic_days_are_marked_with_level_and_source(capsys: Capture) -> None:
    chosen = ("--nam", "2027", "--loai", "doi-ngoai", "--thang", "9,12")
    assert cli(*chosen) == 0
    rows = lines(capsys)
    (korea,) = [row for row in rows if "Việt Nam - Hàn Quốc" in row]
    assert "ngày đối ngoại, đối tác chiến lược toàn diện" in korea and "nguồn: " in korea and " 35 " in korea
    (austria,) = [row for row in rows if "Việt Nam - Áo" in row]
    assert "ngày đối ngoại, quan hệ ngoại giao" in austria
    assert len([row for row in rows if "Việt Nam - Lào" in row]) == 1  # the calendar knows it itself
    (laos,) = [row for row in rows if "Việt Nam - Lào" in row]
    assert "ngày đối ngoại, quan hệ đặc biệt" in laos


@pytest.mark.parametrize(("year", "tiers"), [("2027", "tron"), ("2026", "le5"), ("2028", "tron,le5")])
def test_diplomatic_days_are_the_same_in_every_format(year: str, tiers: str, capsys: Capture) -> None:
    chosen = ("--nam", year, "--loai", "doi-ngoai", "--tier", tiers, "--output")
    outputs = {}
    for output in ("table", "text", "json", "ics"):
        assert cli(*chosen, output) == 0
        outputs[output] = capsys.readouterr().out
    listed = json.loads(outputs["json"])["anniversaries"]
    wanted = {Tier(tier) for tier in tiers.split(",")}
    assert {a.relation.name for a in list_anniversaries(int(year), wanted)} == {
        a["name"].split(" - ")[-1] for a in listed
    }
    assert len(outputs["text"].splitlines()) == len(listed)
    events = Calendar.from_ical(outputs["ics"]).walk("VEVENT")
    assert len(events) == sum(a["date"] is not None for a in listed)
    described = " ".join(str(event["description"]) for event in events)
    for entry in listed:
        partner = entry["name"].split(" - ")[-1]
        assert entry["text"] in outputs["text"] and f"Việt Nam - {partner} " in outputs["table"]
        assert entry["source"] and (not entry["date"] or entry["text"] in described)
        assert not entry["level"] or entry["text"].endswith(f", {entry['level']}")
