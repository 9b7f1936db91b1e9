"""Slips in words of the trade are found by the word beside them; the lists hold only what they may."""

from itertools import pairwise

import pytest

from ttdn_draft.knowledge.abbreviations import read_known_abbreviations
from ttdn_draft.knowledge.standards.syllables import is_syllable
from ttdn_draft.knowledge.trade_words import find_mistyped, guess_beside, is_right_word, read_confused


def slips(text: str) -> dict[str, str]:
    typed = text.split(" ")
    stands = frozenset(pairwise(typed))
    return dict(find_mistyped({word.lower() for word in typed}, lambda pairs: not stands.isdisjoint(pairs)))


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("công tác đối ngoài của tỉnh", "đối ngoài", "đối ngoại"),
        ("Sát nhập hai xã", "sát nhập", "sáp nhập"),
        ("CHIỂN KHAI kế hoạch", "chiển khai", "triển khai"),
        ("tuyên tuyền ở xã", "tuyên tuyền", "tuyên truyền"),
    ],
)
def test_slip_is_found_in_small_letters_and_capitals(text: str, wrong: str, right: str) -> None:
    assert slips(text)[wrong] == right


@pytest.mark.parametrize("text", ["đối ngoại", "ngoài đối", "các bảo tàng", "hội thao", "cộng tác viên"])
def test_right_words_are_no_slips(text: str) -> None:
    assert slips(text) == {}


def test_of_a_word_that_is_listed_as_wrong_the_listed_right_one_is_meant_whatever_is_looked_at_first() -> None:
    for words in (["dành", "thắng"], ["thắng", "dành"]):  # which might be danh thắng, but for the list
        found = find_mistyped(dict.fromkeys(words).keys(), lambda pairs: ("dành", "thắng") in pairs)
        assert found["dành thắng"] == "giành thắng"


def test_syllable_that_is_none_is_guessed_from_the_one_beside_it() -> None:
    assert [guess_beside("luât", "pháp", "về"), guess_beside("luât", "và", "về")] == ["luật", ""]


def test_no_wrong_word_is_listed_as_right() -> None:
    assert [wrong for wrong in read_confused() if is_right_word(wrong)] == []


def test_wrong_words_are_syllables_so_that_no_other_rule_tells_them() -> None:
    """A word of two syllables of which one is none is told as such; foreign words are listed whole."""
    assert [w for w in read_confused() if " " in w and not all(map(is_syllable, w.split()))] == []


def test_abbreviation_stands_in_one_list_only() -> None:
    listed = read_known_abbreviations()
    assert listed.common & listed.known.keys() == set()
    assert listed.known.keys() & listed.posts.keys() == set()
