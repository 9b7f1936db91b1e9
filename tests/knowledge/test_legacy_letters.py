"""Words of the old encodings are told from those of Unicode, Vietnamese or foreign."""

import pytest

from ttdn_draft.knowledge.standards.legacy_letters import is_in_legacy, read_legacy
from ttdn_draft.pipeline import check_text

from ..check.rules.sample import build_text


@pytest.mark.parametrize("word", ["§¶ng", "s¶n", "tr\u00ad¬ng", "c«ng", "ngo¹i"])
def test_tcvn3_is_known_by_signs_that_no_language_has(word: str) -> None:
    assert read_legacy(word) == "TCVN3"


@pytest.mark.parametrize("word", ["Ñaûng", "Coäng", "saûn", "ngöôøi", "thöïc"])
def test_vni_is_known_by_its_pairs_of_letters(word: str) -> None:
    assert read_legacy(word) == "VNI"


@pytest.mark.parametrize("word", ["Đảng", "người", "Zürich", "Café", "m²", "§", "21×29", "đô-la"])
def test_other_words_are_not_taken_for_old_ones(word: str) -> None:
    assert read_legacy(word) == ""


def test_place_is_in_an_old_word_only_there() -> None:
    text = "ngo¹i m¹"
    assert [is_in_legacy(text, text.index("¹")), is_in_legacy("diện tích 5 m² đất", 13)] == [True, False]


def test_signs_inside_old_words_are_not_told_once_more() -> None:
    findings = check_text(
        build_text("Theo chñ tr\u00ad¬ng ®èi ngo¹i cña §¶ng.", "nha-nuoc"), "md", name="a.md"
    ).findings
    assert {finding.id for finding in findings} == {"legacy-encoding"}
