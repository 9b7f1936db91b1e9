"""Careless and hostile acts on the page: nothing is lost or breaks, and what is refused is said in plain words."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.conftest import HEAD
from tests.page.conftest import Page
from tests.page.screen import Screen
from ttdn_draft import api
from ttdn_draft.page import app

NAME = "hướng dẫn.md"
KEPT = "Câu phải giữ nguyên."
BODY = f"Mở đầu [điền: ngày họp] và [cần kiểm tra: Sở Ngoại vụ — chưa thấy].\n\n- {KEPT}\n- Ý thứ hai.\n"
DRAFT = HEAD.replace("---\n", "---\ndu_thao: 1\n", 1) + BODY
ODD = re.compile(r"Traceback|undefined|\[object|\bNaN\b|\bnull\b|Error:|Exception|\{[a-z_]+\}|--[a-z]")
OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096)  # how .doc and encrypted .docx begin


@pytest.fixture
def tab(page: Page, chromium: Any) -> Iterator[Screen]:
    """Return a tab on a folder with one draft, that draws no pages."""
    page.write(NAME, DRAFT)
    screen = Screen(chromium, page.served.base, page.served.token)
    screen.draw_nothing()
    yield screen
    screen.close()
    assert screen.faults == []


def is_calm(tab: Screen) -> str:
    """Return what the page shows; fail where that is no plain words, or the program does not answer any more."""
    shown = str(tab.tab.evaluate("document.body.innerText"))
    assert not ODD.search(shown), ODD.search(shown)
    assert tab.tab.locator("#ended").count() == 0
    return shown


def read(page: Page, name: str = NAME) -> str:
    return page.folder.joinpath(name).read_text("utf-8")


def pack(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/"), data)
    return file.getvalue()


WHOLE = api.render(HEAD + "Đoạn một.\n", format="md")
FILES = {
    "báo cáo.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "cũ.doc": OLD_WORD,
    "mật khẩu.docx": OLD_WORD,
    "trống.docx": b"",
    "chữ.docx": "Đây là chữ thường.".encode(),
    "nén.docx": pack(a=b"b"),
    "bảng tính.docx": pack(xl__workbook=b"<workbook/>"),
    "nửa.docx": WHOLE[: len(WHOLE) // 2],
    "ảnh.png": b"\x89PNG\r\n\x1a\n",
    "hỏng.md": b"\xff\xfe\x00\x00",
    "không đầu.md": "Chỉ có chữ.".encode(),
    "lạ.yaml": b"a: [",
    "khác.json": b"{",
    "nặng.docx": bytes(300_000),
    f"{'tên rất dài ' * 18}.docx": WHOLE[:100],
    "CON.docx": WHOLE[:100],
}


@pytest.mark.parametrize("view", ["nam-sau", "kiem-tra"])
def test_files_that_are_none_are_refused_in_plain_words(
    page: Page, tab: Screen, view: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "WORD_LIMIT", 200_000)  # what 64 MB are to a file of 100: a driver sends no more than that
    tab.go(view, ".drop")
    for name, data in FILES.items():
        with tab.tab.expect_file_chooser() as chooser:
            tab.press("Chọn tệp…")
        tab.tab.evaluate("document.querySelectorAll('.msg.e').forEach((one) => one.remove())")
        chooser.value.set_files({"name": name, "mimeType": "", "buffer": data})
        tab.tab.locator(".msg.e").wait_for()
        assert len(tab.tab.locator(".msg.e").inner_text()) > 20, name
        is_calm(tab)
    assert read(page) == DRAFT


def twice(button: Callable[[Screen], Any]) -> Callable[[Screen], None]:
    """Return the act of someone who double-clicks everything."""
    return lambda tab: button(tab).dblclick()


def type_and(act: Callable[[Screen], Any]) -> Callable[[Screen], None]:
    def acts(tab: Screen) -> None:
        tab.put_caret("Ý thứ hai.")
        tab.tab.keyboard.type(" Gõ dở")
        act(tab)

    return acts


def nonsense(tab: Screen) -> None:
    """Type signs of every kind into every field of the form."""
    tab.tab.locator("#t-t").click()
    for field in tab.tab.locator("#p-t input, #p-t textarea").all():
        field.fill('"]: # {x} 31/2/2027 --- [điền: a] \\')
        field.press("Tab")
    tab.tab.wait_for_timeout(1500)


def clear(label: str) -> Callable[[Screen], None]:
    def acts(tab: Screen) -> None:
        tab.tab.locator("#t-t").click()
        tab.tab.get_by_label(label, exact=True).fill("")
        tab.tab.keyboard.press("Tab")
        tab.tab.wait_for_timeout(900)
        tab.press("Xuất Word")
        tab.tab.wait_for_timeout(1200)

    return acts


def paste(words: str, html: str = "") -> Callable[[Screen], None]:
    def acts(tab: Screen) -> None:
        tab.put_caret("Ý thứ hai.")
        tab.tab.evaluate(
            """([words, html]) => {
              const clipboardData = new DataTransfer(), event = { clipboardData, bubbles: true, cancelable: true };
              clipboardData.setData("text/plain", words);
              if (html) clipboardData.setData("text/html", html);
              document.activeElement.dispatchEvent(new ClipboardEvent("paste", event)); }""",
            [words, html],
        )
        tab.tab.wait_for_timeout(1500)

    return acts


def answer(words: str) -> Callable[[Screen], None]:
    def acts(tab: Screen) -> None:
        while not tab.tab.locator("#answer").count():
            tab.press("Để sau")
        tab.tab.fill("#answer", words)
        tab.tab.press("#answer", "Enter")
        tab.tab.wait_for_timeout(900)

    return acts


def keys(*presses: str) -> Callable[[Screen], None]:
    def acts(tab: Screen) -> None:
        for key in presses:
            tab.tab.keyboard.press(key)
        tab.tab.wait_for_timeout(900)

    return acts


ACTS: dict[str, Callable[[Screen], None]] = {
    "double click on Xuất Word": twice(lambda tab: tab.tab.locator("#export")),
    "double click on Đúng": lambda tab: (tab.press("Để sau"), tab.tab.locator("#question [type=submit]").dblclick())[0],
    "double click on Để sau": twice(lambda tab: tab.tab.get_by_role("button", name="Để sau")),
    "double click on Hoàn tác": lambda tab: tab.tab.locator("#undo").dblclick(force=True),
    "Dự thảo off with questions left": lambda tab: tab.tab.locator("#off").click(force=True),
    "back while typing": type_and(lambda tab: tab.tab.go_back()),
    "back and forward while typing": type_and(lambda tab: (tab.tab.go_back(), tab.tab.go_forward())),
    "reload while typing": type_and(lambda tab: tab.tab.reload()),
    "language while typing": type_and(lambda tab: tab.tab.locator("#top button[lang=en]").click()),
    "other view while typing": type_and(lambda tab: tab.tab.get_by_role("link", name="Lịch").first.click()),
    "help while typing": type_and(lambda tab: tab.tab.keyboard.press("F1")),
    "export while typing": type_and(lambda tab: tab.press("Xuất Word")),
    "nonsense in every fact": nonsense,
    "name of the body cleared": clear("Tên cơ quan ban hành"),
    "subject cleared": clear("Trích yếu nội dung"),
    "day cleared": clear("Ngày ban hành"),
    "recipients cleared": clear("Nơi nhận"),
    "200 kB pasted": paste("Một đoạn dài của văn bản khác. " * 7000),
    "marks pasted": paste("# Mục\n- gạch\n| a | b |\n[điền: x]\n---\n```\n[^9]"),
    "page of a browser pasted": paste("chữ", "<script>alert(1)</script><img src=x onerror=alert(1)><b>chữ</b>"),
    "odd signs pasted": paste("a\u0000b\u202ec\ufeffd\u200be\U0001f600f\ud800g\r\nh\ti"),
    "long answer": answer("dài " * 3000),
    "answer with marks": answer('"]: # [điền: y] [cần kiểm tra: z — q] | \\ **b**'),
    "empty answer": answer("   "),
    "many undos": keys(*["Control+z"] * 60),
    "many redos": keys(*["Control+y"] * 60),
    "F8 many times": keys(*["F8", "Shift+F8", "F8"] * 10),
    "Esc everywhere": keys("Escape", "F1", "Escape", "F8", "Escape", "Escape"),
    "save many times": type_and(keys(*["Control+s"] * 20)),
    "fifty Enters": type_and(keys(*["Enter"] * 50)),
    "unknown view": lambda tab: tab.tab.evaluate("location.hash = 'khong-co'"),
    "unknown file": lambda tab: tab.tab.evaluate("location.hash = 'ban-soan/khong-co.md'"),
    "file outside the folder": lambda tab: tab.tab.evaluate("location.hash = 'ban-soan/..%2f..%2fetc%2fpasswd'"),
    "address that is cut": lambda tab: tab.tab.evaluate("location.hash = 'ban-soan/%E0%A4%A'"),
}


@pytest.mark.parametrize("act", ACTS)
def test_careless_act_on_the_desk_loses_nothing(page: Page, tab: Screen, act: str) -> None:
    tab.open(NAME)
    tab.tab.locator("#question").wait_for()
    ACTS[act](tab)
    tab.tab.wait_for_timeout(1200)
    is_calm(tab)
    text = read(page)
    assert KEPT in text
    assert "Gõ dở" in text or "typing" not in act
    tab.tab.reload()
    tab.open(NAME)
    tab.tab.locator(".host", has_text=KEPT).first.wait_for()
    is_calm(tab)


def test_everything_deleted_comes_back(page: Page, tab: Screen) -> None:
    tab.open(NAME)
    for words in ("Ý thứ hai.", KEPT):
        tab.host(words).click()
        tab.tab.keyboard.press("Control+a")
        tab.tab.keyboard.press("Delete")
    tab.save()
    tab.press("Hoàn tác")
    tab.press("Hoàn tác")
    tab.save()
    assert read(page) == DRAFT


@pytest.mark.parametrize("year", ["0", "99999", "abcd", "", "1930", "2999"])
def test_year_that_is_none_is_told_and_writes_nothing(page: Page, tab: Screen, year: str) -> None:
    tab.go("soan-moi", "form")
    tab.choose("Tỉnh, thành phố", "cao ba")
    tab.tab.get_by_label("Năm", exact=True).fill(year)
    tab.tab.wait_for_timeout(700)
    tab.press("Soạn bản nháp")
    tab.tab.wait_for_timeout(1500)
    shown = is_calm(tab)
    made = [one.name for one in page.folder.glob("*.md") if one.name != NAME]
    assert not made or year in ("1930", "2999"), shown


def test_new_draft_is_written_once_by_a_double_click(page: Page, tab: Screen) -> None:
    tab.go("soan-moi", "form")
    tab.choose("Tỉnh, thành phố", "cao ba")
    tab.tab.locator(".use dl").wait_for()
    tab.tab.get_by_role("button", name="Soạn bản nháp").dblclick()
    tab.tab.locator(".desk .blk").first.wait_for()
    tab.tab.wait_for_timeout(500)
    assert len(list(page.folder.glob("*.md"))) == 2
    is_calm(tab)


def test_changes_of_last_year_are_written_once_by_a_double_click(page: Page, tab: Screen) -> None:
    tab.go("nam-sau", ".drop")
    with tab.tab.expect_file_chooser() as chooser:
        tab.press("Chọn tệp…")
    chooser.value.set_files({"name": "HD 2026.docx", "mimeType": "", "buffer": WHOLE})
    tab.tab.locator("#roll-list li").first.wait_for()
    tab.tab.get_by_role("button", name="Soạn tiếp").dblclick()
    tab.tab.locator(".desk .blk").first.wait_for()
    tab.tab.wait_for_timeout(500)
    assert len(list(page.folder.glob("*.md"))) == 2
    is_calm(tab)


@pytest.mark.parametrize("words", ["(" * 50, "a" * 5000, "57.*[", "'; drop table", "\u202e"])
def test_search_for_nonsense_finds_nothing_and_says_so(tab: Screen, words: str) -> None:
    tab.go("can-cu", "input")
    tab.tab.locator("main input").first.fill(words)
    tab.tab.wait_for_timeout(900)
    is_calm(tab)


@pytest.mark.parametrize("year", ["9999", "0", "năm", ""])
def test_calendar_of_a_year_that_is_none(tab: Screen, year: str) -> None:
    tab.go("lich", "h1")
    tab.tab.get_by_label("Năm", exact=True).fill(year)
    tab.tab.keyboard.press("Tab")
    tab.tab.wait_for_timeout(900)
    is_calm(tab)


@pytest.mark.parametrize("fate", ["deleted", "spoilt", "folder", "emptied"])
def test_file_that_something_else_changed_is_told_and_her_words_stay(page: Page, tab: Screen, fate: str) -> None:
    tab.open(NAME)
    path = page.folder / NAME
    if fate == "spoilt":
        path.write_bytes(b"\xff\xfe\x00\x01" * 100)
    elif fate == "emptied":
        path.write_bytes(b"")
    else:
        path.unlink()
    if fate == "folder":
        path.mkdir()
    tab.put_caret("Ý thứ hai.")
    tab.tab.keyboard.type(" Gõ dở")
    tab.tab.locator("#unsaved .msg, dialog[open]").first.wait_for()
    shown = is_calm(tab)
    assert "Gõ dở" in shown


def test_two_tabs_that_type_into_one_file_keep_both_texts(page: Page, tab: Screen, chromium: Any) -> None:
    tab.open(NAME)
    other = Screen(chromium, page.served.base, page.served.token)
    other.draw_nothing()
    other.open(NAME)
    for screen, words in ((tab, " Của tab một"), (other, " Của tab hai")):
        screen.put_caret("Ý thứ hai.")
        screen.tab.keyboard.type(words)
        screen.tab.wait_for_timeout(2500)
    assert "Của tab một" in read(page)
    other.press("Lưu bản này thành tệp mới")
    other.tab.wait_for_timeout(1200)
    assert any("Của tab hai" in one.read_text("utf-8") for one in page.folder.glob("*.md"))
    assert any("Của tab một" in one.read_text("utf-8") for one in page.folder.glob("*.md"))
    is_calm(other)
    other.close()
