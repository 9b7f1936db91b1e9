"""No screen scrolls sideways, at 768 and 1280 pixels: every view and state, with long names and wide tables."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import HEAD
from tests.page.conftest import Page
from tests.page.screen import WIDTHS, Screen
from ttdn_draft import api

LONG = "Uỷ_ban_Mặt_trận_Tổ_quốc_Việt_Nam_xã_và_các_tổ_chức_chính_trị_xã_hội_trên_địa_bàn_toàn_tỉnh_Thái_Nguyên"
NAME = f"hướng dẫn {LONG}.md"
COLUMNS = 9
TABLE = "\n".join(
    [
        f"| {' | '.join(f'Cột số {n} có tên khá dài' for n in range(COLUMNS))} |",
        f"| {' | '.join(['---'] * COLUMNS)} |",
        *(f"| {' | '.join([LONG[:40], *('ô của bảng' for _ in range(COLUMNS - 1))])} |" for _ in range(3)),
    ]
)
BODY = (
    f"# Mục {LONG}\n\nMở đầu [điền: {LONG}] rồi [cần kiểm tra: {LONG} — https://example.org/{LONG}].\n\n"
    f"1. Khoản {LONG}[^1] và Kết luận số 57-KL/TW, ngày 16/6/2023.\n\n- Ý  thứ nhất ,theo theo.\n\n{TABLE}\n\n"
    f"[^1]: {LONG}\n"
)
DRAFT = HEAD.replace("---\n", "---\ndu_thao: 1\n", 1) + BODY
PANELS = "main, .wrap, .pane, .pane .sc, .bar, #tool, #top, dialog[open], .panel, .card, .sum"
WIDE = """panels => [document.documentElement, ...document.querySelectorAll(panels)]
  .filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth)
  .map((one) => `${one.tagName}.${one.className}#${one.id} ${one.scrollWidth} > ${one.clientWidth}`)"""


@pytest.fixture(params=sorted(WIDTHS))
def tab(page: Page, chromium: Any, request: pytest.FixtureRequest) -> Iterator[Screen]:
    """Return a tab of a width on a folder with a draft full of long words."""
    page.write(NAME, DRAFT)
    screen = Screen(chromium, page.served.base, page.served.token, request.param)
    screen.draw_nothing()
    yield screen
    screen.close()
    assert screen.faults == []


def is_narrow_enough(tab: Screen, state: str) -> None:
    """Fail where the document or a panel of it is wider than what is seen of it."""
    wide = tab.tab.evaluate(WIDE, PANELS)
    assert not wide, f"{state}: " + "; ".join(wide)


def make_word(folder: Path) -> Path:
    """Return a Word file with a long name and what the desk has."""
    made = folder / f"Hướng dẫn 2026 {LONG}.docx"
    made.write_bytes(api.render(HEAD + f"# Mục {LONG}\n\nNăm 2026 {LONG}, theo theo.\n\n{TABLE}\n", format="md"))
    return made


def test_start_lists_calendar_and_citations_fit(page: Page, tab: Screen) -> None:
    for view, wait in (("bat-dau", ".tb a"), ("soan-moi", "form"), ("nam-sau", ".drop"), ("kiem-tra", ".drop")):
        tab.go(view, wait)
        is_narrow_enough(tab, view)
    tab.go("lich", "table, .cal, ul")
    tab.tab.wait_for_timeout(300)
    is_narrow_enough(tab, "lich")
    tab.go("can-cu", "input")
    tab.tab.locator("main input").first.fill("thông tin đối ngoại")
    tab.tab.wait_for_timeout(500)
    is_narrow_enough(tab, "can-cu")
    tab.tab.keyboard.press("F1")
    is_narrow_enough(tab, "help")


def test_soan_moi_fits_with_what_will_be_used(page: Page, tab: Screen) -> None:
    tab.go("soan-moi", "form")
    tab.choose("Tỉnh, thành phố", "thai ng")
    tab.choose("Xã, phường", "dai tu")
    tab.tab.locator(".use dl").wait_for()
    is_narrow_enough(tab, "soan-moi")
    tab.tab.get_by_label("Tỉnh, thành phố").click()
    is_narrow_enough(tab, "list of provinces")


def open_facts(tab: Screen) -> None:
    tab.tab.locator("#t-t").click()


def open_remarks(tab: Screen) -> None:
    tab.tab.locator("#t-n").click()
    for button in tab.tab.locator("#p-n .ql button").all()[:1]:
        button.click()


def edit_answer(tab: Screen) -> None:
    tab.press("Để sau")
    tab.press("Sửa lại…")


STATES: dict[str, Callable[[Screen], None]] = {
    "questions": lambda _: None,
    "second question": lambda tab: tab.press("Để sau"),
    "edited answer": edit_answer,
    "remarks": open_remarks,
    "facts": open_facts,
    "citations beside": lambda tab: tab.press("Căn cứ…"),
    "days beside": lambda tab: tab.press("Ngày kỷ niệm…"),
    "note": lambda tab: tab.press("Chú thích…"),
    "table": lambda tab: tab.press("Bảng…"),
    "export": lambda tab: tab.press("Xuất Word"),
    "folder": lambda tab: tab.tab.evaluate("document.getElementById('folder').click()"),
}


@pytest.mark.parametrize("state", STATES)
def test_desk_fits_in_every_state(page: Page, tab: Screen, state: str) -> None:
    tab.open(NAME)
    tab.tab.locator("#question").wait_for()
    tab.put_caret("Ý")
    STATES[state](tab)
    tab.tab.wait_for_timeout(400)
    is_narrow_enough(tab, state)
    if tab.tab.locator("[data-pick=pages]").is_visible() and not tab.tab.locator("dialog[open]").count():
        tab.tab.locator("[data-pick=pages]").click()
        is_narrow_enough(tab, f"{state}, pages")


@pytest.mark.parametrize("view", ["nam-sau", "kiem-tra"])
def test_dropped_file_fits(page: Page, tab: Screen, tmp_path: Path, view: str) -> None:
    tab.go(view, ".drop")
    tab.give(make_word(tmp_path))
    tab.tab.locator("#roll-list li, #check-list li, .msg").first.wait_for()
    is_narrow_enough(tab, view)
    for filter_button in tab.tab.locator(".filters button").all():
        filter_button.click()
        is_narrow_enough(tab, f"{view} {filter_button.inner_text()}")
    if tab.tab.get_by_role("button", name="Sửa…").count():
        tab.tab.get_by_role("button", name="Sửa…").first.click()
        is_narrow_enough(tab, f"{view}, edit")


def test_refused_file_and_what_is_asked_back_fit(page: Page, tab: Screen, tmp_path: Path) -> None:
    tab.go("nam-sau", ".drop")
    tab.tab.get_by_label("Sang năm").fill("2020")
    tab.give(make_word(tmp_path))
    tab.tab.locator(".msg.e").wait_for()
    is_narrow_enough(tab, "asked back")


def test_conflict_fits_with_both_texts_side_by_side(page: Page, tab: Screen) -> None:
    tab.open(NAME)
    page.write(NAME, DRAFT.replace("Mở đầu", f"Mở đầu khác {LONG}"))
    tab.put_caret("Ý")
    tab.tab.keyboard.type("x")
    tab.tab.get_by_role("button", name="Xem chỗ khác nhau").wait_for()
    is_narrow_enough(tab, "conflict")
    tab.press("Xem chỗ khác nhau")
    is_narrow_enough(tab, "both texts")


def test_program_that_is_gone_fits(page: Page, tab: Screen) -> None:
    tab.open(NAME)
    tab.context.route("**/api/**", lambda route: route.abort())
    tab.put_caret("Ý")
    tab.tab.keyboard.type("x")
    tab.tab.wait_for_timeout(3000)
    is_narrow_enough(tab, "gone")
