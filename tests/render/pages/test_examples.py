"""The examples that ship with the program, and the letters in which they are printed."""

from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest

from tests.render.pages.conftest import Convert
from ttdn_draft.pipeline import check_file, render_checked

REPOSITORY = Path(__file__).parents[3]
SOURCES = [*sorted((REPOSITORY / "examples").glob("*.md")), *sorted((REPOSITORY / "templates").glob("*/*/sample.md"))]


@pytest.fixture(scope="module")
def printed(convert: Convert, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[pdfplumber.PDF]]:
    folder = tmp_path_factory.mktemp("examples")
    files = [folder / f"{number}.docx" for number in range(len(SOURCES))]
    for file, source in zip(files, SOURCES, strict=True):
        file.write_bytes(render_checked(check_file(source)))
    documents = [pdfplumber.open(file) for file in convert(files)]
    yield documents
    for document in documents:
        document.close()


@pytest.mark.parametrize("number", range(len(SOURCES)), ids=[source.parent.name for source in SOURCES])
def test_every_example_prints_in_one_serif_font(printed: list[pdfplumber.PDF], number: int) -> None:
    used = {char["fontname"] for page in printed[number].pages for char in page.chars}
    assert used
    assert all("Serif" in name or "Times" in name for name in used)
    assert not any("DejaVu" in name for name in used)
