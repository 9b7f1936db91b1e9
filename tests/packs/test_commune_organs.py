"""The organs of a commune: heads, symbols, places and archives as 05-HD/VPTW and NĐ 30/2020 write them."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import ids
from ttdn_draft.compose import Order
from ttdn_draft.composing import compose_file
from ttdn_draft.knowledge.organ_on_day import find_on_day
from ttdn_draft.knowledge.overlay import for_commune
from ttdn_draft.knowledge.places.communes import list_communes
from ttdn_draft.knowledge.places.provinces import Province, list_provinces
from ttdn_draft.model import printed_words
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import Checked, check_text

DAY = date(2027, 3, 15)
SHELF = PackShelf()


def issue(commune: str, organ: str, province: str = "cao-bang") -> Checked:
    order = Order("ke-hoach", DAY.year, DAY, DAY, organ=organ, commune=commune)
    text, _ = compose_file(order, province, SHELF)
    return check_text(text, "md", SHELF)


KHANH, BA_DINH, ZONE = "XÃ TRÙNG KHÁNH", "PHƯỜNG BA ĐÌNH", "ĐẶC KHU PHÚ QUỐC"
STANDING = "TM. THƯỜNG TRỰC\nHỘI ĐỒNG NHÂN DÂN"
HEADS = [  # organ, line above, line below, symbol, signature, archive; {} is the commune, in capitals
    ("dang-uy-xa", "", "ĐẢNG UỶ {}", "-KH/ĐU", "T/M BAN THƯỜNG VỤ|BÍ THƯ", "- Lưu Văn phòng Đảng uỷ."),
    ("vp-dang-uy-xa", "ĐẢNG UỶ {}", "VĂN PHÒNG", "-KH/VPĐU", "CHÁNH VĂN PHÒNG|", "- Lưu Văn phòng Đảng uỷ."),
    ("ubkt-dang-uy-xa", "ĐẢNG UỶ {}", "UỶ BAN KIỂM TRA", "-KH/UBKTĐU", "T/M UỶ BAN KIỂM TRA|CHỦ NHIỆM", ""),
    ("ubnd-xa", "", "ỦY BAN NHÂN DÂN\n{}", "/KH-UBND", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH|", "- Lưu: VT."),
    ("phong-vhxh", "UBND {}", "PHÒNG VĂN HÓA - XÃ HỘI", "/KH-VHXH", "TRƯỞNG PHÒNG|", "- Lưu: VT."),
    ("hdnd-xa", "", "HỘI ĐỒNG NHÂN DÂN\n{}", "/KH-HĐND", "TM. HỘI ĐỒNG NHÂN DÂN\nCHỦ TỊCH|", "- Lưu: VT."),
    ("tt-hdnd-xa", "", "HỘI ĐỒNG NHÂN DÂN\n{}", "/KH-TTHĐND", f"{STANDING}\nCHỦ TỊCH|", "- Lưu: VT."),
    ("vp-hdnd-ubnd-xa", "UBND {}", "VĂN PHÒNG HĐND VÀ UBND", "/KH-VP", "CHÁNH VĂN PHÒNG|", "- Lưu: VT."),
    ("mttq-xa", "ỦY BAN MTTQ VIỆT NAM\n{}", "BAN THƯỜNG TRỰC", "/KH-MTTQ-BTT", "TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH|", ""),
]
COMMUNES = [
    ("trung-khanh", "cao-bang", KHANH, "Trùng Khánh,", "ĐẢNG BỘ TỈNH CAO BẰNG"),
    ("ba-dinh", "ha-noi", BA_DINH, "Ba Đình,", "ĐẢNG BỘ THÀNH PHỐ HÀ NỘI"),
    ("phu-quoc", "an-giang", ZONE, "Phú Quốc,", "ĐẢNG BỘ TỈNH AN GIANG"),
]


@pytest.mark.parametrize(("organ", "above", "issuer", "symbol", "signature", "archive"), HEADS, ids=lambda v: v[:20])
@pytest.mark.parametrize(("commune", "province", "unit", "place", "party"), COMMUNES, ids=lambda v: v[:12])
def test_an_organ_of_a_commune_writes_its_head_as_the_standard_does(
    commune: str,
    province: str,
    unit: str,
    place: str,
    party: str,
    organ: str,
    above: str,
    issuer: str,
    symbol: str,
    signature: str,
    archive: str,
) -> None:
    document = issue(commune, organ, province).document
    assert document is not None
    lines = [printed_words(line) for line in (document.parent_body, document.issuer, document.number_line)]
    written = [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]
    assert written[:2] == [party if organ == "dang-uy-xa" else above.format(unit), issuer.format(unit)]
    assert written[2].endswith(symbol)
    assert printed_words(document.place_date).startswith(place)
    assert f"{document.signature.first_line}|{document.signature.second_line}" == signature
    last = [printed_words(line) for line in (*document.recipients, *document.more_recipients)][-1]
    assert not archive or last == archive


@pytest.mark.parametrize(
    ("commune", "province", "organ", "head", "number", "place"),
    [
        ("trung-khanh", "cao-bang", "ban-xdd", (f"ĐẢNG UỶ {KHANH}", "BAN XÂY DỰNG ĐẢNG"), "/BXDĐ", "Trùng Khánh,"),
        ("phu-quoc", "an-giang", "ban-xdd", (f"ĐẢNG UỶ {ZONE}", "BAN TUYÊN GIÁO VÀ DÂN VẬN"), "/BTGDVĐU", "Phú Quốc,"),
        ("phu-tho", "phu-tho", "ubnd-xa", ("", "ỦY BAN NHÂN DÂN\nPHƯỜNG PHÚ THỌ"), "-UBND", "Phường Phú Thọ,"),
        ("phu-tho", "phu-tho", "hdnd-xa", ("", "HỘI ĐỒNG NHÂN DÂN\nPHƯỜNG PHÚ THỌ"), "-HĐND", "Phường Phú Thọ,"),
    ],
)
def test_an_organ_that_differs_by_the_kind_of_its_commune(
    commune: str, province: str, organ: str, head: tuple[str, str], number: str, place: str
) -> None:
    document = issue(commune, organ, province).document
    assert document is not None
    assert (printed_words(document.parent_body), printed_words(document.issuer)) == head
    assert printed_words(document.number_line).endswith(number)
    assert printed_words(document.place_date).startswith(place)


@pytest.mark.parametrize(
    ("organ", "doubted"),
    [
        ("vp-dang-uy-xa", {"an-giang"}),
        ("ubkt-dang-uy-xa", {"an-giang"}),
        ("mttq-xa", {"an-giang"}),
        ("hdnd-xa", set()),
        ("tt-hdnd-xa", {"an-giang", "cao-bang", "ha-noi"}),
        ("vp-hdnd-ubnd-xa", {"an-giang", "cao-bang", "ha-noi"}),
    ],
)
def test_a_name_and_a_symbol_that_no_source_bears_out_are_asked(organ: str, doubted: set[str]) -> None:
    asked = set()
    for commune, province, *_ in COMMUNES:
        order = Order("ke-hoach", DAY.year, DAY, DAY, organ=organ, commune=commune)
        text, _ = compose_file(order, province, SHELF)
        head = text[text.index("\nco_quan:") : text.index("\ndia_danh:")]
        asked |= {province} if f"#ten-{organ}" in head else set()
        assert ('cap_tren: "[cần kiểm tra' in head) == (organ == "vp-hdnd-ubnd-xa")
    assert asked == doubted


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
