"""One pack.yaml: what is wrong in it is told with its line, and nothing in it can harm."""

import os
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import ids
from tests.pack_folders import PACK, changed_pack, check_folder, write_pack
from ttdn_draft.errors import Finding
from ttdn_draft.knowledge.pack import Deadline, LocalFact, Organ, OrganName, Pack, PackRecipient, PackSigner
from ttdn_draft.model import keys_of
from ttdn_draft.packs.found import read_pack
from ttdn_draft.validate.schema import load_schema

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")


def check(folder: Path, text: str) -> tuple[Finding, ...]:
    return check_folder(write_pack(folder, text))


def test_sound_pack_has_no_findings_and_keeps_its_version_as_written(tmp_path: Path) -> None:
    assert check(tmp_path, PACK) == ()
    pack, _ = read_pack(tmp_path)
    assert pack is not None
    assert (pack.version, list(pack.organs)) == ("1.10", ["tinh-uy", "ban", "so"])
    assert [unit.text for unit in pack.organs["ban"].drafting_units] == ["Phòng Tổng hợp"]


@pytest.mark.parametrize(
    ("old", "new", "id", "path"),
    [
        ("ten: Tỉnh Mẫu", "ten: ''", "E209", "$.ten"),
        ("tinh: cao-bang", "tinh: Cao Bằng", "E205", "$.tinh"),
        ("tinh: cao-bang\n", "", "E201", "$"),
        ("ten: Tỉnh Mẫu", "ten: Tỉnh Mẫu\nmau_sac: đỏ", "E202", "$.mau_sac"),
        ("phien_ban: 1.10", "phien_ban: bản mới", "E205", "$.phien_ban"),
        ("phien_ban: 1.10", "phien_ban: -1", "E207", "$.phien_ban"),
        ("cap_tren: UBND TỈNH MẪU", "cap_tren: [UBND]", "E226", "$.co_quan[2].cap_tren"),
        ("he_thong: nha-nuoc", "he_thong: doan-the", "E204", "$.co_quan[2].he_thong"),
        ("      - {ten: Sở Mẫu, ky_hieu: SM, tu: 2025-03, nguon: báo B, xac_minh: true}", "      []", "E207", "ten"),
        ("noi_dung: 7 đoàn vào, nguon: báo B", "noi_dung: 7 đoàn vào", "E201", "$.su_kien[0]"),
        ("tu: 2025-03,", "tu: 3/2025,", "E249", "$.co_quan[2].ten[0].tu"),
        ("tu: 2025-03,", "tu: 2025.03,", "E205", "$.co_quan[2].ten[0].tu"),
        ("tu: 2025-03,", "tu: 25,", "E207", "$.co_quan[2].ten[0].tu"),
        ("tu: 2025-03,", "tu: 2025-13,", "E210", "$.co_quan[2].ten[0].tu"),
        ("den: 2025-06-30", "den: 2025-06-31", "E210", "$.co_quan[1].noi_nhan.huong-dan[1].den"),
        ("tu: 2025-03,", "tu: 2025-03, den: 2025-02,", "E623", "$.co_quan[2].ten[0].den"),
        ("tu: 2025-03-01", "tu: 2025-02-28", "E624", "$.co_quan[1].ten[1]"),
        ("tu: 2025-03-01", "tu: 2025", "E624", "$.co_quan[1].ten[1]"),
        ("tu: 2025-03-01, ", "", "E624", "$.co_quan[1].ten[1]"),
        ("tu: 2026, ", "tu: 2025-12-31, ", "E624", "$.co_quan[1].nguoi_ky[1]"),
        ("id: so\n", "id: ban\n", "E625", "$.co_quan[2].id"),
        ("cap_tren: tinh-uy", "cap_tren: thanh-uy", "E626", "$.co_quan[1].cap_tren"),
        ("cap_tren: tinh-uy", "cap_tren: ban", "E626", "$.co_quan[1].cap_tren"),
        (
            "su_kien:",
            "co_quan_mac_dinh: {dang: {ke-hoach: bann}}\nsu_kien:",
            "E626",
            "$.co_quan_mac_dinh.dang.ke-hoach",
        ),
        ("    nguon: báo B\nsu_kien:", "su_kien:", "E239", "$.co_quan[2].cap_tren"),
        (
            "    ten:\n      - {ten: Sở Mẫu, ky_hieu: SM, tu: 2025-03, nguon: báo B, xac_minh: true}\n",
            "",
            "E630",
            "$.co_quan[2].id",
        ),
        ("tu: 2025-03,", "tu: 2025-03, chi_o: [tinh],", "E631", "$.co_quan[2].ten[0].chi_o"),
        ("tinh: cao-bang", "tinh: cao-bag", "E632", "$.tinh"),
        ("ten: Tỉnh Mẫu", "ten: &a Tỉnh Mẫu", "E122", "$.ten"),
        ("ten: Tỉnh Mẫu", "ten: !!python/name:os.system x", "E123", "$.ten"),
        ("ten: Tỉnh Mẫu", "ten: Tỉnh Mẫu\nten: Tỉnh Khác", "E121", "$.ten"),
        ("ten: Tỉnh Mẫu", 'ten: "Tỉnh\\u0007"', "E110", "$.ten"),
        ("ten: Tỉnh Mẫu", "ten: 'Tỉnh Mẫu", "E151", ""),
    ],
)
def test_fault_is_told_with_its_file_line_and_path(tmp_path: Path, old: str, new: str, id: str, path: str) -> None:
    text = changed_pack(old, new)
    found = [f for f in check(tmp_path, text) if f.id == id]
    assert found
    place = found[0].place
    assert place.file == str(tmp_path / "pack.yaml")
    assert place.path.endswith(path)
    begins = PACK[: PACK.index(old)].count("\n") + 1
    assert id in ("E201", "E207", "E151", "E239", "E630") or abs(place.line - begins) <= 1
    assert read_pack(tmp_path)[0] is None


def test_all_faults_are_told_together(tmp_path: Path) -> None:
    text = changed_pack("tu: 2025-03,", "tu: 2025-13,").replace("cap_tren: tinh-uy", "cap_tren: thanh-uy")
    assert ids(check(tmp_path, text)) == ["E626", "E210"]


def test_period_that_ends_before_it_begins_leaves_no_gap_to_tell(tmp_path: Path) -> None:
    text = changed_pack("tu: 2026, ", "tu: 2026, den: 2020, ")
    text = text.replace("tu: 2025-03-01", "tu: 2025-03-01, den: 2020-01-01")
    assert {f.id for f in check(tmp_path, text)} == {"E623"}


def test_short_period_inside_a_long_one_does_not_hide_a_third(tmp_path: Path) -> None:
    name = "      - {ten: Sở Mẫu, ky_hieu: SM, tu: 2025-03, nguon: báo B, xac_minh: true}\n"
    periods = ("tu: 2000, den: 2030", "tu: 2005, den: 2006", "tu: 2010, den: 2011", "tu: 2031")
    names = "".join(name.replace("tu: 2025-03", period) for period in periods)
    found = check(tmp_path, changed_pack(name, names))
    assert [(f.id, f.place.path[-3:]) for f in found] == [("E624", "[1]"), ("E624", "[2]")]


@pytest.mark.parametrize(
    ("old", "new", "id", "path", "gap"),
    [
        ("tu: 2025-03-01", "tu: 2025-03-02", "W690", "$.co_quan[1].ten[1]", ("2025-03-01", "2025-03-01", 1)),
        ("tu: 2025-03-01", "tu: 2025-05", "W690", "$.co_quan[1].ten[1]", ("2025-03-01", "2025-04-30", 61)),
        ("den: 2025-02", "den: 2023", "W690", "$.co_quan[1].ten[1]", ("2024-01-01", "2025-02-28", 425)),
        ("tu: 2026, ", "tu: 2026-02, ", "W691", "$.co_quan[1].nguoi_ky[1]", ("2026-01-01", "2026-01-31", 31)),
    ],
)
def test_gap_between_names_or_terms_is_told_with_its_days(
    tmp_path: Path, old: str, new: str, id: str, path: str, gap: tuple[str, str, int]
) -> None:
    (found,) = check(tmp_path, changed_pack(old, new))
    assert (found.id, found.place.path) == (id, path)
    since, until, days = gap
    assert (str(found.facts["since"]), str(found.facts["until"]), found.facts["days"]) == (since, until, days)
    assert date.fromisoformat(until).toordinal() - date.fromisoformat(since).toordinal() + 1 == days
    assert id == "W690" or found.facts["name"] == "truong-ban"
    assert read_pack(tmp_path)[0] is not None


def test_gap_is_judged_by_all_that_came_before_it_in_time(tmp_path: Path) -> None:
    name = "      - {ten: Sở Mẫu, ky_hieu: SM, tu: 2025-03, nguon: báo B, xac_minh: true}\n"
    periods = ("tu: 2020", "tu: 2010, den: 2015", "tu: 2000, den: 2009")
    names = "".join(name.replace("tu: 2025-03", period) for period in periods)
    (found,) = check(tmp_path, changed_pack(name, names))
    assert (found.id, found.place.path, found.facts["days"]) == ("W690", "$.co_quan[2].ten[0]", 4 * 365 + 1)


def test_months_and_years_stand_for_all_their_days(tmp_path: Path) -> None:
    pack, _ = read_pack(write_pack(tmp_path))
    assert pack is not None
    old, new = pack.organs["ban"].names
    assert str(old.period) == "… – 2025-02"
    assert [date(2025, 2, 28) in n.period for n in (old, new)] == [True, False]
    assert [date(2025, 3, 1) in n.period for n in (old, new)] == [False, True]
    early, late, _ = pack.organs["ban"].signers
    assert [date(2025, 12, 31) in s.period for s in (early, late)] == [True, False]
    assert [date(2026, 1, 1) in s.period for s in (early, late)] == [False, True]


def test_decomposed_text_is_composed_with_a_note(tmp_path: Path) -> None:
    decomposed = changed_pack("ten: Tỉnh Mẫu", "ten: Ti\u0309nh Mẫu")
    assert ids(check(tmp_path, decomposed)) == ["N108"]
    pack, _ = read_pack(tmp_path)
    assert pack is not None
    assert pack.name == "Tỉnh Mẫu"
    pack, _ = read_pack(write_pack(tmp_path, changed_pack("ten: Tỉnh Mẫu", 'ten: "Ti\\u0309nh Mẫu"')))
    assert pack is not None
    assert pack.name == "Tỉnh Mẫu"


def test_every_key_of_a_pack_is_explained_with_an_example_that_fits() -> None:
    def walk(schema: dict[str, Any], key: str) -> None:
        assert schema["title"] and schema["description"], key
        assert all(Draft202012Validator(schema).is_valid(example) for example in schema["examples"]), key
        for name, entry in {**schema.get("properties", {}), "items": schema.get("items")}.items():
            if entry:
                walk(entry, f"{key}.{name}")

    walk(load_schema("pack"), "$")


def test_keys_of_a_pack_are_those_of_its_types() -> None:
    organ = load_schema("pack")["properties"]["co_quan"]["items"]["properties"]
    pairs: list[tuple[dict[str, Any], type]] = [
        (load_schema("pack")["properties"], Pack),
        ({key: value for key, value in organ.items() if key not in ("nguon", "xac_minh")}, Organ),
        (organ["ten"]["items"]["properties"], OrganName),
        (organ["nguoi_ky"]["items"]["properties"], PackSigner),
        (organ["noi_nhan"]["properties"]["chung"]["items"]["properties"], PackRecipient),
        (organ["han_bao_cao"]["items"]["properties"], Deadline),
        (load_schema("pack")["properties"]["su_kien"]["items"]["properties"], LocalFact),
    ]
    elsewhere = {"chi_o", "tru_o"}  # of the pack of the whole country, where it needs them
    for properties, cls in pairs:
        assert set(properties) - elsewhere == set(keys_of(cls)) - elsewhere, cls


@pytest.mark.parametrize("text", ["id: mau\n", "id: mau\n---\n- 1\n", "# id\nid: mau\nco_quan: 7\n"])
def test_file_of_another_shape_is_a_finding(tmp_path: Path, text: str) -> None:
    assert ids(check(tmp_path, text))
    assert read_pack(tmp_path)[0] is None


@pytest.mark.parametrize(
    ("first", "id"),
    [
        ("", "E621"),
        ("id: ../khac\n", "E688"),
        ("id: Mẫu\n", "E688"),
        ("id: [a]\n", "E688"),
        ("  id: mau\n", "E621"),
        ("\n" * 30 + "id: mau\n", "E621"),
    ],
)
def test_pack_without_a_plain_id_at_the_top_is_refused(tmp_path: Path, first: str, id: str) -> None:
    assert ids(check(tmp_path, PACK.replace("id: mau\n", first, 1))) == [id]


@pytest.mark.parametrize("first", ["id: 'mau'\n", 'id: "mau" # mã\n', "# gói\n\nid:   mau  \n", "\ufeffid: mau\n"])
def test_id_is_read_however_it_is_written(tmp_path: Path, first: str) -> None:
    assert check(tmp_path, PACK.replace("id: mau\n", first, 1)) == ()


def test_bomb_of_aliases_is_refused_at_once(tmp_path: Path) -> None:
    bomb = "id: mau\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(c + 1)}: &{chr(c + 1)} [{','.join(['*' + chr(c)] * 9)}]\n" for c in range(ord("a"), ord("z"))
    )
    start = time.perf_counter()
    assert "E122" in ids(check(tmp_path, bomb))
    assert time.perf_counter() - start < 5


def test_ten_thousand_organs_are_refused_unread(tmp_path: Path) -> None:
    organ = PACK[PACK.index("  - id: so") : PACK.index("su_kien")]
    many = "".join(organ.replace("id: so", f"id: so-{number}") for number in range(10_000))
    start = time.perf_counter()
    assert ids(check(tmp_path, PACK.replace(organ, many))) == ["E107"]
    assert time.perf_counter() - start < 1


def test_pack_file_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    secret = write_pack(tmp_path / "ngoài") / "pack.yaml"
    inside = tmp_path / "gói"
    inside.mkdir()
    (inside / "pack.yaml").symlink_to(secret)
    assert ids(check_folder(inside)) == ["E620"]


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"PK\x03\x04", "folder", pytest.param("pipe", marks=POSIX)])
def test_file_that_cannot_be_read_is_a_finding(tmp_path: Path, content: bytes | str | None) -> None:
    if content == "folder":
        (tmp_path / "pack.yaml").mkdir()
    elif content == "pipe":
        os.mkfifo(tmp_path / "pack.yaml")
    elif isinstance(content, bytes):
        (tmp_path / "pack.yaml").write_bytes(content)
    assert ids(check_folder(tmp_path)) == ["E621" if isinstance(content, bytes) else "E106"]
    assert read_pack(tmp_path)[0] is None


@pytest.mark.parametrize("written", ["sơn-la", '"Sơn La"  # mã', "son_la"])
def test_id_that_is_none_is_told_with_its_line_and_one_that_is(tmp_path: Path, written: str) -> None:
    (finding,) = check(tmp_path, changed_pack("id: mau\n", f"# gói\nid: {written}\n"))
    assert (finding.id, finding.place.line, finding.facts["guess"]) == ("E688", 2, "son-la")


def test_tab_in_data_is_told_in_words_about_data(tmp_path: Path) -> None:
    found = check(tmp_path, changed_pack("  - id: tinh-uy\n", "  - id: tinh-uy\n\t# ghi chú\n"))
    assert ids(found) == ["W694"]
