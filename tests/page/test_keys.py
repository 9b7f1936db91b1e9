"""The desk is worked with the keyboard alone, and the focus is never lost."""

import pytest

from tests.conftest import HEAD
from tests.page.conftest import Page
from tests.page.screen import Screen

ASKED = HEAD.replace("---\n", "---\ndu_thao: 1\n", 1)
BODY = "Mở đầu [điền: ngày họp] rồi [cần kiểm tra: Sở Ngoại vụ — chưa thấy] và hết.\n\n- Ý thứ nhất.\n"

PARTS = {".host": "text", ".pane.l": "left", "#tool": "tool", ".pane.r": "pages", ".bar": "bar", "#top": "menu"}
WHERE = f"() => Object.entries({PARTS}).find(([part]) => document.activeElement.closest(part))?.[1] ?? 'out'"


@pytest.fixture
def desk(page: Page, screen: Screen) -> Screen:
    """Return the desk with a draft that asks twice."""
    page.write("hỏi.md", ASKED + BODY)
    screen.open("hỏi.md")
    return screen


def focused(screen: Screen) -> str:
    """Return what has the focus: its tag and its words."""
    return screen.tab.evaluate("() => document.activeElement.tagName + ' ' + document.activeElement.textContent.trim()")  # type: ignore[no-any-return]


def test_f8_goes_to_the_next_question_and_esc_back_to_the_same_letter(desk: Screen) -> None:
    desk.put_caret("Ý thứ nhất", 2)
    desk.tab.keyboard.press("F8")
    assert focused(desk).startswith("H2 ")
    first = focused(desk)
    desk.tab.keyboard.press("F8")
    assert focused(desk) != first
    desk.tab.keyboard.press("Shift+F8")
    assert focused(desk) == first
    desk.tab.keyboard.press("Escape")
    desk.tab.keyboard.type("X")
    desk.save()
    assert desk.host("Ý Xthứ nhất").count() == 1


def test_questions_are_answered_with_enter_and_the_focus_goes_to_the_next(page: Page, desk: Screen) -> None:
    keys = desk.tab.keyboard
    for left in (1, 0):
        keys.press("F8")
        while desk.tab.locator("#answer").count() == 0 and left:
            keys.press("F8")
        if desk.tab.locator("#answer").count():
            keys.press("Tab")
            keys.type("ngày 05/3")
        keys.press("Enter")
        desk.tab.locator("#t-h span", has_text=str(left)).wait_for()
        desk.tab.wait_for_timeout(200)
    assert focused(desk).startswith("BUTTON Câu hỏi")
    desk.save()
    assert (
        (page.folder / "hỏi.md")
        .read_text("utf-8")
        .endswith("Mở đầu ngày 05/3 rồi Sở Ngoại vụ và hết.\n\n- Ý thứ nhất.\n")
    )
    keys.press("Control+z")
    desk.tab.locator("#t-h span", has_text="1").wait_for()


def test_tab_goes_from_the_left_to_the_text_and_on_to_the_pages(desk: Screen) -> None:
    desk.tab.locator("#skip").focus()
    seen = list[str]()
    for _ in range(60):
        desk.tab.keyboard.press("Tab")
        part = desk.tab.evaluate(WHERE)
        if not seen or seen[-1] != part:
            seen.append(part)
        if part == "pages":
            break
    assert seen == ["menu", "bar", "left", "tool", "text", "pages"]


def test_arrows_turn_the_three_lists(desk: Screen) -> None:
    desk.tab.locator("#t-h").focus()
    shown = []
    for _ in range(3):
        desk.tab.keyboard.press("ArrowRight")
        shown.append(
            desk.tab.evaluate(
                "() => document.querySelector('[role=tabpanel]:not([hidden])').id + document.activeElement.id"
            )
        )
    assert shown == ["p-nt-n", "p-tt-t", "p-ht-h"]


def test_levels_of_headings_come_with_keys(page: Page, desk: Screen) -> None:
    desk.put_caret("Ý thứ nhất")
    for keys, mark in (
        ("Control+Alt+2", "## "),
        ("Alt+ArrowRight", "### "),
        ("Alt+ArrowLeft", "## "),
        ("Control+Alt+2", ""),
    ):
        desk.tab.keyboard.press(keys)
        desk.tab.wait_for_timeout(600)
        desk.save()
        assert (page.folder / "hỏi.md").read_text("utf-8").endswith(f"\n\n{mark}Ý thứ nhất.\n")


def test_help_opens_and_gives_the_focus_back(desk: Screen) -> None:
    desk.put_caret("Ý thứ nhất")
    desk.tab.keyboard.press("F1")
    assert desk.tab.locator("dialog").inner_text().startswith("Trợ giúp")
    desk.tab.keyboard.press("Escape")
    assert focused(desk) == "DIV Ý thứ nhất."


def test_a_click_on_a_gap_makes_what_is_typed_stand_in_its_place(page: Page, desk: Screen) -> None:
    desk.tab.locator("mark.gap").click()
    assert "ngày họp" in desk.tab.inner_text("#question").lower()
    desk.tab.keyboard.type("05/3")
    desk.save()
    assert "Mở đầu 05/3 rồi" in (page.folder / "hỏi.md").read_text("utf-8")


def test_the_screen_speaks_english_by_a_switch(desk: Screen) -> None:
    desk.tab.locator("#top button[lang=en]").click()
    desk.tab.locator("#t-h", has_text="Questions").wait_for()
    assert desk.tab.evaluate("() => document.documentElement.lang") == "en"
    assert desk.tab.locator("#ed").get_attribute("lang") == "vi"
