"""The printed pages stand beside the text: a click on either moves the other to the same place."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.conftest import HEAD
from tests.office import needs_office
from tests.page.conftest import Page
from tests.page.screen import Screen

LINE = (
    "Các cấp uỷ, chính quyền và các cơ quan của tỉnh tuyên truyền về kết quả công tác thông tin đối ngoại năm 2026. "
    * 4
)
BODY = "\n\n".join(f"Đoạn thứ {number}. {LINE.strip()}" for number in range(1, 31)) + "\n"
SHOWN = """() => { const box = document.querySelector('#pages').getBoundingClientRect();
  return [...document.querySelectorAll('.pg[data-page]')].filter(page => { const at = page.getBoundingClientRect();
    return at.bottom > box.top + 40 && at.top < box.bottom - 40; }).map(page => Number(page.dataset.page)); }"""

pytestmark = needs_office


@pytest.fixture
def desk(page: Page, chromium: Any) -> Iterator[Screen]:
    """Return the desk with a draft of some pages, once they are drawn."""
    page.write("dài.md", HEAD + BODY)
    screen = Screen(chromium, page.served.base, page.served.token)
    screen.open("dài.md")
    screen.tab.locator(".pg img").first.wait_for(timeout=120_000)
    screen.tab.locator("#pages-state .tag.o").wait_for()
    yield screen
    screen.close()
    assert screen.faults == []


def test_a_click_on_a_paragraph_shows_its_page_and_one_on_a_page_its_paragraph(desk: Screen) -> None:
    desk.picture("trang-in")
    count = desk.tab.locator(".pg[data-page]").count()
    assert count > 2
    desk.host("Đoạn thứ 30.").click()
    desk.tab.wait_for_timeout(200)
    assert count in desk.tab.evaluate(SHOWN)
    desk.tab.evaluate("() => { document.querySelector('#pages').scrollTop = 0 }")
    desk.tab.locator(".pg[data-page='1']").click(position={"x": 150, "y": 300})
    focused = desk.tab.evaluate("() => document.activeElement.textContent.slice(0, 12)")
    assert focused.startswith("Đoạn thứ ")
    assert int(focused[9:].split(".")[0]) < 10


def test_typing_draws_the_pages_again_while_the_old_ones_stay(desk: Screen) -> None:
    before = desk.tab.locator(".pg[data-page='1'] img").get_attribute("src")
    desk.put_caret("Đoạn thứ 1.")
    desk.tab.keyboard.type(" Thêm một câu.")
    assert desk.tab.locator(".pg img").first.is_visible()
    desk.tab.locator(f".pg[data-page='1'] img:not([src='{before}'])").wait_for(timeout=120_000)
    assert desk.tab.inner_text("#page-number").startswith("Trang 1 / ")
