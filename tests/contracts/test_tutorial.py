"""The tutorials are followed step by step: what a page shows of the screen and of the file is what a reader gets.

A block `console` holds a command and its output, in which a line of … stands for any lines. A block whose title is the
name of a file shows a part of that file. A block FIND and the block WRITE after it are an edit. `--renew-golden` writes
the true output into the page.
"""

import re
import shlex
import sys
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from ttdn_draft.cli import run

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r'^```(\w+)(?: title="([^"\n]*)")?\n(.*?)^```$', re.M | re.S)
PAGES = {"tutorial/first-draft.md": "en", "vi/tutorial/first-draft.md": "vi"}
FIND, WRITE = {"Find", "Tìm"}, {"Write instead", "Viết thành"}
ANYTHING = "…\n"


class FirstDay(date):
    """The day on which the tutorial is followed: it looks up names on the first day of the year to come."""

    @classmethod
    def today(cls) -> date:
        return date(2026, 11, 23)


class Reader:
    """Somebody who follows a page in an empty folder."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language, self.found = folder, language, ""

    def follow(self, block: re.Match[str]) -> str:
        """Do what a block says and return the block as it ought to be."""
        kind, title, text = block[1], block[2] or "", block[3]
        if kind == "console":
            return f"```console\n{self.type(text)}```"
        if title in FIND:
            self.found = text
        elif title in WRITE:
            self.edit(self.found.rstrip("\n"), text.rstrip("\n"))
        elif title:
            assert text in (self.folder / title).read_text(encoding="utf-8"), text
        return block[0]

    def type(self, shown: str) -> str:
        """Run the command of a block; return it with what the screen says, or as it is shown where that fits."""
        command, _, expected = shown.partition("\n")
        screen = StringIO()
        with redirect_stdout(screen), redirect_stderr(screen):
            run(shlex.split(command.removeprefix("> "))[1:], {"TTDN_DRAFT_LANG": self.language})
        said = re.escape(expected).replace(re.escape(ANYTHING), r"(?:.*\n)+")
        return shown if re.fullmatch(said, screen.getvalue()) else f"{command}\n{screen.getvalue()}"

    def edit(self, old: str, new: str) -> None:
        """Replace words of the one input file, as a reader does in an editor."""
        (file,) = self.folder.glob("*.md")
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


@pytest.mark.parametrize("name", PAGES)
def test_tutorial_shows_what_its_reader_sees(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("ttdn_draft.cli.new.date", FirstDay)
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "không có")
    monkeypatch.setattr(sys, "argv", ["ttdn-draft"])
    monkeypatch.setenv("TTDN_DRAFT_NO_PLUGINS", "1")
    monkeypatch.delenv("TTDN_DRAFT_PACKS", raising=False)
    page = DOCS / name
    text = page.read_text(encoding="utf-8")
    seen = BLOCK.sub(Reader(tmp_path, PAGES[name]).follow, text)
    if request.config.getoption("--renew-golden"):
        page.write_text(seen, encoding="utf-8", newline="\n")
    assert seen == page.read_text(encoding="utf-8")
    assert list(tmp_path.glob("*.docx")), "the tutorial ends with a Word file"


@pytest.mark.parametrize("name", PAGES)
def test_tutorial_corrects_a_mistake_and_fills_a_gap(name: str) -> None:
    blocks = BLOCK.findall((DOCS / name).read_text(encoding="utf-8"))
    commands = [text.split()[2] for kind, _, text in blocks if kind == "console"]
    assert {"new", "check", "render"} <= set(commands)
    assert sum(title in FIND for _, title, _ in blocks) == sum(title in WRITE for _, title, _ in blocks) >= 3
