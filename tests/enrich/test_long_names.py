"""Long names in the head stand in lines whose words belong together."""

import pytest

from tests.conftest import Compose, ids


def issuer(name: str, parent: str = "") -> str:
    above = f'cap_tren: "{parent}", ' if parent else ""
    return f'{{{above}ten: "{name}", ky_hieu: BB}}'


@pytest.mark.parametrize(
    ("standard", "name", "lines"),
    [
        (
            "dang",
            "Ban Chỉ đạo công tác thông tin đối ngoại tỉnh Cao Bằng",
            "BAN CHỈ ĐẠO CÔNG TÁC|THÔNG TIN ĐỐI NGOẠI|TỈNH CAO BẰNG",
        ),
        ("nha-nuoc", "Ủy ban nhân dân thành phố Hồ Chí Minh", "ỦY BAN NHÂN DÂN|THÀNH PHỐ HỒ CHÍ MINH"),
        ("dang", "Ban Tuyên giáo và Dân vận", "BAN TUYÊN GIÁO VÀ DÂN VẬN"),
        ("nha-nuoc", "Sở Văn hóa, Thể thao và Du lịch", "SỞ VĂN HÓA,|THỂ THAO VÀ DU LỊCH"),
        ("nha-nuoc", "ỦY BAN\\nNHÂN DÂN TỈNH A", "ỦY BAN|NHÂN DÂN TỈNH A"),
        ("dang", "Ban Dân vận Tỉnh uỷ - Văn phòng Tỉnh uỷ", "BAN DÂN VẬN TỈNH UỶ\u00a0-|VĂN PHÒNG TỈNH UỶ"),
    ],
)
def test_issuer_is_broken_where_its_words_part(compose: Compose, standard: str, name: str, lines: str) -> None:
    checked = compose(standard, co_quan=issuer(name))
    assert checked.document is not None, checked.findings
    assert checked.document.issuer.split("\n") == lines.split("|")


@pytest.mark.parametrize("body", ["Ủy ban nhân dân", "UỶ BAN NHÂN DÂN", "Hội đồng nhân dân"])
@pytest.mark.parametrize("unit", ["XÃ BÙ GIA MẬP", "phường Ba Đình", "Đặc khu Phú Quốc", "XÃ A"])
def test_state_head_of_a_commune_is_always_two_lines(compose: Compose, body: str, unit: str) -> None:
    document = compose("nha-nuoc", co_quan=issuer(f"{body} {unit}")).document
    assert document is not None
    assert document.issuer == f"{body}\n{unit}".upper()


@pytest.mark.parametrize(
    ("size", "unit"),
    [("lon", "Lâm Viên - Đà Lạt"), ("nho", "Trương Quang Trọng"), ("nho", "Xuân Trường - Đà Lạt")],
)
def test_long_name_of_a_commune_stays_whole_where_the_other_column_leaves_room(
    compose: Compose, size: str, unit: str
) -> None:
    checked = compose("nha-nuoc", co_quan=issuer(f"Ủy ban nhân dân phường {unit}"), co_chu=size)
    assert checked.document is not None and "W385" not in ids(checked.findings)
    assert checked.document.issuer.replace("\u00a0", " ") == f"Ủy ban nhân dân\nphường {unit}".upper()


@pytest.mark.parametrize(
    ("standard", "name"),
    [
        ("dang", "ĐẢNG UỶ XÃ BÙ GIA MẬP"),
        ("nha-nuoc", "ĐÀI PHÁT THANH A"),
        ("nha-nuoc", "ỦY BAN NHÂN DÂN TỈNH A"),
        ("nha-nuoc", "ỦY BAN NHÂN DÂN XÃ"),
    ],
)
def test_other_short_heads_stay_on_one_line(compose: Compose, standard: str, name: str) -> None:
    document = compose(standard, co_quan=issuer(name)).document
    assert document is not None and document.issuer == name


def test_body_above_stays_on_one_line_and_is_broken_where_it_is_long(compose: Compose) -> None:
    document = compose("nha-nuoc", co_quan=issuer("PHÒNG VĂN HÓA - XÃ HỘI", "UBND XÃ BÙ GIA MẬP")).document
    assert document is not None and document.parent_body == "UBND XÃ BÙ GIA MẬP"
    document = compose("nha-nuoc", co_quan=issuer("A", "Bộ Văn hóa, Thể thao và Du lịch")).document
    assert document is not None and document.parent_body == "BỘ VĂN HÓA,\nTHỂ THAO VÀ DU LỊCH"


@pytest.mark.parametrize(("key", "path"), [("ten", "$.co_quan.ten"), ("cap_tren", "$.co_quan.cap_tren")])
def test_name_without_a_good_break_is_named_and_printed_whole(compose: Compose, key: str, path: str) -> None:
    odd = "KHUỔI KY PÁC BÓ TRÙNG KHÁNH NON NƯỚC BẢN GIỐC LAM SƠN"
    names = {"ten": "A", "cap_tren": "B"} | {key: odd}
    checked = compose(co_quan=issuer(names["ten"], names["cap_tren"]))
    assert [(f.id, f.place.path, f.facts["name"]) for f in checked.findings] == [("W385", path, odd)]
    assert checked.document is not None and odd in (checked.document.issuer, checked.document.parent_body)
    assert checked.findings[0].facts["lines"] == odd
    broken = compose(co_quan=issuer("A") if key == "cap_tren" else issuer("KHUỔI KY PÁC BÓ\\nTRÙNG KHÁNH\\nNON NƯỚC"))
    assert ids(broken.findings) == []
