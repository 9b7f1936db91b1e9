"""A line or a sentence is dropped by her word alone: on the desk for an answer, and among last year's changes."""

from pathlib import Path

from tests.conftest import HEAD
from tests.page.conftest import Page
from tests.page.screen import Screen
from ttdn_draft import api
from ttdn_draft.page.calls.composing import find_day

EXAMPLE = Path(__file__).parents[2] / "examples" / "huong-dan-ttdn.md"


def test_a_question_is_dropped_with_its_line_or_its_sentence_and_comes_back(page: Page, screen: Screen) -> None:
    body = "Mở đầu. Họp ngày [điền: ngày họp]. Hết.\n\n- Ý một.\n- Ý hai [điền: số điện thoại].\n"
    path = page.write("bài.md", HEAD.replace("---\n", "---\ndu_thao: 1\n", 1) + body)
    before = path.read_text("utf-8")
    screen.open("bài.md")
    for name, left in (("Bỏ câu này", 1), ("Bỏ dòng", 0)):
        screen.press(name)
        screen.hear_toast("Đã bỏ")
        screen.tab.locator("#t-h span", has_text=str(left)).wait_for()
    screen.save()
    assert path.read_text("utf-8") == before.replace(" Họp ngày [điền: ngày họp].", "").replace(
        "- Ý hai [điền: số điện thoại].\n", ""
    )
    screen.press("Hoàn tác")
    screen.press("Hoàn tác")
    screen.tab.locator("#t-h span", has_text="2").wait_for()
    screen.save()
    assert path.read_text("utf-8") == before


def test_the_line_of_a_day_and_an_old_sentence_are_dropped_among_the_changes(page: Page, screen: Screen) -> None:
    rolled = api.roll_over(EXAMPLE, 2027, day=find_day(2027))
    day = next(row for row in rolled.changes if row.drop == "line" and row.state != "left")
    old = next(row for row in rolled.changes if row.drop and row.state == "left")
    screen.go("nam-sau", ".drop")
    screen.tab.get_by_label("Năm").first.fill("2027")
    screen.give(EXAMPLE)
    screen.tab.locator("#roll-list li[data-id]").first.wait_for()
    screen.tab.locator('[data-filter=""]').click()
    for row in (day, old):
        screen.tab.locator(f'li[data-id="{row.id}"] button', has_text="Bỏ").click()
        screen.tab.locator(f'li[data-id="{row.id}"] .tag', has_text="Đã bỏ").wait_for()
    together = [row.id for row in rolled.changes if row.drop_at == day.drop_at and row.state != "left"]
    for name in together:
        assert "Đã bỏ" in screen.tab.inner_text(f'li[data-id="{name}"]')
    screen.press("Soạn tiếp")
    screen.tab.locator(".blk").first.wait_for()
    [draft] = page.folder.glob("*.md")
    states = dict.fromkeys([*together, old.id], "drop")
    assert draft.read_text("utf-8") == api.write_rolled(rolled, states)
