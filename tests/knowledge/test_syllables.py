"""Syllables of Vietnamese are told from those that it cannot have, and slips of the keyboard are read."""

import pytest

from ttdn_draft.knowledge.standards.syllables import guess_syllable, is_bare_syllable, is_syllable

RIGHT = "gì gìn giếng giữ quý quyết quốc quỳnh nghiêng khuỷu khuya thuở huỵch ngoằn xoong yếu uỷ ủy hoà hòa ưu ngoài"
WRONG = "taỉ cuả tiéng nghành ghà kách cẻ đươcj bàii pháot viêc luât tạicửa boạt quoan"


@pytest.mark.parametrize("word", RIGHT.split(" "))
def test_every_onset_and_rhyme_of_the_language_is_taken(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", WRONG.split(" "))
def test_what_no_onset_rhyme_or_tone_makes_is_refused(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("typed", "meant"), [("tieesng", "tiếng"), ("vaf", "và"), ("ddoois", "đối"), ("cuả", "của"), ("taỉ", "tải")]
)
def test_keys_of_telex_and_misplaced_tones_are_read(typed: str, meant: str) -> None:
    assert guess_syllable(typed) == meant


@pytest.mark.parametrize("typed", ["fanpage", "kế", "zzz", "luât"])
def test_nothing_is_guessed_where_nothing_follows_from_the_keys(typed: str) -> None:
    assert guess_syllable(typed) in ("", typed)


def test_word_without_its_marks_is_known_from_one_of_another_language() -> None:
    assert [is_bare_syllable(word) for word in ("nghien", "truyen", "metadata", "buggy")] == [True, True, False, False]
