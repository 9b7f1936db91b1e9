"""What she does in her text while an answer of the program is on its way is done too, where she did it and in order."""

import pytest

from tests.conftest import HEAD
from tests.page.conftest import Page
from tests.page.screen import Screen
from tests.page.test_editor import BODY, Typed

UNREAD = BODY.replace("- Ý thứ nhất.", "Ý thứ nhất.")
FIRST, OPENING = "Ý thứ nhất.", "Mở đầu của"


@pytest.fixture
def opened(page: Page, screen: Screen) -> Typed:
    """Return the desk with a draft."""
    path = page.write("bài.md", HEAD + BODY)
    screen.open("bài.md")
    return Typed(screen, path)


def make_paragraph(typed: Typed) -> None:
    """Make the first item a paragraph by the button: the program has to read that before it can be typed in."""
    typed.screen.put_caret(FIRST)
    typed.screen.press("Gạch")


@pytest.fixture
def unread(opened: Typed) -> Typed:
    """Return the desk where the program has yet to answer what a button made of the text."""
    opened.screen.hold("xem")
    make_paragraph(opened)
    return opened


def read(typed: Typed) -> str:
    """Let the program's answer come, and return what is saved."""
    typed.screen.wait_held("xem")
    typed.screen.release("xem")
    typed.settle()
    return typed.body()


def test_backspace_and_letters_go_where_she_put_the_caret(unread: Typed) -> None:
    unread.screen.put_caret("Mở đầu", 2)
    unread.keys.press("Backspace")
    unread.keys.type("í")
    assert read(unread) == UNREAD.replace(OPENING, "Mí đầu của")


def test_letters_before_and_behind_a_click_elsewhere_go_to_both_places(unread: Typed) -> None:
    unread.keys.type(" ab")
    unread.screen.put_caret("Mở đầu", 2)
    unread.keys.type("cd")
    unread.screen.put_caret(FIRST, 1)
    unread.keys.type("e")
    assert read(unread) == UNREAD.replace(OPENING, "Mởcd đầu của").replace(FIRST, "Ýe thứ nhất. ab")


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("a ArrowLeft b", "Ý thứ nhất.ba"),
        ("Home Delete x", "\nx thứ nhất."),
        ("Control+Backspace Control+Backspace y", "\nÝ thứ y"),
        ("Shift+Home z", "\nz"),
        ("Enter w", "Ý thứ nhất.\n\nw"),
        ("a Shift+ArrowLeft Control+b", "Ý thứ nhất.**a**"),
        ("ArrowUp End Backspace q", "Mở đầu của văn bảnq\n"),
        ("ArrowRight Backspace", "Ý thứ nhất."),
        ("Control+Home p", "pMục đích"),
    ],
)
def test_keys_do_what_they_do_in_a_text_that_is_read(opened: Typed, keys: str, words: str) -> None:
    make_paragraph(opened)
    opened.settle()
    for key in keys.split():
        opened.keys.press(key)
    at_leisure = opened.body()
    opened.path.write_bytes((HEAD + BODY).encode())
    opened.screen.open("bài.md")
    opened.screen.hold("xem")
    make_paragraph(opened)
    for key in keys.split():
        opened.keys.press(key)
    assert read(opened) == at_leisure
    assert words in at_leisure


def test_a_step_taken_back_leaves_a_text_that_is_typed_in_at_once(unread: Typed) -> None:
    unread.screen.press("Hoàn tác")
    unread.screen.put_caret("Mở đầu", 2)
    unread.keys.press("Backspace")
    unread.keys.type("í")
    assert unread.body() == BODY.replace(OPENING, "Mí đầu của")


def test_undo_takes_back_first_what_was_typed_last(unread: Typed) -> None:
    unread.keys.type("abc")
    unread.keys.press("Control+z")
    assert read(unread) == UNREAD
    unread.keys.press("Control+z")
    assert unread.body() == BODY


def test_composed_letters_stand_once_each(unread: Typed) -> None:
    unread.keys.type(" ")
    unread.screen.compose("u", "ư", "ự")
    unread.screen.compose("d", "đ")
    unread.screen.put_caret("Mở đầu", 2)
    unread.screen.compose("a", "â", "ấ")
    assert read(unread) == UNREAD.replace(OPENING, "Mởấ đầu của").replace(FIRST, "Ý thứ nhất. ựđ")


def test_a_letter_being_composed_when_the_text_changes_is_kept(opened: Typed) -> None:
    opened.screen.hold("thong-tin")
    opened.screen.tab.get_by_role("tab", name="Thông tin").click()
    opened.screen.tab.get_by_label("Địa danh").fill("Lạng Sơn")
    opened.screen.put_caret("Mở đầu", 2)
    opened.screen.wait_held("thong-tin")
    wire = opened.screen.wire
    wire.send("Input.imeSetComposition", {"text": "u", "selectionStart": 1, "selectionEnd": 1})
    opened.screen.hold("xem")
    opened.screen.release("thong-tin")
    opened.screen.wait_held("xem")
    wire.send("Input.imeSetComposition", {"text": "ư", "selectionStart": 1, "selectionEnd": 1})
    opened.screen.release("xem")
    opened.settle()
    wire.send("Input.insertText", {"text": "ư"})
    opened.settle()
    opened.screen.save()
    text = opened.path.read_text("utf-8")
    assert text.endswith(BODY.replace(OPENING, "Mởư đầu của"))
    assert "dia_danh: Lạng Sơn\n" in text


def test_a_letter_left_while_it_is_composed_is_kept_and_the_field_she_went_to_has_the_focus(unread: Typed) -> None:
    unread.screen.tab.get_by_role("tab", name="Thông tin").click()
    unread.screen.put_caret("Mở đầu", 2)
    unread.screen.wire.send("Input.imeSetComposition", {"text": "ư", "selectionStart": 1, "selectionEnd": 1})
    place = unread.screen.tab.get_by_label("Địa danh")
    place.click()
    unread.keys.press("End")
    unread.keys.type("X")
    read(unread)
    assert place.input_value() == "Cao BằngX"
    text = unread.path.read_text("utf-8")
    assert text.endswith(UNREAD.replace(OPENING, "Mởư đầu của"))
    assert "dia_danh: Cao BằngX\n" in text


def test_pasted_words_and_cut_ones_wait_too(unread: Typed) -> None:
    unread.screen.put_caret("Mở đầu", 0)
    unread.keys.press("Shift+Control+ArrowRight")
    unread.keys.press("Control+x")
    unread.screen.put_caret("Khoản hai")
    unread.screen.host("Khoản hai").evaluate(
        """host => { const data = new DataTransfer(); data.setData('text/plain', ' Dán vào.');
        host.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }"""
    )
    assert read(unread) == UNREAD.replace("Mở đầu", " đầu").replace("Khoản hai.", "Khoản hai. Dán vào.")


def test_a_button_pressed_twice_does_and_undoes(unread: Typed) -> None:
    unread.screen.press("Gạch")
    unread.keys.type(" x")
    assert read(unread) == BODY.replace(FIRST, "Ý thứ nhất. x")


def test_what_waits_is_saved_where_she_leaves_the_view(unread: Typed) -> None:
    unread.keys.type(" cuối")
    unread.screen.tab.evaluate("location.hash = 'lich'")
    unread.screen.wait_held("xem")
    unread.screen.release("xem")
    unread.screen.tab.locator(".cal").wait_for()
    assert unread.path.read_text("utf-8") == HEAD + UNREAD.replace(FIRST, "Ý thứ nhất. cuối")


def test_what_waits_is_not_said_to_be_saved(unread: Typed) -> None:
    unread.screen.save()
    unread.keys.type(" cuối")
    unread.keys.press("Control+s")
    unread.screen.tab.locator("#saved", has_text="Đang lưu").wait_for()
    unread.screen.wait_held("xem")
    unread.screen.release("xem")
    unread.screen.wait_saved()
    assert unread.path.read_text("utf-8") == HEAD + UNREAD.replace(FIRST, "Ý thứ nhất. cuối")


def test_what_waits_is_in_the_word_file(unread: Typed) -> None:
    unread.keys.type(" cuối")
    unread.screen.press("Xuất Word")
    unread.screen.wait_held("xem")
    unread.screen.release("xem")
    unread.screen.tab.locator("#toast", has_text="Đã xuất Word").or_(
        unread.screen.tab.locator("dialog")
    ).first.wait_for()
    assert unread.path.read_text("utf-8") == HEAD + UNREAD.replace(FIRST, "Ý thứ nhất. cuối")


def test_words_written_elsewhere_meanwhile_stay_there(opened: Typed) -> None:
    tab = opened.screen.tab
    opened.screen.put_caret(FIRST)
    opened.screen.press("Ngày kỷ niệm…")
    tab.locator(".panel li .btn.p").first.wait_for()
    opened.screen.hold("xem")
    tab.locator(".panel li .btn.p").first.click()
    query = tab.locator(".panel input")
    query.click()
    tab.keyboard.type("ng")
    read(opened)
    tab.keyboard.type("ày")
    assert query.input_value() == "ngày"


def test_what_a_panel_puts_in_stands_where_she_stood_though_words_came_before(opened: Typed) -> None:
    opened.screen.put_caret("Khoản hai", 5)
    opened.screen.press("Căn cứ…")
    opened.screen.tab.get_by_label("Số văn bản hoặc chủ đề").fill("truyen thong")
    opened.screen.tab.locator(".panel li .btn.p").first.wait_for()
    opened.screen.put_caret("Mở đầu", 2)
    opened.keys.type("xyz")
    opened.settle()
    opened.screen.tab.locator(".panel li .btn.p").first.click()
    opened.settle()
    body = opened.body()
    assert "2. Khoản [dan: " in body
    assert "] hai." in body
