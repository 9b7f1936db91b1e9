"""What stands at the left of the desk changes the text: remarks with what mends them, and the facts of the head."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import HEAD
from tests.page.conftest import Page
from tests.page.screen import Screen

SLIP = "78 năm Ngày Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2027)."
BODY = f"Mở đầu.\n\n- {SLIP}\n\n- Ý thứ hai.\n"


@pytest.fixture
def draft(page: Page, screen: Screen) -> Path:
    """Return a draft that is open on the desk."""
    path = page.write("bài.md", HEAD.replace("---\n", "---\ndu_thao: 1\n", 1) + BODY)
    screen.open("bài.md")
    return path


def test_a_remark_is_mended_by_its_button_and_taken_back(screen: Screen, draft: Path) -> None:
    before = draft.read_text("utf-8")
    screen.tab.locator("#t-n").click()
    row = screen.tab.locator("#p-n .ql button", has_text="78 năm")
    if row.count():
        row.click()
    screen.tab.locator("#p-n .card .btn.p", has_text="73").click()
    screen.tab.locator("#ed", has_text="73 năm").wait_for()
    screen.save()
    assert draft.read_text("utf-8") == before.replace("78 năm", "73 năm")
    screen.put_caret("Mở đầu")
    screen.tab.keyboard.press("Control+z")
    screen.save()
    assert draft.read_text("utf-8") == before


def test_a_click_on_a_wave_shows_its_remark(screen: Screen, draft: Path) -> None:
    screen.tab.locator("#ed [data-finding]", has_text="78").click()
    assert "78" in screen.tab.inner_text("#p-n .card h2")


def test_a_fact_is_written_into_the_head_and_nothing_else_changes(screen: Screen, draft: Path) -> None:
    before = draft.read_text("utf-8")
    screen.tab.locator("#t-t").click()
    screen.tab.get_by_label("Địa danh").fill("Lạng Sơn")
    screen.tab.keyboard.press("Tab")
    screen.tab.wait_for_timeout(800)
    screen.save()
    assert draft.read_text("utf-8") == before.replace("dia_danh: Cao Bằng", "dia_danh: Lạng Sơn")


def test_a_wrong_day_is_told_under_its_field_and_the_rest_goes_on(screen: Screen, draft: Path) -> None:
    screen.tab.locator("#t-t").click()
    day = screen.tab.get_by_label("Ngày ban hành")
    day.fill("30/2/2027")
    screen.tab.keyboard.press("Tab")
    fault = screen.tab.locator("[data-fact='[\"ngay\"]'] .fault")
    fault.wait_for()
    assert day.get_attribute("aria-invalid") == "true"
    screen.put_caret("Ý thứ hai.")
    screen.tab.keyboard.type(" Thêm.")
    screen.save()
    assert "- Ý thứ hai. Thêm.\n" in draft.read_text("utf-8")


def test_a_basis_and_an_anniversary_are_found_beside_the_text_and_put_where_she_stands(
    screen: Screen, draft: Path
) -> None:
    screen.put_caret("Mở đầu", 6)
    screen.press("Căn cứ…")
    screen.tab.keyboard.type("57-KL/TW")
    screen.tab.locator(".panel li .btn.p").first.click()
    screen.tab.wait_for_timeout(600)
    screen.save()
    assert "Mở đầu [dan: kl-57-kltw-2023]." in draft.read_text("utf-8")
    screen.put_caret("Ý thứ hai.")
    screen.press("Ngày kỷ niệm…")
    screen.tab.locator(".panel li .btn.p").first.click()
    screen.tab.wait_for_timeout(600)
    screen.save()
    [added] = [line for line in draft.read_text("utf-8").split("\n") if line.startswith("- ") and line[2:] not in BODY]
    assert " năm " in added


def test_draft_can_only_be_taken_off_once_nothing_is_asked(page: Page, screen: Screen) -> None:
    page.write("hỏi.md", HEAD.replace("---\n", "---\ndu_thao: 1\n", 1) + "Mở đầu [điền: ngày họp].\n")
    screen.open("hỏi.md")
    screen.tab.locator("#off").click(force=True)
    screen.hear_toast("Còn 1 câu hỏi")
    assert screen.tab.inner_text("#state") == "Dự thảo"


def test_a_day_of_the_calendar_and_a_basis_go_from_their_views_into_the_draft(screen: Screen, draft: Path) -> None:
    screen.put_caret("Mở đầu", 6)
    screen.go("can-cu")
    screen.tab.fill("input[type=search]", "57-KL/TW")
    screen.tab.locator(".res li").first.get_by_role("button", name="Chèn vào bản soạn").click()
    screen.host("Kết luận số 57-KL/TW").wait_for()
    screen.save()
    assert "Mở đầu [dan: kl-57-kltw-2023]." in draft.read_text("utf-8")
    screen.go("lich")
    screen.tab.locator(".use").get_by_role("button", name="Chèn vào bản soạn").click()
    screen.tab.locator(".blk.item").nth(2).wait_for()
    screen.save()
    assert draft.read_text("utf-8").count("\n- ") == 3


def test_no_key_and_no_mark_of_the_file_is_seen_on_the_desk(page: Page, screen: Screen) -> None:
    head = HEAD.replace("---\n", "---\ndu_thao: 1\n", 1)
    page.write("bảng.md", head + "Mở đầu[^1].\n\n[^1]: Chú thích.\n")
    screen.open("bảng.md")
    screen.tab.locator("#t-t").click()
    hints = " ".join(screen.tab.locator("#p-t .hint").all_inner_texts())
    assert re.findall(r"\b[a-z]+_[a-z]+\b|\btrue\b|\bkhoá\b|\[", hints) == []
    assert "[^" not in screen.tab.inner_text("#ed")


def test_one_question_at_many_places_is_said_in_each_list_and_leads_to_each(page: Page, screen: Screen) -> None:
    asked = 'kiem_tra:\n  noi-hop:\n    hoi: "Họp ở đâu?"\n    gia_tri: Cao Bằng\n    nguon: chưa thấy\ndu_thao: 1\n'
    head = HEAD.replace("---\n", f"---\n{asked}", 1).replace(
        "dia_danh: Cao Bằng", 'dia_danh: "[cần kiểm tra #noi-hop]"'
    )
    page.write("hỏi.md", head + "# Một\n\nỞ [cần kiểm tra #noi-hop].\n\n# Hai\n\nVề [cần kiểm tra #noi-hop].\n")
    screen.open("hỏi.md")
    places = screen.tab.locator("#question .where .btn")
    assert places.all_inner_texts() == ["Địa danh", "I- Một", "II- Hai"]
    assert screen.tab.locator("#ed mark").first.get_attribute("title") == "Cùng một câu hỏi với 3 chỗ"
    places.first.click()
    note = screen.tab.locator("[data-fact='[\"dia_danh\"]'] .doubtful")
    assert "3 chỗ" in note.inner_text()
    screen.tab.locator("#t-h").click()
    screen.tab.locator("#question [type=submit]").click()
    screen.hear_toast("3 chỗ")


def test_the_number_of_a_message_is_shown_and_the_name_of_a_rule_is_not(screen: Screen, draft: Path) -> None:
    screen.tab.locator("#t-n").click()
    for row in range(screen.tab.locator("#p-n .ql button").count() + 1):
        told = screen.tab.inner_text("#p-n .card")
        assert not re.search(r"\b[a-z]+-[a-z]+\b", told), told
        if row:
            break
        if screen.tab.locator("#p-n .ql button").count():
            screen.tab.locator("#p-n .ql button").first.click()


def test_a_second_click_on_an_answer_does_not_answer_the_next_question_unseen(page: Page, screen: Screen) -> None:
    page.write("hỏi.md", HEAD + "Một [cần kiểm tra: Sở Ngoại vụ — a].\n\nHai [cần kiểm tra: Sở Nội vụ — b].\n")
    screen.open("hỏi.md")
    held = list[Any]()
    screen.context.route("**/api/xem", lambda route: held.append(route))
    first = screen.tab.inner_text("#question .val")
    for _ in range(2):
        screen.tab.locator("#question [type=submit]").click()
        screen.hear_toast("Đã ghi là đúng")
        screen.tab.wait_for_timeout(400)
    screen.context.unroute("**/api/xem")
    for route in held:
        route.continue_()
    screen.tab.locator("#t-h span", has_text="1").wait_for()
    left = screen.tab.inner_text("#question .val")
    assert left != first
    screen.save()
    text = (page.folder / "hỏi.md").read_text("utf-8")
    assert f"[cần kiểm tra: {left}" in text and f"[cần kiểm tra: {first}" not in text
