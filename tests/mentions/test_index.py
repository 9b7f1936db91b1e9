"""Passages are found by the words that they hold, whatever the case and the blanks, each once and in its order."""

from hypothesis import given
from hypothesis import strategies as st

from ttdn_draft.mentions.index import PassageIndex
from ttdn_draft.model.mentions import Passage

WORDS = st.text(st.sampled_from("aăâ bcđ 12Ớ\n"), max_size=12)


def make(*texts: str) -> PassageIndex:
    return PassageIndex([Passage("paragraph", (n,), text) for n, text in enumerate(texts)])


def test_words_are_found_over_case_and_line_breaks() -> None:
    index = make("Quý II", "năm\n2027", "không", "QUÝ III, quý IV")
    assert [p.path for p in index.having("quý", "năm 2027")] == [(0,), (1,), (3,)]


@given(st.lists(WORDS, max_size=8), WORDS.map(lambda word: " ".join(word.lower().split())).filter(bool))
def test_exactly_the_passages_that_hold_a_word_are_found(texts: list[str], word: str) -> None:
    found = {p.path for p in make(*texts).having(word)}
    assert found == {(n,) for n, text in enumerate(texts) if word in " ".join(text.lower().split())}


@given(st.lists(WORDS, max_size=8))
def test_exactly_the_passages_with_a_digit_are_found(texts: list[str]) -> None:
    wanted = [(n,) for n, text in enumerate(texts) if any(sign.isdigit() for sign in text)]
    assert [p.path for p in make(*texts).with_digits] == wanted


def test_words_with_signs_and_other_blanks_are_found() -> None:
    index = make("biểu (cần bổ sung)", "số\u00a0/KH", "ngày\n \ttháng năm", "80%", "không có gì")
    asked = {"(cần": 0, "số /": 1, "ngày tháng": 2, "%": 3}
    assert {words: [p.path[0] for p in index.having(words)] for words in asked} == {w: [at] for w, at in asked.items()}
    assert index.having("cần số") == ()


def test_words_of_two_passages_are_not_one_phrase() -> None:
    index = make("thực hiện kế", "hoạch năm 2027")
    assert index.having("kế hoạch") == ()
