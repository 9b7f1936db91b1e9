"""What a new user of the page stumbled over: tables, notes, answers for many places, and the end of a draft."""

from itertools import pairwise

import pytest

from tests.conftest import HEAD
from tests.page.conftest import Page
from tests.page.screen import Screen
from ttdn_draft import api

NAME = "hướng dẫn.md"
DRAFT = HEAD.replace("---\n", "---\ndu_thao: 1\n", 1)
TABLE = "| Việc | Hạn |\n| --- | --- |\n|   |   |\n|   |   |\n"


def open_draft(screen: Screen, page: Page, body: str, head: str = HEAD) -> None:
    """Write a draft, and open it as the list of files does."""
    page.write(NAME, head + body)
    screen.tab.reload()
    screen.tab.locator(".tb a").wait_for()
    screen.open(NAME)


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


def test_words_typed_into_empty_cells_stand_in_them_and_tab_goes_on(page: Page, screen: Screen) -> None:
    open_draft(screen, page, f"Đoạn một.\n\n{TABLE}")
    screen.tab.locator("td .host").first.click()
    for words in ("Viết tin", "5/6", "Gửi ảnh", "6/6"):
        screen.tab.keyboard.type(words)
        screen.tab.keyboard.press("Tab")
    assert not screen.tab.evaluate("Boolean(document.activeElement.closest('.host'))")
    screen.save()
    assert rows_of(page) == [["Việc", "Hạn"], ["Viết tin", "5/6"], ["Gửi ảnh", "6/6"]]


def test_a_new_table_is_filled_without_waiting_and_loses_no_letter(page: Page, screen: Screen) -> None:
    open_draft(screen, page, "Đoạn một.\n")
    screen.put_caret("Đoạn một.")
    screen.press("Bảng…")
    screen.tab.keyboard.press("Enter")
    for words in ("Việc", "Người làm", "Hạn", "Viết tin"):
        screen.tab.keyboard.type(words)
        screen.tab.keyboard.press("Tab")
    screen.tab.wait_for_timeout(800)
    screen.save()
    assert rows_of(page)[:2] == [["Việc", "Người làm", "Hạn"], ["Viết tin", "", ""]]


def test_a_note_at_the_end_of_the_text_has_its_mark_before_its_words(page: Page, screen: Screen) -> None:
    open_draft(screen, page, "Đoạn cuối.")
    screen.put_caret("Đoạn cuối.")
    screen.press("Chú thích…")
    screen.tab.keyboard.type("Số liệu năm 2026.")
    screen.press("Chèn chú thích")
    screen.tab.locator("#ed sup").wait_for()
    screen.tab.keyboard.type(" Viết tiếp.")
    screen.save()
    assert read_body(page) == "Đoạn cuối.[^1] Viết tiếp.\n\n[^1]: Số liệu năm 2026."


def test_an_answer_for_many_places_names_them_before_it_is_given(page: Page, screen: Screen) -> None:
    open_draft(screen, page, "Báo cáo 6 tháng [điền: hạn gửi]; báo cáo năm [điền: hạn gửi].\n")
    card = screen.tab.locator("#question")
    card.wait_for()
    assert card.locator("ul:not(.where) li").all_inner_texts() == ["Báo cáo 6 tháng …", "báo cáo năm …"]


def test_a_long_answer_is_cut_behind_a_word_in_what_the_page_says(page: Page, screen: Screen) -> None:
    open_draft(screen, page, "Nơi gửi: [điền: nơi gửi báo cáo].\n")
    screen.tab.fill("#answer", "Ban Tuyên giáo Tỉnh uỷ, Văn phòng Tỉnh uỷ, Uỷ ban nhân dân tỉnh")
    screen.tab.press("#answer", "Enter")
    screen.hear_toast("Văn phòng Tỉnh…”")


def test_a_draft_without_its_day_stays_a_draft_and_leads_to_the_day(page: Page, screen: Screen) -> None:
    lines = [f"ngay: {'2027'}" if line.startswith("ngay:") else line for line in DRAFT.split("\n")]
    open_draft(screen, page, "Đoạn một.\n", "\n".join(lines))
    screen.tab.locator("#off").click()
    screen.press("Điền chỗ còn thiếu")
    screen.tab.wait_for_timeout(200)
    assert screen.tab.evaluate("document.activeElement.value") == "2027"
    screen.tab.keyboard.press("Control+a")
    screen.tab.keyboard.type("05/02/2027")
    screen.tab.keyboard.press("Tab")
    screen.tab.wait_for_timeout(800)
    screen.tab.locator("#off").click()
    screen.tab.locator("#state", has_text="Bản chính thức").wait_for()


def test_the_form_shows_no_name_of_the_file(page: Page, screen: Screen) -> None:
    open_draft(screen, page, "Đoạn một.\n", HEAD.replace("---\n", "---\ntinh: cao-bang\n", 1))
    screen.tab.locator("#t-t").click()
    form = screen.tab.locator("#p-t form")
    values = form.locator(".in").evaluate_all("all => all.map(one => `${one.placeholder ?? ''} ${one.value}`)")
    told = "\n".join([form.inner_text(), *values])
    for name in ("cao-bang", "dang-hd05-2026", "du_thao", "2027-02-05", "khoá"):
        assert name not in told


def test_lines_of_the_subject_stay_lines_in_the_form(page: Page, screen: Screen) -> None:
    lines = [
        "trich_yeu: |-\n  công tác đối ngoại\n  năm 2026" if one.startswith("trich_yeu:") else one
        for one in HEAD.split("\n")
    ]
    open_draft(screen, page, "Đoạn một.\n", "\n".join(lines))
    screen.tab.locator("#t-t").click()
    field = screen.tab.get_by_label("Trích yếu nội dung")
    assert field.input_value() == "công tác đối ngoại\nnăm 2026"
    field.focus()
    screen.tab.keyboard.press("Control+End")
    screen.tab.keyboard.type(" của xã")
    screen.tab.keyboard.press("Tab")
    screen.tab.wait_for_timeout(800)
    screen.save()
    found = {one.path: one.value for one in api.look(page.folder.joinpath(NAME).read_text("utf-8")).facts}
    assert found["trich_yeu",] == "công tác đối ngoại\nnăm 2026 của xã"


def test_the_same_fault_at_many_places_is_mended_at_once_and_comes_back_as_one_step(page: Page, screen: Screen) -> None:
    body = "Uỷ ban họp; uỷ viên dự.\n\nỦy viên ghi, ủy ban ký, ủy viên gửi.\n"
    open_draft(screen, page, body)
    screen.tab.locator("#t-n").click()
    screen.tab.get_by_role("button", name="Sửa cả 3 chỗ như vậy").click()
    screen.hear_toast("Đã sửa 3 chỗ")
    screen.save()
    assert read_body(page) == body.replace("Ủy", "Uỷ").replace("ủy", "uỷ")
    screen.press("Hoàn tác")
    screen.save()
    assert read_body(page) == body


def test_what_is_typed_before_the_next_question_is_there_is_its_answer(page: Page, screen: Screen) -> None:
    open_draft(screen, page, "Họp ngày [điền: ngày họp], tại [điền: nơi họp].\n")
    screen.context.route("**/api/tra-loi", lambda route: (screen.tab.wait_for_timeout(400), route.continue_()))
    screen.tab.locator("#question h2").focus()
    screen.tab.keyboard.type("05/3")
    screen.tab.keyboard.press("Enter")
    screen.tab.keyboard.type("hội trường")
    screen.tab.locator("#question h2", has_text="Nơi họp").wait_for()
    screen.tab.wait_for_timeout(300)
    screen.tab.keyboard.type(" A")
    screen.tab.keyboard.press("Enter")
    screen.tab.locator("#t-h span", has_text="0").wait_for()
    screen.save()
    assert read_body(page) == "Họp ngày 05/3, tại hội trường A.\n"
