"""Marks are written whole, found however they are typed, and nothing inside one ends it."""

import pytest

from ttdn_draft.model import Run, Text, mark_pending, printed_words, to_capitals
from ttdn_draft.model.marks import find_pending, rewrite_doubts, write_doubt, write_gap


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (write_doubt("Sở A", "báo B"), [("Sở A", "báo B", False)]),
        (write_doubt("Sở A"), [("Sở A", "", False)]),
        (write_gap("số đoàn vào"), [("số đoàn vào", "", True)]),
        ("Theo [ CẦN  kiểm tra : tên — báo ], và [...: năm] thì", [("tên", "báo", False), ("năm", "", True)]),
        ("[cần kiểm tra] tên; [cần kiểm tra: tên", [("", "", False), ("tên", "", False)]),
        ("[điền: số] và [ Điền : năm]", [("số", "", True), ("năm", "", True)]),
        ("[Cần kiểm tra – tên\n— báo]", [("tên", "báo", False)]),
        ("[…] và [điền], [điền vào: số] và [dan: kl-57-kltw-2023]", []),
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


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Theo [cần kiểm tra: Sở A — báo B], [điền: số] và [...: năm].", "Theo Sở A, [điền: số] và [...: năm]."),
        ("[cần kiểm tra: Sở A", "Sở A"),
        ("[cần kiểm tra] số [cần kiểm tra: — báo]", "[cần kiểm tra] số báo"),
        ("[…] [1]", "[…] [1]"),
    ],
)
def test_doubt_prints_its_words_and_a_gap_what_is_wanted(line: str, printed: str) -> None:
    assert printed_words(line) == printed


def test_marks_are_told_from_the_other_words_in_every_style() -> None:
    text: Text = (Run("Theo [cần kiểm tra: Sở "), Run("A", bold=True), Run(note="1"), Run(" — báo], [điền: số].\n"))
    marked = mark_pending(text)
    assert [(run.text, run.bold, run.note, run.pending and run.pending.source) for run in marked] == [
        ("Theo ", False, "", None),
        ("Sở ", False, "", "báo"),
        ("A", True, "", "báo"),
        ("", False, "1", None),
        (", ", False, "", None),
        ("[điền: số]", False, "", ""),
        (".\n", False, "", None),
    ]
    assert mark_pending((Run("Theo [1] ", italic=True),)) == (Run("Theo [1] ", italic=True),)


def test_capitals_leave_the_source_of_a_doubt_as_it_is() -> None:
    line = "Ban [cần kiểm tra: Tuyên giáo — Báo A], [điền: tên]"
    assert to_capitals(line) == "BAN [CẦN KIỂM TRA: TUYÊN GIÁO — Báo A], [ĐIỀN: TÊN]"
