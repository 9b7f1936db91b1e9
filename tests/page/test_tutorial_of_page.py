"""The tutorial of the page is followed in the browser, press by press; where a folder is named, pictures are taken."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tests.page.conftest import Page
from tests.page.screen import PICTURES, Screen
from ttdn_draft import api
from ttdn_draft.page.settings import OWN_FOLDER

EXAMPLE = Path(__file__).parents[2] / "examples" / "huong-dan-ttdn.md"
CITED = "[dan: "
WRONG = {"80 năm Ngày Toàn quốc": "79 năm Ngày Toàn quốc", "trước ngày 31/7/2026": "trước ngày 31/6/2026"}


@pytest.fixture
def staff(page: Page, tmp_path: Path) -> Page:
    """Return the page on the folder that it has where nobody chose another one."""
    folder = tmp_path / OWN_FOLDER
    page.ask("thu-muc/dat", folder=str(page.folder.rename(folder)))
    return replace(page, folder=folder)


@pytest.fixture
def reader(staff: Page, chromium: Any) -> Iterator[Screen]:
    """Return the tab of somebody who follows the tutorial; pages are drawn for pictures alone, since that is slow."""
    screen = Screen(chromium, staff.served.base, staff.served.token)
    if not PICTURES:
        screen.draw_nothing()
    screen.tab.locator(".jobs").first.wait_for()
    yield screen
    screen.close()
    assert screen.faults == []


def misspell(docx: bytes) -> bytes:
    """Return a Word file in which somebody typed some words wrongly."""
    changed = BytesIO()
    with ZipFile(BytesIO(docx)) as old, ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            for right, wrong in WRONG.items():
                text = text.replace(right.encode(), wrong.encode())
            new.writestr(name, text)
    return changed.getvalue()


def wait_drawn(reader: Screen) -> None:
    """Wait until the pages show what is written, where they are drawn."""
    if PICTURES:
        reader.tab.wait_for_timeout(1500)
        reader.tab.locator("#pages-state .tag.o").wait_for(timeout=60_000)


def count(reader: Screen, tab: str) -> int:
    """Return the number on the tab of questions (h) or remarks (n)."""
    return int(reader.tab.inner_text(f"#t-{tab} span"))


def wait_count(reader: Screen, tab: str, number: int) -> None:
    """Wait until the tab shows a number."""
    reader.tab.locator(f"#t-{tab} span").get_by_text(str(number), exact=True).wait_for()


def answer_all(reader: Screen) -> None:
    """Press the filled button of every question; gaps get words."""
    while left := count(reader, "h"):
        if reader.tab.locator("#answer").count():
            is_deadline = reader.tab.inner_text("#question h2").startswith("Hạn")
            reader.tab.fill("#answer", "trước ngày 15 của tháng cuối kỳ" if is_deadline else f"nội dung thứ {left}")
        reader.tab.locator("#question [type=submit]").click()
        wait_count(reader, "h", left - 1)


def compose(reader: Screen) -> None:
    """Do the first steps of the tutorial: a guidance of a commune for 2027."""
    reader.picture("bat-dau")
    reader.tab.locator(".jobs").get_by_text("Soạn mới").click()
    reader.choose("Tỉnh, thành phố", "cao bang")
    reader.choose("Xã, phường", "thanh long")
    reader.tab.get_by_label("Năm", exact=True).fill("2027")
    reader.tab.locator(".use dd", has_text="xã Thanh Long").first.wait_for()
    reader.picture("soan-moi")
    reader.press("Soạn bản nháp")
    reader.tab.locator(".blk").first.wait_for()
    wait_drawn(reader)


def answer(reader: Screen) -> None:
    """Confirm one question, take that back, and fill in the signer."""
    left = count(reader, "h")
    reader.press("Đúng")
    wait_count(reader, "h", left - 1)
    reader.press("Hoàn tác")
    reader.hear_toast("Đã lùi một bước")
    wait_count(reader, "h", left)
    reader.tab.locator("[data-question]", has_text="Họ tên người ký").click()
    reader.tab.fill("#answer", "Nguyễn Văn An")
    wait_drawn(reader)
    reader.picture("tra-loi")
    reader.press("Điền vào văn bản")
    wait_count(reader, "h", left - 1)


def cite(reader: Screen, draft: Path) -> None:
    """Put a citation where the caret is, and take it out again."""
    reader.put_caret("Giúp chi bộ, đoàn thể")
    reader.press("Căn cứ…")
    reader.tab.get_by_label("Số văn bản hoặc chủ đề").fill("truyen thong")
    reader.tab.locator(".panel li .btn.p").first.wait_for()
    reader.picture("can-cu")
    before = draft.read_text("utf-8").count(CITED)
    reader.tab.locator(".panel li .btn.p").first.click()
    reader.save()
    assert draft.read_text("utf-8").count(CITED) == before + 1
    reader.press("Đóng")
    reader.press("Hoàn tác")
    reader.save()
    assert draft.read_text("utf-8").count(CITED) == before


def mistype(reader: Screen) -> None:
    """Type a wrong number of years, and let the remark mend it."""
    reader.put_caret("97 năm Ngày thành lập Đảng", 2)
    reader.tab.keyboard.press("Backspace")
    reader.tab.keyboard.type("6")
    wait_count(reader, "n", 1)
    reader.tab.get_by_role("tab", name="Nhận xét").click()
    reader.tab.locator("#p-n .card h2", has_text="96 năm").wait_for()
    reader.picture("nhan-xet")
    reader.press("Sửa thành “97 năm”")
    wait_count(reader, "n", 0)


def date_it(reader: Screen) -> None:
    """Write a day that is on no calendar among the facts, then one that is."""
    reader.tab.get_by_role("tab", name="Thông tin").click()
    day, fault = reader.tab.get_by_label("Ngày ban hành"), reader.tab.locator("[data-fact] .fault:visible")
    day.fill("31/6/2027")
    fault.get_by_text("Không có ngày 31/6/2027 trong lịch.").wait_for()
    reader.picture("thong-tin")
    day.fill("15/01/2027")
    fault.first.wait_for(state="hidden")
    reader.save()


def test_guidance_of_a_commune_is_composed_answered_and_exported(staff: Page, reader: Screen) -> None:
    compose(reader)
    [draft] = staff.folder.glob("*.md")
    reader.picture("ban-soan")
    answer(reader)
    cite(reader, draft)
    mistype(reader)
    date_it(reader)
    reader.press("Xuất Word")
    reader.hear_toast("Chỗ chưa xong được tô vàng và có ghi chú")
    reader.tab.get_by_role("tab", name="Câu hỏi").click()
    answer_all(reader)
    wait_drawn(reader)
    reader.picture("het-cau-hoi")
    reader.tab.locator("#off").click()
    reader.tab.locator("#state", has_text="Bản chính thức").wait_for()
    reader.save()
    reader.press("Xuất Word")
    reader.tab.get_by_text("Đã có tệp Word cùng tên").wait_for()
    reader.press("Ghi thay bản cũ")
    reader.hear_toast("Đã xuất Word")
    assert draft.with_suffix(".docx").read_bytes() == api.render(draft)


def test_questions_are_edited_postponed_and_answered_by_keys(staff: Page, reader: Screen) -> None:
    compose(reader)
    left = count(reader, "h")
    reader.press("Đúng")
    wait_count(reader, "h", left - 1)
    reader.press("Sửa lại…")
    reader.tab.fill("#answer", "Thường trực Tỉnh uỷ (báo cáo)")
    reader.press("Dùng chữ này")
    reader.hear_toast("Đã điền “Thường trực Tỉnh uỷ (báo cáo)”")
    reader.tab.locator("#question h2", has_text="Họ tên người ký").wait_for()
    question = reader.tab.inner_text("#question h2")
    reader.press("Để sau")
    assert reader.tab.inner_text("#question h2") != question
    reader.tab.keyboard.press("Shift+F8")
    assert reader.tab.inner_text("#question h2") == question
    reader.tab.fill("#answer", "Nguyễn Văn An")
    reader.tab.keyboard.press("Enter")
    reader.hear_toast("Đã điền “Nguyễn Văn An”")
    reader.save()
    [draft] = staff.folder.glob("*.md")
    assert all(words in draft.read_text("utf-8") for words in ("Thường trực Tỉnh uỷ (báo cáo)", "Nguyễn Văn An"))


def test_second_draft_of_the_same_commune_has_a_name_of_its_own(staff: Page, reader: Screen) -> None:
    compose(reader)
    first = {path: path.read_bytes() for path in staff.folder.glob("*.md")}
    reader.go("bat-dau", ".jobs")
    reader.tab.locator(".tb a").first.wait_for()
    reader.go("soan-moi", ".use dd")
    reader.press("Soạn bản nháp")
    reader.tab.locator(".blk").first.wait_for()
    assert len(list(staff.folder.glob("*.md"))) == 2
    assert {path: path.read_bytes() for path in first} == first


def test_last_years_word_file_becomes_this_years_draft(staff: Page, reader: Screen, tmp_path: Path) -> None:
    old = tmp_path / "Hướng dẫn năm 2026.docx"
    old.write_bytes(api.render(EXAMPLE))
    tab = reader.tab
    tab.locator(".jobs").get_by_text("Năm sau").click()
    tab.get_by_label("Sang năm").fill("2027")
    reader.give(old)
    tab.locator("#roll-list li[data-id]").first.wait_for()
    reader.picture("nam-sau")
    waiting = tab.locator("#roll-list .btn.p").count()
    tab.locator("#roll-list .btn.p").first.click()
    assert tab.locator("#roll-list .btn.p").count() == waiting - 1
    tab.keyboard.press("g")
    assert tab.locator("#roll-list .btn.p").count() == waiting - 2
    tab.get_by_role("button", name="Duyệt lại").first.click()
    assert tab.locator("#roll-list .btn.p").count() == waiting - 1
    tab.locator("[data-filter='']").click()
    changed = tab.locator("#roll-list li", has_text="Đã đổi")
    kept = changed.count()
    changed.first.get_by_role("button", name="Giữ chữ cũ").click()
    assert changed.count() == kept - 1
    reader.press("Soạn tiếp")
    tab.locator(".blk").first.wait_for()
    assert [path.name for path in staff.folder.iterdir()] == ["Hướng dẫn năm 2027.md"]
    answer_all(reader)
    reader.press("Xuất Word")
    reader.hear_toast("Đã xuất Word")
    draft = staff.folder / "Hướng dẫn năm 2027.md"
    assert draft.with_suffix(".docx").read_bytes() == api.render(draft)


def test_word_file_is_checked_and_its_copies_lie_in_the_folder(staff: Page, reader: Screen, tmp_path: Path) -> None:
    given = tmp_path / "Hướng dẫn năm 2026.docx"
    given.write_bytes(misspell(api.render(EXAMPLE)))
    tab = reader.tab
    reader.tab.locator(".jobs").get_by_text("Kiểm tra tệp Word").click()
    reader.give(given)
    tab.locator("#check-list li").first.wait_for()
    reader.picture("kiem-tra")
    reader.press("Lấy bản có ghi chú")
    reader.hear_toast("Đã ghi")
    reader.press("Không sửa chỗ này")
    tab.locator("#mended", has_text="(0 chỗ)").wait_for()
    reader.press("Sửa chỗ này")
    tab.locator("#mended", has_text="(1 chỗ)").click()
    reader.hear_toast("Mỗi chỗ sửa là một vết sửa của Word")
    names = {f"{given.stem} ({made}).docx" for made in ("có ghi chú", "đã sửa")}
    assert {path.name for path in staff.folder.iterdir()} == names
