"""Counts of years as they are written: what is counted, between which dates, and how fast long texts are read."""

import time

import pytest

from ttdn_draft.mentions.counts import YearCount, read_counts
from ttdn_draft.mentions.numerals import read_numeral
from ttdn_draft.model.mentions import Passage


def counts(text: str) -> list[YearCount]:
    return list(read_counts([Passage("paragraph", ("noi_dung", 0), text)]))


def one(text: str) -> tuple[int, str, list[str]]:
    (found,) = [count for count in counts(text) if count.may_be_anniversary]
    return found.count, found.name, [str(date.when) for date in found.dates or ()]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("tám mươi", 80),
        ("Bảy mươi chín", 79),
        ("năm mươi lăm", 55),
        ("mười", 10),
        ("mười lăm", 15),
        ("một trăm linh năm", 105),
        ("một trăm ba mươi sáu", 136),
        ("hai trăm", 200),
        ("ba hai", None),
        ("mươi", None),
    ],
)
def test_number_in_words_is_read(words: str, number: int | None) -> None:
    assert read_numeral(words) == number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kỷ niệm 50 năm Ngày A (18/12/1972 - 18/12/2022)", (50, "Ngày A", ["1972-12-18", "2022-12-18"])),
        ("76 năm Ngày A (B) (từ ngày 02/1961 đến 02/2022)", (76, "Ngày A (B)", ["1961-02", "2022-02"])),
        ("kỷ niệm lần thứ 80 Ngày A (1942 – 2022)", (80, "Ngày A", ["1942", "2022"])),
        ("kỷ niệm ngày A lần thứ 80 (1942 - 2022)", (80, "ngày A", ["1942", "2022"])),
        ("kỷ niệm tám mươi năm ngày B và các ngày lễ", (80, "ngày B", [])),
        ("80 năm Ngày A từ ngày 01/5/1942 đến ngày 01/5/2022", (80, "Ngày A", ["1942-05-01", "2022-05-01"])),
        ("80 năm Ngày A (01 tháng 5 năm 1942 - 01 tháng 5 năm 2022)", (80, "Ngày A", ["1942-05-01", "2022-05-01"])),
    ],
)
def test_what_is_counted_is_read_with_its_dates(text: str, found: tuple[int, str, list[str]]) -> None:
    assert one(text) == found


def test_days_that_share_a_count_each_bear_it() -> None:
    shared = counts("76 năm Ngày A (19/8/1945 - 19/8/2021), Ngày B (02/9/1945 - 02/9/2021) và C (1945 - 2020)")
    assert [(c.count, c.name, c.leads) for c in shared] == [
        (76, "Ngày A", True),
        (76, "Ngày B", False),
        (76, "C", False),
    ]
    pairs = counts("76 năm Ngày A và Ngày B (19/8/1945 - 19/8/2021; 02/9/1945 - 02/9/2021)")
    assert [(c.name, str(c.dates[0].when) if c.dates else "") for c in pairs] == [
        ("Ngày A", "1945-08-19"),
        ("Ngày B", "1945-09-02"),
    ]


@pytest.mark.parametrize(
    "text", ["hơn 35 năm Ngày đổi mới", "gần 40 năm Ngày A (1983 - 2022)", "5 năm qua (2021 - 2025)"]
)
def test_near_numbers_and_spans_are_no_anniversaries(text: str) -> None:
    assert not any(count.may_be_anniversary for count in counts(text))


@pytest.mark.parametrize(
    "text",
    [
        "1 năm " * 20_000,
        "kỷ niệm " + "1 năm a " * 20_000,
        "9 năm a" + " " * 100_000,
        "9 năm " + "a, " * 50_000,
        "9 năm A " + "(" * 50_000,
        "một trăm " * 20_000 + "năm",
        "kỷ niệm ngày lần thứ " * 5_000,
        "2 năm A (1" + " " * 100_000 + ")",
        "2 năm A (1 - " * 10_000,
    ],
)
def test_long_texts_are_read_at_once(text: str) -> None:
    start = time.process_time()
    assert not any(count.span for count in counts(text) if count.is_called_so or count.name)
    assert time.process_time() - start < 1
