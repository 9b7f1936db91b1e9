"""The tutorials of the page show pictures that are there, small and taken by the browser test, and name its buttons."""

import json
import re
from pathlib import Path

import pytest
from PIL import Image

REPOSITORY = Path(__file__).parents[2]
FOLDER = REPOSITORY / "docs" / "assets" / "page"
TUTORIALS = ["docs/vi/tutorial/page.md", "docs/tutorial/page.md"]
SHOWN = re.compile(r"!\[[^\]]+\]\(([^)]*assets/page/[^)]+)\)")
TEST = (REPOSITORY / "tests" / "page" / "test_tutorial_of_page.py").read_text(encoding="utf-8")
WORDS = json.loads((REPOSITORY / "src/ttdn_draft/page/static/words-vi.json").read_text(encoding="utf-8"))
WIDTH, MOST_BYTES = 1280, 120_000


def read(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def pages() -> list[Path]:
    """Return the pages of the docs and the READMEs that show a picture of the page."""
    all_pages = [*REPOSITORY.glob("README*.md"), *(REPOSITORY / "docs").rglob("*.md")]
    return [page for page in all_pages if SHOWN.search(page.read_text(encoding="utf-8"))]


def test_each_picture_of_the_page_is_shown_and_each_that_is_shown_is_there() -> None:
    shown = {(page.parent / target).resolve() for page in pages() for target in SHOWN.findall(page.read_text("utf-8"))}
    assert shown == set(FOLDER.iterdir())


def test_pictures_are_those_that_the_browser_test_takes() -> None:
    taken = set(re.findall(r'\.picture\("([\w-]+)"\)', TEST))
    assert taken == {file.stem for file in FOLDER.iterdir()}


@pytest.mark.parametrize("file", sorted(FOLDER.iterdir()), ids=lambda file: file.name)
def test_picture_is_as_wide_as_the_window_and_small(file: Path) -> None:
    assert file.stat().st_size <= MOST_BYTES
    with Image.open(file) as picture:
        assert (picture.format, picture.width) == ("PNG", WIDTH)


def test_tutorials_show_the_same_pictures_in_the_same_order() -> None:
    vietnamese, english = ([Path(target).name for target in SHOWN.findall(read(name))] for name in TUTORIALS)
    assert vietnamese == english


@pytest.mark.parametrize("name", TUTORIALS)
def test_bold_words_of_a_tutorial_stand_on_the_page(name: str) -> None:
    """What holds a number is named without it; what the program itself writes on a button is pressed by the test."""
    on_page = {re.split(r" \(?\{", words)[0] for words in WORDS.values()}
    bold = [" ".join(words.split()) for words in re.findall(r"\*\*([^*]+)\*\*", read(name))]
    assert len(bold) > 30
    assert [words for words in bold if words not in on_page and f'press("{words}")' not in TEST] == []
