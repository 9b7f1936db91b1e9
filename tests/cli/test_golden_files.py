"""`golden` keeps what drafts print, and shows where a change of text, template or pack changes it."""

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD
from tests.office import needs_office, without_programs
from ttdn_draft.cli import run
from ttdn_draft.word.golden_text import PAGES_LINE

TEMPLATE = Path(__file__).parents[2] / "templates" / "dang-hd05-2026" / "huong-dan" / "template.docx"


def golden(*options: str) -> int:
    return run(("golden", *options), {})


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project of two drafts on a machine without LibreOffice."""
    without_programs(monkeypatch, tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "van-ban").mkdir()
    for name in ("a", "b"):
        (tmp_path / "van-ban" / f"{name}.md").write_text(HEAD + BODY, encoding="utf-8")
    (tmp_path / "ttdn.toml").write_text('drafts = ["van-ban/*.md"]\n', encoding="utf-8")
    return tmp_path


def test_drafts_without_kept_files_are_told_and_renewed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert golden() == 1
    assert capsys.readouterr().out.count("E742") == 2
    assert golden("--renew") == 0
    assert golden() == 0
    kept = (project / "golden" / "van-ban" / "a.md.txt").read_text(encoding="utf-8")
    assert "[heading 1] I- Mục đích\n" in kept and "[TTĐN Số ký hiệu] Số 14-HD/BTGDVTU\n" in kept


def test_change_is_shown_as_a_difference_and_keeps_the_kept_file(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    golden("--renew")
    kept = project / "golden" / "van-ban" / "a.md.txt"
    before = kept.read_bytes()
    (project / "van-ban" / "a.md").write_text(HEAD + BODY.replace("Nội dung", "Nội dung khác"), encoding="utf-8")
    capsys.readouterr()
    assert golden() == 1
    told = capsys.readouterr()
    assert "-[TTĐN Đoạn] Nội dung.\n+[TTĐN Đoạn] Nội dung khác.\n" in told.out
    assert "E741" in told.out and "2 văn bản: 1 như bản lưu, 1 khác" in told.err
    assert kept.read_bytes() == before
    assert golden("--renew") == 0 and golden() == 0


def test_change_of_a_style_in_the_template_of_the_project_is_shown(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(TEMPLATE, project / "mau.docx")
    toml = project / "ttdn.toml"
    toml.write_text(toml.read_text(encoding="utf-8") + '[template]\nhuong-dan = "mau.docx"\n', encoding="utf-8")
    assert golden("--renew") == 0
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(project / "mau.docx", "w") as new:
        for name in old.namelist():  # all that is 15 pt is 16 pt
            new.writestr(name, old.read(name).replace(b'<w:sz w:val="30"/>', b'<w:sz w:val="32"/>'))
    capsys.readouterr()
    assert golden() == 1
    assert "-[kiểu] ttđn đoạn: Times New Roman 15 pt" in (told := capsys.readouterr().out)
    assert "+[kiểu] ttđn đoạn: Times New Roman 16 pt" in told


def test_kept_file_of_a_draft_that_is_gone_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    golden("--renew")
    (project / "van-ban" / "b.md").unlink()
    assert golden() == 1
    assert "b.md.txt E743" in capsys.readouterr().err
    (project / "golden" / "van-ban" / "b.md.txt").unlink()
    assert golden() == 0


def test_draft_with_errors_keeps_no_other_from_being_compared(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    golden("--renew")
    (project / "van-ban" / "a.md").write_text(HEAD.replace("loai: huong-dan\n", "") + BODY, encoding="utf-8")
    capsys.readouterr()
    assert golden() == golden("--renew") == 1
    assert "E201" in (told := capsys.readouterr()).out
    assert "2 văn bản: 1 như bản lưu, 1 khác" in told.err


def test_folder_without_a_project_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert golden() == 2
    assert "E744" in capsys.readouterr().err


def test_fault_of_the_project_file_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    golden("--renew")
    (project / "ttdn.toml").write_text('drafts = ["van-ban/*.md"]\nhop = 1\n', encoding="utf-8")
    assert golden() == 1
    assert "ttdn.toml:2 E730" in capsys.readouterr().err


def test_kept_count_of_pages_is_not_compared_without_libreoffice(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    golden("--renew")
    kept = project / "golden" / "van-ban" / "a.md.txt"
    kept.write_text(kept.read_text(encoding="utf-8") + f"{PAGES_LINE}7\n", encoding="utf-8", newline="\n")
    capsys.readouterr()
    assert golden() == 0
    assert "N737" in capsys.readouterr().err


@needs_office
def test_pages_are_counted_where_libreoffice_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(HEAD + "# Mục đích\n\n" + "Nội dung.\n\n" * 80, encoding="utf-8")
    (tmp_path / "ttdn.toml").write_text('drafts = ["a.md"]\n', encoding="utf-8")
    assert golden("--renew") == 0
    kept = tmp_path / "golden" / "a.md.txt"
    text = kept.read_text(encoding="utf-8")
    assert int(text.rpartition(PAGES_LINE)[2]) > 2
    kept.write_text(text.rpartition(PAGES_LINE)[0] + f"{PAGES_LINE}1\n", encoding="utf-8", newline="\n")
    assert golden() == 1
    assert f"-{PAGES_LINE}1\n" in capsys.readouterr().out
