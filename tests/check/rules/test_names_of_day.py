"""Bodies and places held against the day of the document."""

from pathlib import Path

import pytest

from tests.conftest import Compose, ids
from tests.pack_folders import changed_document, changed_pack, write_pack
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_file

RENAMED = ("party-body-renamed", "ministry-renamed")


@pytest.mark.parametrize(
    ("standard", "issuer", "day", "now"),
    [
        ("dang", "{cap_tren: TỈNH UỶ A, ten: BAN TUYÊN GIÁO, ky_hieu: BTGTU}", "2025-06-01", "VÀ DÂN VẬN"),
        (
            "dang",
            "{cap_tren: TỈNH UỶ A, ten: BAN TUYÊN GIÁO VÀ DÂN VẬN, ky_hieu: BTGDVTU}",
            "2024-06-01",
            "BAN TUYÊN GIÁO",
        ),
        ("nha-nuoc", "{ten: SỞ THÔNG TIN VÀ TRUYỀN THÔNG, ky_hieu: STTTT}", "2026-06-01", "DU LỊCH"),
    ],
)
def test_body_of_another_time_is_told_with_the_name_of_the_day(
    compose: Compose, standard: str, issuer: str, day: str, now: str
) -> None:
    found = [f for f in compose(standard, co_quan=issuer, ngay=day).findings if f.id in RENAMED]
    assert [now in str(f.facts["now"]) for f in found if f.place.path == "$.co_quan.ten"] == [True]


def test_committee_of_a_district_that_no_table_knows_is_told(compose: Compose) -> None:
    found = compose(co_quan="{ten: HUYỆN UỶ A, ky_hieu: HU}", ngay="2025-07-01").findings
    assert "district-level-general" in ids(found)


def test_boundary_that_nobody_has_seen_decided_is_told_as_such(compose: Compose) -> None:
    issuer = "{cap_tren: TỈNH UỶ CAO BẰNG, ten: BAN DÂN VẬN, ky_hieu: BDVTU}"
    [found] = [f for f in compose(co_quan=issuer, ngay="2026-07-15").findings if f.place.path == "$.co_quan.ten"]
    assert found.id == "party-body-renamed" and "mốc suy ra" in str(found.facts["doubt"])


def test_organ_of_a_city_committee_is_not_that_of_a_province_committee(compose: Compose) -> None:
    issuer = "{cap_tren: THÀNH UỶ HẢI PHÒNG, ten: BAN TUYÊN GIÁO VÀ DÂN VẬN, ky_hieu: BTGDVTU}"
    found = ids(compose(co_quan=issuer, ngay="2026-11-15", dia_danh="Hải Phòng").findings)
    assert not set(found) & set(RENAMED)


# Months in which nobody knows when a body was renamed


@pytest.mark.parametrize(
    ("above", "symbol", "day", "other"),
    [
        ("TỈNH UỶ CAO BẰNG", "BTGDVTU", "2026-06-06", "BAN TUYÊN GIÁO"),
        ("TỈNH UỶ CAO BẰNG", "BTGDVTU", "2026-10-31", "BAN TUYÊN GIÁO"),
        ("TỈNH UỶ CAO BẰNG", "BTGTU", "2026-08-01", "BAN TUYÊN GIÁO VÀ DÂN VẬN"),
        ("TỈNH UỶ CAO BẰNG", "BTGTU", "2026-10-01", "BAN TUYÊN GIÁO VÀ DÂN VẬN"),
        ("THÀNH UỶ HẢI PHÒNG", "BTGTU", "2026-08-01", "BAN TUYÊN GIÁO VÀ DÂN VẬN"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG", "BTGDVTW", "2026-08-01", "BAN TUYÊN GIÁO"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG", "BTGTW", "2026-09-01", "BAN TUYÊN GIÁO VÀ DÂN VẬN"),
    ],
)
def test_body_that_may_have_another_name_on_the_day_is_asked_about(
    compose: Compose, above: str, symbol: str, day: str, other: str
) -> None:
    name = "BAN TUYÊN GIÁO VÀ DÂN VẬN" if "DV" in symbol else "BAN TUYÊN GIÁO"
    place = "Hải Phòng" if "HẢI PHÒNG" in above else "Cao Bằng"
    checked = compose(co_quan=f"{{cap_tren: '{above}', ten: {name}, ky_hieu: {symbol}}}", ngay=day, dia_danh=place)
    [found] = [f for f in checked.findings if f.place.path == "$.co_quan.ten"]
    assert (found.id, found.place.path, found.facts["other"]) == ("party-body-renamed", "$.co_quan.ten", other)
    assert found.level == "note" and found.facts["earliest"] and found.facts["latest"]
    assert checked.document is not None and checked.document.issuer == name


def test_verified_name_of_a_pack_settles_what_the_tables_doubt(tmp_path: Path) -> None:
    unverified = changed_pack("ky_hieu: BM", "ky_hieu: BTGDVTU")
    verified = unverified.replace("tu: 2025-03-01, nguon: báo B}", "tu: 2025-03-01, nguon: sách A, xac_minh: true}")
    document = tmp_path / "van-ban.md"
    document.write_text(changed_document("2026-06-05", "2026-08-01"), encoding="utf-8")
    found = []
    for pack in (unverified, verified):
        write_pack(tmp_path / "mau", pack)
        found.append(ids(check_file(document, PackShelf([tmp_path])).findings))
    assert found == [["W610"], []]


def test_merger_of_2025_is_asked_about_in_its_months(compose: Compose) -> None:
    issuer = "{cap_tren: TỈNH UỶ CAO BẰNG, ten: BAN TUYÊN GIÁO, ky_hieu: BTGTU}"
    found = {
        day: ids(compose(co_quan=issuer, ngay=day, luu="Văn phòng Ban").findings)
        for day in ("2025-02-02", "2025-02-03", "2025-04-01")
    }
    assert found == {"2025-02-02": [], "2025-02-03": ["party-body-renamed"], "2025-04-01": ["party-body-renamed"]}


def test_other_organs_are_not_asked_about_in_those_months(compose: Compose) -> None:
    issuer = "{ten: TỈNH UỶ CAO BẰNG, ky_hieu: TU}"
    assert compose(co_quan=issuer, ngay="2026-08-01", luu="Văn phòng Tỉnh uỷ").findings == ()
    assert compose("nha-nuoc", co_quan="{ten: ỦY BAN NHÂN DÂN TỈNH A, ky_hieu: UBND}", ngay="2026-08-01").findings == ()


@pytest.mark.parametrize(
    ("issuer", "day"),
    [
        ("{cap_tren: TỈNH UỶ A, ten: BAN TUYÊN GIÁO, ky_hieu: BTGTU}", "2021-03-30"),
        ("{cap_tren: TỈNH UỶ A, ten: BAN TUYÊN GIÁO VÀ DÂN VẬN, ky_hieu: BTGDVTU}", "2026-06-05"),
        ("{ten: TỔ CÔNG TÁC, ky_hieu: TCT-X}", "2026-06-05"),
        ("{ten: HUYỆN UỶ A, ky_hieu: HU}", "2025-06-30"),
    ],
)
def test_symbol_of_its_time_or_of_no_known_organ_is_not_doubted(compose: Compose, issuer: str, day: str) -> None:
    assert compose(co_quan=issuer, ngay=day, luu="Văn phòng").findings == ()


def test_province_that_is_no_more_is_doubted_with_the_one_that_took_it(compose: Compose) -> None:
    checked = compose(dia_danh="Bình Phước", ngay="2026-06-05")
    [found] = checked.findings
    assert (found.id, found.facts["now"], found.place.path) == ("place-not-seat", "thành phố Đồng Nai", "$.dia_danh")
    issuer = "{ten: TỈNH UỶ A, ky_hieu: TU}"
    checked = compose(dia_danh="Bình Phước", ngay="2024-06-17", co_quan=issuer, luu="Văn phòng Tỉnh uỷ")
    assert checked.findings == ()


def test_ward_may_keep_the_name_of_a_former_province(compose: Compose) -> None:
    issuer = "{ten: ĐẢNG UỶ PHƯỜNG BẮC KẠN, ky_hieu: ĐU}"
    assert "place-not-seat" not in ids(compose(co_quan=issuer, dia_danh="Bắc Kạn").findings)


def test_draft_without_a_date_is_not_held_against_any(compose: Compose) -> None:
    assert compose(ngay="null", dia_danh="Bình Phước").findings == ()
