"""What a new user of the page stumbled over: tables, notes, answers for many places, and the end of a draft."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from tests.conftest import HEAD
from tests.page.conftest import Page
from tests.page.screen import Screen
from ttdn_draft import api

NAME = "hướng dẫn.md"
DRAFT = HEAD.replace("---\n", "---\ndu_thao: 1\n", 1)
TABLE = "| Việc | Hạn |\n| --- | --- |\n|   |   |\n|   |   |\n"


@pytest.fixture
def tab(page: Page, chromium: Any) -> Iterator[Screen]:
    """Return a tab of the page that draws no pages."""
    screen = Screen(chromium, page.served.base, page.served.token)
    screen.draw_nothing()
    yield screen
    screen.close()
    assert screen.faults == []


def open_draft(tab: Screen, page: Page, body: str, head: str = HEAD) -> None:
    """Write a draft, and open it as the list of files does."""
    page.write(NAME, head + body)
    tab.tab.reload()
    tab.tab.locator(".tb a").wait_for()
    tab.open(NAME)


def read_body(page: Page) -> str:
    """Return the body of the draft as it was saved."""
    return page.folder.joinpath(NAME).read_text("utf-8").rpartition("---\n")[2].lstrip()


def rows_of(page: Page) -> list[list[str]]:
    """Return the cells of the first table of the saved draft, without its line of dashes."""
    lines = [line for line in page.folder.joinpath(NAME).read_text("utf-8").split("\n") if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [cells[0], *cells[2:]]


@pytest.mark.parametrize("row", ["|   |   |   |", "| a |  | a |", "|||a|", "|   | \\| |  |"])
def test_every_cell_of_a_table_stands_between_its_own_bars(row: str) -> None:
    text = f"{HEAD}Bảng.\n\n| A | B | C |\n| --- | --- | --- |\n{row}\n"
    [table] = [block for block in api.look(text).blocks if block.kind == "table"]
    start = text.index(row)
    bars = [at for at, sign in enumerate(row) if sign == "|" and row[at - 1 : at] != "\\"]
    for cell, (left, right) in zip(table.cells[1], pairwise(bars), strict=True):
        assert left < cell.start - start <= cell.end - start <= right


def test_words_typed_into_empty_cells_stand_in_them_and_tab_goes_on(page: Page, tab: Screen) -> None:
    open_draft(tab, page, f"Đoạn một.\n\n{TABLE}")
    tab.tab.locator("td .host").first.click()
    for words in ("Viết tin", "5/6", "Gửi ảnh", "6/6"):
        tab.tab.keyboard.type(words)
        tab.tab.keyboard.press("Tab")
    assert not tab.tab.evaluate("Boolean(document.activeElement.closest('.host'))")
    tab.save()
    assert rows_of(page) == [["Việc", "Hạn"], ["Viết tin", "5/6"], ["Gửi ảnh", "6/6"]]


def test_a_new_table_is_filled_without_waiting_and_loses_no_letter(page: Page, tab: Screen) -> None:
    open_draft(tab, page, "Đoạn một.\n")
    tab.put_caret("Đoạn một.")
    tab.press("Bảng…")
    tab.tab.keyboard.press("Enter")
    for words in ("Việc", "Người làm", "Hạn", "Viết tin"):
        tab.tab.keyboard.type(words)
        tab.tab.keyboard.press("Tab")
    tab.tab.wait_for_timeout(800)
    tab.save()
    assert rows_of(page)[:2] == [["Việc", "Người làm", "Hạn"], ["Viết tin", "", ""]]


def test_a_note_at_the_end_of_the_text_has_its_mark_before_its_words(page: Page, tab: Screen) -> None:
    open_draft(tab, page, "Đoạn cuối.")
    tab.put_caret("Đoạn cuối.")
    tab.press("Chú thích…")
    tab.tab.keyboard.type("Số liệu năm 2026.")
    tab.press("Chèn chú thích")
    tab.tab.locator("#ed sup").wait_for()
    tab.tab.keyboard.type(" Viết tiếp.")
    tab.save()
    assert read_body(page) == "Đoạn cuối.[^1] Viết tiếp.\n\n[^1]: Số liệu năm 2026."


def test_an_answer_for_many_places_names_them_before_it_is_given(page: Page, tab: Screen) -> None:
    open_draft(tab, page, "Báo cáo 6 tháng [điền: hạn gửi]; báo cáo năm [điền: hạn gửi].\n")
    card = tab.tab.locator("#question")
    card.wait_for()
    assert card.locator("ul:not(.where) li").all_inner_texts() == ["Báo cáo 6 tháng …", "báo cáo năm …"]


def test_a_long_answer_is_cut_behind_a_word_in_what_the_page_says(page: Page, tab: Screen) -> None:
    open_draft(tab, page, "Nơi gửi: [điền: nơi gửi báo cáo].\n")
    tab.tab.fill("#answer", "Ban Tuyên giáo Tỉnh uỷ, Văn phòng Tỉnh uỷ, Uỷ ban nhân dân tỉnh")
    tab.tab.press("#answer", "Enter")
    tab.hear_toast("Văn phòng Tỉnh…”")


def test_a_draft_without_its_day_stays_a_draft_and_leads_to_the_day(page: Page, tab: Screen) -> None:
    lines = [f"ngay: {'2027'}" if line.startswith("ngay:") else line for line in DRAFT.split("\n")]
    open_draft(tab, page, "Đoạn một.\n", "\n".join(lines))
    tab.tab.locator("#off").click()
    tab.press("Điền chỗ còn thiếu")
    tab.tab.wait_for_timeout(200)
    assert tab.tab.evaluate("document.activeElement.value") == "2027"
    tab.tab.keyboard.press("Control+a")
    tab.tab.keyboard.type("05/02/2027")
    tab.tab.keyboard.press("Tab")
    tab.tab.wait_for_timeout(800)
    tab.tab.locator("#off").click()
    tab.tab.locator("#state", has_text="Bản chính thức").wait_for()


def test_the_form_shows_no_name_of_the_file(page: Page, tab: Screen) -> None:
    open_draft(tab, page, "Đoạn một.\n", HEAD.replace("---\n", "---\ntinh: cao-bang\n", 1))
    tab.tab.locator("#t-t").click()
    form = tab.tab.locator("#p-t form")
    values = form.locator(".in").evaluate_all("all => all.map(one => `${one.placeholder ?? ''} ${one.value}`)")
    told = "\n".join([form.inner_text(), *values])
    for name in ("cao-bang", "dang-hd05-2026", "du_thao", "2027-02-05", "khoá"):
        assert name not in told


def test_lines_of_the_subject_stay_lines_in_the_form(page: Page, tab: Screen) -> None:
    lines = [
        "trich_yeu: |-\n  công tác đối ngoại\n  năm 2026" if one.startswith("trich_yeu:") else one
        for one in HEAD.split("\n")
    ]
    open_draft(tab, page, "Đoạn một.\n", "\n".join(lines))
    tab.tab.locator("#t-t").click()
    field = tab.tab.get_by_label("Trích yếu nội dung")
    assert field.input_value() == "công tác đối ngoại\nnăm 2026"
    field.focus()
    tab.tab.keyboard.press("Control+End")
    tab.tab.keyboard.type(" của xã")
    tab.tab.keyboard.press("Tab")
    tab.tab.wait_for_timeout(800)
    tab.save()
    found = {one.path: one.value for one in api.look(page.folder.joinpath(NAME).read_text("utf-8")).facts}
    assert found["trich_yeu",] == "công tác đối ngoại\nnăm 2026 của xã"


def test_the_same_fault_at_many_places_is_mended_at_once_and_comes_back_as_one_step(page: Page, tab: Screen) -> None:
    body = "Uỷ ban họp; uỷ viên dự.\n\nỦy viên ghi, ủy ban ký, ủy viên gửi.\n"
    open_draft(tab, page, body)
    tab.tab.locator("#t-n").click()
    tab.tab.get_by_role("button", name="Sửa cả 3 chỗ như vậy").click()
    tab.hear_toast("Đã sửa 3 chỗ")
    tab.save()
    assert read_body(page) == body.replace("Ủy", "Uỷ").replace("ủy", "uỷ")
    tab.press("Hoàn tác")
    tab.save()
    assert read_body(page) == body


def test_what_is_typed_before_the_next_question_is_there_is_its_answer(page: Page, tab: Screen) -> None:
    open_draft(tab, page, "Họp ngày [điền: ngày họp], tại [điền: nơi họp].\n")
    tab.context.route("**/api/tra-loi", lambda route: (tab.tab.wait_for_timeout(400), route.continue_()))
    tab.tab.locator("#question h2").focus()
    tab.tab.keyboard.type("05/3")
    tab.tab.keyboard.press("Enter")
    tab.tab.keyboard.type("hội trường")
    tab.tab.locator("#question h2", has_text="Nơi họp").wait_for()
    tab.tab.wait_for_timeout(300)
    tab.tab.keyboard.type(" A")
    tab.tab.keyboard.press("Enter")
    tab.tab.locator("#t-h span", has_text="0").wait_for()
    tab.save()
    assert read_body(page) == "Họp ngày 05/3, tại hội trường A.\n"
