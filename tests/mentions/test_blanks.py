"""Places that were left to be written: dots, letters and marks in the place of words."""

import pytest

from tests.conftest import HEAD
from ttdn_draft.mentions.blanks import read_blanks
from ttdn_draft.model.mentions import Passage
from ttdn_draft.pipeline import check_text


def blanks(text: str) -> list[str]:
    return [found.words for found in read_blanks([Passage("paragraph", ("noi_dung", 0), text)])]


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("hết ……. tin", ["……."]),
        ("Họ tên: ____ Ngày: .....", ["____", "....."]),
        ("Từ ...... ...... đến", ["...... ......"]),
        ("ngày … tháng 3", ["…"]),
        ("Công văn số .../UBND", ["..."]),
        ("Sinh …/…/1990", ["…/…/1990"]),
        ("Trước ..../..../2026", ["..../..../2026"]),
        ("Thời gian: ....", ["...."]),
    ],
)
def test_dots_that_stand_for_words_are_gaps(text: str, gaps: list[str]) -> None:
    assert blanks(text) == gaps


@pytest.mark.parametrize(
    "text",
    [
        "v.v...",
        "v.v….",
        "Hà Nội, Huế....",
        "Hà Nội, Huế, …",
        "“Đất … nước”",
        "[điền: ....... số]",
        "[…: số …… tin]",
        "…",
    ],
)
def test_dots_that_end_a_list_or_stand_in_a_mark_are_no_gap(text: str) -> None:
    assert blanks(text) == []


def test_gaps_of_a_form_are_told_once_with_their_number() -> None:
    body = "# MỤC ĐÍCH\n\nHọ tên: ........\n\nĐịa chỉ: ........\n\nNgày sinh: …/…/……\n"
    (found,) = check_text(HEAD + body, "md").findings
    assert (found.id, found.severity, found.place.line) == ("placeholder-left", "note", HEAD.count("\n") + 3)
    assert found.facts["count"] == 3


def test_gaps_are_told_each_where_a_word_is_missing() -> None:
    body = "# MỤC ĐÍCH\n\nCử …… cán bộ.\n\nChi ........ đồng.\n"
    found = check_text(HEAD + body, "md").findings
    assert [(f.id, f.severity, f.words) for f in found] == [
        ("placeholder-left", "warning", "……"),
        ("placeholder-left", "warning", "........"),
    ]


def test_marks_of_templates_stop_a_document_that_is_no_draft() -> None:
    body = "# MỤC ĐÍCH\n\nKính gửi {{ten}}.\n"
    assert [f.severity for f in check_text(HEAD + body, "md").findings] == ["error"]
    draft = HEAD.replace("so: 14", "du_thao: 1")
    assert [f.severity for f in check_text(draft + body, "md").findings if f.id == "placeholder-left"] == ["warning"]


def test_dots_of_a_table_are_no_gap() -> None:
    body = "# MỤC ĐÍCH\n\n| A | B |\n| --- | --- |\n| … | ... |\n"
    assert check_text(HEAD + body, "md").findings == ()
