"""A new draft is chosen, tried out and written from the page: what is written is what the command line writes."""

from datetime import date

import pytest

from tests.page.conftest import Page
from ttdn_draft import api
from ttdn_draft.page.calls.composing import find_day

ORDER = {"kind": "huong-dan", "system": "dang", "province": "cao-bang", "year": 2027}


def test_lists_are_those_of_the_province_on_the_day(page: Page) -> None:
    bare, of_province = page.ask("lua-chon"), page.ask("lua-chon", province="cao-bang")
    assert len(bare["provinces"]) == 34 and bare["communes"] == []
    assert {kind["id"] for kind in bare["kinds"]} >= {"huong-dan", "ke-hoach", "bao-cao"}
    assert of_province["communes"] and of_province["organs"]


def test_what_would_be_used_is_told_and_nothing_is_written(page: Page) -> None:
    plan = page.ask("se-dung", **ORDER)
    assert {row["certainty"] for row in plan["rows"]} <= {"sure", "unsure", "missing"}
    assert plan["name"].endswith(".md")
    assert list(page.folder.iterdir()) == []


def test_draft_is_what_the_command_line_writes_and_never_over_an_old_one(page: Page) -> None:
    first, second = page.ask("soan", **ORDER), page.ask("soan", **ORDER)
    assert first["path"] != second["path"]
    composed = api.compose("huong-dan", "cao-bang", 2027, day=find_day(2027), standard="dang").text
    for made in (first, second):
        assert (page.folder / made["path"]).read_text("utf-8") == composed
    assert page.ask("mo", path=first["path"])["look"]["doubts"]


def test_folder_that_is_not_there_yet_is_made_with_the_first_draft(page: Page) -> None:
    page.folder.rmdir()
    made = page.ask("soan", **ORDER)
    assert (page.folder / made["path"]).is_file()


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"province": "không có"}, 422),
        ({"kind": "../../x"}, 422),
        ({"commune": "không có xã này"}, 422),
        ({"organ": "../x"}, 422),
        ({"year": "2027"}, 400),
        ({"year": 10**5}, 400),
        ({"system": 1}, 400),
    ],
)
def test_wrong_order_is_told_and_nothing_is_written(page: Page, wrong: dict[str, object], status: int) -> None:
    for call in ("se-dung", "soan"):
        answer = page.call(call, {**ORDER, **wrong})
        assert answer.status_code == status, answer.text
        assert answer.json()["loi"]
    assert list(page.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("year", "day"),
    [(date.today().year, date.today()), (2009, date(2009, 12, 31)), (date.today().year + 1, None)],
)
def test_day_is_today_or_the_nearest_of_the_year(year: int, day: date | None) -> None:
    assert find_day(year) == (day or date(year, 1, 1))


def test_question_is_answered_at_all_its_places_and_a_fact_is_changed(page: Page) -> None:
    path = page.ask("soan", **ORDER)["path"]
    opened = page.ask("mo", path=path)
    text, doubt = opened["text"], opened["look"]["doubts"][0]
    edits = page.ask("tra-loi", text=text, doubt=doubt["id"], value="Câu trả lời 🇻🇳 thử")["edits"]
    answered = apply(text, edits)
    assert answered.count("Câu trả lời 🇻🇳 thử") >= len(doubt["places"])
    assert doubt["id"] not in [left["id"] for left in page.ask("xem", path=path, text=answered)["doubts"]]
    edits = page.ask("thong-tin", text=answered, path=["trich_yeu"], value="việc thử")["edits"]
    assert "việc thử" in apply(answered, edits)


def apply(text: str, edits: list[dict[str, object]]) -> str:
    """Write edits into a text as JavaScript does, which counts in UTF-16."""
    units = text.encode("utf-16-le")
    for edit in sorted(edits, key=lambda edit: -int(str(edit["start"]))):
        start, end = int(str(edit["start"])) * 2, int(str(edit["end"])) * 2
        units = units[:start] + str(edit["text"]).encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le")
