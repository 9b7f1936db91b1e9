"""Marks are written whole, found however they are typed, and nothing inside one ends it."""

import pytest

from ttdn_draft.model.marks import find_pending, rewrite_doubts, write_doubt, write_gap


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (write_doubt("Sở A", "báo B"), [("Sở A", "báo B", False)]),
        (write_doubt("Sở A"), [("Sở A", "", False)]),
        (write_gap("số đoàn vào"), [("số đoàn vào", "", True)]),
        ("Theo [ CẦN  kiểm tra : tên — báo ], và [...: năm] thì", [("tên", "báo", False), ("năm", "", True)]),
        ("[cần kiểm tra] tên; [cần kiểm tra: tên", [("", "", False), ("tên", "", False)]),
        ("[…] và [dan: kl-57-kltw-2023]", []),
    ],
)
def test_what_is_still_to_be_done_is_found_with_question_and_source(
    text: str, found: list[tuple[str, str, bool]]
) -> None:
    marks = list(find_pending(text))
    assert [(mark.question, mark.source, mark.is_gap) for mark in marks] == found
    assert all(text[mark.start : mark.end] == mark.written for mark in marks)


def test_brackets_dashes_and_line_breaks_inside_a_doubt_neither_end_nor_part_it() -> None:
    written = write_doubt("Sở [A] — Ban\n B", "báo [C] — số 5")
    assert written == "[cần kiểm tra: Sở (A) - Ban B — báo (C) - số 5]"
    (mark,) = find_pending(written)
    assert (mark.written, mark.question, mark.source) == (written, "Sở (A) - Ban B", "báo (C) - số 5")
    assert rewrite_doubts(f"Theo {written}.", lambda doubt: doubt.source) == "Theo báo (C) - số 5."
