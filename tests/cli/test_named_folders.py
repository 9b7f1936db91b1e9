"""A folder that somebody names for packs and that holds none is told by every command, which goes on."""

from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD
from tests.pack_folders import PACK, write_pack
from ttdn_draft import api
from ttdn_draft.cli import run


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line for line in capsys.readouterr().err.splitlines() if " W11" in line]


@pytest.fixture
def document(here: Path) -> Path:
    (here / "a.md").write_text(HEAD + BODY, encoding="utf-8")
    return here / "a.md"


def test_missing_folder_and_one_without_packs_are_told(
    document: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "trong").mkdir()
    assert run(["check", "a.md", "--packs", "khong-co", "--packs", "trong", "--packs", "a.md"], {}) == 0
    missing, empty, file = told(capsys)
    assert missing.startswith("khong-co W118 ") and "không có tệp hoặc thư mục này" in missing
    assert empty.startswith("trong W119 ") and "đường dẫn:" in empty
    assert file.startswith("a.md W118 ")


def test_folder_of_a_project_is_told_with_where_its_packs_lie(
    document: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(here / "du-an" / "src" / "goi" / "mau", PACK)
    run(["check", "a.md", "--packs", "du-an"], {})
    (line,) = told(capsys)
    assert f"({Path('du-an', 'src', 'goi')}?)" in line
    run(["check", "a.md", "--packs", str(Path("du-an", "src", "goi"))], {})
    assert told(capsys) == []


def test_folder_of_the_environment_is_told_too(
    document: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TTDN_DRAFT_PACKS", "khong-co")
    run(["check", "a.md"], {})
    assert [line.split()[1] for line in told(capsys)] == ["W118"]


def test_missing_folder_of_a_project_is_told_once(
    document: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "ttdn.toml").write_text('packs = ["khong-co"]', encoding="utf-8")
    text = document.read_text(encoding="utf-8").replace("so: 14", "so: 14\ntinh: son-la")
    document.write_text(text, encoding="utf-8")
    run(["check", "a.md"], {})
    shown = capsys.readouterr().out
    assert shown.count("W118") == 1 and "khong-co" in shown and "W651" not in shown


def test_missing_folder_that_a_caller_names_is_a_finding(document: Path) -> None:
    found = api.check(document, packs=["khong-co"]).findings
    assert [(finding.id, finding.place.file) for finding in found] == [("W118", "khong-co")]
