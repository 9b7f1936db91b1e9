"""Text in the old fonts of TCVN3 and VNI is read as it was meant; text in Unicode that wears them is left alone."""

import pytest

from ttdn_draft.knowledge.standards.legacy_fonts import find_old_encoding, read_old_letters


@pytest.mark.parametrize(
    ("words", "font", "read"),
    [
        ("C«ng t¸c th«ng tin ®èi ngo¹i", ".VnTime", "Công tác thông tin đối ngoại"),
        ("céng hßa x· héi", ".VnTimeH", "CỘNG HÒA XÃ HỘI"),
        ("bao cao", ".VnTimeH", "BAO CAO"),
        ("®", ".VnTime", "đ"),
        ("Coâng taùc thoâng tin ñoái ngoaïi", "VNI-Times", "Công tác thông tin đối ngoại"),
        ("Công tác thông tin đối ngoại", ".VnTime", "Công tác thông tin đối ngoại"),
        ("tình hình", ".VnTime", "tình hình"),
        ("an toàn", "VNI-Times", "an toàn"),
        ("C«ng t¸c", "Times New Roman", "C«ng t¸c"),
    ],
)
def test_words_are_read_by_their_font(words: str, font: str, read: str) -> None:
    assert read_old_letters(words, font) == read


def test_fonts_of_unicode_are_no_old_ones() -> None:
    assert {find_old_encoding(font) for font in ("Times New Roman", "Arial", "Vnfont")} == {""}
