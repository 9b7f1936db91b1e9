"""Answers that come late, or in another order, change neither what she wrote nor what she looks at."""

import re
from pathlib import Path

import pytest

from tests.conftest import HEAD
from tests.page.conftest import Page
from tests.page.screen import Screen

BODY = """Mở đầu.

- Thực hiện theo theo kế hoạch.

- Chép nguyên văn văn bản trên trên.

- Báo cáo [điền: số liệu của năm].

- Giao [cần kiểm tra: Ban Tuyên giáo — chưa thấy] chủ trì.
"""


@pytest.fixture
def draft(page: Page, screen: Screen) -> Path:
    """Return a draft with remarks and questions that is open on the desk."""
    path = page.write("bài.md", HEAD + BODY)
    screen.open("bài.md")
    return path


def choose(screen: Screen, pane: str, words: str) -> None:
    """Make a question or remark the current one, if it is not."""
    screen.tab.locator(f"{pane} .ql button, {pane} .card h2, {pane} .card .val", has_text=words).first.click()


def saved(screen: Screen, draft: Path) -> str:
    """Save, and return the file."""
    screen.save()
    return draft.read_text("utf-8")


def test_a_fix_mends_its_own_words_though_letters_came_before_them(screen: Screen, draft: Path) -> None:
    screen.tab.locator("#t-n").click()
    choose(screen, "#p-n", "theo theo")
    screen.hold("xem")
    screen.put_caret("Mở đầu.")
    screen.tab.keyboard.type(" Thêm chữ.")
    screen.tab.locator("#p-n .card .btn.p").click()
    screen.release("xem")
    text = saved(screen, draft)
    assert text == HEAD + BODY.replace("Mở đầu.", "Mở đầu. Thêm chữ.").replace("theo theo", "theo")


def test_a_fix_leaves_words_that_she_changed_herself(screen: Screen, draft: Path) -> None:
    screen.tab.locator("#t-n").click()
    choose(screen, "#p-n", "theo theo")
    screen.hold("xem")
    screen.put_caret("Thực hiện", len("Thực hiện theo the"))
    screen.tab.keyboard.type("XY")
    screen.tab.locator("#p-n .card .btn.p").click()
    screen.hear_toast("Văn bản vừa đổi")
    assert saved(screen, draft) == HEAD + BODY.replace("theo theo", "theo theXYo")
    screen.release("xem")


def test_a_remark_passed_over_while_the_text_is_read_is_gone(screen: Screen, draft: Path) -> None:
    screen.tab.locator("#t-n").click()
    choose(screen, "#p-n", "theo theo")
    screen.hold("xem")
    screen.put_caret("Mở đầu.")
    screen.tab.keyboard.type(" Thêm.")
    screen.wait_held("xem")
    screen.press("Bỏ qua…")
    screen.tab.get_by_label("Lý do").fill("chép nguyên văn")
    screen.press("Bỏ qua nhận xét này")
    screen.hear_toast("Đã bỏ qua")
    screen.release("xem")
    screen.tab.locator(".passed", has_text="chép nguyên văn").wait_for()


@pytest.mark.parametrize(("tab", "words"), [("h", "số liệu"), ("n", "trên trên")])
def test_a_press_begun_before_the_lists_are_drawn_anew_still_counts(
    screen: Screen, draft: Path, tab: str, words: str
) -> None:
    screen.tab.locator(f"#t-{tab}").click()
    choose(screen, f"#p-{tab}", {"h": "Ban Tuyên giáo", "n": "theo theo"}[tab])
    row = screen.tab.locator(f"#p-{tab} .ql button", has_text=words)
    screen.hold("xem")
    screen.put_caret("Mở đầu.")
    screen.tab.keyboard.type(" Thêm.")
    screen.wait_held("xem")
    row.hover()
    screen.tab.mouse.down()
    drawn = screen.tab.locator(f"#p-{tab} .prog").element_handle()
    screen.release("xem")
    screen.wait_until("drawn => !drawn.isConnected", drawn)
    screen.tab.mouse.up()
    screen.tab.locator(f"#p-{tab} .card", has_text=words).wait_for()


def test_an_answer_is_put_in_though_she_types_on_and_her_caret_stays(screen: Screen, draft: Path) -> None:
    screen.hold("tra-loi")
    choose(screen, "#p-h", "số liệu")
    screen.tab.fill("#answer", "đủ 12 tin")
    screen.press("Điền vào văn bản")
    screen.wait_held("tra-loi")
    screen.put_caret("Mở đầu.")
    screen.tab.keyboard.type(" Gõ")
    screen.release("tra-loi")
    screen.hear_toast("Đã điền")
    screen.tab.keyboard.type(" ti")
    screen.tab.locator("#t-h span", has_text="1").wait_for()
    screen.tab.keyboard.type("ếp.")
    text = saved(screen, draft)
    assert "Mở đầu. Gõ tiếp.\n" in text
    assert "- Báo cáo đủ 12 tin.\n" in text


def test_an_answer_that_is_on_its_way_is_saved_where_she_leaves(screen: Screen, draft: Path) -> None:
    choose(screen, "#p-h", "Ban Tuyên giáo")
    screen.hold("tra-loi")
    screen.press("Đúng")
    screen.wait_held("tra-loi")
    screen.tab.evaluate("location.hash = 'lich'")
    screen.tab.wait_for_timeout(200)
    screen.release("tra-loi")
    screen.tab.locator(".cal").wait_for()
    assert "[cần kiểm tra" not in draft.read_text("utf-8")


def test_a_letter_composed_in_an_answer_outlasts_the_reading_of_the_text(screen: Screen, draft: Path) -> None:
    choose(screen, "#p-h", "số liệu")
    screen.hold("xem")
    screen.put_caret("Mở đầu.")
    screen.tab.keyboard.type(" Thêm.")
    screen.wait_held("xem")
    screen.tab.locator("#answer").click()
    screen.tab.keyboard.type("v")
    for at, state in enumerate(("u", "ư", "ườ", "ườn")):
        length = len(state)
        screen.wire.send("Input.imeSetComposition", {"text": state, "selectionStart": length, "selectionEnd": length})
        if at == 1:
            screen.release("xem")
            screen.tab.wait_for_timeout(300)
    screen.wire.send("Input.insertText", {"text": "ườn"})
    assert screen.tab.locator("#answer").input_value() == "vườn"


def test_facts_given_one_after_the_other_all_come_into_the_text(screen: Screen, draft: Path) -> None:
    screen.tab.locator("#t-t").click()
    screen.hold("thong-tin")
    screen.tab.get_by_label("Địa danh").fill("Lào Cai")
    screen.tab.get_by_label("Ngày ban hành").fill("15/01/2027")
    screen.put_caret("Mở đầu.")
    screen.tab.keyboard.type(" Thêm.")
    screen.wait_held("thong-tin")
    screen.tab.wait_for_timeout(500)
    screen.release("thong-tin")
    screen.tab.wait_for_timeout(1500)
    text = saved(screen, draft)
    assert "dia_danh: Lào Cai\n" in text
    assert 'ngay: "15/01/2027"\n' in text
    assert "Mở đầu. Thêm.\n" in text
    assert screen.tab.get_by_label("Địa danh").input_value() == "Lào Cai"


def test_the_bar_says_that_all_is_saved_only_once_a_fact_on_its_way_is_in_the_file(screen: Screen, draft: Path) -> None:
    screen.save()
    screen.tab.locator("#t-t").click()
    screen.hold("thong-tin")
    screen.tab.get_by_label("Địa danh").fill("Lào Cai")
    assert screen.tab.inner_text("#saved") == "Đang lưu…"
    screen.tab.keyboard.press("Control+s")
    screen.wait_held("thong-tin")
    assert screen.tab.inner_text("#saved") == "Đang lưu…"
    screen.release("thong-tin")
    screen.wait_saved()
    assert "dia_danh: Lào Cai\n" in draft.read_text("utf-8")


def test_a_fact_is_saved_where_she_leaves_at_once(screen: Screen, draft: Path) -> None:
    screen.tab.locator("#t-t").click()
    screen.tab.get_by_label("Địa danh").fill("Lào Cai")
    screen.go("lich", ".cal")
    assert "dia_danh: Lào Cai\n" in draft.read_text("utf-8")


def test_the_word_draft_is_taken_off_only_the_text_that_it_stands_in(page: Page, screen: Screen) -> None:
    draft = page.write("xong.md", HEAD.replace("ngay:", "du_thao: 1\nngay:") + "Mở đầu.\n")
    screen.open("xong.md")
    screen.hold("xem")
    screen.tab.locator("#off").click()
    screen.wait_held("xem")
    screen.put_caret("Mở đầu.")
    screen.tab.get_by_role("tab", name="Thông tin").click()
    screen.tab.get_by_label("Địa danh").fill("Lào Cai")
    screen.tab.wait_for_timeout(1200)
    screen.release("xem")
    screen.tab.wait_for_timeout(800)
    text = saved(screen, draft)
    assert re.sub("du_thao:( 1)?\n", "", text) == HEAD.replace("Cao Bằng\nngay", "Lào Cai\nngay") + "Mở đầu.\n"


def test_words_typed_while_a_copy_is_saved_are_in_the_copy(page: Page, screen: Screen, draft: Path) -> None:
    theirs = HEAD + BODY.replace("Mở đầu.", "Mở đầu của người khác.")
    draft.write_bytes(theirs.encode())
    screen.put_caret("Mở đầu.")
    screen.tab.keyboard.type(" Của tôi")
    screen.tab.locator("dialog", has_text="Tệp này vừa được sửa ở nơi khác").wait_for()
    screen.hold("luu-moi")
    screen.press("Lưu bản này thành tệp mới")
    screen.wait_held("luu-moi")
    screen.tab.evaluate("document.querySelector('dialog').close()")
    screen.put_caret("Mở đầu.")
    screen.tab.keyboard.type(" nữa.")
    screen.release("luu-moi")
    screen.hear_toast("Đã lưu thành tệp mới")
    screen.host("Của tôi nữa.").wait_for()
    screen.tab.wait_for_timeout(300)
    [mine] = [path for path in page.folder.glob("*.md") if path != draft]
    assert mine.read_text("utf-8") == HEAD + BODY.replace("Mở đầu.", "Mở đầu. Của tôi nữa.")
    assert draft.read_text("utf-8") == theirs


def test_what_is_found_is_what_was_asked_last(screen: Screen) -> None:
    screen.go("can-cu", "input[type=search]")
    screen.hold("can-cu")
    for number, words in enumerate(("truyen thong", "không có chuyện này đâu"), start=1):
        screen.tab.locator("input[type=search]").fill(words)
        screen.wait_held("can-cu", number)
    screen.release("can-cu")
    screen.tab.wait_for_timeout(300)
    assert screen.tab.locator(".res .btn").count() == 0


def test_pressing_twice_composes_one_draft(page: Page, screen: Screen) -> None:
    screen.go("soan-moi", ".use")
    screen.choose("Tỉnh, thành phố", "cao bang")
    screen.tab.locator(".use dd").first.wait_for()
    screen.hold("soan")
    for _ in range(2):
        screen.tab.locator("[type=submit]").dispatch_event("click")
    screen.wait_held("soan")
    screen.tab.wait_for_timeout(1500)
    screen.release("soan")
    screen.tab.locator(".blk").first.wait_for()
    assert len(list(page.folder.glob("*.md"))) == 1


def test_a_draft_whose_answer_comes_after_she_went_elsewhere_is_not_opened(screen: Screen, draft: Path) -> None:
    screen.go("lich", ".cal")
    screen.hold("mo")
    screen.tab.evaluate("location.hash = 'ban-soan/' + encodeURIComponent('bài.md')")
    screen.wait_held("mo")
    screen.go("can-cu", "input[type=search]")
    screen.release("mo")
    screen.tab.wait_for_timeout(200)
    screen.tab.locator("h1").click()
    screen.tab.keyboard.press("Control+z")
    assert screen.tab.inner_text("#toast") == ""
