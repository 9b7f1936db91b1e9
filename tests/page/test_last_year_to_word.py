"""Last year's Word file becomes this year's official one on the page alone: every change and question, to the bytes."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.page.conftest import Page
from tests.page.screen import Screen
from ttdn_draft import api
from ttdn_draft.cli import run

EXAMPLE = Path(__file__).parents[2] / "examples" / "huong-dan-ttdn.md"
CORPUS = next(
    (f for f in (Path(__file__).parents[4] / "shared/corpus/word", Path("/work/shared/corpus/word")) if f.is_dir()),
    Path("corpus"),
)
NAMES = ("", "09-hd-dang-2021", "10-kh-hop-chu-theo-doi-2026", "11-kh-huyen-uy-2024", "06-bc-cum-cong-nghiep-2026")
MOST_ACTS = 75  # at 4 s each that is a third of the quarter of an hour; the rest is for reading


class User:
    """Someone who clicks what the page shows, and counts it."""

    def __init__(self, tab: Screen) -> None:
        self.tab, self.acts = tab, 0

    def press(self, button: Any) -> None:
        button.click()
        self.acts += 1

    def type(self, words: str) -> None:
        self.tab.tab.keyboard.type(words)
        self.acts += 1

    def give(self, file: Path) -> None:
        """Drop the file, and say what it does not say, where the page asks."""
        self.tab.go("nam-sau", ".drop")
        self.tab.give(file)
        self.acts += 2
        tab = self.tab.tab
        tab.locator("#roll-list li, form.back").first.wait_for()
        if tab.locator("form.back").count():
            if tab.get_by_label("Xã, phường").count():
                self.tab.wait_until("() => document.querySelector('form.back input').value")
                self.tab.choose("Xã, phường", "bu gia map")
            self.press(tab.get_by_role("button", name="Đọc lại tệp"))
            tab.locator("#roll-list li").first.wait_for()

    def take_all(self) -> int:
        """Press "Nhận" at every change that waits; return how many there were."""
        waiting, count = self.tab.tab.locator("#roll-list .btn.p"), 0
        while waiting.count():
            self.press(waiting.first)
            count += 1
        return count

    def answer_all(self) -> None:
        """Answer every question: as it stands, with what is offered, or with words typed at once."""
        tab, left = self.tab.tab, self.tab.tab.locator("#t-h span")
        while number := int(left.inner_text()):
            field = tab.locator("#answer")
            if field.count() and not field.input_value():
                tab.locator("#question h2").focus()
                self.type("Nội dung đã bàn")
                assert field.input_value() == "Nội dung đã bàn"
            self.press(tab.locator("#question [type=submit]"))
            left.get_by_text(re.compile(f"^{number - 1}$")).wait_for()

    def finish(self) -> None:
        """Take "Dự thảo" off, with the day that is still needed, and ask for the Word file."""
        tab = self.tab.tab
        tab.locator("#p-h li", has_text="Ngày ban hành").wait_for()
        self.press(tab.locator("#p-h").get_by_role("button", name="Xem chỗ này"))
        self.type("05/02/2027")
        tab.keyboard.press("Tab")
        tab.locator("#p-h li", has_text="Ngày ban hành").wait_for(state="detached")
        self.press(tab.locator("#off"))
        tab.locator("#state", has_text="Bản chính thức").wait_for()
        self.tab.wait_saved()
        self.press(tab.locator("#export"))
        self.tab.hear_toast("Đã xuất Word")


def find_last_year(name: str, folder: Path) -> Path:
    """Return a Word file of last year: of the corpus, or the example as it was sent out."""
    if not name:
        made = folder / "Hướng dẫn năm ngoái.docx"
        made.write_bytes(api.render(EXAMPLE))
        return made
    found = CORPUS / f"{name}.docx"
    if not found.is_file():
        pytest.skip("needs the corpus of ../shared")
    return found


@pytest.mark.parametrize("name", NAMES)
def test_last_years_word_file_becomes_an_official_one_with_few_acts(
    page: Page, screen: Screen, tmp_path: Path, name: str
) -> None:
    last = find_last_year(name, tmp_path)
    before, user = last.read_bytes(), User(screen)
    user.give(last)
    assert user.take_all() > 0
    user.press(screen.tab.get_by_role("button", name="Soạn tiếp"))
    screen.tab.locator(".blk").first.wait_for()
    user.answer_all()
    user.finish()
    [draft] = page.folder.glob("*.md")
    own = tmp_path / "bản của dòng lệnh.docx"
    assert run(["render", str(draft), "-o", str(own)], {}) == 0
    assert draft.with_suffix(".docx").read_bytes() == own.read_bytes()
    assert api.look(draft.read_text("utf-8")).is_draft is False
    assert last.read_bytes() == before
    assert user.acts <= MOST_ACTS


def test_year_that_does_not_follow_is_asked_for_again_with_the_same_file(
    page: Page, screen: Screen, tmp_path: Path
) -> None:
    screen.go("nam-sau", ".drop")
    screen.tab.get_by_label("Sang năm").fill("2020")
    screen.give(find_last_year("", tmp_path))
    screen.tab.locator("form.back").wait_for()
    told = screen.tab.locator(".msg.e").inner_text()
    assert "2026" in told and "--" not in told
    screen.tab.get_by_label("Sang năm").fill("2027")
    screen.press("Đọc lại tệp")
    screen.tab.locator("#roll-list li").first.wait_for()
