"""Many documents in LibreOffice at once: their PDFs are tagged, and a save by it keeps words, bullets and pages."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pdfplumber
from pdfminer.pdftypes import resolve1

from tests.conftest import Compose, assert_sound, settled
from tests.odd_documents import ODD
from tests.office import needs_office
from tests.render.pages.reading import squeeze
from tests.render.pages.structure import Element, read_elements
from tests.render.test_other_programs import SAMPLES, Structure, as_given, checked_of
from tests.word_files import W, Word, text_of, value
from ttdn_draft.model import Document
from ttdn_draft.pages import find_office
from ttdn_draft.pages.engine import breaks_like_word
from ttdn_draft.pages.office import build_command, ready_docx
from ttdn_draft.pipeline import render_checked

pytestmark = needs_office
NOTE_MARK = re.compile(r"\[\^\d+\]")
BULLETS = {("-", "Times New Roman"), ("+", "Times New Roman")}


@dataclass(frozen=True)
class Kept:
    """A document as it was rendered, as LibreOffice saved it, and the PDF of each."""

    document: Document
    written: Path
    saved: Path

    @cached_property
    def pdf(self) -> pdfplumber.PDF:
        return pdfplumber.open(self.written.with_suffix(".pdf"))

    @cached_property
    def pdf_of_saved(self) -> pdfplumber.PDF:
        return pdfplumber.open(self.saved.with_suffix(".pdf"))

    @cached_property
    def elements(self) -> list[Element]:
        return read_elements(self.pdf)


def save(office: Path, sources: list[Path], out: Path) -> None:
    """Save files as a person does who opens each in LibreOffice."""
    profile = f"-env:UserInstallation={(out.parent / 'profile').as_uri()}"
    command = [str(office), profile, "--headless", "--norestore", "--convert-to", "docx", "--outdir", str(out)]
    subprocess.run([*command, *map(str, sources)], check=True, capture_output=True, timeout=300)


def make_pdfs(office: Path, sources: list[Path], folder: Path) -> None:
    """Make the PDF of each file beside it, all in one run."""
    ready = [folder / f"{number}.docx" for number, _ in enumerate(sources)]
    for copy, source in zip(ready, sources, strict=True):
        copy.write_bytes(ready_docx(source.read_bytes(), office))
    subprocess.run(build_command(office, folder, ready), check=True, capture_output=True, timeout=300)
    for copy, source in zip(ready, sources, strict=True):
        copy.with_suffix(".pdf").rename(source.with_suffix(".pdf"))


def keep_all(compose: Compose, folder: Path) -> Iterator[tuple[str, Kept]]:
    """Yield every sample and odd document by its name, through LibreOffice in two runs."""
    office = find_office()
    assert office is not None
    written, saved = folder / "written", folder / "saved"
    written.mkdir()
    documents = {}
    for name in (*SAMPLES, *ODD):
        checked = checked_of(name, compose)
        documents[name] = settled(checked)
        (written / f"{name}.docx").write_bytes(render_checked(checked))
        assert_sound(written / f"{name}.docx")
    files = [written / f"{name}.docx" for name in documents]
    save(office, files, saved)
    make_pdfs(office, [*files, *(saved / file.name for file in files)], folder)
    for file in files:
        yield file.stem, Kept(documents[file.stem], file, saved / file.name)


def find_faults(kept: Kept, is_new: bool) -> Iterator[str]:
    """Yield what a reader of the PDF, or of the saved file, would miss; an old LibreOffice can do less."""
    yield from unlike("structure", as_tagged(kept.elements), as_given(kept.document))
    yield from unlike("heads of columns", heads_in_pdf(kept), heads_in_word(Word(kept.written)))
    yield from unlike("title and language", title_and_language(kept.pdf), (True, b"vi-VN", True, True))
    if is_new:
        yield from unlike("figures", [element for element in kept.elements if element.type == "Figure"], [])
    yield from unlike("words when saved", words_of(Word(kept.saved)), words_of(Word(kept.written)))
    lines = lines_of if is_new else lines_without_numbers
    yield from unlike("lines when saved", lines(kept.pdf_of_saved), lines(kept.pdf))
    yield from unlike("bullets when saved", bullets_of(Word(kept.saved)) - BULLETS, set())


def unlike(what: str, found: object, wanted: object) -> Iterator[str]:
    if found != wanted:
        yield f"{what}: {found} != {wanted}"


def as_tagged(elements: list[Element]) -> Structure:
    kinds = Counter(re.sub("^H[1-6]$", "H", element.type) for element in elements)
    return Structure(kinds["H"], kinds["LI"], kinds["Note"], kinds["Table"])


def heads_in_pdf(kept: Kept) -> set[str]:
    return {squeeze(element.words) for element in kept.elements if element.type == "TH"}


def heads_in_word(word: Word) -> set[str]:
    """Return the words of the cells in rows that are repeated on each page."""
    rows = (row for row in word.body.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None)
    return {squeeze(text_of(cell)) for row in rows for cell in row.iter(f"{W}tc")}


def title_and_language(pdf: pdfplumber.PDF) -> tuple[bool, object, object, object]:
    catalog = pdf.doc.catalog
    shown, marked = (resolve1(catalog.get(name)) or {} for name in ("ViewerPreferences", "MarkInfo"))
    return bool(pdf.metadata.get("Title")), catalog.get("Lang"), shown.get("DisplayDocTitle"), marked.get("Marked")


def words_of(word: Word) -> list[str]:
    texts = (NOTE_MARK.sub("*", text_of(paragraph)) for paragraph in word.body.iter(f"{W}p"))
    return [text for text in texts if text.strip()]


def lines_of(pdf: pdfplumber.PDF) -> list[list[str]]:
    """Return the lines of each page."""
    return [[squeeze(line) for line in page.extract_text().splitlines()] for page in pdf.pages]


def lines_without_numbers(pdf: pdfplumber.PDF) -> list[list[str]]:
    """Return the lines of each page but its number: saving a turned section, 7.4 loses the header of its first page."""
    return [[line for line in lines if not line.isdecimal()] for lines in lines_of(pdf)]


def bullets_of(word: Word) -> set[tuple[str | None, str | None]]:
    levels = (level for level in word.part("word/numbering.xml").iter(f"{W}lvl") if value(level, "numFmt") == "bullet")
    return {(value(level, "lvlText"), value(level, "rPr/rFonts", "ascii")) for level in levels}


def test_samples_and_odd_documents_are_tagged_and_stay_as_they_are_when_libreoffice_saves_them(
    compose: Compose, tmp_path: Path
) -> None:
    """One test, as all documents go through LibreOffice in two runs: that takes seconds, not minutes."""
    is_new = breaks_like_word(find_office() or Path())
    faults = {name: list(find_faults(kept, is_new)) for name, kept in keep_all(compose, tmp_path)}
    assert len(faults) == len(SAMPLES) + len(ODD) == 31
    assert {name: told for name, told in faults.items() if told} == {}
