"""Days that no calendar has are told where they stand, and left alone where they are quoted or no days."""

import pytest

from tests.conftest import BODY, HEAD, Compose
from ttdn_draft.check.days import find_wrong_days


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Gửi báo cáo trước 31/6/2027.", ["31/6/2027"]),
        ("Gửi trước ngày 30 tháng 2 năm 2027 và ngày 31/04.", ["ngày 30 tháng 2 năm 2027", "ngày 31/04"]),
        ("Từ 29/02/2027 đến 15/13/2027.", ["29/02/2027", "15/13/2027"]),
        ("Từ 31.6.2027 đến 31-9-2027.", ["31.6.2027", "31-9-2027"]),
        ("Ngày 29 tháng 2", []),
        ("Từ 29/2/2028 đến 31/12/2027, ngày 30/4.", []),
        ("Ngày 30 tháng 2 âm lịch, ngày 30 tháng 2 năm Đinh Mùi, ngày 31/4 (ÂL).", []),
        ("Ông viết “đến 31/6/2027”, 'mục' «31/6/2027», \"31/6/2027\".", []),
        ("Theo Kế hoạch số 5/KH-UBND ngày 3/2/2027 về tuần lễ đến 31/6/2027.", []),
        ("Theo Kế hoạch số 5/KH-UBND ngày 3/2/2027 về tuần lễ, gửi trước 31/6/2027.", ["31/6/2027"]),
        ("Theo số 31/6/2027/TT-BTC, 45/60/2027, tỉ lệ 31/6, 1.31.6.2027.", []),
        ("Kỷ niệm 80 năm Ngày A (31/6/1947 - 31/6/2027).", []),
    ],
)
def test_day_that_no_calendar_has_is_found(text: str, wrong: list[str]) -> None:
    assert list(find_wrong_days(text)) == wrong


def test_impossible_day_is_told_at_its_line_in_text_note_and_subject(compose: Compose) -> None:
    body = BODY + "\nTrước 31/6/2027.[^1]\n\n[^1]: Ngày 31/4/2027.\n"
    found = compose(body=body, trich_yeu="công tác đến 30/2/2027").findings
    first = HEAD.count("\n") + BODY.count("\n") + 2
    assert [(f.id, f.place.line, f.facts["value"]) for f in found] == [
        ("W116", HEAD.count("\n") - 1, "30/2/2027"),
        ("W116", first, "31/6/2027"),
        ("W116", first + 2, "31/4/2027"),
    ]
