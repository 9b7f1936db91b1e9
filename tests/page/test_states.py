"""What is unusual is said on the page, and nothing of hers is lost by it."""

from pathlib import Path

import pytest

from tests.conftest import HEAD
from tests.page.conftest import Page
from tests.page.screen import Screen

BODY = "Mở đầu.\n\n- Ý thứ nhất.\n"


@pytest.fixture
def draft(page: Page, screen: Screen) -> Path:
    """Return a draft that is open on the desk."""
    path = page.write("bài.md", HEAD + BODY)
    screen.open("bài.md")
    return path


def test_a_file_changed_elsewhere_is_kept_and_hers_becomes_a_new_one(page: Page, screen: Screen, draft: Path) -> None:
    theirs = HEAD + BODY.replace("Mở đầu.", "Mở đầu của người khác.")
    draft.write_bytes(theirs.encode())
    screen.put_caret("Ý thứ nhất.")
    screen.tab.keyboard.type(" Của tôi.")
    screen.tab.locator("dialog", has_text="Tệp này vừa được sửa ở nơi khác").wait_for()
    screen.press("Xem chỗ khác nhau")
    assert screen.tab.locator("dialog del").all_inner_texts() == [" của người khác"]
    assert screen.tab.locator("dialog ins").all_inner_texts() == [" Của tôi."]
    screen.press("Lưu bản này thành tệp mới")
    screen.hear_toast("Đã lưu thành tệp mới")
    assert draft.read_text("utf-8") == theirs
    [mine] = [path for path in page.folder.glob("*.md") if path != draft]
    assert mine.read_text("utf-8") == HEAD + BODY.replace("nhất.", "nhất. Của tôi.")


def test_the_other_text_can_be_opened_instead(page: Page, screen: Screen, draft: Path) -> None:
    draft.write_bytes((HEAD + BODY.replace("Mở đầu.", "Mở đầu khác.")).encode())
    screen.put_caret("Ý thứ nhất.")
    screen.tab.keyboard.type("X")
    screen.press("Mở bản kia")
    screen.host("Mở đầu khác.").wait_for()
    assert screen.host("nhất.X").count() == 0


def test_a_file_that_is_gone_is_said_and_saved_as_a_new_one(page: Page, screen: Screen, draft: Path) -> None:
    draft.unlink()
    screen.put_caret("Ý thứ nhất.")
    screen.tab.keyboard.type(" Thêm.")
    screen.tab.locator("#unsaved", has_text="Tệp không còn ở chỗ cũ").wait_for()
    screen.press("Lưu bản này thành tệp mới")
    screen.tab.locator("#toast", has_text="Đã lưu thành tệp mới").wait_for()
    [mine] = page.folder.glob("*.md")
    assert mine.read_text("utf-8") == HEAD + BODY.replace("nhất.", "nhất. Thêm.")


def test_what_could_not_be_saved_is_said_and_saved_by_the_next_try(screen: Screen, draft: Path) -> None:
    fault = {"loi": [{"id": "E301", "noi": "", "cau": "Thư mục chỉ cho đọc.", "cach_sua": ""}], "cho": "unwritable"}
    screen.context.route("**/api/luu", lambda route: route.fulfill(status=422, json=fault))
    screen.put_caret("Ý thứ nhất.")
    screen.tab.keyboard.type(" Thêm.")
    screen.tab.locator("#unsaved .btn.p", has_text="Chọn thư mục khác…").wait_for()
    assert "Thư mục chỉ cho đọc." in screen.tab.inner_text("#unsaved")
    screen.context.unroute("**/api/luu")
    screen.press("Thử lại")
    screen.wait_saved()
    assert draft.read_text("utf-8") == HEAD + BODY.replace("nhất.", "nhất. Thêm.")
    assert screen.tab.inner_text("#unsaved") == ""


def test_a_program_that_ended_is_said_and_the_text_saved_once_it_is_back(screen: Screen, draft: Path) -> None:
    screen.context.route("**/api/**", lambda route: route.abort())
    screen.put_caret("Ý thứ nhất.")
    screen.tab.keyboard.type(" Thêm.")
    screen.tab.locator("#ended").wait_for()
    assert screen.host("nhất. Thêm.").count() == 1
    screen.context.unroute("**/api/**")
    screen.tab.evaluate("() => document.querySelector('#ended .btn')?.click()")  # the page itself may be first
    screen.tab.locator("#ended").wait_for(state="detached")
    screen.wait_saved()
    assert draft.read_text("utf-8") == HEAD + BODY.replace("nhất.", "nhất. Thêm.")


def test_a_program_that_is_back_by_itself_saves_what_was_typed_meanwhile(screen: Screen, draft: Path) -> None:
    screen.context.route("**/api/**", lambda route: route.abort())
    screen.put_caret("Ý thứ nhất.")
    screen.tab.keyboard.type(" Thêm.")
    screen.tab.locator("#ended").wait_for()
    screen.context.unroute("**/api/**")
    screen.tab.locator("#ended").wait_for(state="detached")
    screen.wait_saved()
    assert draft.read_text("utf-8") == HEAD + BODY.replace("nhất.", "nhất. Thêm.")


def test_without_pages_the_words_of_the_word_file_stand_at_the_right_and_lead_to_the_text(
    screen: Screen, page: Page
) -> None:
    lines = {"pages": [], "map": [], "engine": "", "lines": [{"block": 1, "text": "- Ý thứ nhất."}], "hung": False}
    screen.context.route("**/api/trang", lambda route: route.fulfill(json=lines))
    page.write("bài.md", HEAD + BODY)
    screen.open("bài.md")
    screen.tab.locator("#right", has_text="Máy này chưa có LibreOffice").wait_for()
    assert "Trang in, vừa cập nhật" not in screen.tab.inner_text("#right")
    assert screen.tab.locator("#pages").get_attribute("aria-label") == "Chữ của tệp Word"


@pytest.mark.parametrize("view", ["kiem-tra", "nam-sau"])
def test_a_file_that_is_no_word_file_is_named_with_what_to_do(screen: Screen, tmp_path: Path, view: str) -> None:
    wrong = tmp_path / "báo cáo.doc"
    wrong.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(2000))
    screen.go(view, ".drop")
    screen.give(wrong)
    told = screen.tab.locator(".msg.e")
    told.wait_for()
    assert len(told.inner_text()) > 30
    assert screen.tab.locator(".drop").count() == 1


def test_the_last_two_seconds_are_all_that_a_closed_tab_can_lose(screen: Screen, draft: Path) -> None:
    screen.put_caret("Ý thứ nhất.")
    screen.tab.keyboard.type(" Gõ rồi đóng.")
    screen.tab.wait_for_timeout(2000)
    assert draft.read_text("utf-8") == HEAD + BODY.replace("nhất.", "nhất. Gõ rồi đóng.")


def test_a_draft_opens_again_where_she_was(screen: Screen, draft: Path) -> None:
    screen.put_caret("Ý thứ nhất.", 4)
    screen.go("lich")
    screen.open("bài.md")
    screen.tab.wait_for_timeout(300)
    screen.tab.keyboard.type("X")
    screen.save()
    assert "- Ý thXứ nhất." in draft.read_text("utf-8")


def test_another_folder_leaves_the_open_draft_saved_where_it_lies(page: Page, screen: Screen, draft: Path) -> None:
    (page.folder / "con").mkdir()
    screen.put_caret("Ý thứ nhất.")
    screen.tab.keyboard.type(" Thêm.")
    screen.tab.locator("#folder").click()
    screen.press("con")
    screen.tab.locator(".here", has_text="con").wait_for()
    screen.press("Dùng thư mục này")
    screen.tab.get_by_text("Chưa có tệp nào").wait_for()
    assert draft.read_text("utf-8") == HEAD + BODY.replace("nhất.", "nhất. Thêm.")
