"""A new decree is a folder: a fourth profile is built, chosen by its date and printed without a line of code."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest
from click.testing import CliRunner

from tests.render.pages.conftest import Convert
from tests.render.pages.documents import SENTENCE, Edition, plain, write_input
from tests.render.pages.reading import SHORT, row_with, rows, squeeze
from ttdn_draft import resources
from ttdn_draft.cli.templates import build
from ttdn_draft.knowledge.standards import profiles
from ttdn_draft.pipeline import check_file, render_checked

OLD, NEW = "nha-nuoc-nd30-2020", "nha-nuoc-nd99-2027"
LEFT = 33  # mm


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let the program find its profiles in a copy of them."""
    found = Path(str(resources.find_data_folder("templates")))
    folder = tmp_path / "templates"
    shutil.copytree(found, folder)
    find = resources.find_data_folder
    monkeypatch.setattr(profiles, "find_data_folder", lambda name: folder if name == "templates" else find(name))
    profiles._load_own.cache_clear()
    yield folder
    profiles._load_own.cache_clear()


def test_new_profile_is_chosen_by_date_and_prints_its_one_changed_figure(templates: Path, convert: Convert) -> None:
    shutil.copytree(templates / OLD, templates / NEW, ignore=shutil.ignore_patterns("*.docx"))
    file = templates / NEW / "profile.yaml"
    figures = file.read_text(encoding="utf-8")
    figures = re.sub(rf"^id: {OLD}$", f"id: {NEW}", figures, flags=re.M)
    figures = re.sub(r'^tu: "\d{4}-\d\d-\d\d"$', 'tu: "2027-01-01"', figures, flags=re.M)
    figures = re.sub(r"\btrai: 30, phai: 15, so_trang", f"trai: {LEFT}, phai: 15, so_trang", figures)
    file.write_text(figures, encoding="utf-8")
    result = CliRunner().invoke(build, [str(templates / NEW)])
    assert result.exit_code == 0, result.output

    old = profiles.load_profile(OLD)
    assert old.until is None  # the old decree does not know that it has been replaced
    files = []
    for year in (2026, 2027):
        document = plain(Edition(old)) | {"ngay": f"{year}-03-09"}
        del document["chuan"]
        checked = check_file(write_input(document, templates / f"{year}.json"))
        assert checked.profile is not None
        assert checked.profile.id == {2026: OLD, 2027: NEW}[year]
        files.append(templates / f"{year}.docx")
        files[-1].write_bytes(render_checked(checked))
    for pdf, left in zip(convert(files), (old.page.left, LEFT), strict=True):
        with pdfplumber.open(pdf) as pages:
            first = row_with(pages.pages[0], SENTENCE[:20])
            second = rows(pages.pages[0])[rows(pages.pages[0]).index(first) + 1]
            assert first.left == pytest.approx(left + old.looks["doan"].first_line, abs=SHORT)
            assert second.left == pytest.approx(left, abs=SHORT)
            assert squeeze(SENTENCE).startswith(first.text + second.text[:5])
