"""What a person chooses in a Word file is mended, what she refuses is not; all that is safe is what `check` mends."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import HEAD
from ttdn_draft import api
from ttdn_draft.api import look_at_word, mend_word, open_shelf

SHELF = open_shelf()
BODY = "# Mục đích\n\nThực hiện Kết luận số 57-KL/TW, ngày 16/6/2023.\n\n- Ý thứ nhất ,thứ hai , theo theo.\n"
CHANGE = re.compile(r"<w:(ins|del) .*?</w:\1>", re.S)


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """Return a Word file with safe faults, one of which comes up by another, and one that a person has to judge."""
    path = tmp_path / "a.docx"
    path.write_bytes(api.render(HEAD + BODY, format="md"))
    return path


def changed(word: Path, chosen: list[int]) -> str:
    document = ZipFile(BytesIO(mend_word(word, chosen, shelf=SHELF))).read("word/document.xml").decode()
    return " ".join(re.sub("<[^>]+>", "", found[0]) for found in CHANGE.finditer(document))


def test_all_that_is_safe_is_the_copy_of_the_command(word: Path) -> None:
    found = look_at_word(word, shelf=SHELF).findings
    safe = [at for at, one in enumerate(found) if one.is_safe]
    assert 0 < len(safe) < len([one for one in found if one.fixable])
    assert mend_word(word, safe, shelf=SHELF) == mend_word(word, shelf=SHELF)


def test_what_is_refused_stays_and_what_is_chosen_is_written(word: Path) -> None:
    found = look_at_word(word, shelf=SHELF).findings
    day = next(at for at, one in enumerate(found) if one.fixable and not one.is_safe)
    doubled = next(at for at, one in enumerate(found) if one.id == "doubled-word")
    assert changed(word, [day]).split() == ["16/6/2023", "15/6/2023"]
    assert "theo" in changed(word, [doubled]) and "2023" not in changed(word, [doubled])
    assert mend_word(word, [], shelf=SHELF) == word.read_bytes()
