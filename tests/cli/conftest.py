"""What the tests of the command line share: a work folder as a văn thư has it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD
from ttdn_draft.cli import run


@dataclass(frozen=True)
class Done:
    """What a command printed, and what it ended with."""

    exit_code: int
    stdout: str
    stderr: str


RunCli = Callable[..., Done]


@pytest.fixture
def run_cli(capsys: pytest.CaptureFixture[str]) -> RunCli:
    """Run a command with words and paths."""

    def _run(*arguments: object) -> Done:
        capsys.readouterr()
        code = run([*map(str, arguments)], {})
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return _run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a work folder with a Vietnamese name and a valid `hướng dẫn.md` in it."""
    folder = tmp_path / "Công tác đối ngoại 2026"
    folder.mkdir()
    (folder / "hướng dẫn.md").write_text(HEAD + BODY, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder
