"""The inputs of offices that failed once, in ../shared/cases: each behaves as its README expects.

Sheets stand in tests/read/test_office_sheets.py, templates in tests/render/test_packages.py. What is of the same kind
and needs no ../shared stands there too, in tests/slips, tests/read/test_cell_lines.py and test_typed_numbers.py.
"""

from pathlib import Path

import pytest

from tests.conftest import of_input
from tests.word_files import Word
from ttdn_draft.pipeline import check_file, render_checked

TOLD = {
    "00": [("E151", 2)],
    "13": [("W157", 16), ("W157", 20), ("W157", 22)],  # the second of the first kind is told with it
    "17": [("E151", 2)],
}
SHEETS = {"01", "02", "03", "04", "05", "06", "07", "08", "16"}
TEMPLATES = {"10", "11", "12"}
LINES = "Phát hành ấn phẩm:\n- Bản tin;\n- Tờ gấp."


@pytest.fixture
def cases(shared: Path) -> dict[str, Path]:
    """Return the folders of the cases by their numbers."""
    return {folder.name[:2]: folder for folder in (shared / "cases").iterdir()}


def test_each_case_has_its_test(cases: dict[str, Path]) -> None:
    assert {*cases} == {*TOLD, "09", "14", *SHEETS, *TEMPLATES}


@pytest.mark.parametrize("number", TOLD)
def test_case_is_told_in_our_words_at_its_line(cases: dict[str, Path], number: str) -> None:
    (file,) = (path for path in cases[number].iterdir() if path.suffix in (".md", ".docx"))
    found = check_file(file).findings
    assert [(f.id, f.place.line) for f in found] == TOLD[number]
    assert not any(word in f.sentence() for f in found for word in ("expected", "found", "Notepad"))


def test_word_file_of_the_case_is_an_input(cases: dict[str, Path]) -> None:
    checked = check_file(cases["14"] / "nam-truoc.docx")
    assert checked.document is not None and of_input(checked.findings) == []


def test_lines_of_the_case_stay_lines_of_its_cell(cases: dict[str, Path], tmp_path: Path) -> None:
    checked, out = check_file(cases["09"] / "in.md"), tmp_path / "out.docx"
    out.write_bytes(render_checked(checked))
    assert of_input(checked.findings) == []
    assert LINES in Word(out).texts()
