"""The tone mark of oa, oe and uy stands where the standard of a document sets it, and nothing else changes."""

import pytest

from ttdn_draft.knowledge.standards.spelling import spell


@pytest.mark.parametrize(
    ("state", "party"),
    [
        ("Tỉnh ủy, khóa XIV", "Tỉnh uỷ, khoá XIV"),
        ("ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", "UỶ BAN NHÂN DÂN TỈNH KHÁNH HOÀ"),
        ("Sở Văn hóa, thủy lợi, xòe Thái, thỏa thuận", "Sở Văn hoá, thuỷ lợi, xoè Thái, thoả thuận"),
        ("Ủy viên, Hòa Bình", "Uỷ viên, Hoà Bình"),
        ("múa xòe; lũy tre; sức khỏe", "múa xoè; luỹ tre; sức khoẻ"),
    ],
)
def test_each_standard_has_its_own_place_of_the_tone_mark(state: str, party: str) -> None:
    assert (spell(state, "dang"), spell(party, "nha-nuoc")) == (party, state)
    assert (spell(party, "dang"), spell(state, "nha-nuoc")) == (party, state)


@pytest.mark.parametrize("symbol", ["273/QĐ-TTg", "57-KL/TW", "79/2010/QĐ-TTg", "30-CTr/TUCB-ĐUQCHQ"])
def test_each_standard_has_its_own_sign_between_a_symbol_and_its_day(symbol: str) -> None:
    party, state = (f"Văn bản số {symbol}{sign} ngày 06/3/2018 và số {symbol}, năm 2018" for sign in (",", ""))
    assert (spell(state, "dang"), spell(party, "nha-nuoc")) == (party, state)
    assert (spell(party, "dang"), spell(state, "nha-nuoc")) == (party, state)


@pytest.mark.parametrize("text", ["quý I, Quỳnh, quỹ, QUÝ", "hoàn toàn, khoảng, thuyền", "của, mùa, nghĩa"])
def test_other_syllables_are_spelt_in_one_way(text: str) -> None:
    assert spell(text, "dang") == text == spell(text, "nha-nuoc")
