"""A remark is passed over on the desk with a reason, `check` on the file honours it, and it can be taken back."""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import HEAD
from tests.page.conftest import Page
from tests.page.screen import Screen
from ttdn_draft import api

BODY = "Mở đầu.\n\n- Thực hiện theo theo kế hoạch.\n\n- Chép nguyên văn văn bản trên trên.\n"
RULE = "doubled-word"


@pytest.fixture
def draft(page: Page, screen: Screen) -> Iterator[Path]:
    """Return a draft that is open on the desk, its remarks shown."""
    path = page.write("bài.md", HEAD + BODY)
    screen.open("bài.md")
    screen.tab.locator("#t-n").click()
    row = screen.tab.locator("#p-n .ql button", has_text="theo theo")
    if row.count():
        row.first.click()
    yield path


def remarks(draft: Path) -> list[str]:
    return [finding.id for finding in api.check(draft).findings]


def test_a_remark_is_passed_over_with_a_reason_and_taken_back(page: Page, screen: Screen, draft: Path) -> None:
    before, left = remarks(draft), int(screen.tab.inner_text("#t-n span"))
    alike = before.count(RULE)
    screen.press("Bỏ qua…")
    screen.tab.get_by_label("Lý do").fill("chép nguyên văn")
    screen.tab.get_by_label("Bỏ qua đến hết ngày").fill("31/12/2099")
    screen.press("Bỏ qua nhận xét này")
    screen.tab.locator("#t-n span", has_text=str(left - alike)).wait_for()
    screen.tab.locator(".passed", has_text="chép nguyên văn").wait_for()
    assert remarks(draft) == [name for name in before if name != RULE]
    [entry] = tomllib.loads((page.folder / "ttdn.toml").read_text("utf-8"))["accepted"]
    assert entry == {"rule": RULE, "reason": "chép nguyên văn", "until": date(2099, 12, 31), "file": "bài.md"}
    screen.tab.locator(".passed .btn", has_text="Xét lại").click()
    screen.tab.locator("#t-n span", has_text=str(left)).wait_for()
    assert remarks(draft) == before
    assert draft.read_text("utf-8") == HEAD + BODY


def test_without_a_reason_or_with_a_day_that_is_none_nothing_is_written(
    page: Page, screen: Screen, draft: Path
) -> None:
    screen.press("Bỏ qua…")
    screen.press("Bỏ qua nhận xét này")
    screen.tab.locator("dialog .fault", has_text="lý do").wait_for()
    screen.tab.get_by_label("Lý do").fill("chép nguyên văn")
    screen.tab.get_by_label("Bỏ qua đến hết ngày").fill("30/2/2099")
    screen.press("Bỏ qua nhận xét này")
    screen.tab.locator("dialog .fault", has_text="31/12").wait_for()
    screen.tab.get_by_label("Bỏ qua đến hết ngày").fill("1/1/2020")
    screen.press("Bỏ qua nhận xét này")
    screen.tab.locator("dialog .msg", has_text="đã qua").wait_for()
    screen.tab.keyboard.press("Escape")
    assert not (page.folder / "ttdn.toml").exists()


def test_what_lies_outside_of_the_chosen_folder_is_not_written(page: Page) -> None:
    page.write("bài.md", HEAD + BODY)
    above = page.folder.parent / "ttdn.toml"
    above.write_text('fail_on = "warning"\n', "utf-8")
    until = f"{date.today() + timedelta(9)}"
    for name, more in (("bo-qua", {"reason": "lý do", "until": until}), ("xet-lai", {})):
        answer = page.call(name, {"path": "bài.md", "id": RULE, **more})
        assert answer.status_code == 422
        assert [told["id"] for told in answer.json()["loi"]] == ["E928"]
    assert above.read_text("utf-8") == 'fail_on = "warning"\n'
