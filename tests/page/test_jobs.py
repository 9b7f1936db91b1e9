"""The jobs of the page from the start to a Word file, whose bytes are those of the command line, on two widths."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import HEAD
from tests.page.conftest import Page
from tests.page.screen import WIDTHS, Screen
from ttdn_draft import api
from ttdn_draft.cli import run

BODY = "# Mục đích\n\nThực hiện Kết luận số 57-KL/TW, ngày 15/6/2023 của Bộ Chính trị.\n\n- Ý thứ nhất.\n"


@pytest.fixture(params=sorted(WIDTHS, reverse=True))
def tab(page: Page, chromium: Any, request: pytest.FixtureRequest) -> Iterator[Screen]:
    """Return a tab of a width that shows the words of the Word file in place of its pages."""
    screen = Screen(chromium, page.served.base, page.served.token, request.param)
    screen.draw_nothing()
    yield screen
    screen.close()
    assert screen.faults == []


def export(tab: Screen, page: Page, name: str) -> None:
    """Press "Xuất Word", and compare with what the command line makes of the draft."""
    tab.save()
    tab.press("Xuất Word")
    tab.hear_toast("Đã xuất Word")
    draft = page.folder / name
    assert draft.with_suffix(".docx").read_bytes() == api.render(draft)


def answer_all(tab: Screen) -> int:
    """Answer every question as it stands, the gaps with words; return how many there were."""
    count = 0
    while tab.tab.locator("#question").count():
        left = int(tab.tab.inner_text("#t-h span"))
        if tab.tab.locator("#answer").count():
            tab.tab.fill("#answer", f"nội dung thứ {left}")
        tab.tab.locator("#question [type=submit]").click()
        tab.tab.locator("#t-h span", has_text=str(left - 1)).wait_for()
        count += 1
    return count


def test_a_new_draft_for_a_commune_is_composed_answered_and_exported(page: Page, tab: Screen) -> None:
    tab.tab.locator(".jobs").get_by_text("Soạn mới").click()
    tab.choose("Tỉnh, thành phố", "cao ba")
    tab.choose("Xã, phường", "thanh long")
    tab.tab.locator(".use dl").wait_for()
    tab.picture("soan-moi")
    tab.press("Soạn bản nháp")
    tab.tab.locator(".blk").first.wait_for()
    tab.picture("ban-soan")
    [draft] = page.folder.glob("*.md")
    assert answer_all(tab) > 3
    export(tab, page, draft.name)


def test_an_opened_draft_is_typed_in_and_exported_once_it_is_no_draft_any_more(page: Page, tab: Screen) -> None:
    page.write("kế hoạch.md", HEAD.replace("---\n", "---\ndu_thao: 1\n", 1) + BODY)
    tab.tab.reload()
    tab.tab.locator(".tb a").wait_for()
    tab.picture("bat-dau")
    tab.tab.get_by_role("link", name="kế hoạch.md").click()
    tab.put_caret("Ý thứ nhất.")
    tab.compose("d", "đ")
    tab.tab.keyboard.type("ã gõ.")
    tab.tab.wait_for_timeout(600)
    tab.tab.locator("#off").click()
    tab.tab.locator("#state", has_text="Bản chính thức").wait_for()
    export(tab, page, "kế hoạch.md")
    text = page.folder.joinpath("kế hoạch.md").read_text("utf-8")
    assert text.endswith(HEAD.removeprefix("---\n") + BODY.replace("nhất.", "nhất.đã gõ."))
    assert "du_thao: 1" not in text


def test_last_year_becomes_a_draft_with_what_she_takes_and_keeps(page: Page, tab: Screen, tmp_path: Path) -> None:
    old = tmp_path / "Hướng dẫn 2026.docx"
    old.write_bytes(api.render(HEAD + BODY, format="md"))
    tab.go("nam-sau", ".drop")
    tab.give(old)
    tab.tab.locator("#roll-list li[data-id]").first.wait_for()
    tab.picture("nam-sau")
    waiting = tab.tab.locator("#roll-list .btn.p").count()
    if waiting:
        tab.tab.locator("#roll-list .btn.p").first.focus()
        tab.tab.keyboard.press("n")
        assert tab.tab.locator("#roll-list .btn.p").count() == waiting - 1
    tab.press("Soạn tiếp")
    tab.tab.locator(".blk").first.wait_for()
    [draft] = page.folder.glob("*.md")
    answer_all(tab)
    export(tab, page, draft.name)


def test_a_word_file_is_looked_over_and_its_copies_are_those_of_the_command_line(
    page: Page, tab: Screen, tmp_path: Path
) -> None:
    given = tmp_path / "HD (sửa lần 2).docx"
    body = BODY.replace("15/6/2023", "16/6/2023").replace("thứ nhất", "thứ  nhất ,thứ hai , theo theo")
    given.write_bytes(api.render(HEAD + body, format="md"))
    before = given.read_bytes()
    tab.go("kiem-tra", ".drop")
    tab.give(given)
    tab.tab.locator("#check-list li").first.wait_for()
    tab.picture("kiem-tra")
    for name, copy, wanted in (
        ("Lấy bản có ghi chú", "HD (sửa lần 2) (có ghi chú).docx", ["--comments"]),
        ("Lấy bản đã sửa", "HD (sửa lần 2) (đã sửa).docx", ["--fix", "-o"]),
    ):
        tab.tab.get_by_role("button", name=name).click()
        tab.hear_toast(copy)
        own = tmp_path / "bản của dòng lệnh.docx"
        run(["check", str(given), *wanted, str(own), "--force"], {})
        assert page.folder.joinpath(copy).read_bytes() == own.read_bytes(), name
    assert given.read_bytes() == before
