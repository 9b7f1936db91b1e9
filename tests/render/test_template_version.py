"""An exported template says which version it came from, and `templates check` tells when that is old."""

import zipfile
from pathlib import Path

import pytest

import ttdn_draft
from tests.conftest import BODY, HEAD, assert_sound
from ttdn_draft.cli import run
from ttdn_draft.word.export_version import CUSTOM, is_older, mark_version, read_version_mark

OFFICIAL = Path(__file__).parents[2] / "templates" / "dang-hd05-2026" / "huong-dan" / "template.docx"


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    file = tmp_path / "mau.docx"
    assert run(("templates", "export", "huong-dan", "-o", str(file)), {}) == 0
    return file


def mark_of(file: Path) -> str:
    with zipfile.ZipFile(file) as archive:
        return read_version_mark(archive.read(CUSTOM))


def test_exported_template_names_the_version_and_prints_a_sound_document(exported: Path, tmp_path: Path) -> None:
    assert mark_of(exported) == ttdn_draft.__version__
    draft = tmp_path / "a.md"
    draft.write_text(HEAD + BODY, encoding="utf-8")
    assert run(("render", str(draft), "--template", str(exported)), {}) == 0
    assert_sound(draft.with_suffix(".docx"))


def test_template_of_this_version_is_not_told(exported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(("templates", "check", str(exported), "--chuan", "dang-hd05-2026"), {}) == 0
    assert capsys.readouterr().out == ""


def test_template_of_an_older_version_is_told_and_may_be_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "mau.docx"
    old.write_bytes(mark_version(OFFICIAL.read_bytes(), "0.0.9"))
    assert run(("templates", "check", str(old), "--chuan", "dang-hd05-2026"), {}) == 0
    assert "N739 Mẫu này xuất từ phiên bản 0.0.9" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("0.1.0", "0.2.0", True),
        ("0.9.9", "0.10.0", True),
        ("0.10.0", "0.9.9", False),
        ("0.1.0", "0.1.0", False),
        ("1.0", "0.9.9", False),
        ("", "0.1.0", False),
        ("của tôi", "0.1.0", False),
    ],
)
def test_versions_are_compared_by_their_numbers(one: str, other: str, wanted: bool) -> None:
    assert is_older(one, other) is wanted


@pytest.mark.parametrize(
    "custom", [None, b"", b"<Properties/>", b'<Properties><property name="x">1</property></Properties>']
)
def test_template_without_a_mark_has_no_version(custom: bytes | None) -> None:
    assert read_version_mark(custom) == ""
