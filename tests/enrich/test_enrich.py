"""How names, numbers, dates, marks and numbering are settled by the standard."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD, ids
from ttdn_draft.enrich.numbering import roman
from ttdn_draft.errors import Finding
from ttdn_draft.knowledge.standards.profiles import load_profile
from ttdn_draft.model import NO_BREAK_SPACE, BodyBlock, Document, plain_text
from ttdn_draft.model.listing import strip_marks
from ttdn_draft.pipeline import check_file

Settle = Callable[..., Document]
PROFILE = load_profile("dang-hd05-2026")


@pytest.fixture
def settle(write: Callable[..., Path]) -> Settle:
    """Return the document of a head with one thing changed and of a body."""

    def _settle(old: str = "", new: str = "", body: str = BODY) -> Document:
        assert old in HEAD
        checked = check_file(write(body, HEAD.replace(old, new) if old else HEAD))
        assert checked.document is not None, checked.findings
        return checked.document

    return _settle


def numbers(document: Document) -> list[str]:
    """Return look, level and written label of each block."""
    return [f"{b.look} {b.level}{b.label}".strip() for b in document.body if isinstance(b, BodyBlock)]


@pytest.mark.parametrize(("typed", "printed"), [("5", "05"), ("9", "09"), ("10", "10"), ("138", "138")])
def test_number_below_ten_has_a_leading_zero(settle: Settle, typed: str, printed: str) -> None:
    assert settle("so: 14", f"so: {typed}").number_line == f"Số {printed}-HD/BTGDVTU"


def test_draft_without_number_and_date_leaves_room_that_never_breaks(settle: Settle) -> None:
    assert settle("so: 14\n", "").number_line == f"Số {chr(0xA0) * 6}-HD/BTGDVTU"
    blank = chr(0xA0) * 6
    assert settle("ngay: 2026-06-05\n", "").place_date == f"Cao Bằng, ngày {blank} tháng {blank} năm {blank}"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("2027-02-05", "ngày 05 tháng 02 năm 2027"),
        ("5/6/2026", "ngày 05 tháng 6 năm 2026"),
        ("12/12/2026", "ngày 12 tháng 12 năm 2026"),
        ("2027-3-1", "ngày 01 tháng 3 năm 2027"),
    ],
)
def test_day_below_ten_and_month_below_three_are_padded(settle: Settle, typed: str, printed: str) -> None:
    assert settle("ngay: 2026-06-05", f"ngay: {typed}").place_date == f"Cao Bằng, {printed}"


def test_recipients_get_the_marks_of_the_standard_whatever_was_typed(settle: Settle) -> None:
    document = settle("[Thường trực Tỉnh uỷ]", "['- A,', B;, C., 'D...']")
    assert document.recipients == ("- A;", "- B;", "- C;", "- D...;", "- Lưu Ban Tuyên giáo và Dân vận Tỉnh uỷ.")


def test_recipient_typed_with_the_end_mark_of_the_state_loses_all_of_it() -> None:
    assert strip_marks("Sở Ngoại vụ./.") == "Sở Ngoại vụ"


def test_semicolon_inside_a_recipient_is_kept() -> None:
    assert strip_marks("Cơ quan A; đảng uỷ B;") == "Cơ quan A; đảng uỷ B"


def test_archive_typed_with_its_word_is_not_doubled(settle: Settle) -> None:
    document = settle("luu: Ban Tuyên giáo và Dân vận Tỉnh uỷ", "luu: 'Lưu: Văn phòng Tỉnh uỷ.'")
    assert document.recipients[-1] == "- Lưu Văn phòng Tỉnh uỷ."


def test_legal_bases_stand_with_dash_semicolon_and_full_stop(settle: Settle) -> None:
    document = settle("so: 14", "can_cu: [Căn cứ Điều lệ Đảng, '- Căn cứ Quy định số 399-QĐ/TW;']")
    assert document.legal_bases == ("- Căn cứ Điều lệ Đảng;", "- Căn cứ Quy định số 399-QĐ/TW.")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("hết", "hết."),
        ("hết.", "hết."),
        ("hết./.", "hết."),
        ("hết ./.", "hết."),
        ("hết;", "hết."),
        ("hết...", "hết..."),
        ("hết?", "hết?"),
        ("(hết)", "(hết)."),
        ("“hết.”", "“hết.”"),
        ("**hết**", "hết."),
    ],
)
def test_text_ends_with_the_end_mark_of_the_standard(settle: Settle, typed: str, printed: str) -> None:
    last = settle(body=f"# A\n{typed}\n").body[-1]
    assert isinstance(last, BodyBlock) and plain_text(last.text) == printed


def test_end_mark_stands_after_a_final_note_mark(settle: Settle) -> None:
    last = settle(body="hết[^1]\n\n[^1]: một\n").body[-1]
    assert isinstance(last, BodyBlock)
    assert [run.note or run.text for run in last.text] == ["hết", "1", "."]


@pytest.mark.parametrize(
    ("signer", "lines"),
    [
        ("{chuc_vu: TRƯỞNG BAN, ho_ten: A}", ("TRƯỞNG BAN", "")),
        ("{chuc_vu: Q. TRƯỞNG BAN, ho_ten: A}", ("Q. TRƯỞNG BAN", "")),
        ("{quyen_han: K/T TRƯỞNG BAN, chuc_vu: PHÓ TRƯỞNG BAN, ho_ten: A}", ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")),
        ("{quyen_han: T/M BAN THƯỜNG VỤ, chuc_vu: BÍ THƯ, ho_ten: A}", ("T/M BAN THƯỜNG VỤ", "BÍ THƯ")),
        ("{quyen_han: T/M ĐẢNG UỶ, ho_ten: A}", ("T/M ĐẢNG UỶ", "")),
        (
            "{quyen_han: t/l ban thường vụ, chuc_vu: chánh văn phòng, ho_ten: A}",
            ("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"),
        ),
    ],
)
def test_office_that_stands_alone_takes_the_bold_first_line(
    settle: Settle, signer: str, lines: tuple[str, str]
) -> None:
    signature = settle("{chuc_vu: TRƯỞNG BAN, ho_ten: Nguyễn Văn An}", signer).signature
    assert (signature.first_line, signature.second_line) == lines


@pytest.mark.parametrize(
    ("old", "new", "id"),
    [
        ("dia_danh: Cao Bằng\n", "", "W321"),
        ("[Thường trực Tỉnh uỷ]", "['-', A]", "E332"),
        ("luu: Ban Tuyên giáo và Dân vận Tỉnh uỷ", "luu: Lưu", "E332"),
        ("so: 14", "can_cu: [A, ';']", "E332"),
        ("the_thuc: dang", "the_thuc: dang\nchuan: khong-co", "E310"),
        ("the_thuc: dang", "the_thuc: nha-nuoc\nchuan: dang-hd05-2026", "E312"),
        ("ngay: 2026-06-05", "ngay: 02/4/2018", "E311"),
        ("so: 14", "so: 14\nco_chu: nho", "E315"),
        ("so: 14", "so: 14\nkinh_gui: Bộ Ngoại giao", "E223"),
        ("ngay: 2026-06-05", "ngay: 26/5/2026\nchuan: dang-hd05-2026", "W313"),
    ],
)
def test_doubt_about_the_head_or_foot_is_told(write: Callable[..., Path], old: str, new: str, id: str) -> None:
    assert old in HEAD
    assert id in ids(check_file(write(head=HEAD.replace(old, new))).findings)


@pytest.mark.parametrize(
    ("standard", "day", "profile"),
    [
        ("dang", "27/5/2026", "dang-hd05-2026"),
        ("dang", "26/5/2026", "dang-hd36-2018"),
        ("dang", "03/4/2018", "dang-hd36-2018"),
        ("dang", None, "dang-hd05-2026"),
        ("nha-nuoc", "05/3/2020", "nha-nuoc-nd30-2020"),
        ("nha-nuoc", None, "nha-nuoc-nd30-2020"),
    ],
)
def test_system_and_date_choose_the_profile_in_force(
    write: Callable[..., Path], standard: str, day: str | None, profile: str
) -> None:
    head = HEAD.replace("ngay: 2026-06-05", f"ngay: {day}" if day else "").replace("dang\n", f"{standard}\n", 1)
    if standard == "nha-nuoc":
        head = head.replace("luu: Ban Tuyên giáo và Dân vận Tỉnh uỷ", "luu: VT")
    checked = check_file(write(head=head))
    assert checked.profile is not None and checked.profile.id == profile


@pytest.mark.parametrize(
    ("standard", "day", "before"),
    [
        ("dang", "02/4/2018", "11-HD/VPTW"),
        ("dang", "27/5/2004", "01-HD/VPTW"),
        ("nha-nuoc", "04/3/2020", "01/2011/TT-BNV"),
    ],
)
def test_date_before_any_profile_names_the_standard_of_that_day(
    write: Callable[..., Path], standard: str, day: str, before: str
) -> None:
    head = HEAD.replace("ngay: 2026-06-05", f"ngay: {day}").replace("dang\n", f"{standard}\n", 1)
    found = check_file(write(head=head)).findings
    assert ids(found) == ["E311"] and before in str(found[0].facts["before"])
    assert "2020-03-05" in str(found[0].facts["known"]) or "2018-04-03" in str(found[0].facts["known"])


def test_numbered_paragraphs_take_the_level_below_their_heading(settle: Settle) -> None:
    document = settle(body="# A\n1. x\n\n- y\n\n2. z\n## B\n1. u\n2. v\n# C\n1. w\n")
    assert numbers(document) == [
        "muc_I I", "khoan 1", "gach", "khoan 1", "muc_1 1", "khoan a)", "khoan b)", "muc_I I", "khoan 1",
    ]  # fmt: skip


def test_letters_follow_the_vietnamese_alphabet(settle: Settle) -> None:
    body = "# A\n## B\n" + "".join(f"{n}. x\n" for n in range(1, 9))
    labels = [b.label for b in settle(body=body).body if isinstance(b, BodyBlock) and b.look == "khoan"]
    assert "".join(labels) == "a) b) c) d) đ) e) g) h) "


def test_more_points_than_letters_is_an_error(findings: Callable[..., tuple[Finding, ...]]) -> None:
    limit = len(PROFILE.letters.order)
    body = "# A\n## B\n" + "".join(f"{n}. x\n" for n in range(1, limit + 2))
    assert ids(findings(body)) == ["E354"]
    assert findings(body.removesuffix(f"{limit + 1}. x\n")) == ()


def test_text_without_headings_counts_with_figures(settle: Settle) -> None:
    assert numbers(settle(body="1. một\n2. hai\n")) == ["khoan 1", "khoan 1"]


def test_scheme_of_the_input_replaces_that_of_the_profile(settle: Settle) -> None:
    document = settle("so: 14", 'danh_so: [phan, "1", "1.1", a]', body="# A\n## B\n### C\n1. d\n")
    assert numbers(document) == ["phan phan", "muc_1 1", "muc_1_1 1.1", "khoan a)"]


@pytest.mark.parametrize(
    "typed",
    ["I. MỤC ĐÍCH", "I- MỤC ĐÍCH", "I - MỤC ĐÍCH", "I) MỤC ĐÍCH", "**I.** MỤC ĐÍCH", "I/ MỤC ĐÍCH", "I – MỤC ĐÍCH"],
)
def test_number_typed_before_a_heading_is_taken_off(settle: Settle, typed: str) -> None:
    block = settle(body=f"# {typed}\nx\n").body[0]
    assert isinstance(block, BodyBlock) and plain_text(block.text) == "MỤC ĐÍCH"


@pytest.mark.parametrize(
    "heading",
    [
        "V-League mùa giải mới",
        "2026 - năm bản lề",
        "Internet",
        "C và D",
        "Iran",
        "1.000 lượt tuyên truyền",
        "3.5 tỷ đồng",
        "15.6.2026 Ngày hội",
        "C. Mác và Ăng-ghen",
        "X: kết quả",
        "X - quang và V - League",
    ],
)
def test_first_word_of_a_heading_is_no_number(settle: Settle, heading: str) -> None:
    block = settle(body=f"# {heading}\nx\n").body[0]
    assert isinstance(block, BodyBlock) and plain_text(block.text).replace(NO_BREAK_SPACE, " ") == heading


def test_far_number_before_a_heading_is_kept_with_a_note(findings: Callable[..., tuple[Finding, ...]]) -> None:
    assert ids(findings("# C. Mác và Ăng-ghen\nx\n")) == ["N357"]


def test_heading_that_is_only_a_number_is_an_error(findings: Callable[..., tuple[Finding, ...]]) -> None:
    assert ids(findings("# I.\nx\n")) == ["E133"]


def test_hundred_clauses_in_order_are_no_years(findings: Callable[..., tuple[Finding, ...]]) -> None:
    assert findings("# A\n" + "".join(f"{n}. x\n" for n in range(1, 121))) == ()


def test_typed_letters_are_compared_as_letters_where_letters_count(write: Callable[..., Path]) -> None:
    head = HEAD.replace("so: 14", "danh_so: [A, I]")
    found = check_file(write("# A. một\nĐoạn.\n# B. hai\nĐoạn.\n# D. ba\nĐoạn.\n", head)).findings
    assert ids(found) == ["E351"]


def test_typed_number_that_differs_from_the_count_is_told(findings: Callable[..., tuple[Finding, ...]]) -> None:
    found = findings("# II. A\nĐoạn.\n# II. B\nĐoạn khác.\n")
    assert [(f.id, f.facts["typed"], f.facts["computed"]) for f in found] == [("E351", "II", "I-")]


def test_numbers_of_a_list_are_compared_unless_all_are_one(findings: Callable[..., tuple[Finding, ...]]) -> None:
    assert findings("# A\n1. x\n\n- y\n\n1. z\n") == ()
    assert ids(findings("# A\n1. x\n\n- y\n\n3. z\n")) == ["W353"]


def test_number_typed_inside_a_clause_is_told(findings: Callable[..., tuple[Finding, ...]]) -> None:
    assert ids(findings("# A\n1. 1. x\n2. **2. y**\n3. z\n")) == ["E150", "W355"]


def test_year_at_the_start_of_a_paragraph_is_no_clause_number(
    findings: Callable[..., tuple[Finding, ...]], settle: Settle
) -> None:
    assert ids(findings("# A\n1986. Năm đổi mới\n")) == ["E356"]
    last = settle(body="# A\n1986\\. Năm đổi mới\n").body[-1]
    assert isinstance(last, BodyBlock) and plain_text(last.text) == "1986. Năm đổi mới."


def test_telephone_number_among_recipients_keeps_its_plus() -> None:
    assert strip_marks("+84 206 385 2101;") == "+84 206 385 2101"


def test_many_blanks_cost_no_time(settle: Settle) -> None:
    last = settle(body="a" + "\u00a0" * 20_000 + "b\n").body[-1]
    assert isinstance(last, BodyBlock) and plain_text(last.text).endswith("b.")


def test_list_that_begins_anew_after_a_paragraph_is_told(findings: Callable[..., tuple[Finding, ...]]) -> None:
    assert ids(findings("Mục 1.\n\n1. a\n\nMục 2.\n\n1. c\n")) == ["W353"]
    assert findings("# A\n1. a\n\nĐoạn.\n\n2. c\n") == ()


@pytest.mark.parametrize("mark", ["1 - ", "1 – ", "1: ", "1/ ", "1) "])
def test_number_before_a_second_heading_level_is_taken_off(settle: Settle, mark: str) -> None:
    block = settle(body=f"# A\n## {mark}Một\nx\n").body[1]
    assert isinstance(block, BodyBlock) and plain_text(block.text) == "Một"


def test_level_below_the_scheme_is_an_error(findings: Callable[..., tuple[Finding, ...]]) -> None:
    assert ids(findings("# A\n## B\n### C\n#### D\nx\n")) == ["E350"]
    assert ids(findings("# A\n## B\n### C\n1. x\n")) == ["E352"]


@pytest.mark.parametrize(
    ("number", "figure"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV")]
)
def test_roman_figures(number: int, figure: str) -> None:
    assert roman(number) == figure


def test_names_of_bodies_are_printed_in_capitals(settle: Settle) -> None:
    document = settle("BAN TUYÊN GIÁO VÀ DÂN VẬN", "Ban Tuyên giáo và Dân vận")
    assert document.issuer == "BAN TUYÊN GIÁO VÀ DÂN VẬN"


def test_points_and_sub_clauses_typed_under_a_clause_take_their_own_level(settle: Settle) -> None:
    body = "# A\n1. x\n\na) u\n\n- v\n\nb) w\n\n1.1. y\n\n2. z\n\na) t\n"
    document = settle("so: 14", 'so: 14\ndanh_so: [I, 1, "1.1", a]', body)
    assert numbers(document) == [
        "muc_I I", "khoan 1", "khoan a)", "gach", "khoan b)", "khoan 1.1", "khoan 1", "khoan a)",
    ]  # fmt: skip


def test_letter_typed_out_of_turn_is_told(findings: Callable[..., tuple[Finding, ...]]) -> None:
    found = findings("# A\n1. x\n\na) u\n\nc) v\n")
    assert [(f.id, f.facts["typed"], f.facts["computed"]) for f in found] == [("W353", "c", "b)")]


def test_letter_of_a_scheme_without_letters_stays_as_typed_with_a_note(
    settle: Settle, findings: Callable[..., tuple[Finding, ...]]
) -> None:
    head, body = HEAD.replace("so: 14", "so: 14\ndanh_so: [I, 1]"), "# A\n\na) u\n"
    assert ids(findings(body, head)) == ["N359"]
    document = settle("so: 14", "so: 14\ndanh_so: [I, 1]", body)
    last = document.body[-1]
    assert isinstance(last, BodyBlock) and (last.look, plain_text(last.text)) == ("doan", "a) u.")


def test_level_that_the_scheme_lacks_is_an_error_in_the_structured_form(write: Callable[..., Path]) -> None:
    head = HEAD.replace("---\n", "").replace("so: 14", "so: 14\ndanh_so: [I, 1]")
    text = head + "noi_dung: [{muc: A, noi_dung: [{khoan: x, cap: a}]}]\n"
    assert ids(check_file(write(text, "", "a.yaml")).findings) == ["E358"]
