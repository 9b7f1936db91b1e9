"""Outlines by level: documents of communes and districts speak of their own unit, its duties and its superiors."""

import random
import re
from datetime import date
from pathlib import Path

import pytest

from tests.compose.test_issuer import Told
from tests.compose.test_new import KINDS, PROVINCES, SHELF, STANDARDS, assert_names_of_the_day, order, said
from tests.compose.values import VALUES, put
from tests.conftest import assert_sound, ids
from tests.pack_folders import changed_pack, write_pack
from ttdn_draft.cli import run
from ttdn_draft.compose import check_outlines
from ttdn_draft.compose.issuer import gather_issuer
from ttdn_draft.compose.order import find_issuing
from ttdn_draft.composing import compose_file
from ttdn_draft.knowledge.names import fold_name
from ttdn_draft.knowledge.overlay import for_commune
from ttdn_draft.knowledge.places.communes import Commune, list_communes
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_text, render_checked

DAY = date(2027, 3, 15)
IN_2024 = date(2024, 6, 17)
PLUGINS = Path(__file__).parents[2] / "plugins"
DONG_NAI = PackShelf([PLUGINS / "ttdn-pack-dong-nai" / "src"])
PROVINCIAL = re.compile(
    r"(?i)\b(?:giao|đề nghị|các)\s+sở\b|^\d+\. Sở |đảng uỷ trực thuộc|cấp xã\b|báo chí của (?:tỉnh|thành)", re.M
)
UNVERIFIED_COMMUNE = {"N650", "W244", "W374", "W376", "W385"}  # W385: a wide name
OWN = "---\ntrich_yeu: riêng của {{ don_vi.ten_day_du }}\n---\n# Mục\n\n{{ doan.bien_gioi }}\n"
DISTRICT = """  - id: ubnd-huyen
    he_thong: nha-nuoc
    huyen: Trùng Khánh
    ten:
      - {ten: Ủy ban nhân dân huyện Trùng Khánh, ky_hieu: UBND, den: 2025-06-30, nguon: sách A, xac_minh: true}
    dia_danh: Trùng Khánh
    nguoi_ky:
      - {id: chu-tich, quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH, nguon: sách A, xac_minh: true}
    nguon: sách A
    xac_minh: true
  - id: so
"""


def pick(province: str) -> Commune:
    """Return one commune of a province of the day, another for each province and the same in each run."""
    return random.Random(province).choice(list_communes(province, DAY))  # noqa: S311


def compose(commune: str, province: str, kind: str, standard: str = "dang", organ: str = "") -> str:
    return compose_file(order(kind, standard, commune=commune, organ=organ), province, SHELF)[0]


def body(text: str) -> str:
    return text.split("---\n", 2)[2]


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("province", PROVINCES)
def test_file_of_a_commune_of_every_province_passes_and_speaks_of_the_commune(
    province: str, kind: str, standard: str, tmp_path: Path
) -> None:
    commune = pick(province)
    text = compose(commune.id, province, kind, standard)
    checked = check_text(text, "md", SHELF)
    assert checked.document is not None, checked.findings
    assert set(ids(checked.findings)) <= UNVERIFIED_COMMUNE
    if kind == KINDS[PROVINCES.index(province) % len(KINDS)]:
        out = tmp_path / "a.docx"
        out.write_bytes(render_checked(checked))
        assert_sound(out)
    spoken = said(text).replace(fold_name(commune.full_name), "").replace(fold_name(commune.name), "")
    assert_names_of_the_day(spoken)
    assert fold_name(commune.full_name) in fold_name(body(text))
    assert "Năm APEC Việt Nam 2027" in text
    assert set(re.findall(r"lần thứ [IVX]+(?= của Đảng)", text)) <= {"lần thứ XIV"}
    assert not PROVINCIAL.search(body(text)), PROVINCIAL.search(body(text))


@pytest.mark.parametrize(
    ("commune", "province", "leader", "guide"),
    [
        ("trung-khanh", "cao-bang", "Ban Xây dựng Đảng", "tỉnh Cao Bằng"),
        ("ba-dinh", "ha-noi", "Ban Xây dựng Đảng", "thành phố Hà Nội"),
        ("phu-quoc", "an-giang", "Ban Tuyên giáo và Dân vận", "tỉnh An Giang"),
    ],
)
def test_commune_plan_names_its_own_leader_and_reports_to_those_who_guide_it(
    commune: str, province: str, leader: str, guide: str
) -> None:
    party, state = (compose(commune, province, "ke-hoach", standard) for standard in STANDARDS)
    assert f"\n1. {leader} hướng dẫn, đôn đốc" in party
    assert re.search(r"báo cáo (?:\[cần kiểm tra #ten-btgdvtu\]|Ban Tuyên giáo)", party)
    assert "\n1. Phòng Văn hóa - Xã hội chủ trì" in state
    assert re.search(r"báo cáo \[cần kiểm tra #ten-svhttdl\]", state)
    assert guide in party and guide in state


def test_who_is_above_in_a_commune() -> None:
    party = compose("trung-khanh", "cao-bang", "ke-hoach")
    assert "Bám sát định hướng của Tỉnh uỷ Cao Bằng" in party
    commission = compose("trung-khanh", "cao-bang", "ke-hoach", organ="ban-xdd")
    assert "Bám sát định hướng của Đảng uỷ xã Trùng Khánh" in commission
    assert "\n2. Đề nghị các chi bộ" in commission and "\n2. Các chi bộ" in party
    office = compose("trung-khanh", "cao-bang", "bao-cao", "nha-nuoc", organ="phong-vhxh")
    assert "kinh_gui:" in office and "Ủy ban nhân dân xã Trùng Khánh" in office.partition("kinh_gui:")[2][:80]


@pytest.mark.parametrize(
    ("organ", "issuing", "receiver"),
    [
        ("hdnd-xa", "Hội đồng nhân dân xã Trùng Khánh", "Thường trực HĐND tỉnh"),
        ("tt-hdnd-xa", "Thường trực Hội đồng nhân dân xã Trùng Khánh", "Thường trực HĐND tỉnh"),
        ("vp-hdnd-ubnd-xa", "Văn phòng Hội đồng nhân dân và", "Thường trực HĐND, UBND xã"),
        ("mttq-xa", "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Trùng Khánh", "MTTQ Việt Nam tỉnh"),
    ],
)
def test_other_bodies_of_a_commune_speak_for_themselves_and_report_in_their_own_line(
    organ: str, issuing: str, receiver: str
) -> None:
    pack, _ = SHELF.take("cao-bang")
    (commune,) = [unit for unit in list_communes("cao-bang", DAY) if unit.id == "trung-khanh"]
    asked = order("bao-cao", "nha-nuoc", organ=organ)
    found = gather_issuer(asked, find_issuing(asked, for_commune(pack, commune)), VALUES.organs, Told())
    assert found.issuing.startswith(issuing) and receiver in found.reports_to


def test_border_and_sea_are_asked_only_in_provinces_that_have_them() -> None:
    texts = {p: compose(pick(p).id, p, "ke-hoach") for p in ("ha-noi", "son-la", "ca-mau")}
    assert "biên phòng" not in texts["ha-noi"] and "ngư dân" not in texts["ha-noi"]
    assert "Đường biên giới" in texts["son-la"] and "ngư dân" not in texts["son-la"]
    assert "ngư dân" in texts["ca-mau"] and "Đường biên giới" not in texts["ca-mau"]


def test_facts_of_a_province_are_not_those_of_its_communes_nor_the_other_way_round() -> None:
    border = compose_file(order("ke-hoach", commune="bu-gia-map"), "dong-nai", DONG_NAI)[0]
    other = compose_file(order("ke-hoach", commune="bien-hoa"), "dong-nai", DONG_NAI)[0]
    whole = compose_file(order("ke-hoach"), "dong-nai", DONG_NAI)[0]
    assert "Là một trong tám xã biên giới" in border and "[điền: chiều dài, mốc" not in border
    assert "Là một trong tám xã" not in other + whole and "[điền: chiều dài, mốc" in other
    assert "57 khu công nghiệp" not in border and "Gyeongsangnam" in whole and "Gyeongsangnam" not in border


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("organ", ["huyen-uy-bu-gia-map", "btghu-bu-gia-map"])
def test_district_speaks_of_itself_and_the_province_of_its_day(kind: str, organ: str) -> None:
    asked = order(kind, year=2024, day=IN_2024, issue_date=IN_2024, organ=organ)
    text, findings = compose_file(asked, "dong-nai", DONG_NAI)
    assert "W652" not in ids(findings)
    assert "Đồng Nai" not in text and "huyện Bù Gia Mập" in text and "Bình Phước" in body(text)
    assert "Đại hội đại biểu toàn quốc lần thứ XIII" in text or kind == "bao-cao"
    assert "Uỷ ban nhân dân huyện" in text and "thị trấn" not in text  # it had none
    checked = check_text(text, "md", DONG_NAI)
    assert checked.document is not None, checked.findings
    assert set(ids(checked.findings)) <= UNVERIFIED_COMMUNE
    assert "Sở " not in body(text) and "năm thứ 15 thành lập huyện" in text


@pytest.mark.parametrize("kind", KINDS)
def test_state_body_of_a_district_named_by_its_name_has_the_outlines_of_districts(kind: str, tmp_path: Path) -> None:
    shelf = PackShelf([write_pack(tmp_path, changed_pack("  - id: so\n", DISTRICT))])
    asked = order(kind, "nha-nuoc", year=2024, day=IN_2024, issue_date=IN_2024, organ="ubnd-huyen")
    text, findings = compose_file(asked, "mau", shelf)
    assert "W652" not in ids(findings)
    assert "huyện Trùng Khánh" in body(text) and "tỉnh Cao Bằng" in text
    assert "Phòng Văn hóa và Thông tin" in text and "Phòng Văn hóa - Xã hội" not in text
    checked = check_text(text, "md", shelf)
    assert checked.document is not None, checked.findings
    assert not PROVINCIAL.search(body(text).replace("Ủy ban nhân dân cấp xã", ""))


@pytest.mark.parametrize(
    ("asked", "guess"), [("huyen-trung-khan", "huyen-trung-khanh"), ("Bù Gia Mập", ""), ("xa-nao", "")]
)
def test_district_that_the_province_never_had_is_told(asked: str, guess: str, tmp_path: Path) -> None:
    text = changed_pack("  - id: so\n", DISTRICT).replace("huyen: Trùng Khánh", f"huyen: {asked}")
    _, findings = PackShelf([write_pack(tmp_path, text)]).load("mau", tmp_path, None)  # type: ignore[arg-type]
    (found,) = [finding for finding in findings if finding.id == "E632"]
    assert (found.facts["name"], found.facts["guess"]) == (asked, guess) and found.place.path.endswith(".huyen")


def test_pack_brings_outlines_and_paragraphs_for_each_level(tmp_path: Path) -> None:
    write_pack(tmp_path)
    put(tmp_path, OWN, "dang/xa/ke-hoach.md")
    put(tmp_path, "- Đoạn của {{ don_vi.loai }}\n", "doan/xa/bien-gioi.md")
    put(tmp_path, "- Đoạn của tỉnh\n", "doan/bien-gioi.md")
    shelf = PackShelf([tmp_path])
    text, _ = compose_file(order("ke-hoach", commune="trung-khanh"), "mau", shelf)
    assert "trich_yeu: riêng của xã Trùng Khánh" in text and "- Đoạn của xã" in text and "của tỉnh\n" not in text
    province, _ = compose_file(order("ke-hoach", organ="ban"), "mau", shelf)
    assert "riêng của" not in province and "- Đoạn của tỉnh" in province
    report, _ = compose_file(order("huong-dan", commune="trung-khanh"), "mau", shelf)
    assert "- Đoạn của xã" in report and "- Đoạn của tỉnh" not in report


def test_kind_without_an_outline_of_the_level_has_that_of_provinces(tmp_path: Path) -> None:
    write_pack(tmp_path)
    put(tmp_path, OWN, "dang/thong-bao.md")
    text, _ = compose_file(order("thong-bao", commune="trung-khanh", organ="ban-xdd"), "mau", PackShelf([tmp_path]))
    assert "trich_yeu: riêng của xã Trùng Khánh" in text


def test_outlines_of_levels_are_checked_and_other_folders_told(tmp_path: Path) -> None:
    put(tmp_path, OWN, "dang/xa/ke-hoach.md")
    put(tmp_path, "- Một đoạn\n", "doan/huyen/bien-gioi.md")
    assert check_outlines(tmp_path) == ()
    put(tmp_path, OWN.replace("don_vi.ten_day_du", "don_vi.ten_xa"), "nha-nuoc/huyen/ke-hoach.md")
    put(tmp_path, "# Đề mục\n", "doan/xa/bien-gioi.md")
    put(tmp_path, OWN, "dang/thon/ke-hoach.md")
    put(tmp_path, OWN, "dang/xa/huyen/ke-hoach.md")
    found = check_outlines(tmp_path)
    assert sorted(ids(found)) == ["E643", "E648", "E648", "E687"]
    assert [f.facts["known"] for f in found if f.id == "E648"] == ["xa, huyen"] * 2


def test_unit_of_a_document_stands_in_values_of_each_level(tmp_path: Path) -> None:
    write_pack(tmp_path, changed_pack("  - id: so\n", DISTRICT))
    line = "{{ don_vi.ten }}|{{ don_vi.cap }}|{{ don_vi.cap_uy }}|{{ don_vi.tren }}|{{ don_vi.duoi }}"
    outline = f"---\ntrich_yeu: a\n---\n# Mục\n\nĐơn vị {line}\n"
    for standard in STANDARDS:
        put(tmp_path, outline, f"{standard}/thu.md")
    shelf = PackShelf([tmp_path])

    def unit(**more: object) -> str:
        return re.findall("Đơn vị (.*)", compose_file(order("thu", **more), "mau", shelf)[0])[0]

    before = {"year": 2024, "day": IN_2024, "issue_date": IN_2024}
    assert unit(organ="ban") == "Cao Bằng|tinh|Tỉnh uỷ||xã, phường"
    assert unit(organ="ban-xdd", commune="trung-khanh") == ("Trùng Khánh|xa|Đảng uỷ xã|tỉnh Cao Bằng|thôn, tổ dân phố")
    assert unit(standard="nha-nuoc", organ="ubnd-huyen", **before) == (
        "Trùng Khánh|huyen|Huyện ủy|tỉnh Cao Bằng|xã, thị trấn"
    )


def test_new_takes_the_year_of_the_day_where_no_year_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    call = ["new", "ke-hoach", "--tinh", "dong-nai", "--no-plugins", "--packs", str(DONG_NAI.folders[0])]
    assert run([*call, "--co-quan", "huyen-uy-bu-gia-map", "--ngay", "2024-06-17"], {}) == 0
    text = (tmp_path / "ke-hoach-dong-nai-2024.md").read_text(encoding="utf-8")
    assert "huyện Bù Gia Mập" in text and "Đồng Nai" not in text
    assert run(call, {}) == 2 and "--nam" in capsys.readouterr().err
