"""Passages are found by the words that they hold, whatever the case and the blanks, each once and in its order."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ttdn_draft.mentions.index import PassageIndex
from ttdn_draft.mentions.text_index import MOST_LOOKED_FOR, PASSAGE_END
from ttdn_draft.model.mentions import Passage

WORDS = st.text(st.sampled_from("aăâ bcđ 12Ớ\n"), max_size=12)


def split(text: str) -> list[str]:
    """Return the words of a text in small letters, and their letters and figures alone."""
    words = text.lower().split()
    return [*words, *(part for word in words for part in re.findall(r"[^\W\d_]+|\d+", word))]


def make(*texts: str) -> PassageIndex:
    return PassageIndex([Passage("paragraph", (n,), text) for n, text in enumerate(texts)])


def test_words_are_found_over_case_and_line_breaks() -> None:
    index = make("Quý II", "năm\n2027", "không", "QUÝ III, quý IV")
    assert [p.path for p in index.having("quý", "năm 2027")] == [(0,), (1,), (3,)]


@given(st.lists(WORDS, max_size=8), WORDS.map(lambda word: " ".join(word.lower().split())).filter(bool))
def test_no_passage_that_holds_a_word_is_left_out_and_none_without_it_is_found(texts: list[str], word: str) -> None:
    found = {p.path for p in make(*texts).having(word)}
    lines = {(n,): f" {' '.join(text.lower().split())} " for n, text in enumerate(texts)}
    assert {path for path, line in lines.items() if f" {word} " in line} <= found
    assert all(part in lines[path] for path in found for part in word.split())


@given(st.lists(WORDS, max_size=8), st.sampled_from("aăbđ12"))
def test_exactly_the_passages_with_a_part_of_a_word_are_found(texts: list[str], part: str) -> None:
    holds = {"*{}*": str.__contains__, "{}*": str.startswith, "*{}": str.endswith}
    for form, tell in holds.items():
        wanted = {(n,) for n, text in enumerate(texts) if any(tell(word, part) for word in split(text))}
        assert {p.path for p in make(*texts).having(form.format(part))} == wanted


def test_a_word_before_many_others_is_found_with_each() -> None:
    index = make("mục I", "mục 1", "mục IV.2", "II mục", "phần mục im")
    assert [p.path for p in index.having("mục i*")] == [(0,), (2,), (4,)]


def test_words_of_two_sides_of_a_slash_or_a_dash_are_found_alone() -> None:
    index = make("cấp tỉnh/thành phố", "tỉnh–huyện", "năm2027", "thành viên")
    asked = {"tỉnh": [0, 1], "thành phố": [0], "năm": [2]}
    assert {words: [p.path[0] for p in index.having(words)] for words in asked} == asked


def test_words_behind_a_sign_are_told_from_its_end_of_the_passage() -> None:
    assert make("Hết câu. Câu sau", "Hết.").goes_on_behind(".")
    assert not make("Hết.", "Câu sau.", "Hỏi? Sau").goes_on_behind(".", "!")


@given(st.lists(WORDS, max_size=8), st.sampled_from([0, 2 * MOST_LOOKED_FOR]))
def test_exactly_the_passages_with_a_digit_are_found(texts: list[str], numbers: int) -> None:
    texts = [*texts, *(f"đợt {number}" for number in range(numbers))]
    wanted = [(n,) for n, text in enumerate(texts) if any(sign.isdigit() for sign in text)]
    assert [p.path for p in make(*texts).with_digits] == wanted


def test_a_document_with_the_words_of_another_has_its_own_passages_found() -> None:
    for path in ("doan", "muc"):
        index = PassageIndex([Passage("paragraph", (path,), "Quý II năm 2027")])
        assert [p.path for p in (*index.having("quý"), *index.with_digits)] == [(path,), (path,)]


def test_words_with_signs_and_other_blanks_are_found() -> None:
    index = make("biểu (cần bổ sung)", "số\u00a0/KH", "ngày\n \ttháng năm", "80%", "không có gì")
    asked = {"(cần": 0, "số /*": 1, "ngày tháng": 2, "*%": 3}
    assert {words: [p.path[0] for p in index.having(words)] for words in asked} == {w: [at] for w, at in asked.items()}
    assert index.having("cần số") == ()


def test_words_of_two_passages_are_not_one_phrase() -> None:
    index = make("thực hiện kế", "hoạch năm 2027")
    assert index.having("kế hoạch") == ()


@given(st.lists(WORDS, max_size=8))
def test_words_that_stand_together_are_known(texts: list[str]) -> None:
    index = make(*texts)
    pairs = {(one, other) for one in index.typed_words for other in index.typed_words if (one, other) in index.pairs}
    assert pairs == {pair for pair in pairwise(index.typed) if PASSAGE_END not in pair}
    assert ("a", "nowhere") not in index.pairs


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=12), st.integers(1, 5))
def test_words_that_follow_themselves_are_found(words: list[str], length: int) -> None:
    found = make(" ".join(words)).repeats[length]
    ends = range(len(words) - 2 * length + 1)
    assert list(found) == [at for at in ends if words[at : at + length] == words[at + length : at + 2 * length]]


def test_a_document_may_have_more_words_than_two_bytes_count() -> None:
    words = [f"w{number}" for number in range(70_000)]
    index = make(" ".join([*words, "w5", "w69999", "w69999"]))
    assert ("w69998", "w69999") in index.pairs and ("w5", "w69999") in index.pairs
    assert ("w6", "w69999") not in index.pairs and ("w4463", "w4464") in index.pairs
    assert index.repeats[1] == (70_001,)


def test_nothing_is_found_where_there_is_no_passage() -> None:
    index = make()
    assert (index.having("quý", "*1*"), index.with_digits, index.typed, index.repeats[1]) == ((), (), (), ())
    assert ("a", "b") not in index.pairs
