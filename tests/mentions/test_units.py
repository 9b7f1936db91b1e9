"""Units in texts: level words with the names of the tables, lists of names, and words for districts in general."""

import pytest

from ttdn_draft.knowledge.tables import read_table
from ttdn_draft.mentions.units import read_bare_levels, read_groups, read_units
from ttdn_draft.model.mentions import Passage


def passage(text: str) -> Passage:
    return Passage("paragraph", ("doan",), text)


def read(text: str) -> list[str]:
    return [unit.words for unit in read_units([passage(text)])]


@pytest.mark.parametrize("table", ["districts", "communes", "former_communes", "provinces"])
def test_every_name_of_the_tables_is_read_behind_its_level_word(table: str) -> None:
    missed = []
    for row in read_table(table):
        is_number_alone = row["name"].isdigit() and row["kind"] not in ("quận", "phường")
        words = f"{row['kind']} {row['name']}"
        has_small_word = any(word[0].islower() for word in row["name"].split())
        if row["name"] and not (is_number_alone or has_small_word) and read(f"Tại {words}, các đơn vị") != [words]:
            missed.append(words)
    assert missed == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ỦY BAN NHÂN DÂN\nXÃ ĐÀM THỦY", "XÃ ĐÀM THỦY"),
        ("huyện Đăk Hà và nơi khác", "huyện Đăk Hà"),
        ("thành phố Phan Rang-Tháp Chàm", "thành phố Phan Rang-Tháp Chàm"),
        ("huyện Ea H’leo", "huyện Ea H’leo"),
        ("TP. Hoà Bình", "TP. Hoà Bình"),
        ("các huyện Trùng Khánh, Hạ Lang và Quảng Hoà tổ chức", "huyện Trùng Khánh, Hạ Lang và Quảng Hoà"),
        ("Huyện ủy Bù Gia Mập chỉ đạo", "Huyện ủy Bù Gia Mập"),
        ("xã Bảo Lâm 1 và", "xã Bảo Lâm 1"),
    ],
)
def test_name_is_read_in_other_spellings_and_in_lists(text: str, words: str) -> None:
    assert read(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "huyện Long Châu, thị xã Bằng Tường, thành phố Bách Sắc, quận Gangnam",
        "hợp tác xã Tân Tiến",
        "xã hội Việt Nam, công xã Pa-ri",
        "Bình Phước, Trùng Khánh, Biên Hoà",
        "huyện\n\nTrùng Khánh",
        "xã 7",
    ],
)
def test_what_is_no_unit_of_the_country_is_not_read(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("các huyện, thị xã, thành phố", ["các huyện, thị xã, thành phố"]),
        ("Các huyện, thành uỷ", ["Các huyện, thành uỷ"]),
        ("cấp huyện, UBND huyện", ["cấp huyện", "UBND huyện"]),
        ("Văn phòng Huyện uỷ", ["Huyện uỷ"]),
        ("các huyện Trùng Khánh, Hạ Lang", []),
        ("các huyện Long Châu", []),
        ("các tỉnh, thành phố", []),
    ],
)
def test_districts_in_general_are_read_where_no_name_follows(text: str, words: list[str]) -> None:
    place = passage(text)
    assert [group.words for group in read_groups([place], read_units([place]))] == words


def test_own_province_without_a_name_is_read_and_that_of_others_is_not() -> None:
    text = "UBND tỉnh; Thành uỷ; UBND tỉnh Lạng Sơn, các tỉnh, thành phố, UBND tỉnh, thành phố"
    assert [(bare.words, bare.kind) for bare in read_bare_levels([passage(text)])] == [
        ("UBND tỉnh", "tỉnh"),
        ("Thành uỷ", "thành phố"),
    ]
