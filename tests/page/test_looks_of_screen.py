"""Every view is readable by a reader of the screen, and none must be scrolled sideways."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import HEAD
from tests.page.conftest import Page
from tests.page.screen import Screen
from ttdn_draft import api

AXE = Path(os.environ.get("TTDN_TEST_AXE", Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"))
BODY = """Mở đầu [điền: ngày họp] rồi [cần kiểm tra: Sở Ngoại vụ — chưa thấy], 78 năm (07/5/1954 - 07/5/2027)[^1].

- Ý thứ nhất theo theo.

| Tên | Số |
| --- | --- |
| Bản tin | 6 |

[^1]: Chú thích.
"""
VIEWS = [
    "bat-dau",
    "soan-moi",
    "ban-soan h",
    "ban-soan n",
    "ban-soan t",
    "ban-soan panel",
    "ban-soan pass",
    "ban-soan passed",
    "ban-soan sides",
    "ban-soan older",
    "nam-sau",
    "nam-sau drop",
    "kiem-tra",
    "kiem-tra drop",
    "lich",
    "can-cu",
    "help",
]
SERIOUS = """async () => (await axe.run()).violations.filter(one => ['serious', 'critical'].includes(one.impact))
  .map(one => `${one.id}: ${one.nodes[0].html}`)"""


def pass_over(screen: Screen, page: Page) -> None:
    """Open the dialog of a remark that is to be passed over."""
    screen.tab.locator("#t-n").click()
    row = screen.tab.locator("#p-n .ql button", has_text="theo theo")
    if row.count():
        row.first.click()
    screen.press("Bỏ qua…")
    screen.press("Bỏ qua nhận xét này")


def show_passed(screen: Screen, page: Page) -> None:
    """Show a remark that is passed over, in the list below the others."""
    screen.tab.locator("#t-n").click()
    row = screen.tab.locator("#p-n .ql button", has_text="theo theo")
    if row.count():
        row.first.click()
    screen.press("Bỏ qua…")
    screen.tab.get_by_label("Lý do").fill("chép nguyên văn")
    screen.press("Bỏ qua nhận xét này")
    screen.tab.locator(".passed").wait_for()
    (page.folder / "ttdn.toml").unlink()


def show_sides(screen: Screen, page: Page) -> None:
    """Show where two texts of one file differ."""
    path = page.folder / "bài.md"
    path.write_text(path.read_text("utf-8").replace("Ý thứ nhất", "Ý thứ nhất của người khác"), "utf-8")
    screen.put_caret("Ý thứ nhất")
    screen.tab.keyboard.type(" X")
    screen.press("Xem chỗ khác nhau")
    screen.tab.locator("dialog del").first.wait_for()


def show_older(screen: Screen, page: Page) -> None:
    """Show what a tab of an earlier start says."""
    screen.tab.evaluate("() => sessionStorage.setItem('ttdn-draft-k', 'cu')")
    screen.tab.reload()
    screen.tab.locator("#ended").wait_for()
    screen.tab.evaluate("token => sessionStorage.setItem('ttdn-draft-k', token)", page.served.token)


STATES = {"pass": pass_over, "passed": show_passed, "sides": show_sides, "older": show_older}


def show(screen: Screen, view: str, page: Page, folder: Path) -> None:
    """Bring a view to the screen with something in it."""
    name, _, part = view.partition(" ")
    if name == "ban-soan":
        screen.open("bài.md")
        if part == "panel":
            screen.put_caret("Ý thứ nhất")
            screen.press("Ngày kỷ niệm…")
            screen.tab.locator(".panel li").first.wait_for()
        elif part in STATES:
            STATES[part](screen, page)
        else:
            screen.tab.locator(f"#t-{part}").click()
    elif name == "help":
        screen.tab.keyboard.press("F1")
    else:
        screen.go(name, "h1")
    if name in ("nam-sau", "kiem-tra") and not part:
        word = folder / "HD 2026.docx"
        word.write_bytes(api.render(HEAD + "# Mục đích\n\nNăm 2026, huyện Hà Quảng.\n", format="md"))
        screen.give(word)
        screen.tab.locator("#roll-list li, #check-list li").first.wait_for()
    if name == "can-cu":
        screen.tab.fill("input[type=search]", "57")
        screen.tab.locator(".res li").first.wait_for()
    screen.tab.wait_for_timeout(200)


def leave(screen: Screen, page: Page) -> None:
    """Begin anew, with the draft as it was."""
    screen.tab.goto("about:blank")
    page.write("bài.md", HEAD.replace("---\n", "---\ndu_thao: 1\n", 1) + BODY)
    screen.tab.goto(f"{page.served.base}/#k={page.served.token}")
    screen.tab.wait_for_selector("#top nav a")


@pytest.fixture
def wide(page: Page, chromium: Any) -> Any:
    """Return a maker of tabs of a width, closed afterwards."""
    made = list[Screen]()

    def make(width: int) -> Screen:
        page.write("bài.md", HEAD.replace("---\n", "---\ndu_thao: 1\n", 1) + BODY)
        made.append(Screen(chromium, page.served.base, page.served.token, width))
        made[-1].draw_nothing()
        return made[-1]

    yield make
    for screen in made:
        screen.close()


@pytest.mark.skipif(not AXE.is_file(), reason=f"axe-core is not at {AXE}")
@pytest.mark.parametrize("width", [1366, 768])
def test_axe_finds_nothing_serious_in_any_view(page: Page, wide: Any, tmp_path: Path, width: int) -> None:
    screen = wide(width)
    found = {}
    for view in VIEWS:
        show(screen, view, page, tmp_path)
        screen.tab.evaluate(AXE.read_text("utf-8"))
        found |= {f"{view}: {one}": width for one in screen.tab.evaluate(SERIOUS)}
        leave(screen, page)
    assert found == {}


@pytest.mark.parametrize("width", [1366, 768, 683, 400])
def test_no_view_must_be_scrolled_sideways(page: Page, wide: Any, tmp_path: Path, width: int) -> None:
    screen = wide(width)
    beyond = {}
    for view in VIEWS:
        show(screen, view, page, tmp_path)
        beyond[view] = screen.tab.evaluate("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)")
        leave(screen, page)
    assert beyond == dict.fromkeys(VIEWS, 0)


def test_each_view_has_one_heading_of_the_first_level_and_its_own_title(page: Page, wide: Any, tmp_path: Path) -> None:
    screen, titles = wide(1280), set()
    for view in ("bat-dau", "soan-moi", "ban-soan h", "nam-sau drop", "kiem-tra drop", "lich", "can-cu"):
        show(screen, view, page, tmp_path)
        assert screen.tab.locator("h1").count() == 1, view
        titles.add(screen.tab.title())
    assert len(titles) == 7
