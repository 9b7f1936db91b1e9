"""LibreOffice makes PDF: found where it stands, bounded in time, leaving neither files nor processes behind."""

import re
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from pdfminer.pdftypes import resolve1

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


def without_moment(pdf: bytes) -> bytes:
    """Return a PDF without what its maker writes anew each time: the moments, and the ids that it makes of them."""
    pdf = re.sub(rb"\(D:\d{14}[^)]*\)|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S{0,6}?(?=<)", b"", pdf)
    return re.sub(rb"/ID \[.*?\]|/DocChecksum /\w+", b"", pdf, flags=re.S)


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


@needs_office
def test_archival_pdf_says_so_and_carries_all_that_it_needs(rendered: Callable[..., Path]) -> None:
    """The whole of PDF/A-2b is judged by veraPDF, which no test can install; this holds what its clauses ask of us."""
    with pdfplumber.open(BytesIO(make_pdf(rendered().read_bytes(), PLACE, is_archival=True))) as pdf:
        catalog, pages = pdf.doc.catalog, pdf.pages
        metadata = resolve1(catalog["Metadata"]).get_data()
        assert b"<pdfaid:part>2</pdfaid:part>" in metadata
        assert b"<pdfaid:conformance>B</pdfaid:conformance>" in metadata
        (intent,) = resolve1(catalog["OutputIntents"])
        assert resolve1(intent)["S"].name == "GTS_PDFA1" and resolve1(resolve1(intent)["DestOutputProfile"]).get_data()
        assert resolve1(catalog["MarkInfo"])["Marked"] is True
        assert pdf.doc.encryption is None and "Names" not in catalog and "AcroForm" not in catalog
        fonts = [resolve1(font) for page in pages for font in resolve1(page.page_obj.resources["Font"]).values()]
        assert fonts and all("FontFile2" in resolve1(font["FontDescriptor"]) for font in fonts)


@needs_office
def test_pdf_is_marked_as_archival_only_where_it_is_asked_for(rendered: Callable[..., Path]) -> None:
    assert b"pdfaid" not in make_pdf(rendered().read_bytes(), PLACE)


@needs_office
def test_two_pdfs_of_one_document_differ_in_time_and_id_alone(rendered: Callable[..., Path]) -> None:
    document = rendered().read_bytes()
    one, other = (without_moment(make_pdf(document, PLACE)) for _ in range(2))
    assert one == other


@needs_office
def test_profile_that_is_kept_changes_nothing_and_goes_where_the_office_was_ended(
    rendered: Callable[..., Path], tmp_path: Path
) -> None:
    document, profile = rendered().read_bytes(), tmp_path / "hồ sơ"
    made = [without_moment(make_pdf(document, PLACE, profile=kept)) for kept in (None, profile, profile)]
    assert made == made[:1] * 3
    assert profile.is_dir()
    with pytest.raises(OutputError):
        make_pdf(document, PLACE, seconds=0.05, profile=profile)
    assert not profile.exists()
    assert without_moment(make_pdf(document, PLACE, profile=profile)) == made[0]
