"""Slips in what a text says of anniversaries; those of anniversary_phrases.md, section 5, stand first."""

import time
from pathlib import Path

import pytest

from tests.calendars import anniversary, lunar, national
from ttdn_draft.check.anniversary_slips import NamedEntries, find_slips, has_counts, index_names

NAMES = index_names(
    [
        anniversary("sinh-bac", "1890-05-19", name="Ngày sinh Chủ tịch Hồ Chí Minh"),
        anniversary("truong-bon", "1968-10-31", name="Chiến thắng Truông Bồn"),
        anniversary("quoc-khanh", "1945-09-02", name="Ngày Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam"),
        anniversary("tham", "1961-02", name="Bác Hồ về thăm Cao Bằng"),
        anniversary("tren-khong", "1972-12-18", name="Chiến thắng “Hà Nội - Điện Biên Phủ trên không”"),
        anniversary("phu-nu", yearly_day=8, yearly_month=3, name="Ngày Quốc tế Phụ nữ"),
        lunar(1, 5, id="dong-da", origin="1789", name="Chiến thắng Ngọc Hồi - Đống Đa"),
    ]
)


def slips(text: str, *years: int, names: NamedEntries = NAMES) -> list[str]:
    return [message for message, _ in find_slips(text, years or (2022,), names)]


def fix(text: str, year: int = 2022) -> str:
    [(_, facts)] = find_slips(text, (year,), NAMES)
    return str(facts["fix"])


def test_second_date_that_disagrees_with_the_first_is_told_with_the_right_one() -> None:
    text = "Kỷ niệm 132 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 09/5/2022);"
    assert slips(text) == ["E711"]
    assert fix(text) == "132 năm … (19/5/1890 - 19/5/2022)"
    assert slips("kỷ niệm 55 năm Chiến thắng Truông Bồn (3/10/1968 – 31/10/2023)", 2023) == ["E711", "W713"]


def test_doubled_slash_and_day_that_does_not_exist_are_told() -> None:
    assert slips("Kỷ niệm 50 năm Hà Nội - Điện Biên Phủ trên không (18/12/1972 - 18/12//2022)") == ["E712"]
    assert slips("Kỷ niệm 50 năm Ngày A (31/4/1972 - 31/4/2022)") == ["E712", "E712"]


def test_number_that_is_not_the_difference_of_the_years_is_told_with_the_right_one() -> None:
    text = "kỷ niệm 131 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2022)"
    assert slips(text) == ["E710"]
    assert fix(text) == "132 năm … (19/5/1890 - 19/5/2022)"
    assert slips("kỷ niệm 62 năm Bác Hồ về thăm Cao Bằng (02/1961 - 02/2022)") == ["E710"]
    assert slips("kỷ niệm 73 năm Chiến thắng A (1950 - 2022)") == []  # a time from 1950 to 2022 has 73 years
    assert slips("kỷ niệm 70 năm Chiến thắng A (1950 - 2022)") == ["E710"]


def test_closing_year_is_that_of_the_document() -> None:
    text = "kỷ niệm 131 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2021)"
    assert slips(text) == ["W710"]
    assert fix(text) == "132 năm … (19/5/1890 - 19/5/2022)"
    assert slips(text, 2026, 2021) == []
    assert list(find_slips(text, (), NAMES)) == []


def test_first_days_of_the_next_year_are_no_slip() -> None:
    assert slips("kỷ niệm 15 năm Ngày thành lập tỉnh A (01/01/2004 - 01/01/2019)", 2018) == []
    assert slips("kỷ niệm 15 năm Ngày thành lập tỉnh A (01/7/2004 - 01/7/2019)", 2018) == ["W710"]


def test_dates_of_different_parts_are_told() -> None:
    assert slips("kỷ niệm 61 năm Bác Hồ về thăm Cao Bằng (02/1961 - 2022)") == ["W712"]


def test_second_day_of_a_group_is_held_against_the_same_count() -> None:
    text = "76 năm Ngày A (19/8/1945 - 19/8/2021) và Quốc khánh ({} - {})"
    assert slips(text.format("02/9/1945", "02/9/2021"), 2021) == []
    assert slips(text.format("02/9/1945", "03/9/2021"), 2021) == ["E711"]
    assert slips(text.format("02/9/1944", "02/9/2021"), 2021) == ["E710"]


def test_round_is_said_of_round_numbers_alone() -> None:
    assert slips("kỷ niệm tròn 50 năm thiết lập quan hệ (ngày 11-01-1969 - 11-01-2019)", 2019) == []
    assert slips("kỷ niệm tròn 45 năm Ngày A (20/11/1982 - 20/11/2027)", 2027) == ["W711"]


def test_day_of_the_calendar_is_compared_as_far_as_both_know_it() -> None:
    [(message, facts)] = find_slips("132 năm Ngày sinh Chủ tịch Hồ Chí Minh (15/9/1890 - 15/9/2022)", (2022,), NAMES)
    assert (message, facts["typed"], facts["known"], facts["source"]) == ("W713", "15/9/1890", "19/5/1890", "sách A")
    assert slips("61 năm Bác Hồ về thăm Cao Bằng (19/02/1961 - 19/02/2022)") == []
    assert slips("61 năm Bác Hồ về thăm Cao Bằng (19/3/1961 - 19/3/2022)") == ["W713"]
    assert slips('50 năm Chiến thắng "Hà Nội - Điện Biên Phủ trên không" (19/12/1972 - 19/12/2022)') == ["W713"]
    assert slips("233 năm Chiến thắng Ngọc Hồi - Đống Đa (30/01/1789 - 30/01/2022)") == []


def test_name_is_known_however_its_tone_marks_stand() -> None:
    text = "77 năm Ngày Quốc khánh nước Cộng hoà xã hội chủ nghĩa Việt Nam (03/9/1945 - 03/9/2022)"
    assert slips(text) == ["W713"]


def test_day_without_a_count_gets_none() -> None:
    assert slips("112 năm Ngày Quốc tế Phụ nữ (08/3/1910 - 08/3/2022)") == ["W714"]


def test_count_without_dates_is_held_against_the_year_of_the_document() -> None:
    text = "chào mừng 76 năm Ngày Quốc khánh nước Cộng hoà xã hội chủ nghĩa Việt Nam và các ngày lễ"
    [(message, facts)] = find_slips(text, (2022,), NAMES)
    assert (message, facts["count"], facts["right"]) == ("W715", 76, 77)
    assert slips(text, 2021) == [] and slips(text, 2020, 2021) == []
    assert list(find_slips(text, (), NAMES)) == []
    assert slips(f"Năm 2021, {text}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Trong 10 năm thực hiện Chiến lược (2011 - 2020)",
        "sơ kết, kỷ niệm 10 năm thực hiện Chiến lược (2011 - 2020)",
        "kỷ niệm 2 năm hoạt động (01/7/2020 - 30/6/2022)",
        "kỷ niệm 5 năm hoạt động (06/2017 - 05/2022)",
        "Sau hơn 35 năm Ngày đổi mới (1986 - 2022), gần 40 năm Ngày A (1983 - 2022)",
        "Kế hoạch 5 năm phát triển kinh tế - xã hội (2021 - 2026)",
        "kỷ niệm 5 năm thực hiện Nghị quyết số 22-NQ/TW (10/4/2013)",
        "15 năm hoạt động; (19/5/1890 - 19/5/2022)",
    ],
)
def test_times_near_numbers_and_other_brackets_are_no_anniversaries(text: str) -> None:
    assert slips(text) == []


def test_texts_without_counts_need_no_calendar() -> None:
    assert not has_counts(["Năm 2027, trong 5 năm qua (2022 – nay)", "kỷ niệm ngày Quốc khánh"])
    assert has_counts(["kỷ niệm 82 năm Quốc khánh (02/9/1945 - 02/9/2027)"])
    assert has_counts(["82 năm Ngày Quốc khánh"])


def test_signed_documents_have_no_slips(shared: Path) -> None:
    names = index_names(national().anniversaries)
    for name, year in (("004-cao-bang-14-hd-btgtu-2021", 2021), ("003-bu-gia-map-261-kh-hu-2024", 2024)):
        text = (shared / "corpus" / f"{name}.txt").read_text(encoding="utf-8")
        assert [slip for line in text.splitlines() for slip in find_slips(line, (year,), names)] == []


@pytest.mark.parametrize(
    "text", ["1 năm " * 20_000, "9 năm a" + " " * 100_000, "9 năm " + "a, " * 50_000, "(" * 50_000]
)
def test_long_texts_are_read_at_once(text: str) -> None:
    start = time.process_time()
    assert slips(text) == []
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "text",
    [
        "Kỷ niệm 71 năm Ngày A (03/10/1950 - 03/10/2021) và thực hiện Nghị quyết Đại hội Đảng bộ tỉnh (2020 - 2025).",
        "Kỷ niệm 91 năm Ngày A; tổng kết 5 năm thực hiện Đề án phát triển du lịch (2021 - 2030).",
        "Kỷ niệm 65 năm Ngày A (29/02/1956 - 28/02/2021)",
    ],
)
def test_times_of_programmes_and_the_29th_of_february_are_no_slips(text: str) -> None:
    assert slips(text, 2021) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("131 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 18/5/2021)", ["E711"]),
        ("132 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2021)", ["E710"]),
        ("66 năm Ngày thành lập Hiệp hội (ASEAN) (08/8/1967 - 08/8/2021)", ["E710"]),
        ("71 năm Ngày A (03/10/2021 - 03/10/1950)", ["E711"]),
        (
            "76 năm Ngày A (19/8/1945 - 19/8/2021), Ngày B (02/9/1945 - 02/9/2021) và Ngày C (07/9/1945 - 07/9/2020)",
            ["E710"],
        ),
    ],
)
def test_slips_near_to_a_time_behind_brackets_and_in_a_row_are_told(text: str, found: list[str]) -> None:
    assert [message for message in slips(text, 2021) if message != "W710"] == found
