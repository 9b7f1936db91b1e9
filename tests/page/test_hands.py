"""Two tabs, a tab that is closed, yesterday's tab, a disk that refuses: each is said, and no word of hers is lost."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import HEAD
from tests.page.conftest import Page
from tests.page.screen import Screen
from ttdn_draft.output import refuse_write
from ttdn_draft.page import files
from ttdn_draft.page.calls import drawing

BODY = "Mở đầu.\n\n- Ý thứ nhất.\n"


@pytest.fixture
def draft(page: Page, screen: Screen) -> Path:
    """Return a draft that is open on the desk."""
    path = page.write("bài.md", HEAD + BODY)
    screen.open("bài.md")
    return path


@pytest.fixture
def other(page: Page, chromium: Any) -> Iterator[Screen]:
    """Return a second tab on the same page."""
    screen = Screen(chromium, page.served.base, page.served.token)
    screen.draw_nothing()
    yield screen
    screen.close()
    assert screen.faults == []


def test_two_tabs_on_one_file_lose_neither_text(page: Page, screen: Screen, other: Screen, draft: Path) -> None:
    other.open("bài.md")
    other.put_caret("Mở đầu.")
    other.tab.keyboard.type(" Thẻ hai.")
    other.save()
    screen.put_caret("Ý thứ nhất.")
    screen.tab.keyboard.type(" Thẻ một.")
    screen.tab.locator("dialog", has_text="Tệp này vừa được sửa ở nơi khác").wait_for()
    screen.press("Lưu bản này thành tệp mới")
    screen.hear_toast("Đã lưu thành tệp mới")
    assert draft.read_text("utf-8") == HEAD + BODY.replace("đầu.", "đầu. Thẻ hai.")
    [mine] = [path for path in page.folder.glob("*.md") if path != draft]
    assert mine.read_text("utf-8") == HEAD + BODY.replace("nhất.", "nhất. Thẻ một.")


def test_a_tab_that_she_comes_back_to_shows_what_another_one_saved(screen: Screen, other: Screen, draft: Path) -> None:
    other.open("bài.md")
    other.put_caret("Mở đầu.")
    other.tab.keyboard.type(" Thẻ hai.")
    other.save()
    screen.tab.evaluate("() => dispatchEvent(new Event('focus'))")
    screen.host("Thẻ hai.").wait_for()
    screen.put_caret("Ý thứ nhất.")
    screen.tab.keyboard.type(" Thẻ một.")
    screen.save()
    text = HEAD + BODY.replace("đầu.", "đầu. Thẻ hai.").replace("nhất.", "nhất. Thẻ một.")
    assert draft.read_text("utf-8") == text


@pytest.mark.parametrize("words", [" Gõ rồi đóng ngay.", " Dài." * 5_000])
def test_a_tab_closed_by_hand_saves_what_was_typed_last(page: Page, screen: Screen, draft: Path, words: str) -> None:
    screen.put_caret("Ý thứ nhất.")
    screen.tab.keyboard.insert_text(words)
    screen.tab.close(run_before_unload=True)
    wanted = HEAD + BODY.replace("nhất.", f"nhất.{words}")
    for _ in range(60):
        if draft.read_text("utf-8") == wanted:
            break
        page.ask("con-song")
        time.sleep(0.05)
    assert draft.read_text("utf-8") == wanted


def test_a_tab_is_not_closed_without_a_word_while_the_disk_refuses(screen: Screen, draft: Path) -> None:
    fault = {"loi": [{"id": "E301", "noi": "", "cau": "Thư mục chỉ cho đọc.", "cach_sua": ""}], "cho": "unwritable"}
    screen.context.route("**/api/luu", lambda route: route.fulfill(status=422, json=fault))
    screen.put_caret("Ý thứ nhất.")
    screen.tab.keyboard.type(" Thêm.")
    screen.tab.locator("#unsaved .btn.p").wait_for()
    asked = list[str]()
    screen.tab.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    screen.tab.close(run_before_unload=True)
    screen.tab.wait_for_timeout(800)
    assert asked == ["beforeunload"]
    assert screen.host("nhất. Thêm.").count() == 1


def test_typing_goes_on_behind_what_was_put_in_after_esc(screen: Screen, draft: Path) -> None:
    screen.put_caret("Mở đầu", 6)
    screen.press("Căn cứ…")
    screen.tab.keyboard.type("57-KL/TW")
    screen.tab.locator(".panel li .btn.p").first.click()
    screen.host("57-KL/TW").wait_for()
    screen.tab.keyboard.press("Escape")
    assert screen.tab.locator(".panel").count() == 0
    screen.tab.keyboard.type(" gõ tiếp")
    screen.save()
    assert "Mở đầu [dan: kl-57-kltw-2023] gõ tiếp." in draft.read_text("utf-8")


def test_a_tab_of_yesterday_says_so_and_keeps_the_words(page: Page, screen: Screen, draft: Path) -> None:
    screen.put_caret("Ý thứ nhất.")
    screen.tab.evaluate("() => sessionStorage.setItem('ttdn-draft-k', 'cu')")
    screen.tab.reload()
    told = screen.tab.locator("#ended")
    told.wait_for()
    assert "lần mở trước" in told.inner_text()


def without_office(screen: Screen, page: Page) -> str:
    """Open a draft whose pages the server really draws, and return what stands at the right."""
    screen.context.unroute("**/api/trang")
    page.write("bài.md", HEAD + BODY)
    screen.open("bài.md")
    screen.tab.locator("#pages .msg").wait_for()
    return screen.tab.inner_text("#right")


def test_without_libreoffice_the_words_stand_there_and_typing_goes_on(
    page: Page, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ttdn_draft.api.drawing.find_office", lambda: None)
    told = without_office(screen, page)
    assert "Máy này chưa có LibreOffice" in told and "Ý thứ nhất." in told
    screen.put_caret("Ý thứ nhất.")
    screen.tab.keyboard.type(" Thêm.")
    screen.tab.locator("#right", has_text="nhất. Thêm.").wait_for()


def test_a_libreoffice_that_hangs_keeps_nobody_waiting_and_is_asked_again(
    page: Page, screen: Screen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office = tmp_path / "soffice"
    office.write_text("#!/bin/sh\nexec sleep 30\n", "utf-8")
    office.chmod(0o755)
    monkeypatch.setattr("ttdn_draft.pages.engine._places", lambda *_: iter([office]))
    monkeypatch.setattr(drawing, "SECONDS", 1)
    monkeypatch.setattr(drawing, "MOST_SECONDS", 3)
    told = without_office(screen, page)
    assert "Thử lại" in told and "Ý thứ nhất." in told
    screen.put_caret("Ý thứ nhất.")
    screen.tab.keyboard.type(" Thêm.")
    screen.save()
    assert (page.folder / "bài.md").read_text("utf-8") == HEAD + BODY.replace("nhất.", "nhất. Thêm.")


def test_a_folder_that_is_only_read_is_said_at_once_and_the_text_is_kept(
    page: Page, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = page.write("bài.md", HEAD + BODY)

    def refuse(target: Path, *_: object, **__: object) -> None:
        raise refuse_write(target, PermissionError(13, "Permission denied"))

    monkeypatch.setattr(files, "write_whole", refuse)
    monkeypatch.setattr("ttdn_draft.page.calls.starting.os.access", lambda *_: False)
    screen.tab.reload()
    screen.tab.locator(".msg", has_text="Không ghi được vào thư mục này").wait_for()
    screen.open("bài.md")
    screen.put_caret("Ý thứ nhất.")
    screen.tab.keyboard.type(" Thêm.")
    screen.tab.locator("#unsaved .btn.p", has_text="Chọn thư mục khác…").wait_for()
    assert path.read_text("utf-8") == HEAD + BODY
    screen.go("bat-dau")
    monkeypatch.undo()
    screen.open("bài.md")
    screen.press("Dùng bản giữ tạm")
    screen.save()
    assert path.read_text("utf-8") == HEAD + BODY.replace("nhất.", "nhất. Thêm.")


def test_a_file_deleted_since_the_list_was_made_is_said_where_it_is_opened(page: Page, screen: Screen) -> None:
    path = page.write("bài.md", HEAD + BODY)
    screen.tab.reload()
    link = screen.tab.get_by_role("link", name="bài.md")
    link.wait_for()
    path.unlink()
    link.click()
    screen.tab.locator(".msg.e", has_text="không còn ở chỗ cũ").wait_for()
