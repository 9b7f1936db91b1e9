"""How the name of a signer is typed: titles and marks are told, and names as they are stay."""

import pytest

from ttdn_draft.check.signer_names import judge_name


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
