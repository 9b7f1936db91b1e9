"""Dates, periods and deadlines are read with what belongs to them, and what only looks like one is none."""

import pytest

from ttdn_draft.mentions.dates import DateMention
from ttdn_draft.model import PartialDate

from .reading import mentions_of


def only_date(text: str) -> DateMention:
    (found,) = mentions_of(text).dates
    return found


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("Họp ngày 05/6/2027.", "05/6/2027", PartialDate(2027, 6, 5)),
        ("Họp ngày 5 tháng 6 năm 2027.", "ngày 5 tháng 6 năm 2027", PartialDate(2027, 6, 5)),
        ("Trong tháng 6/2027.", "tháng 6/2027", PartialDate(2027, 6)),
        ("Họp ngày 5/6.", "ngày 5/6", None),
        ("Họp ngày 31/6/2027.", "31/6/2027", None),
        ("Họp ngày 5-6-27.", "5-6-27", PartialDate(2027, 6, 5)),
    ],
)
def test_date_is_read_as_far_as_it_is_named(text: str, words: str, when: PartialDate | None) -> None:
    found = only_date(text)
    assert (found.words, found.when) == (words, when)


@pytest.mark.parametrize(
    "text", ["Số 31/6/2027/TT-BTC", "Tỷ lệ 45/60", "phiên bản 1.31.6.2027", "số 12/8/2027", "mã 31/6/2027-A"]
)
def test_figures_that_are_no_date_are_left(text: str) -> None:
    assert mentions_of(text).dates == ()


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("thứ Hai, ngày 30/11/2026", "thứ Hai"),
        ("Chủ nhật ngày 5 tháng 6 năm 2027", "Chủ nhật"),
        ("ngày 20/6/2027 (thứ  sáu)", "thứ  sáu"),
        ("Hội nghị thứ hai tổ chức ngày 20/6/2027", ""),
        ("Bác Hồ về thăm tỉnh lần thứ hai (31/5/1957)", ""),
        ("Kỳ họp thứ ba, ngày 20/6/2027", ""),
        ("Đợt thứ tư: 20/6/2027", ""),
        ("Tổ chức họp thứ Ba, ngày 20/6/2027", "thứ Ba"),
    ],
)
def test_weekday_beside_a_date_is_its_own(text: str, weekday: str) -> None:
    assert only_date(text).weekday == weekday


@pytest.mark.parametrize(
    ("text", "is_of_document"),
    [
        ("Kế hoạch số 5/KH-UBND ngày 03/2/2026 của Sở", True),
        ("Kết luận số 57-KL/TW, ngày 15/6/2023", True),
        ("Kế hoạch số 5/KH-UBND về tuần lễ đến ngày 31/12/2026", True),
        ("Theo Kế hoạch số 5/KH-UBND; gửi trước ngày 31/12/2026", False),
        ("Gửi trước ngày 31/12/2026", False),
    ],
)
def test_date_of_a_document_is_told_from_others(text: str, is_of_document: bool) -> None:
    assert only_date(text).is_of_document is is_of_document


@pytest.mark.parametrize(
    ("text", "kind", "years", "months"),
    [
        ("quý II năm 2027", "quarter", (2027, 2027), (4, 6)),
        ("Quý 4/2027", "quarter", (2027, 2027), (10, 12)),
        ("6 tháng cuối năm 2027", "half", (2027, 2027), (7, 12)),
        ("giai đoạn 2026 - 2030", "giai đoạn", (2026, 2030), (1, 12)),
        ("từ năm 2026 đến năm 2030", "từ năm", (2026, 2030), (1, 12)),
        ("trong năm 2027", "year", (2027, 2027), (1, 12)),
    ],
)
def test_period_is_read_with_its_years(text: str, kind: str, years: tuple[int, int], months: tuple[int, int]) -> None:
    (found,) = mentions_of(text).periods
    assert (found.kind, found.years, found.months) == (kind, years, months)


@pytest.mark.parametrize(
    ("text", "excludes_day"),
    [
        ("Gửi báo cáo trước ngày 20/6/2027.", True),
        ("Hoàn thành chậm nhất ngày 20/6/2027.", False),
        ("Nộp về Sở đến hết ngày 20/6/2027.", False),
    ],
)
def test_deadline_says_whether_its_day_counts(text: str, excludes_day: bool) -> None:
    (found,) = mentions_of(text).deadlines
    assert (found.words, found.excludes_day) == ("20/6/2027", excludes_day)


@pytest.mark.parametrize(
    "text",
    [
        "Đã gửi báo cáo trước ngày 20/6/2027.",
        "Từ ngày 20/6/2027, các cơ quan tổ chức thực hiện.",
        "Ông viết: “gửi báo cáo trước ngày 20/6/2027”.",
        "Thực hiện Kế hoạch số 5/KH-UBND ngày 20/6/2027.",
    ],
)
def test_day_that_is_no_deadline_is_none(text: str) -> None:
    assert mentions_of(text).deadlines == ()


def test_deadline_in_a_review_is_none() -> None:
    assert mentions_of("Gửi báo cáo trước ngày 20/6/2027.", above=("Kết quả đạt được",)).deadlines == ()
