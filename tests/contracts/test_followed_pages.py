"""Pages with commands are followed step by step: what they show of the screen and of files is what a reader gets.

A block `console` holds a command and its output, in which a line of … stands for any lines. A block `markdown` whose
title is the name of a file is that file, which the reader saves; any other with such a title shows a part of the file.
A block FIND and the block WRITE after it are an edit. `--renew-golden` writes the true output into the page.
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
PAGES = [
    page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md") if "\n```console\n" in page.read_text("utf-8")
]
TUTORIALS = ["tutorial/first-draft.md", "vi/tutorial/first-draft.md"]
FIND, WRITE = {"Find", "Tìm"}, {"Write instead", "Viết thành"}
ANYTHING = "…\n"


class Today(date):
    """A day before the year for which the pages compose documents."""

    @classmethod
    def today(cls) -> date:
        return date(2026, 11, 23)


def shorten(said: list[str], shown: list[str]) -> list[str]:
    """Return as many first and last lines as a page shows around its line of …, or all where it has none."""
    if ANYTHING not in shown:
        return said
    before = shown.index(ANYTHING)
    after = len(shown) - before - 1
    return [*said[:before], ANYTHING, *said[len(said) - after :]]


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
        elif kind == "markdown" and title:
            (self.folder / title).write_text(text, encoding="utf-8", newline="\n")
        elif title:
            assert text in (self.folder / title).read_text(encoding="utf-8"), text
        return block[0]

    def type(self, shown: str) -> str:
        """Run the command of a block and return it with what the screen says."""
        command, *expected = shown.splitlines(keepends=True)
        screen = StringIO()
        with redirect_stdout(screen), redirect_stderr(screen):
            run(shlex.split(command.removeprefix("> "))[1:], {"TTDN_DRAFT_LANG": self.language})
        return command + "".join(shorten(screen.getvalue().splitlines(keepends=True), expected))

    def edit(self, old: str, new: str) -> None:
        """Replace words of the one input file, as a reader does in an editor."""
        (file,) = self.folder.glob("*.md")
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, on a day of 2026, on a machine without packs of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("ttdn_draft.cli.new.date", Today)
    monkeypatch.setattr("ttdn_draft.user_folders.data_folder", lambda: tmp_path / "không có")
    monkeypatch.setattr(sys, "argv", ["ttdn-draft"])
    monkeypatch.setenv("TTDN_DRAFT_NO_PLUGINS", "1")
    monkeypatch.delenv("TTDN_DRAFT_PACKS", raising=False)
    return tmp_path


@pytest.mark.parametrize("name", PAGES)
def test_page_shows_what_its_reader_sees(name: str, folder: Path, request: pytest.FixtureRequest) -> None:
    page, language = DOCS / name, "vi" if name.startswith("vi/") else "en"
    seen = BLOCK.sub(Reader(folder, language).follow, page.read_text(encoding="utf-8"))
    if request.config.getoption("--renew-golden"):
        page.write_text(seen, encoding="utf-8", newline="\n")
    assert seen == page.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TUTORIALS)
def test_tutorial_composes_corrects_fills_in_and_renders(name: str) -> None:
    blocks = BLOCK.findall((DOCS / name).read_text(encoding="utf-8"))
    screens = [text for kind, _, text in blocks if kind == "console"]
    assert [screen.split()[2] for screen in screens][:4] == ["new", "check", "check", "render"]
    assert "E210" in screens[1] and "E210" not in screens[2]
    assert screens[3].endswith(".docx\n")
    assert sum(title in FIND for _, title, _ in blocks) == sum(title in WRITE for _, title, _ in blocks) >= 4
