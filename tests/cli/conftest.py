"""What the tests of the command line share: a work folder as a văn thư has it."""

from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a work folder with a Vietnamese name and a valid `hướng dẫn.md` in it."""
    folder = tmp_path / "Công tác đối ngoại 2026"
    folder.mkdir()
    (folder / "hướng dẫn.md").write_text(HEAD + BODY, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder
