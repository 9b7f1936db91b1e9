"""Brackets without their other half, and how the name of a signer is typed."""

import pytest

from tests.conftest import HEAD
from ttdn_draft.check.signer_names import judge_name
from ttdn_draft.check.typed_words import find_lone_bracket
from ttdn_draft.pipeline import check_text


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Thường trực Tỉnh uỷ (để b/c", ")"),
        ("Các sở (ban (ngành) tỉnh", ")"),
        ("Tin, bài để đăng) trên báo", "("),
        ("1) Mở rộng (nếu có", ")"),
    ],
)
def test_bracket_without_its_other_half_is_found(text: str, missing: str) -> None:
    found = find_lone_bracket(text)
    assert found and found[1] == missing and found[0] in text


@pytest.mark.parametrize(
    "text", ["", "(để b/c)", "a) Tin; b) bài (in).", "theo điểm a) khoản 1", "iv) Tin", "(i) (ii)"]
)
def test_brackets_in_pairs_and_points_are_sound(text: str) -> None:
    assert find_lone_bracket(text) is None


def test_bracket_of_a_point_is_one_too_many_among_recipients() -> None:
    assert find_lone_bracket("UBND xã)", has_points=False) == ("UBND xã)", "(")


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("GS. TS. Nguyễn Văn An", "Nguyễn Văn An"),
        ("Th.S Lò Thị Mai", "Lò Thị Mai"),
        ("Đại tá, TS. Nguyễn Văn An", "Nguyễn Văn An"),
        ("đồng chí Nguyễn Văn An", "Nguyễn Văn An"),
        ("Ông Nguyễn Văn An", "Nguyễn Văn An"),
        ("BSCKII. NGUYỄN VĂN AN", "Nguyễn Văn An"),
        ("NGUYỄN VĂN AN", "Nguyễn Văn An"),
        ("nguyễn văn an", "Nguyễn Văn An"),
        ("(đã ký) Nguyễn Văn An.", "Nguyễn Văn An"),
        ("(Đã ký)", "…"),
    ],
)
def test_name_of_a_signer_is_offered_alone(typed: str, right: str) -> None:
    judged = judge_name(typed)
    assert judged and judged[1] == right


@pytest.mark.parametrize(
    "name", ["", "Ông Ích Khiêm", "Bá Thanh", "Cử A Lình", "H'Bơ Khăp", "Y Bion Niê", "[điền: họ tên]", "Bùi Thị Bà"]
)
def test_names_as_they_are_and_gaps_are_sound(name: str) -> None:
    assert judge_name(name) is None


def test_bracket_and_name_are_told_at_their_keys() -> None:
    head = HEAD.replace("Nguyễn Văn An", "TS. Nguyễn Văn An").replace("dia_danh: Cao Bằng", "dia_danh: Cao Bằng (mới")
    found = [(f.id, f.place.path) for f in check_text(f"{head}# MỤC ĐÍCH\n\nTin.\n", "md").findings]
    assert found == [("W226", "$.dia_danh"), ("W225", "$.ky.ho_ten")]
