"""Documents and commands name province and commune as people call them; what is no more leads to its successor."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD, ids
from ttdn_draft.cli import run
from ttdn_draft.errors import Finding
from ttdn_draft.pipeline import check_text

Capture = pytest.CaptureFixture[str]


def check(keys: str, day: str = "2026-06-05") -> tuple[Finding, ...]:
    text = HEAD.replace("so: 14", f"so: 14\n{keys}").replace("2026-06-05", day)
    return check_text(f"{text}{BODY}", "md").findings


def find(findings: tuple[Finding, ...], wanted: str) -> Mapping[str, object]:
    (found,) = [finding for finding in findings if finding.id == wanted]
    return found.facts


@pytest.mark.parametrize("asked", ["cao-bang", "Cao Bằng", "tỉnh Cao Bằng", "CAO BẰNG", "Huế", "TP. Hồ Chí Minh"])
def test_a_document_names_its_province_by_id_or_name(asked: str) -> None:
    assert "E601" not in ids(check(f"tinh: {asked}"))


@pytest.mark.parametrize(("asked", "guess"), [("Cao Bàng", "cao-bang"), ("Son La", "son-la"), ("Xyzzy", "")])
def test_a_name_that_none_bears_is_told_with_one_like_it(asked: str, guess: str) -> None:
    facts = find(check(f"tinh: {asked}"), "E601")
    assert (facts["name"], facts["guess"]) == (asked, guess)


@pytest.mark.parametrize("asked", ["ha-tay", "Hà Tây", "tỉnh Hà Tây"])
@pytest.mark.parametrize("command", ["new", "document"])
def test_a_province_that_is_no_more_is_told_with_its_successor(
    asked: str, command: str, capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if command == "document":
        assert find(check(f"tinh: {asked}"), "E633")["code"] == "ha-noi"
        return
    assert run(("new", "ke-hoach", "--tinh", asked, "--nam", "2027", "--ngay", "2027-01-15"), {}) == 2
    told = capsys.readouterr().err
    assert "E633" in told and "tinh: ha-noi" in told and "Hà Tĩnh" not in told


def test_commands_take_the_name_of_a_province(capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outputs = []
    for asked in ("cao-bang", "tỉnh Cao Bằng"):
        assert run(("calendar", "--nam", "2027", "--ngay", "2027-01-15", "--tinh", asked), {}) == 0
        assert run(("cite", "57-KL/TW", "--tinh", asked), {}) == 0
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1] and "Cao Bằng" in outputs[0]
    assert run(("new", "ke-hoach", "--tinh", "Cao Bằng", "--nam", "2027"), {}) == 0
    assert (tmp_path / "ke-hoach-cao-bang-2027.md").is_file()


@pytest.mark.parametrize("asked", ["trung-khanh", "Trùng Khánh", "xã Trùng Khánh", "XÃ TRÙNG KHÁNH"])
def test_a_document_names_its_commune_by_id_or_name(asked: str) -> None:
    assert not {"E610", "E611", "E612", "E613", "E614"} & set(ids(check(f"tinh: Cao Bằng\nxa: {asked}")))


def test_a_commune_needs_its_province() -> None:
    assert find(check("xa: trung-khanh"), "E239")["needed"] == "tinh"


@pytest.mark.parametrize(
    ("province", "asked", "wanted", "facts"),
    [
        ("cao-bang", "Phong Nặm", "E610", {"units": "xã Đình Phong", "ids": "dinh-phong"}),
        ("binh-phuoc", "xã Bù Gia Mập", "E611", None),
        ("cao-bang", "Bù Gia Mập", "E611", {"units": "xã Bù Gia Mập (thành phố Đồng Nai)"}),
        ("cao-bang", "Trung Khanh", "E612", {"guess": "trung-khanh"}),
        ("cao-bang", "Xyzzy", "E612", {"guess": "", "province": "tỉnh Cao Bằng"}),
        (
            "thai-nguyen",
            "van-lang",
            "E613",
            {"units": "xã Văn Lang, xã Văn Lăng", "ids": "van-lang-02143, van-lang-05665"},
        ),
        ("thai-nguyen", "xã Vân Lang", "E613", {"units": "xã Văn Lang, xã Văn Lăng"}),
    ],
)
def test_a_commune_that_cannot_be_had_is_told_with_what_may_be_meant(
    province: str, asked: str, wanted: str, facts: dict[str, str] | None
) -> None:
    findings = check(f"tinh: {province}\nxa: {asked}")
    if facts is None:
        assert wanted not in ids(findings), "a province of before leads to what it is today"
        return
    found = find(findings, wanted)
    assert {key: found[key] for key in facts} == facts
    (place,) = [finding.place for finding in findings if finding.id == wanted]
    assert place.path == "$.xa"


def test_a_district_is_told_with_all_communes_that_it_became() -> None:
    units = str(find(check("tinh: cao-bang\nxa: huyện Trùng Khánh"), "E610")["units"]).split(", ")
    assert len(units) > 4 and {"xã Trùng Khánh", "xã Đàm Thủy"} <= set(units)


def test_a_document_of_before_the_communes_is_told_so() -> None:
    assert str(find(check("tinh: cao-bang\nxa: trung-khanh", "2025-06-30"), "E614")["since"]) == "2025-07-01"
    assert "E614" not in ids(check("tinh: cao-bang\nxa: trung-khanh", "2025-07-01"))


def test_new_takes_a_commune_and_writes_its_id(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = ("new", "ke-hoach", "--tinh", "Cao Bằng", "--nam", "2027", "--ngay", "2027-01-15", "--xa")
    assert run((*asked, "Trùng Khánh"), {}) == 0
    text = (tmp_path / "ke-hoach-cao-bang-trung-khanh-2027.md").read_text(encoding="utf-8")
    assert "tinh: cao-bang\nxa: trung-khanh\n" in text
    assert run((*asked, "Phong Nặm"), {}) == 2
    assert "xã Đình Phong" in capsys.readouterr().err
