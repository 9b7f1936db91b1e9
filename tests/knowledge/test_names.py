"""Names in their spellings."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_draft.knowledge.names import fold_name, fold_plain


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hòa Bình", "Hoà Bình"), ("Ủy ban", "Uỷ ban"), ("Khánh Hòa", "KHÁNH  HOÀ"), ("khóa XIII", "khoá XIII")],
)
def test_both_places_of_the_tone_mark_are_one_name(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other) == fold_name(normalize("NFD", other))


@pytest.mark.parametrize(("one", "other"), [("Hòa", "Hóa"), ("Hà Nam", "Ha Nam"), ("Đắk Lắk", "Dak Lak"), ("Ơ", "O")])
def test_other_tones_and_letters_are_other_names(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


def test_a_text_without_accents_finds_one_with_them() -> None:
    assert fold_plain("Đối ngoại ở ĐẮK LẮK") == "doi ngoai o dak lak"


@given(st.text())
def test_the_unicode_form_makes_no_difference(text: str) -> None:
    assert fold_name(normalize("NFC", text)) == fold_name(normalize("NFD", text))


@given(st.text("aăâeêioôơuưyđhnt \N{COMBINING GRAVE ACCENT}\N{COMBINING DOT BELOW}"))
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold_plain(fold_plain(text)) == fold_plain(text)
    assert fold_name(fold_name(text)) == fold_name(text)
