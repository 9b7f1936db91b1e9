"""A document of which only the year is known is told no more than what is so on every day that it may have."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import HEAD, ids
from ttdn_draft.pipeline import check_file

Write = Callable[..., Path]
PLAN = HEAD.replace("loai: huong-dan", "loai: ke-hoach")
REPORT = HEAD.replace("loai: huong-dan", "loai: bao-cao")


def told(write: Write, head: str, day: str, body: str) -> list[str]:
    return ids(check_file(write(body, head.replace("ngay: 2026-06-05", f"ngay: {day}"))).findings)


@pytest.mark.parametrize(("day", "is_told"), [("2027", False), ("2027-04", False), ("15/5/2027", True)])
def test_deadline_within_the_year_of_a_plan_is_told_only_of_a_later_day(day: str, is_told: bool, write: Write) -> None:
    body = "# Nhiệm vụ\n\nCác cơ quan hoàn thành chậm nhất ngày 20/4/2027.\n"
    assert ("deadline-out-of-range" in told(write, PLAN, day, body)) is is_told


@pytest.mark.parametrize(("day", "is_told"), [("2026", False), ("2026-06", False), ("05/3/2026", True)])
def test_period_of_a_report_is_told_as_not_over_only_of_an_earlier_day(day: str, is_told: bool, write: Write) -> None:
    body = "# Kết quả\n\nBáo cáo kết quả 6 tháng đầu năm 2026.\n"
    assert ("period-wrong" in told(write, REPORT, day, body)) is is_told


def test_what_a_gap_asks_for_is_no_word_of_the_document(write: Write) -> None:
    words = "Giao UBND {}huyện Trùng Khánh{} tổ chức hội chợ vùng biên."
    assert "district-ended" in told(write, PLAN, "05/3/2026", f"# Nhiệm vụ\n\n{words.format('', '')}\n")
    gap = words.format("[điền: xã nào, trước là ", "]")
    assert "district-ended" not in told(write, PLAN, "05/3/2026", f"# Nhiệm vụ\n\n{gap}\n")


def test_weekday_may_stand_between_the_words_of_a_deadline_and_its_day(write: Write) -> None:
    body = "# Nhiệm vụ\n\nCác cơ quan báo cáo chậm nhất thứ Bảy, ngày 20/6/2026.\n"
    assert "deadline-day-off" in told(write, PLAN, "05/3/2026", body)
