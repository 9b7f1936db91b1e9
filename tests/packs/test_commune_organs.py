"""The organs of a commune: heads, symbols, places and archives as 05-HD/VPTW and NĐ 30/2020 write them."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ids
from ttdn_draft.compose import Order
from ttdn_draft.knowledge.organ_on_day import find_on_day
from ttdn_draft.knowledge.overlay import for_commune
from ttdn_draft.knowledge.places.communes import list_communes
from ttdn_draft.knowledge.places.provinces import Province, list_provinces
from ttdn_draft.model import printed_words
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import Checked, check_text, compose_file

DAY = date(2027, 3, 15)
SHELF = PackShelf()


def issue(commune: str, organ: str, province: str = "cao-bang") -> Checked:
    order = Order("ke-hoach", DAY.year, DAY, DAY, organ=organ, commune=commune)
    text, _ = compose_file(order, province, SHELF)
    return check_text(text, "md", SHELF)


KHANH, ZONE = "XÃ TRÙNG KHÁNH", "ĐẢNG UỶ ĐẶC KHU PHÚ QUỐC"


@pytest.mark.parametrize(
    ("commune", "province", "organ", "head", "number", "place"),
    [
        ("trung-khanh", "cao-bang", "dang-uy-xa", ("ĐẢNG BỘ TỈNH CAO BẰNG", f"ĐẢNG UỶ {KHANH}"), "/ĐU", "Trùng Khánh,"),
        ("trung-khanh", "cao-bang", "ban-xdd", (f"ĐẢNG UỶ {KHANH}", "BAN XÂY DỰNG ĐẢNG"), "/BXDĐ", "Trùng Khánh,"),
        ("trung-khanh", "cao-bang", "ubnd-xa", ("", f"ỦY BAN NHÂN DÂN\n{KHANH}"), "/KH-UBND", "Trùng Khánh,"),
        ("trung-khanh", "cao-bang", "phong-vhxh", (f"UBND {KHANH}", "PHÒNG VĂN HÓA - XÃ HỘI"), "VHXH", "Trùng Khánh,"),
        ("ba-dinh", "ha-noi", "dang-uy-xa", ("ĐẢNG BỘ THÀNH PHỐ HÀ NỘI", "ĐẢNG UỶ PHƯỜNG BA ĐÌNH"), "/ĐU", "Ba Đình,"),
        ("phu-quoc", "an-giang", "ban-xdd", (ZONE, "BAN TUYÊN GIÁO VÀ DÂN VẬN"), "/BTGDVĐU", "Phú Quốc,"),
        ("phu-tho", "phu-tho", "ubnd-xa", ("", "ỦY BAN NHÂN DÂN\nPHƯỜNG PHÚ THỌ"), "-UBND", "Phường Phú Thọ,"),
    ],
)
def test_an_organ_of_a_commune_writes_its_head_as_the_standard_does(
    commune: str, province: str, organ: str, head: tuple[str, str], number: str, place: str
) -> None:
    document = issue(commune, organ, province).document
    assert document is not None
    lines = [printed_words(line) for line in (document.parent_body, document.issuer, document.number_line)]
    assert tuple(line.replace("\N{NO-BREAK SPACE}", " ") for line in lines[:2]) == head
    assert lines[2].endswith(number)
    assert printed_words(document.place_date).startswith(place)


@pytest.mark.parametrize(("standard", "organ"), [("dang", "ĐẢNG UỶ"), ("nha-nuoc", "ỦY BAN NHÂN DÂN")])
@pytest.mark.parametrize("kind", ["huong-dan", "ke-hoach", "bao-cao"])
def test_who_issues_in_a_commune_where_nobody_says(kind: str, standard: str, organ: str) -> None:
    order = Order(kind, DAY.year, DAY, DAY, standard, commune="Trùng Khánh")
    checked = check_text(compose_file(order, "cao-bang", SHELF)[0], "md", SHELF)
    assert checked.document is not None and checked.document.issuer.startswith(organ)


def test_what_is_not_certain_is_marked() -> None:
    def compose(commune: str, organ: str, province: str) -> str:
        return compose_file(Order("ke-hoach", 2027, DAY, DAY, organ=organ, commune=commune), province, SHELF)[0]

    asked = compose("Ngô Quyền", "ubnd-xa", "hai-phong")
    assert 'dia_danh: "[cần kiểm tra #dia-danh-' in asked and "gia_tri: Phường Ngô Quyền\n" in asked
    assert "dia_danh: Trùng Khánh\n" in compose("trung-khanh", "ubnd-xa", "cao-bang")
    asked = compose("trung-khanh", "ban-xdd", "cao-bang")
    assert "  ten-ban-xdd:\n" in asked and 'ky_hieu: "[cần kiểm tra #ten-ban-xdd: BXDĐ]"' in asked


@pytest.mark.parametrize("province", list_provinces(DAY), ids=lambda province: province.id)
def test_each_organ_of_a_commune_has_a_name_and_a_place_in_each_province(province: Province) -> None:
    pack, _ = SHELF.take(province.id)
    for commune in list_communes(province.id, DAY)[::40]:
        of_commune = for_commune(pack, commune)
        for key in pack.commune_organs:
            found = find_on_day(of_commune, of_commune.organs[key], DAY)
            assert found.name and found.place_name and commune.name in found.name.full_name
            assert not re.search(r"\{[a-z_]+\}", repr(found.organ)), key


def test_no_organ_keeps_a_placeholder_and_none_is_offered_without_a_commune() -> None:
    pack, _ = SHELF.take("cao-bang")
    assert "ubnd-xa" not in pack.organs
    order = Order("ke-hoach", 2027, DAY, DAY, organ="phong-vhxh", commune="trung-khanh")
    text, _ = compose_file(order, "cao-bang", SHELF)
    assert "_xa}" not in text and "{xa}" not in text


def test_a_file_uses_an_organ_of_its_commune_by_id(tmp_path: Path) -> None:
    text = (
        "---\nloai: ke-hoach\ntinh: Cao Bằng\nxa: Trùng Khánh\nco_quan: ubnd-xa\nso: 5\nngay: 2027-03-15\n"
        "trich_yeu: Thông tin đối ngoại\nky: chu-tich\ndu_thao: 1\n---\n# MỤC ĐÍCH\n\nNội dung.\n"
    )
    checked = check_text(text, "md", SHELF, folder=tmp_path)
    assert checked.document is not None, checked.findings
    assert checked.document.issuer == "ỦY BAN NHÂN DÂN\nXÃ TRÙNG KHÁNH"
    assert "E605" in ids(check_text(text.replace("xa: Trùng Khánh\n", ""), "md", SHELF, folder=tmp_path).findings)
