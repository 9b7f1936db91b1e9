"""Fixtures: the measured documents of an edition as pages, all converted in one run of LibreOffice."""

import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from tests.office import needs_office
from tests.render.pages.documents import EDITIONS, INPUTS, MOST_LINES, Edition, write_input
from ttdn_draft.knowledge.standards.profile import Profile
from ttdn_draft.model import AnnexPart, as_tags
from ttdn_draft.pages import find_office
from ttdn_draft.pages.office import build_command, ready_docx
from ttdn_draft.pipeline import Checked, check_file, render_checked

Convert = Callable[[Iterable[Path]], list[Path]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip everything in this folder where there is no office to make pages."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(needs_office)


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Convert files in one run of the program's own LibreOffice, as the program does it for each of its files."""
    folder = tmp_path_factory.mktemp("office")

    def run(files: Iterable[Path]) -> list[Path]:
        files = list(files)
        office = find_office()
        assert office is not None
        sources = [folder / f"{number}-{file.name}" for number, file in enumerate(files)]
        for source, file in zip(sources, files, strict=True):
            source.write_bytes(ready_docx(file.read_bytes(), office))
        subprocess.run(build_command(office, folder, sources), check=True, capture_output=True, timeout=300)
        return [
            source.with_suffix(".pdf").rename(file.with_suffix(".pdf"))
            for source, file in zip(sources, files, strict=True)
        ]

    return run


@dataclass(frozen=True)
class Printed:
    """A printed document: its pages, its profile and the words that each tag of it prints."""

    pdf: pdfplumber.PDF
    checked: Checked

    @property
    def pages(self) -> list[Any]:
        return list(self.pdf.pages)

    @property
    def profile(self) -> Profile:
        assert self.checked.profile is not None
        return self.checked.profile

    @cached_property
    def tags(self) -> dict[str, Any]:
        assert self.checked.document is not None
        return as_tags(self.checked.document)

    @property
    def annexes(self) -> tuple[AnnexPart, ...]:
        assert self.checked.document is not None
        return self.checked.document.annexes

    def words(self, content: str) -> list[str]:
        """Return the lines that a line of the layout prints: those of a tag, or the words of the standard."""
        group, _, name = content.partition(".")
        value = self.tags[group][name] if name else self.tags.get(content)
        if value is None and content in self.profile.words:
            value = self.profile.words[content].value + self.profile.words[content].tail
        lines = [value] if isinstance(value, str) else value or []
        return [part for line in lines for part in str(line).split("\n") if part]


class Press:
    """Prints the documents of an edition, all of them when the first is asked for."""

    def __init__(self, folder: Path, convert: Convert) -> None:
        self.folder, self.convert = folder, convert
        self.printed: dict[str, dict[str, Printed]] = {}

    def print(self, edition: Edition, name: str) -> Printed:
        if str(edition) not in self.printed:
            self.printed[str(edition)] = self._print(edition)
        return self.printed[str(edition)][name]

    def _print(self, edition: Edition) -> dict[str, Printed]:
        folder = self.folder / str(edition)
        folder.mkdir()
        checked = {
            name: check_file(write_input(make(edition), folder / f"{name}.json")) for name, make in INPUTS.items()
        }
        for name, document in checked.items():
            (folder / f"{name}.docx").write_bytes(render_checked(document))
        made = self.convert(folder / f"{name}.docx" for name in checked)
        return {file.stem: Printed(pdfplumber.open(file), checked[file.stem]) for file in made}

    def close(self) -> None:
        for documents in self.printed.values():
            for document in documents.values():
                document.pdf.close()


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory, convert: Convert) -> Iterator[Press]:
    press = Press(tmp_path_factory.mktemp("press"), convert)
    yield press
    press.close()


@pytest.fixture(params=EDITIONS, ids=str, scope="session")
def edition(request: pytest.FixtureRequest) -> Edition:
    found: Edition = request.param
    return found


@pytest.fixture
def full(press: Press, edition: Edition) -> Printed:
    return press.print(edition, "full")


@pytest.fixture
def long(press: Press, edition: Edition) -> Printed:
    return press.print(edition, "long")


@pytest.fixture(params=range(1, MOST_LINES + 1), ids=lambda number: f"{number}-lines")
def headed(request: pytest.FixtureRequest, press: Press, edition: Edition) -> Printed:
    """Return the document whose bodies have so many lines; with each number come other marks and signers."""
    return press.print(edition, f"head-{request.param}")
