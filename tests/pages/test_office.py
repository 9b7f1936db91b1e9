"""LibreOffice makes PDF: found where it stands, bounded in time, leaving neither files nor processes behind."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import HEAD
from tests.office import needs_office, without_programs, wrong_font
from ttdn_draft.errors import OutputError, Place
from ttdn_draft.pages import check_fonts, find_office, make_pdf, used_fonts

PLACE = Place("Công tác đối ngoại/hướng dẫn.pdf")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let temporary folders lie in one whose name marks our processes."""
    folder = tmp_path / "tạm thời"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def running_in(folder: Path) -> list[str]:
    """Return the command lines of the processes that name a folder, as their system tells them."""
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = file.read_bytes().decode("utf-8", "replace")
        except OSError:  # it has just ended
            continue
        if str(folder) in command or folder.as_uri() in command:
            found.append(command)
    return found


@needs_office
def test_docx_becomes_pdf_in_the_font_of_the_standards(rendered: Callable[..., Path], temporary: Path) -> None:
    pdf = make_pdf(rendered().read_bytes(), PLACE)
    assert pdf.startswith(b"%PDF-")
    assert used_fonts(pdf) and check_fonts(pdf, PLACE) == ()
    assert list(temporary.iterdir()) == [] and running_in(temporary) == []


@needs_office
def test_font_of_other_widths_is_doubted_by_name(rendered: Callable[..., Path]) -> None:
    pdf = make_pdf(wrong_font(rendered(head=HEAD).read_bytes()), PLACE)
    (doubt,) = check_fonts(pdf, PLACE)
    assert (doubt.id, doubt.place) == ("W507", PLACE)
    assert doubt.facts["fonts"]


@needs_office
@pytest.mark.parametrize("content", [b"not a document", b"PK\x03\x04 broken"])
def test_file_that_the_office_cannot_read_is_told(temporary: Path, content: bytes) -> None:
    with pytest.raises(OutputError) as caught:
        make_pdf(content, PLACE)
    (finding,) = caught.value.findings
    assert (finding.id, finding.place) == ("E503", PLACE)
    assert "LibreOffice" in str(finding.facts["reason"])
    assert list(temporary.iterdir()) == []


@needs_office
@pytest.mark.parametrize("seconds", [0.05, 0.4])  # while it starts, and with its children running
def test_office_that_takes_too_long_is_ended_with_its_children(
    rendered: Callable[..., Path], temporary: Path, seconds: float
) -> None:
    document = rendered().read_bytes()
    with pytest.raises(OutputError) as caught:
        make_pdf(document, PLACE, seconds=seconds)
    (finding,) = caught.value.findings
    assert (finding.id, finding.place) == ("E502", PLACE)
    assert list(temporary.iterdir()) == [] and running_in(temporary) == []


@needs_office
def test_temporary_folder_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "không có"))
    with pytest.raises(OutputError) as caught:
        make_pdf(b"", PLACE)
    assert caught.value.findings[0].id == "E503"


def test_absent_office_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    without_programs(monkeypatch, tmp_path)
    assert find_office() is None
    with pytest.raises(OutputError) as caught:
        make_pdf(b"", PLACE)
    assert caught.value.findings[0].id == "E501"


@pytest.mark.parametrize(
    ("platform", "variable", "path"),
    [
        ("win32", "ProgramFiles", "LibreOffice/program/soffice.com"),
        ("win32", "ProgramFiles(x86)", "LibreOffice 7.6/program/soffice.exe"),
        ("win32", "LOCALAPPDATA", "Programs/LibreOffice/program/soffice.com"),
        ("darwin", "HOME", "Applications/LibreOffice.app/Contents/MacOS/soffice"),
    ],
)
def test_office_is_found_where_its_installer_puts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, variable: str, path: str
) -> None:
    program = tmp_path / "Chương trình" / path
    program.parent.mkdir(parents=True)
    program.touch()
    assert find_office(platform, {variable: str(tmp_path / "Chương trình")}) == program


def test_program_for_the_console_comes_before_the_one_for_windows(tmp_path: Path) -> None:
    for name in ("soffice.com", "soffice.exe"):
        program = tmp_path / "LibreOffice" / "program" / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.touch()
    found = find_office("win32", {"ProgramFiles": str(tmp_path)})
    assert found is not None and found.name == "soffice.com"
