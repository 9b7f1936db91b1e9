"""LibreOffice is found where it stands, its version is read without starting it, and an old one is told."""

from pathlib import Path

import pytest

from tests.office import needs_office
from ttdn_draft.pages import check_office, find_office
from ttdn_draft.pages.engine import breaks_like_word, read_version
from ttdn_draft.pages.office import build_command


def install(folder: Path, product: str, name: str = "bootstraprc") -> Path:
    """Put a program and the file that names its product into a folder, as the installers do."""
    program = folder / "program" / "soffice"
    for file in (program, program.parent / name):
        file.parent.mkdir(parents=True, exist_ok=True)
    (program.parent / name).resolve().parent.mkdir(parents=True, exist_ok=True)
    program.touch()
    (program.parent / name).write_text(f"[Bootstrap]\nProductKey={product}\nUserInstallation=$X\n", encoding="utf-8")
    return program


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


@pytest.mark.parametrize("name", ["bootstraprc", "bootstrap.ini", "../Resources/bootstraprc"])
@pytest.mark.parametrize(
    ("product", "version"),
    [("LibreOffice 25.2", (25, 2)), ("LibreOffice 7.4", (7, 4)), ("LibreOfficeDev 26.8", (26, 8)), ("Khác 1.0", None)],
)
def test_version_is_read_beside_the_program(
    tmp_path: Path, name: str, product: str, version: tuple[int, int] | None
) -> None:
    assert read_version(install(tmp_path, product, name)) == version


def test_version_is_found_behind_the_link_on_the_path(tmp_path: Path) -> None:
    link = tmp_path / "soffice"
    try:
        link.symlink_to(install(tmp_path / "LibreOffice", "LibreOffice 25.2"))
    except OSError:
        pytest.skip("no right to make links")
    assert read_version(link) == (25, 2)


@needs_office
def test_version_of_the_office_here_is_known() -> None:
    office = find_office()
    assert office is not None and read_version(office) is not None


@pytest.mark.parametrize("product", ["LibreOffice 7.4", "LibreOffice 24.2"])
def test_office_that_breaks_lines_unlike_word_is_told(tmp_path: Path, product: str) -> None:
    (doubt,) = check_office(install(tmp_path, product))
    assert (doubt.id, doubt.facts) == ("W509", {"version": product.split()[1], "needed": "24.8"})


@pytest.mark.parametrize("product", ["LibreOffice 24.8", "LibreOffice 25.2", "LibreOffice 26.2", "Khác 1.0"])
def test_newer_and_unknown_offices_are_not_doubted(tmp_path: Path, product: str) -> None:
    assert check_office(install(tmp_path, product)) == ()


@pytest.mark.parametrize("product", ["LibreOffice 7.4", "LibreOffice 25.2", "Khác 1.0"])
def test_mark_of_accessible_pdf_is_asked_only_of_an_office_that_keeps_its_rules(tmp_path: Path, product: str) -> None:
    office = install(tmp_path, product)
    command = " ".join(build_command(office, tmp_path, []))
    assert '"UseTaggedPDF":{"type":"boolean","value":"true"}' in command
    assert ("PDFUACompliance" in command) is breaks_like_word(office) is (product == "LibreOffice 25.2")
