"""Whole documents: every sample and example gives the text, styles and numbering that lie beside it."""

from pathlib import Path

import pytest

from tests.conftest import assert_sound
from ttdn_draft.pipeline import check_file, render_checked
from ttdn_draft.word.golden_text import draw_text

REPOSITORY = Path(__file__).parents[2]
CASES = sorted((REPOSITORY / "templates").glob("*/*/sample.md")) + sorted(
    file for file in (REPOSITORY / "examples").glob("*.*") if file.suffix in {".md", ".yaml", ".json"}
)


def golden_of(case: Path) -> Path:
    return case.with_name("expected.txt") if case.name == "sample.md" else case.with_name(f"{case.name}.expected.txt")


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.relative_to(REPOSITORY)))
def test_document_is_the_golden_one(case: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    checked = check_file(case)
    assert checked.findings == ()
    out = tmp_path / "a.docx"
    out.write_bytes(render_checked(checked))
    assert_sound(out)
    golden = golden_of(case)
    if request.config.getoption("--renew-golden"):
        golden.write_text(draw_text(out.read_bytes()), encoding="utf-8", newline="\n")
    assert draw_text(out.read_bytes()) == golden.read_text(encoding="utf-8")
