"""A comparison names what changed: words, figures, times, cited documents, and lines that came, went or moved."""

import pytest

from ttdn_draft.compare import ComparedLine, LineChange, compare_lines
from ttdn_draft.compare.naming import name_changes
from ttdn_draft.errors import Place


def line(words: str, zone: str = "paragraph", at: int = 1) -> ComparedLine:
    return ComparedLine(zone, words, Place("a.md", at))


def told(changes: tuple[LineChange, ...]) -> list[tuple[str, str, str]]:
    return [(c.action, c.old.words if c.old else "", c.new.words if c.new else "") for c in changes]


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("tổ chức 5 hội nghị", "tổ chức 7 hội nghị", [("figure", "5", "7")]),
        ("đạt 85,5%", "đạt 90%", [("figure", "85,5", "90")]),
        ("xong trước ngày 05/6/2026.", "xong trước ngày 06/6/2026.", [("date", "05/6/2026", "06/6/2026")]),
        ("công tác 6 tháng cuối năm 2026", "công tác năm 2027", [("date", "6 tháng cuối năm 2026", "năm 2027")]),
        (
            "theo Nghị quyết số 47/NQ-CP, ngày 15/4/2024 của Chính phủ và quy định",
            "theo Nghị quyết số 48/NQ-CP, ngày 16/5/2025 của Chính phủ và quy định",
            [("citation", "Nghị quyết số 47/NQ-CP, ngày 15/4/2024 của Chính phủ",
              "Nghị quyết số 48/NQ-CP, ngày 16/5/2025 của Chính phủ")],
        ),
        ("Sở Ngoại vụ chủ trì", "Sở Văn hoá chủ trì", [("word", "Ngoại vụ", "Văn hoá")]),
        ("gửi báo cáo", "gửi báo cáo trước ngày 10/7/2026", [("date", "", " trước ngày 10/7/2026")]),
        ("như cũ", "như cũ", []),
    ],
)  # fmt: skip
def test_words_that_changed_are_named_by_what_they_are(old: str, new: str, named: list[tuple[str, str, str]]) -> None:
    found = name_changes(old, new)
    assert [(word.kind, word.old, word.new) for word in found] == named
    for word in found:
        assert old[word.at.start : word.at.end] == word.old
        assert new[word.at.new_start : word.at.new_end] == word.new


def test_lines_that_came_went_moved_and_changed_are_told_in_reading_order() -> None:
    stay = line("Đoạn này giữ nguyên như trước.")
    moved = line("Đoạn này đứng sang chỗ khác trong văn bản.")
    also = line("Đoạn này cũng giữ nguyên.")
    old = [moved, stay, also, line("Đoạn này không còn cần nữa."), line("Tổ chức 5 cuộc họp báo trong năm.")]
    new = [stay, also, line("Tổ chức 6 cuộc họp báo trong năm."), moved, line("Câu hoàn toàn mới thêm vào đây.")]
    assert told(compare_lines(old, new)) == [
        ("removed", "Đoạn này không còn cần nữa.", ""),
        ("changed", "Tổ chức 5 cuộc họp báo trong năm.", "Tổ chức 6 cuộc họp báo trong năm."),
        ("moved", moved.words, moved.words),
        ("added", "", "Câu hoàn toàn mới thêm vào đây."),
    ]


def test_what_a_document_has_once_is_compared_however_unlike_it_is() -> None:
    old, new = line("Cao Bằng", "place"), line("Hà Nội", "place")
    assert told(compare_lines([old], [new])) == [("changed", "Cao Bằng", "Hà Nội")]


def test_recipients_are_no_other_form_of_a_paragraph() -> None:
    old, new = line("Thường trực Tỉnh uỷ", "recipient"), line("Thường trực Tỉnh uỷ", "paragraph")
    assert [change.action for change in compare_lines([old], [new])] == ["added", "removed"]


def test_a_heading_that_became_a_paragraph_is_told_though_its_words_stay() -> None:
    [change] = compare_lines([line("Tổ chức thực hiện", "heading")], [line("Tổ chức thực hiện")])
    assert (change.action, change.words) == ("changed", ())


def test_blanks_and_letters_in_two_signs_are_no_change() -> None:
    assert compare_lines([line("hai  cách"), line("tỉnh")], [line("hai cách"), line("ti\u0309nh")]) == ()
