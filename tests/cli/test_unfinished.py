"""What is still to be done is one entry of a list however often it stands, and the list is printed once, by check."""

import json
from pathlib import Path

import pytest

from tests.conftest import HEAD
from ttdn_draft.cli import run
from ttdn_draft.model.doubts import WEIGHTS

DOUBT = "[cần kiểm tra: Sở A — báo B]"
BODY = (
    f"Theo {DOUBT}.\n" + "".join(f"\nĐoạn {n} của [cần kiểm tra: Sở A].\n" for n in range(11)) + "\nVà [điền: năm].\n"
)


def cli(*arguments: str) -> int:
    return run([*arguments], {})


@pytest.fixture
def drafted(here: Path) -> str:
    (here / "a.md").write_text(HEAD.replace("so: 14", "du_thao: 1") + BODY, encoding="utf-8")
    return "a.md"


def test_check_prints_a_doubt_once_with_its_places(drafted: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli("check", drafted) == 0
    out, err = capsys.readouterr()
    doubt, gap = out.splitlines()
    first = HEAD.count("\n") + 1
    assert doubt.startswith(f"a.md:{first}:1 $.noi_dung[0].doan W374 ") and DOUBT in doubt
    places = ", ".join(f"{first + 2 * n}:1" for n in range(1, 11))
    assert doubt.endswith(f"(còn ở 11 chỗ nữa: {places}, …)")
    assert "[điền: năm]" in gap and not gap.endswith(")")
    assert "0 lỗi, 2 cảnh báo" in err


def test_data_for_machines_holds_every_place(drafted: str, capsys: pytest.CaptureFixture[str]) -> None:
    cli("check", drafted, "--output", "json")
    found = json.loads(capsys.readouterr().out)["files"][0]["findings"]
    assert [f["id"] for f in found] == ["W374"] * 13
    assert {f["facts"]["mark"] for f in found} == {DOUBT, "[điền: năm]"}
    assert len({f["line"] for f in found}) == 13


def test_render_only_counts_what_check_lists(drafted: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli("render", drafted) == 0
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1 and told[0].startswith("a.md W377 ") and "còn 2 điều" in told[0]


def test_render_lists_the_marks_that_keep_a_document_back(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.md").write_text(HEAD + BODY, encoding="utf-8")
    assert cli("render", "a.md") == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.split()[2] for line in told] == ["E375", "E375"]


def test_other_findings_that_are_alike_are_told_once_too(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.md").write_text(HEAD + "Theo __a__.\n\nTheo __a__.\n", encoding="utf-8")
    cli("check", "a.md")
    (line,) = capsys.readouterr().out.splitlines()
    assert " W138 " in line and "còn ở 1 chỗ nữa" in line


def test_new_counts_each_doubt_once(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli("new", "huong-dan", "--tinh", "cao-bang", "--nam", "2027", "-o", "a.md") == 0
    said = capsys.readouterr().out
    cli("check", "a.md")
    listed = capsys.readouterr().out.splitlines()
    doubts = [line for line in listed if " W244 " in line]
    gaps = [line for line in listed if "[điền: " in line]
    assert f"Điều phải kiểm tra: {len(doubts)} (ở " in said
    assert f"chỗ phải viết thêm: {len(gaps)}." in said


def test_trial_says_what_would_be_used_and_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = list(here.iterdir())
    assert cli("new", "huong-dan", "--tinh", "cao-bang", "--nam", "2027", "--thu") == 0
    said = capsys.readouterr().out
    assert "\nCơ quan: Ban Tuyên giáo Tỉnh uỷ Cao Bằng (cần kiểm tra; Nguồn: Tuyên Quang" in said
    assert "\nĐịa phương: Gói Cao Bằng" in said
    assert list(here.iterdir()) == before


def test_doubts_of_a_new_file_are_data_for_machines(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli("new", "huong-dan", "--tinh", "cao-bang", "--nam", "2027", "-o", "a.md", "--output", "json") == 0
    data = json.loads(capsys.readouterr().out)
    text = (here / "a.md").read_text("utf-8")
    assert data["file"] == "a.md" and data["gaps"]
    weights = [doubt["weight"] for doubt in data["doubts"]]
    assert weights == sorted(weights, key=WEIGHTS.index) and set(weights) > {"quan-trong"}
    for doubt in data["doubts"]:
        assert text.count(f"[cần kiểm tra #{doubt['id']}") == doubt["places"] > 0
        assert doubt["question"] and doubt["value"] and doubt["source"]


def test_next_steps_carry_the_folders_of_packs(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "gói riêng").mkdir()
    cli("new", "huong-dan", "--tinh", "son-la", "--nam", "2027", "-o", "a.md", "--packs", "gói riêng")
    assert capsys.readouterr().out.count(' "a.md" --packs "gói riêng"') == 2
