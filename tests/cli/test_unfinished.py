"""What is still to be done is one entry of a list however often it stands, and the list is printed once, by check."""

import json
from pathlib import Path

import pytest

from tests.conftest import HEAD
from ttdn_draft.cli import run

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
    doubts = [line for line in listed if "[cần kiểm tra: " in line]
    gaps = [line for line in listed if "[điền: " in line]
    assert f"Điều phải kiểm tra: {len(doubts)} (ở " in said
    assert f"chỗ phải viết thêm: {len(gaps)}." in said
