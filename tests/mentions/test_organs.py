"""Organs in texts: the names of the table in any spelling, and those whose words are in another order."""

import pytest

from ttdn_draft.knowledge.places.organs import list_all_organs
from ttdn_draft.mentions.index import PassageIndex
from ttdn_draft.mentions.organs import read_organs
from ttdn_draft.model.mentions import Passage


def read(text: str) -> list[tuple[str, str, bool]]:
    return [(o.words, o.name, o.is_loose) for o in read_organs(PassageIndex([Passage("paragraph", ("doan",), text)]))]


def test_every_ministry_and_department_of_the_table_is_read() -> None:
    names = [
        organ.name for organ in list_all_organs() if organ.name.startswith(("Bộ ", "Sở ")) and "(" not in organ.name
    ]
    assert [name for name in names if read(f"Giao {name} thực hiện.") != [(name, name, False)]] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BAN TUYÊN GIÁO TỈNH UỶ", "Ban Tuyên giáo Tỉnh ủy"),
        ("Sở Văn hoá, Thể thao\nvà Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Ban cán sự đảng Uỷ ban nhân dân tỉnh", "Ban cán sự đảng Ủy ban nhân dân tỉnh"),
        ("Văn phòng Thành uỷ", "Văn phòng Thành ủy"),
    ],
)
def test_name_is_read_whatever_its_spelling(text: str, name: str) -> None:
    assert [(found, loose) for _, found, loose in read(text)] == [(name, False)]


@pytest.mark.parametrize(
    "words", ["Sở Văn hóa, Du lịch và Thể thao", "Sở Văn hóa, Thế thao và Du lịch", "Bộ Khoa học Công nghệ"]
)
def test_name_with_its_words_in_disorder_is_known_as_such(words: str) -> None:
    assert [(found, loose) for found, _, loose in read(f"{words} chủ trì")] == [(words, True)]


def test_two_names_with_a_word_between_them_are_two() -> None:
    found = read("Bộ Kế hoạch và Đầu tư và Bộ Tài chính; Sở Văn hóa và Thể thao, Sở Du lịch; các sở, ban, ngành")
    assert [words for words, _, _ in found] == [
        "Bộ Kế hoạch và Đầu tư",
        "Bộ Tài chính",
        "Sở Văn hóa và Thể thao",
        "Sở Du lịch",
    ]
