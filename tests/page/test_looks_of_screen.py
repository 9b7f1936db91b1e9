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

- Ý thứ nhất.

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


def show(screen: Screen, view: str, page: Page, folder: Path) -> None:
    """Bring a view to the screen with something in it."""
    name, _, part = view.partition(" ")
    if name == "ban-soan":
        screen.open("bài.md")
        if part == "panel":
            screen.put_caret("Ý thứ nhất")
            screen.press("Ngày kỷ niệm…")
            screen.tab.locator(".panel li").first.wait_for()
        else:
            screen.tab.locator(f"#t-{part}").click()
    elif name == "help":
        screen.tab.keyboard.press("F1")
    else:
        screen.go(name)
    if name in ("nam-sau", "kiem-tra") and not part:
        word = folder / "HD 2026.docx"
        word.write_bytes(api.render(HEAD + "# Mục đích\n\nNăm 2026, huyện Hà Quảng.\n", format="md"))
        screen.give(word)
        screen.tab.locator("#roll-list li, #check-list li").first.wait_for()
    if name == "can-cu":
        screen.tab.fill("input[type=search]", "57")
        screen.tab.locator(".res li").first.wait_for()
    screen.tab.wait_for_timeout(200)


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
        screen.tab.reload()
        screen.tab.wait_for_selector("#top nav a")
    assert found == {}


@pytest.mark.parametrize("width", [683, 400])
def test_no_view_must_be_scrolled_sideways(page: Page, wide: Any, tmp_path: Path, width: int) -> None:
    screen = wide(width)
    beyond = {}
    for view in VIEWS:
        show(screen, view, page, tmp_path)
        beyond[view] = screen.tab.evaluate("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)")
        screen.tab.reload()
        screen.tab.wait_for_selector("#top nav a")
    assert beyond == dict.fromkeys(VIEWS, 0)


def test_each_view_has_one_heading_of_the_first_level_and_its_own_title(page: Page, wide: Any, tmp_path: Path) -> None:
    screen, titles = wide(1280), set()
    for view in ("bat-dau", "soan-moi", "ban-soan h", "nam-sau drop", "kiem-tra drop", "lich", "can-cu"):
        show(screen, view, page, tmp_path)
        assert screen.tab.locator("h1").count() == 1, view
        titles.add(screen.tab.title())
    assert len(titles) == 7
