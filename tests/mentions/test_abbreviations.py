"""Abbreviations are read with the long form beside them; symbols, numbers and words in capitals are none."""

import pytest

from ttdn_draft.mentions.abbreviations import read_abbreviations
from ttdn_draft.mentions.index import PassageIndex
from ttdn_draft.model.mentions import Passage


def read(text: str) -> list[tuple[str, str]]:
    passage = Passage("paragraph", ("noi_dung", 0, "doan"), text)
    return [(found.words, found.long) for found in read_abbreviations(PassageIndex([passage]))]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("làm công tác thông tin đối ngoại (TTĐN)", "TTĐN", "thông tin đối ngoại"),
        ("phòng, chống tội phạm (sau đây viết tắt là PCTP)", "PCTP", "phòng, chống tội phạm"),
        ("TTĐN (thông tin đối ngoại)", "TTĐN", "thông tin đối ngoại"),
        ("phát triển kinh tế - xã hội (KT-XH)", "KT-XH", "kinh tế - xã hội"),
        ("công tác TTĐN năm nay", "TTĐN", ""),
    ],
)
def test_long_form_is_read_beside_the_short_one(text: str, short: str, long: str) -> None:
    assert read(text) == [(short, long)]


@pytest.mark.parametrize(
    "text", ["Quyết định số 12-QĐ/TU", "Phụ lục IIA, Chương XIV", "KẾ HOẠCH CÔNG TÁC", "cụm từ BẢN SAO", "mẫu TK01"]
)
def test_symbols_numbers_and_words_in_capitals_are_none(text: str) -> None:
    assert read(text) == []
