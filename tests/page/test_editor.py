"""What she types is in the file, and nothing else of it changes."""

from random import Random

import pytest

from tests.conftest import HEAD
from tests.page.conftest import Page
from tests.page.screen import Screen
from tests.page.typing_runs import type_once

BODY = """# Mục đích

Mở đầu của văn bản.

- Ý thứ nhất.
- Ý thứ hai, có **chữ đậm** ở giữa.

# Nội dung

1. Khoản một.

2. Khoản hai.

| Tên | Số |
| --- | --- |
| Bản tin | 6 |
"""
FORM = [("Đoạn dán thứ nhất", "# "), ("dòng hai", "")]


@pytest.fixture
def typed(page: Page, screen: Screen) -> "Typed":
    """Return the desk with a draft that has every kind of block."""
    path = page.write("bài.md", HEAD + BODY)
    screen.open("bài.md")
    return Typed(screen, path)


class Typed:
    """A draft on the desk, and its file."""

    def __init__(self, screen: Screen, path) -> None:  # type: ignore[no-untyped-def]
        self.screen, self.path, self.keys = screen, path, screen.tab.keyboard

    def body(self) -> str:
        """Save, and return what stands behind the head."""
        self.screen.save()
        return self.path.read_bytes().decode("utf-8").removeprefix(HEAD)

    def settle(self) -> None:
        """Wait until the program has read the text again."""
        self.screen.tab.wait_for_timeout(700)


@pytest.mark.parametrize("number", range(6))
def test_a_letter_at_a_random_place_of_a_random_draft_is_all_that_changes(
    page: Page, screen: Screen, number: int
) -> None:
    assert type_once(screen, page.folder, f"bài {number}.md", Random(number)) == ""  # noqa: S311


def test_enter_at_the_end_begins_an_item_of_the_same_kind(typed: Typed) -> None:
    typed.screen.put_caret("Ý thứ nhất.")
    typed.keys.press("Enter")
    typed.keys.type("Ý mới.")
    assert typed.body() == BODY.replace("- Ý thứ nhất.\n", "- Ý thứ nhất.\n- Ý mới.\n")


def test_an_empty_item_leaves_no_trace_in_the_file(typed: Typed) -> None:
    typed.screen.put_caret("Ý thứ nhất.")
    typed.keys.press("Enter")
    typed.screen.put_caret("Mở đầu")
    typed.keys.type(" Thêm.")
    assert typed.body() == BODY.replace("văn bản.", "văn bản. Thêm.")


def test_enter_twice_in_a_list_ends_it(typed: Typed) -> None:
    typed.screen.put_caret("Ý thứ hai")
    typed.keys.press("Enter")
    typed.keys.press("Enter")
    typed.keys.type("Đoạn sau.")
    assert typed.body() == BODY.replace("ở giữa.\n", "ở giữa.\n\nĐoạn sau.\n")


def test_enter_parts_a_block_and_backspace_joins_it_again(typed: Typed) -> None:
    typed.screen.put_caret("Mở đầu", 6)
    typed.keys.press("Enter")
    typed.settle()
    assert typed.body() == BODY.replace("Mở đầu của", "Mở đầu\n\n của")
    typed.keys.press("Backspace")
    assert typed.body() == BODY


def test_words_typed_at_once_after_enter_are_not_lost(typed: Typed) -> None:
    typed.screen.put_caret("Mở đầu", 7)
    typed.keys.press("Enter")
    typed.keys.type("Chữ gõ ngay ")
    assert typed.body() == BODY.replace("Mở đầu của", "Mở đầu \n\nChữ gõ ngay của")


def test_a_word_becomes_bold_and_plain_again(typed: Typed) -> None:
    typed.screen.put_caret("Mở đầu", 0)
    for _ in range(2):
        typed.keys.press("Shift+Control+ArrowRight")
    typed.keys.press("Control+b")
    assert "**Mở đầu** của" in typed.body()
    typed.keys.press("Control+b")
    assert typed.body() == BODY


def test_every_step_can_be_taken_back_and_done_again(typed: Typed) -> None:
    typed.screen.put_caret("Ý thứ nhất.")
    typed.keys.type(" Gõ thêm")
    typed.keys.press("Enter")
    typed.keys.type("rồi nữa")
    typed.settle()
    done = typed.body()
    for _ in range(6):
        typed.keys.press("Control+z")
    assert typed.body() == BODY
    for _ in range(6):
        typed.keys.press("Control+y")
    assert typed.body() == done


def test_a_composed_letter_is_not_drawn_over_while_the_text_is_read(typed: Typed) -> None:
    typed.screen.put_caret("Mở đầu", 6)
    typed.keys.type(" v")
    wire = typed.screen.wire
    for state in ("u", "ư", "ườ", "ườn"):
        wire.send("Input.imeSetComposition", {"text": state, "selectionStart": len(state), "selectionEnd": len(state)})
        typed.settle()
    wire.send("Input.insertText", {"text": "ườn"})
    typed.keys.type(" cây")
    assert typed.body() == BODY.replace("Mở đầu của", "Mở đầu vườn cây của")


def test_a_blank_typed_before_a_pause_is_kept(typed: Typed) -> None:
    typed.screen.put_caret("Mở đầu")
    typed.keys.type(" ")
    typed.settle()
    typed.keys.type("Sau.")
    assert typed.body() == BODY.replace("văn bản.", "văn bản. Sau.")


def test_signs_of_markdown_are_printed_as_typed(typed: Typed) -> None:
    typed.screen.put_caret("Mở đầu")
    typed.keys.type(" 2*3 [x] <b> \\")
    assert "văn bản. 2\\*3 \\[x\\] \\<b> \\\\\n" in typed.body()
    typed.screen.open("bài.md")
    assert typed.screen.host("Mở đầu").inner_text() == "Mở đầu của văn bản. 2*3 [x] <b> \\"


def test_pasted_lines_become_blocks_and_headings_stay_headings(typed: Typed) -> None:
    typed.screen.put_caret("Mở đầu")
    typed.screen.host("Mở đầu").evaluate(
        """host => { const data = new DataTransfer();
        data.setData('text/plain', ' Dán vào.\\nTiêu đề dán\\nĐoạn *dán*');
        data.setData('text/html', '<p>Dán vào.</p><h2>Tiêu đề dán</h2><p>Đoạn *dán*</p>');
        host.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }"""
    )
    typed.settle()
    assert "văn bản.Dán vào.\n\n## Tiêu đề dán\n\nĐoạn \\*dán\\*\n\n- Ý" in typed.body()


def test_a_button_makes_a_heading_an_item_and_a_paragraph_again(typed: Typed) -> None:
    for name, mark in (("Mục", "# "), ("Tiểu mục", "## "), ("Gạch", "- "), ("Gạch", "")):
        typed.screen.put_caret("Mở đầu")
        typed.screen.tab.get_by_role("button", name=name, exact=True).click()
        typed.settle()
        assert typed.body() == BODY.replace("Mở đầu của", f"{mark}Mở đầu của")


def test_a_table_and_a_note_are_put_where_she_stands(typed: Typed) -> None:
    typed.screen.put_caret("Mở đầu", 6)
    typed.screen.tab.get_by_role("button", name="Chú thích…").click()
    typed.keys.type("Nguồn của câu.")
    typed.screen.tab.get_by_role("button", name="Chèn chú thích").click()
    typed.settle()
    assert "Mở đầu[^1] của" in typed.body()
    assert typed.body().endswith("\n\n[^1]: Nguồn của câu.\n")
    typed.screen.put_caret("Khoản hai")
    typed.screen.tab.get_by_role("button", name="Bảng…").click()
    typed.screen.tab.get_by_role("button", name="Chèn bảng").click()
    typed.settle()
    assert "2. Khoản hai.\n\n| Cột 1 | Cột 2 | Cột 3 |\n| --- | --- | --- |\n" in typed.body()


def test_a_cell_is_typed_in_and_rows_and_columns_come_and_go(typed: Typed) -> None:
    typed.screen.put_caret("Bản tin")
    typed.keys.type(" a|b")
    assert "| Bản tin a\\|b | 6 |" in typed.body()
    press = typed.screen.tab.get_by_role
    press("button", name="+ Hàng").click()
    typed.settle()
    assert typed.body().endswith("| Bản tin a\\|b | 6 |\n|   |   |\n")
    typed.screen.tab.locator("tr:last-child .host").first.click()
    press("button", name="− Hàng").click()
    typed.settle()
    assert typed.body().endswith("| Bản tin a\\|b | 6 |\n")
    typed.screen.put_caret("Bản tin")
    press("button", name="+ Cột").click()
    typed.settle()
    assert [line.count(" | ") for line in typed.body().split("\n")[-4:-1]] == [2, 2, 2]
    typed.screen.put_caret("Bản tin")
    press("button", name="− Cột").click()
    typed.settle()
    assert "Bản tin" not in typed.body()


def test_arrows_go_through_the_text_as_if_it_were_one(typed: Typed) -> None:
    typed.screen.put_caret("Mở đầu")
    typed.keys.press("ArrowRight")
    typed.keys.type("X")
    typed.keys.press("ArrowUp")
    typed.keys.press("End")
    typed.keys.type("Y")
    body = typed.body()
    assert "- XÝ thứ nhất." in body
    assert "văn bản.Y" in body


def test_numbers_behind_a_new_point_are_counted_on_and_back(typed: Typed) -> None:
    typed.screen.put_caret("Khoản một.")
    typed.keys.press("Enter")
    typed.keys.type("Khoản mới.")
    assert "1. Khoản một.\n\n2. Khoản mới.\n\n3. Khoản hai.\n" in typed.body()
    typed.settle()
    for _ in range(len("Khoản mới.")):
        typed.keys.press("Backspace")
    typed.keys.press("Backspace")
    assert typed.body() == BODY


def test_a_mark_typed_behind_its_letter_becomes_one_letter_with_it(typed: Typed) -> None:
    typed.screen.put_caret("Mở đầu")
    typed.keys.type(" a")
    typed.keys.insert_text("\u0301")
    typed.keys.type("o")
    assert typed.body() == BODY.replace("văn bản.", "văn bản. áo")


BEGINNINGS = ("# ", "> ", "~~~ ", "= ", "1986. ", "12) ", "1/ ", "- ", "+ ", "1. ", "a) ", "*", "_", "`", "|")


@pytest.mark.parametrize("words", ["Mở đầu", "Ý một", "Khoản một", "Mục một"])
def test_what_is_typed_at_the_beginning_of_a_line_is_printed_as_typed(typed: Typed, words: str) -> None:
    typed.path.write_text(HEAD + "# Mục một\n\nMở đầu.\n\n- Ý một.\n\n1. Khoản một.\n", "utf-8")
    for sign in BEGINNINGS:
        typed.screen.open("bài.md")
        before = typed.path.read_text("utf-8")
        label, shown = seen(typed, words)
        typed.screen.put_caret(words, 0)
        typed.keys.type(sign)
        typed.screen.save()
        typed.screen.open("bài.md")
        told = "".join("".join(seen(typed, words)).split())
        assert told == "".join(f"{label}{sign}{shown}".split()), sign
        typed.path.write_text(before, "utf-8")


def seen(typed: Typed, words: str) -> tuple[str, str]:
    """Return what is printed before a block, and its words."""
    block = typed.screen.tab.locator(".blk", has_text=words).first
    return block.locator(".lab").inner_text(), block.locator(".host").inner_text()


def test_a_line_that_begins_like_a_list_by_what_is_deleted_stays_words(typed: Typed) -> None:
    typed.screen.put_caret("Mở đầu", 0)
    typed.keys.type("Năm 1986. ")
    typed.screen.put_caret("Năm 1986", 0)
    for _ in range(4):
        typed.keys.press("Delete")
    assert "\n1986\\. Mở đầu" in typed.body()
