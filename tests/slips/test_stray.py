"""Signs, numbers and lines of a text that nothing reads: each is told once, at its line, and what is said leads out."""

from pathlib import Path

import pytest

from ttdn_draft.pipeline import check_text

FOLDER = Path(__file__).parent
PARTY = (FOLDER / "party.md").read_text(encoding="utf-8")
LAST = "2. Các chi bộ báo cáo kết quả *trước ngày 20/9/2026*."
FIRST = "1. Đảng uỷ các xã, phường xây dựng kế hoạch thực hiện."
ITEM = "- Bảo đảm thông tin chính xác."
ROW = "| Tờ gấp | Sở Nội vụ | 500 |"
NOTE = "[^1]: Kết luận số 57-KL/TW"
NAMED = "bang:\n  san-pham:\n    cot: [{ten: Sản phẩm}, {ten: Số}]\n    hang: [[Bản tin, 3]]\nluu: Ban"
TABLE = PARTY[PARTY.index("| Sản phẩm") : PARTY.index("\n\n# Tổ chức")]
WITH_TABLE = PARTY.replace("luu: Ban", NAMED).replace(TABLE, "[bang: san-pham]")
MENDED = [
    # what stands there, what is typed, what is told, what the message says to write in its place
    ("chi bộ.", "~~chi bộ~~.", "W890", "chi bộ"),
    ("chi bộ.", "==chi bộ==.", "W890", "chi bộ"),
    ("chi bộ.", "<<chi bộ>>.", "W890", "chi bộ"),
    ("chi bộ.", "''chi bộ''.", "W890", '"chi bộ"'),
    ("chi bộ.", '" chi bộ ".', "W890", '"chi bộ"'),
    ("chi bộ.", "[chi bộ].", "W890", "(chi bộ)"),
    ("chi bộ.", "{chi bộ}.", "W890", "(chi bộ)"),
    ("chi bộ.", "{% chi bộ %}.", "W890", "(chi bộ)"),
    ("chi bộ.", "((chi bộ)).", "W890", "(chi bộ)"),
    ("chi bộ.", "<u>chi bộ</u>.", "E896", "chi bộ"),
    ("chi bộ.", "<b>chi bộ</b>.", "E896", "**chi bộ**"),
    ("chi bộ.", "`chi bộ`.", "E896", "chi bộ"),
    ("chi bộ.", "[chi bộ](http://example.vn).", "E896", "chi bộ"),
    ("ương[^1] đến", "ương^1] đến", "E154", "[^1]"),
    ("ương[^1] đến", "ương¹ đến", "E154", "[^1]"),
    ("ương[^1] đến", "[^1]ương đến", "E154", "ương[^1]"),
    ("ương[^1] đến", "ương<sup>1</sup> đến", "E896", "[^1]"),
]
TOLD = [
    # what stands there, what is typed, what is told, words of the message
    (FIRST, FIRST.replace("1. ", "1 . "), "W898", "1. Đảng uỷ các xã"),
    (FIRST, FIRST.replace("1. ", "**1.** "), "W898", "1. Đảng uỷ các xã"),
    (FIRST, FIRST.replace("1. ", "① "), "W898", "1. Đảng uỷ các xã"),
    (FIRST, FIRST.replace("1. ", "l. "), "W898", "1. Đảng uỷ các xã"),
    (LAST, LAST.replace("2. ", "2 "), "W898", "2. Các chi bộ"),
    (LAST, LAST.replace("2. ", "Khoản 2. "), "W898", "2. Các chi bộ"),
    (f"{FIRST}\n\n2. ", f"{FIRST} 2. ", "W898", "2. Các chi bộ"),
    (f"tuyên truyền.\n{ITEM}", f"tuyên truyền. {ITEM}", "W898", "- Bảo đảm"),
    (ITEM, ITEM.replace("- ", "-- "), "E137", "bị nối vào đoạn phía trên"),
    (ITEM, ITEM.replace("- ", ""), "W894", "thêm một dòng trống"),
    (FIRST, FIRST.replace("thực hiện", "thực h\niện"), "W897", "hiện"),
    (FIRST, FIRST.replace("kế hoạch", "kế ho-\nạch"), "W897", "hoạch"),
    (LAST, LAST.replace("20/9/2026", "20\n/9/2026"), "W897", "20/9/2026"),
    (FIRST, FIRST.replace("hiện", "hi?n"), "W896", "Gõ lại chữ này"),
    (FIRST, FIRST.replace("hoạch", "ho¹ch"), "W896", "Gõ lại chữ này"),
    (FIRST, f"{FIRST} // xem lại", "E895", "Xoá đi"),
    (FIRST, f"{FIRST} <!-- xem lại", "E895", "Xoá đi"),
    (LAST, f"<!-- viết sau -->\n\n{LAST}", "E895", "Xoá đi"),
    (LAST, f"[muc_luc: 2]\n\n{LAST}", "W891", "[bang: tên bảng]"),
    (LAST, f"[TOC]\n\n{LAST}", "W899", "Xoá dòng này"),
    (LAST, f"\\newpage\n\n{LAST}", "W899", "Xoá dòng này"),
    (LAST, f"---Hết---\n\n{LAST}", "W899", "Xoá dòng này"),
    (ROW, f"| --- | --- | --- |\n{ROW}", "W899", "Xoá dòng này"),
    ("# Nội dung", "Nội dung", "W892", "# Nội dung"),
    ("hướng dẫn công tác", "hướng dẫn\n\ncông tác", "W892", "nối với đoạn dưới"),
    (FIRST, FIRST.replace("xây dựng", "\n\nxây dựng"), "W893", "Nối vào cuối đoạn trên"),
    (LAST, f"{LAST}\n\n(Ký, đóng dấu)", "W252", "chương trình tự in"),
    (LAST, f"- 2 -\n\n{LAST}", "W252", "chương trình tự in"),
    (LAST, LAST.replace("*trước", "trước"), "W930", "sát chữ ở cả hai đầu"),
    (NOTE, NOTE.replace("[^1]", "[ ^1]"), "E154", "[^1]: Kết luận"),
    (NOTE, NOTE.replace("[^1]:", "Ghi chú:"), "E154", "[^1]: Kết luận"),
    (NOTE, NOTE.replace("[^1]:", "(*)"), "E154", "[^1]: Kết luận"),
]


@pytest.mark.parametrize(("right", "typed", "id", "advice"), MENDED)
def test_sign_is_told_alone_and_what_is_said_leads_to_a_clean_text(
    right: str, typed: str, id: str, advice: str
) -> None:
    assert PARTY.count(right) == 1
    (found,) = check_text(PARTY.replace(right, typed), "md").findings
    assert (found.id, found.place.line) == (id, PARTY[: PARTY.index(right)].count("\n") + 1)
    assert found.facts["right"] == advice
    mended = typed.replace(str(found.facts["mark"]), advice)
    assert not check_text(PARTY.replace(right, mended), "md").findings


@pytest.mark.parametrize(("right", "typed", "id", "advice"), TOLD)
def test_line_that_is_read_as_nothing_is_told_once_near_its_place(right: str, typed: str, id: str, advice: str) -> None:
    assert PARTY.count(right) == 1
    (found,) = check_text(PARTY.replace(right, typed), "md").findings
    first = PARTY[: PARTY.index(right)].count("\n") + 1
    assert found.id == id and first <= found.place.line <= first + typed.count("\n") + 1
    assert advice in found.sentence()


@pytest.mark.parametrize(
    "typed", ["(bang: san-pham)", "[bang; san-pham]", "{bang: san-pham}", "[table: san-pham]", "[bang: san-pham"]
)
def test_mark_of_a_table_in_other_signs_is_told_alone_with_the_right_one(typed: str) -> None:
    assert not check_text(WITH_TABLE, "md").findings
    (found,) = check_text(WITH_TABLE.replace("[bang: san-pham]", typed), "md").findings
    assert (found.id, found.facts["right"]) == ("E891", "[bang: san-pham]")


def test_unknown_table_is_told_at_its_mark_and_not_once_more_where_the_other_is_declared() -> None:
    (found,) = check_text(WITH_TABLE.replace("[bang: san-pham]", "[bang: danh-muc]"), "md").findings
    assert (found.id, found.facts["guess"]) == ("E230", "san-pham")


@pytest.mark.parametrize("typed", [r"\[chi bộ]", r"\~~chi bộ~~", r"\{chi bộ}", "(chi bộ)", '"chi bộ"'])
def test_signs_that_are_meant_are_not_told(typed: str) -> None:
    assert not check_text(PARTY.replace("chi bộ.", f"{typed}."), "md").findings


def test_blank_between_the_marks_of_two_notes_is_no_slip() -> None:
    text = PARTY.replace("ương[^1] đến", "ương[^1] [^2] đến").replace(NOTE, f"[^2]: Bản gốc.\n\n{NOTE}")
    assert not check_text(text, "md").findings


def test_heading_behind_its_number_is_told_with_the_signs_of_the_one_above() -> None:
    sample = Path(__file__).parents[2] / "templates" / "dang-hd05-2026" / "bao-cao" / "sample.md"
    typed = sample.read_text(encoding="utf-8").replace("### Sản phẩm", "2.2. Sản phẩm")
    (found,) = check_text(typed, "md").findings
    assert (found.id, found.facts["right"]) == ("W892", "### Sản phẩm")
