"""Anniversaries in words: sentence and list, dates, lunar days, groups, marks."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.calendars import anniversary, joined, layer, lunar, national
from ttdn_draft.knowledge.days.anniversaries import NATIONAL, Anniversary, AnniversaryGroup, Member
from ttdn_draft.knowledge.days.calendars import Almanac, Choice, Layer, choose
from ttdn_draft.knowledge.days.occurrences import list_occurrences
from ttdn_draft.knowledge.days.words import (
    USUAL,
    Wording,
    group,
    write_item,
    write_lines,
    write_lunar_day,
    write_occurrence,
    write_sentence,
)
from ttdn_draft.knowledge.standards.dates import PLAIN
from ttdn_draft.model import PartialDate
from ttdn_draft.packs.calendars import read_calendar


def sentence(year: int, *entries: Anniversary | AnniversaryGroup, wording: Wording = USUAL, marks: bool = False) -> str:
    almanac = Almanac((layer("toan-quoc", *entries),))
    return write_sentence(group(almanac.list_year(year), almanac.list_groups()), wording, marks)


@pytest.mark.parametrize(
    ("origin", "strict", "plain"),
    [
        ("1941-01-28", "(28/01/1941 - 28/01/2021)", "(28/1/1941 - 28/1/2021)"),
        ("1911-06-05", "(05/6/1911 - 05/6/2021)", "(5/6/1911 - 5/6/2021)"),
        ("1950-10-03", "(03/10/1950 - 03/10/2021)", "(3/10/1950 - 3/10/2021)"),
        ("1931-03-26", "(26/3/1931 - 26/3/2021)", "(26/3/1931 - 26/3/2021)"),
        ("1961-02", "(02/1961 - 02/2021)", "(2/1961 - 2/2021)"),
        ("1961-03", "(3/1961 - 3/2021)", "(3/1961 - 3/2021)"),
        ("1950", "(1950 - 2021)", "(1950 - 2021)"),
        ("0938", "(938 - 2021)", "(938 - 2021)"),
    ],
)
def test_both_dates_are_as_exact_as_the_origin_and_zeros_are_strict_or_none(
    origin: str, strict: str, plain: str
) -> None:
    count = 2021 - int(origin[:4])
    assert sentence(2021, anniversary(origin=origin)) == f"{count} năm Ngày mau {strict}"
    assert sentence(2021, anniversary(origin=origin), wording=Wording(PLAIN)) == f"{count} năm Ngày mau {plain}"


def test_two_days_may_be_joined_by_words_that_are_data() -> None:
    days = [anniversary("a", "1941-01-28"), anniversary("b", "1961-02")]
    text = "80 năm Ngày a (28/01/1941 - 28/01/2021){}60 năm Ngày b (02/1961 - 02/2021)"
    assert sentence(2021, *days, joined(Member("a"), Member("b", "gắn với kỷ niệm"))) == text.format(
        " gắn với kỷ niệm "
    )
    assert sentence(2021, *days, joined(Member("a"), Member("b", ", gắn với"))) == text.format(", gắn với ")
    assert sentence(2021, *days) == text.format("; ")


def test_shared_count_is_said_once_and_only_where_it_is_one() -> None:
    days = [anniversary("a", "1945-08-19"), anniversary("b", "1945-09-02"), anniversary("c", "1944-12-22")]
    two = joined(Member("a"), Member("b", "và", "Quốc khánh"), shares_count=True)
    assert sentence(2021, *days[:2], two) == (
        "76 năm Ngày a (19/8/1945 - 19/8/2021) và Quốc khánh (02/9/1945 - 02/9/2021)"
    )
    other = joined(Member("a"), Member("c", "và"), shares_count=True)
    assert sentence(2021, days[0], days[2], other).count(" năm ") == 2


def test_group_stands_at_its_earliest_day_and_year_only_members_move_with_it() -> None:
    days = [anniversary("nam", "1950"), anniversary("ngay", "1950-10-03"), anniversary("sau", "1961-10-23")]
    text = sentence(2021, *days, joined(Member("nam"), Member("ngay", "và")))
    assert [part.split(" (")[0] for part in text.split("; ")] == ["71 năm Ngày nam", "60 năm Ngày sau"]
    assert sentence(2021, *days).endswith("; 71 năm Ngày nam (1950 - 2021)")


def test_group_hides_that_of_its_id_below_it_in_the_years_of_its_own() -> None:
    days = [anniversary(name, "1950") for name in "abc"]
    below = joined(Member("a"), Member("b", "và"), Member("c", "và"))
    above = joined(Member("a"), Member("b", "gắn với"), since=PartialDate(2021), until=PartialDate(2021))
    almanac = Almanac((layer("toan-quoc", *days, below), layer("mau", above)))
    for year, expected in ((2020, [3]), (2021, [2, 1]), (2022, [3])):
        items = group(almanac.list_year(year), almanac.list_groups())
        assert [len(item.members) for item in items] == expected


def test_group_without_one_of_its_members_joins_the_others() -> None:
    three = joined(Member("a"), Member("b", "và"), Member("c", "cùng"))
    days = [anniversary("a", "1950-01-01"), anniversary("c", "1950-03-01"), three]
    assert " cùng 71 năm Ngày c " in sentence(2021, *days)
    assert sentence(2021, days[0], three) == "71 năm Ngày a (01/01/1950 - 01/01/2021)"


def test_lunar_days_are_named_as_people_say_them() -> None:
    assert write_lunar_day(lunar(3, 10)) == "mùng 10 tháng 3 âm lịch"
    assert write_lunar_day(lunar(1, 5)) == "mùng 5 tháng Giêng âm lịch"
    assert write_lunar_day(lunar(12, 23)) == "ngày 23 tháng Chạp âm lịch"


def test_lunar_day_stands_without_or_with_its_solar_date() -> None:
    solar = Wording(shows_solar=True)
    assert sentence(2020, lunar(3, 10)) == "Ngày mau (mùng 10 tháng 3 âm lịch)"
    assert sentence(2020, lunar(3, 10), wording=solar) == "Ngày mau mùng 10 tháng 3 âm lịch (ngày 02/4/2020 dương lịch)"
    tet = lunar(1, 1, name="Tết Nguyên đán", names_lunar_year=True)
    assert sentence(2024, tet) == "Tết Nguyên đán Giáp Thìn"
    assert sentence(2027, tet, wording=solar) == "Tết Nguyên đán Đinh Mùi (ngày 06/02/2027 dương lịch)"


def test_lunar_day_that_is_counted_prints_the_years_alone() -> None:
    assert sentence(2026, lunar(1, 5, origin="1789")) == "237 năm Ngày mau (1789 - 2026)"


def test_day_without_a_count_prints_day_and_month() -> None:
    assert sentence(2027, anniversary(yearly_day=8, yearly_month=3)) == "Ngày mau (08/3)"


def test_office_stands_behind_the_dates() -> None:
    born = anniversary(origin="1904-05-01", name="Ngày sinh đồng chí A", office="Tổng Bí thư")
    assert sentence(2024, born) == "120 năm Ngày sinh đồng chí A (01/5/1904 - 01/5/2024), Tổng Bí thư"


def test_what_nobody_has_verified_stands_in_a_mark_with_its_source() -> None:
    doubtful = anniversary("b", "1961-02", is_verified=False, source="báo B [trang 3]")
    text = sentence(2021, anniversary("a", "1941-01-28"), doubtful, joined(Member("a"), Member("b", "và")), marks=True)
    assert text.endswith("và [cần kiểm tra: 60 năm Ngày b (02/1961 - 02/2021) — báo B (trang 3)]")
    assert text.count("[") == 1
    assert "cần kiểm tra" not in sentence(2021, doubtful)


def test_name_with_brackets_does_not_end_its_mark() -> None:
    text = sentence(2021, anniversary("b", "1961-02", name="Ngày [X]", is_verified=False, source="A — B"), marks=True)
    assert text.endswith("[cần kiểm tra: 60 năm Ngày (X) (02/1961 - 02/2021) — A - B]")


def test_lunar_day_closes_with_its_lunar_year() -> None:
    chap = lunar(12, 23, id="chap", origin="1950", name="Ngày Chạp")
    for year in (2026, 2027):
        for found in list_occurrences(chap, year):
            assert found.count
            assert write_occurrence(found) == f"{found.count} năm Ngày Chạp (1950 - {1950 + found.count})"


def test_proposed_day_is_never_printed() -> None:
    assert sentence(2027, anniversary(origin="1698-03-12", is_proposed=True)) == ""


def test_list_repeats_what_is_done_and_closes_with_a_stop() -> None:
    tet = lunar(1, 1, id="tet", name="Tết", names_lunar_year=True)
    almanac = Almanac((layer("toan-quoc", tet, anniversary("a", "1911-06-05")),))
    items = group(almanac.list_year(2027), ())
    assert list(write_lines(items)) == ["Đón Tết Đinh Mùi;", "Kỷ niệm 116 năm Ngày a (05/6/1911 - 05/6/2027)."]
    assert [write_item(item) for item in items] == ["Tết Đinh Mùi", "116 năm Ngày a (05/6/1911 - 05/6/2027)"]


def test_days_of_party_and_spring_stand_in_one_sentence_of_the_national_calendar() -> None:
    almanac = Almanac((Layer("toan-quoc", NATIONAL, national()),))

    def write(year: int, *ids: str) -> str:
        return write_sentence(group(choose(almanac.list_year(year), Choice(ids=ids)), almanac.list_groups()))

    assert write(2024, "thanh-lap-dang", "tet-nguyen-dan") == (
        "94 năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/2024) và đón Tết Nguyên đán Giáp Thìn"
    )
    assert write(2024, "qdnd", "hoi-quoc-phong-toan-dan") == (
        "80 năm Ngày thành lập Quân đội nhân dân Việt Nam (22/12/1944 - 22/12/2024)"
        " và 35 năm Ngày hội Quốc phòng toàn dân (22/12/1989 - 22/12/2024)"
    )
    assert write(2025, "cand", "bao-ve-antq") == (
        "80 năm Ngày truyền thống Công an nhân dân Việt Nam (19/8/1945 - 19/8/2025)"
        " và 20 năm Ngày hội Toàn dân bảo vệ an ninh Tổ quốc (19/8/2005 - 19/8/2025)"
    )


CAO_BANG = Path(__file__).parents[3] / "plugins/ttdn-pack-cao-bang/src/ttdn_pack_cao_bang"
ISSUED = (
    "bac-ho-ve-nuoc", "cb-bac-ho-tham", "doan-tncs", "mat-tran-viet-minh", "sinh-chu-tich-hcm", "ra-di-tim-duong",
    "cach-mang-thang-tam", "quoc-khanh", "chien-thang-bien-gioi", "cb-giai-phong", "duong-hcm-tren-bien",
)  # fmt: skip


def as_issued(layers: Sequence[Layer]) -> str:
    almanac = Almanac(layers)
    found = choose(almanac.list_year(2021, "cao-bang"), Choice(ids=ISSUED))
    assert len(found) == len(ISSUED)
    return write_sentence(group(found, almanac.list_groups()))


def cao_bang() -> Layer:
    """Return the calendar of the pack, which has the words of its guidance of 2021 for that year."""
    calendar, findings = read_calendar(CAO_BANG)
    assert calendar is not None and findings == ()
    return Layer("cao-bang", "cao-bang", calendar)


def test_paragraph_of_cao_bang_2021_comes_out_as_it_was_issued(shared: Path) -> None:
    text = (shared / "corpus" / "004-cao-bang-14-hd-btgtu-2021.txt").read_text(encoding="utf-8")
    written = as_issued((Layer("toan-quoc", NATIONAL, national()), cao_bang()))
    assert written.count(" năm ") == 10
    assert f"Tuyên truyền kỷ niệm {written}, đặc biệt là" in text
