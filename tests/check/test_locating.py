"""The words of a finding are found in the file as they are typed: the right ones of several, over marks and lines."""

import pytest

from ttdn_draft.check.locating import locate
from ttdn_draft.model import plain_text
from ttdn_draft.read import read_given_text

FRONT = '---\nloai: ke-hoach\ntrich_yeu: "công tác: năm"\nnoi_nhan: [A và B, C và B]\n---\n'


def place_of_words(body: str, words: str, nth: int = 0) -> tuple[int, int]:
    source = read_given_text(FRONT + body, "md")
    path, text = next((p, plain_text(t)) for p, t in source.texts.items() if words in plain_text(t))
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    found = locate(source, path, words, start, text)
    return found.line - FRONT.count("\n"), found.column


@pytest.mark.parametrize(
    ("body", "words", "nth", "place"),
    [
        ("Một hai ba.\n", "hai", 0, (1, 5)),
        ("Một hai, hai ba hai.\n", "hai", 2, (1, 17)),
        ("Một **hai ba** bốn.\n", "hai ba", 0, (1, 7)),
        ("Một **hai** ba.\n", "hai ba", 0, (1, 7)),
        ("Một\nhai ba.\n", "Một hai", 0, (1, 1)),
        ("Đoạn đầu hai.\n\nĐoạn sau hai.\n", "sau hai", 0, (3, 6)),
        ("A \\* B hai.\n", "* B", 0, (1, 4)),
        ("Một hai[^1] ba.\n\n[^1]: Bốn.\n", "hai ba", 0, (1, 5)),
        ("Một hai [^1] ba.\n\n[^1]: Bốn.\n", "hai  ba", 0, (1, 5)),
    ],
)
def test_words_of_a_text_are_found_where_they_are_typed(
    body: str, words: str, nth: int, place: tuple[int, int]
) -> None:
    assert place_of_words(body, words, nth) == place


def test_words_of_a_value_in_the_front_matter_are_found() -> None:
    source = read_given_text(FRONT + "A.\n", "md")
    assert locate(source, ("trich_yeu",), "năm", 10, "công tác: năm").column == FRONT.split("\n")[2].index("năm") + 1
    second = locate(source, ("noi_nhan", 1), "và", 2, "C và B")
    assert second.column == FRONT.split("\n")[3].rindex("và") + 1


def test_words_inside_a_group_or_a_list_are_found() -> None:
    front = FRONT.replace("A và B", "{ten: A và B, muc_dich: để b/c}")
    source = read_given_text(front + "A.\n", "md")
    found = locate(source, ("noi_nhan", 0), "b/c", 12, "A và B (để b/c)")
    assert found.column == front.split("\n")[3].index("b/c") + 1


def test_words_that_are_not_typed_are_told_at_their_node() -> None:
    source = read_given_text(FRONT + "Một hai.\n", "md")
    path = next(iter(p for p in source.texts if p[0] == "noi_dung"))
    assert locate(source, path, "ba bốn") == source.place(path)
