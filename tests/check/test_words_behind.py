"""A slip of one word is shown with the two words behind it: in Word people look for it by eye."""

import pytest

from .rules.sample import judge


@pytest.mark.parametrize(
    ("rule", "text", "words", "right"),
    [
        ("plain-d", "Công ty dã cơ bản chấp hành.", "dã cơ bản", "đã cơ bản"),
        ("comma-stray", "Giao các tập đoàn, Các dự án có vốn đầu tư công.", "Các dự án", "các dự án"),
        ("spaces", "Thăm dò khoáng sản ( đối với tỉnh Lào Cai).", "( đối với tỉnh", "(đối với tỉnh"),
        ("quote-unclosed", "Nội dung “Không thực hiện kiểm định.", "“Không thực hiện", None),
        ("plain-d", "Các xã dã.", "dã", "đã"),
    ],
)
def test_words_behind_a_slip_are_shown_and_not_changed(rule: str, text: str, words: str, right: str | None) -> None:
    (found,) = judge(text, "nha-nuoc", [rule])
    assert found.facts["words"] == words
    assert found.facts.get("right") == right
    assert words.startswith(found.words)
    assert found.fix is None or not found.fix.new.endswith(words.split()[-1]) or words == found.words
