"""The pack of Đồng Nai: sound, a province and then a city, with Bình Phước and huyện Bù Gia Mập as they were."""

from datetime import date
from pathlib import Path

from ttdn_draft.kit.testing import check_pack, list_names, list_signers, load_pack
from ttdn_draft.knowledge.pack import in_force
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_file

FOLDER = Path(__file__).parents[1] / "src" / "ttdn_pack_dong_nai"
PLAN_OF_2024 = """---
loai: ke-hoach
tinh: dong-nai
co_quan: huyen-uy-bu-gia-map
so: 261
ngay: 2024-06-17
trich_yeu: thực hiện một kết luận
ky: pho-bi-thu
---
# NHIỆM VỤ VÀ GIẢI PHÁP

Nội dung.
"""


def test_pack_is_sound() -> None:
    assert check_pack(FOLDER) == ()


def test_province_becomes_a_city_on_30_april_2026() -> None:
    pack = load_pack(FOLDER)
    before, after = (list_names(pack, day) for day in (date(2026, 4, 29), date(2026, 4, 30)))
    assert (before["tinh-uy"], after["tinh-uy"]) == ("Tỉnh uỷ Đồng Nai", "Thành uỷ Đồng Nai")
    assert before["ubnd-tinh"] == "Ủy ban nhân dân tỉnh Đồng Nai"
    assert after["ubnd-tinh"] == "Ủy ban nhân dân thành phố Đồng Nai"
    assert after["btgdvtu"] == "Ban Tuyên giáo và Dân vận Thành uỷ Đồng Nai"


def test_head_of_the_plan_of_the_district_is_that_of_2024(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.md"
    path.write_text(PLAN_OF_2024, encoding="utf-8")
    document = check_file(path, PackShelf([FOLDER])).document
    assert document is not None
    assert (document.parent_body, document.issuer) == ("ĐẢNG BỘ TỈNH BÌNH PHƯỚC", "HUYỆN ỦY BÙ GIA MẬP")
    assert document.number_line == "Số 261-KH/HU"
    assert document.place_date.startswith("Bù Gia Mập, ngày 17 tháng 6 năm 2024")


def test_binh_phuoc_and_the_district_end_on_30_june_2025() -> None:
    pack = load_pack(FOLDER)
    old = {"tinh-uy-binh-phuoc", "btgdvtu-binh-phuoc", "ubnd-binh-phuoc", "huyen-uy-bu-gia-map"}
    assert old <= set(list_names(pack, date(2025, 6, 30)))
    assert not old & set(list_names(pack, date(2025, 7, 1)))


def test_border_of_binh_phuoc_is_that_of_dong_nai_since_the_merger() -> None:
    facts = [f for f in load_pack(FOLDER).facts if f.slot == "bien-gioi" and f.is_about("")]
    assert in_force(facts, date(2025, 6, 30)) == []
    assert "cua-khau-hoa-lu" in {f.id for f in in_force(facts, date(2025, 7, 1))}


def test_no_head_of_the_city_is_named_without_a_source() -> None:
    pack = load_pack(FOLDER)
    assert list_signers(pack, "tinh-uy", date(2025, 9, 30))["bi-thu"] == "Vũ Hồng Văn"
    assert list_signers(pack, "tinh-uy", date(2026, 4, 30))["bi-thu"] == ""
    assert list_signers(pack, "ubnd-tinh", date(2026, 4, 30))["chu-tich"] == ""
