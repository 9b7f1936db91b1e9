"""The pages of a draft are drawn while it is written, and its Word file is that of the command line."""

import struct
import threading
import time
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD
from tests.office import needs_office, without_programs
from tests.page.conftest import Page
from ttdn_draft import api
from ttdn_draft.page.calls import drawing

TEXT = HEAD + BODY
LONG = HEAD + "# Mục đích\n\n" + "\n\n".join(f"Câu thứ {number} của văn bản." for number in range(120)) + "\n"


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a busy machine have its time."""
    monkeypatch.setattr(drawing, "SECONDS", 90)


@needs_office
def test_pages_are_pictures_and_each_block_has_its_place(page: Page) -> None:
    drawn = page.ask("trang", path="a.md", text=LONG)
    assert (drawn["engine"], drawn["hung"]) == ("libreoffice", False)
    assert len(drawn["pages"]) > 2
    blocks = page.ask("xem", path="a.md", text=LONG)["blocks"]
    assert {spot["block"] for spot in drawn["map"]} == set(range(len(blocks)))
    assert all(1 <= spot["page"] <= len(drawn["pages"]) and 0 <= spot["y"] <= 1 for spot in drawn["map"])
    picture = page.call("anh", {"trang": drawn["pages"][0]["id"]})
    assert picture.headers["content-type"] == "image/png"
    width, height = struct.unpack(">II", picture.content[16:24])
    assert width / height == pytest.approx(drawn["pages"][0]["width_mm"] / drawn["pages"][0]["height_mm"], abs=0.01)


@needs_office
def test_page_that_did_not_change_keeps_its_id(page: Page) -> None:
    one = page.ask("trang", path="a.md", text=LONG)
    other = page.ask("trang", path="a.md", text=LONG.replace("Câu thứ 119", "Câu cuối"))
    ids = [[drawn["id"] for drawn in made["pages"]] for made in (one, other)]
    assert ids[0][0] == ids[1][0]
    assert ids[0][-1] != ids[1][-1]
    assert all(page.call("anh", {"trang": name}).status_code == 200 for name in {*ids[0], *ids[1]})


def test_without_an_office_the_text_of_the_word_file_comes_in_its_order(
    page: Page, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    without_programs(monkeypatch, tmp_path)
    drawn = page.ask("trang", path="a.md", text=TEXT)
    assert (drawn["engine"], drawn["pages"]) == ("", [])
    words = [line["text"] for line in drawn["lines"]]
    assert words.index("Nội dung.") > next(at for at, line in enumerate(words) if "Mục đích" in line)
    assert page.ask("bat-dau")["has_office"] is False


@needs_office
def test_office_that_takes_long_is_not_waited_for_and_is_ready_the_next_time(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(drawing, "SECONDS", 0.1)
        drawn = page.ask("trang", path="a.md", text=LONG)
    assert (drawn["engine"], drawn["hung"], drawn["pages"]) == ("", True, [])
    assert drawn["lines"]
    assert page.ask("trang", path="a.md", text=LONG)["engine"] == "libreoffice"


@needs_office
def test_office_that_fails_gives_the_text_instead(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MOST_SECONDS", 0.05)
    drawn = page.ask("trang", path="a.md", text=LONG)
    assert (drawn["engine"], drawn["hung"]) == ("", True)


def test_text_that_was_overtaken_is_not_drawn(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on, drawn = threading.Event(), threading.Event(), []

    def draw_slowly(text: str, **_: object) -> api.DrawnPages:
        drawn.append(text)
        begun.set()
        go_on.wait(10)
        return api.DrawnPages((), (), "", ())

    monkeypatch.setattr(api, "draw_pages", draw_slowly)
    answers: dict[str, int] = {}

    def ask(text: str) -> None:
        answers[text] = page.call("trang", {"path": "a.md", "text": text}).status_code

    threads = [threading.Thread(target=ask, args=(text,)) for text in ("một", "hai", "ba")]
    threads[0].start()
    begun.wait(10)
    for thread in threads[1:]:
        thread.start()
        time.sleep(0.3)
    go_on.set()
    for thread in threads:
        thread.join(20)
    assert drawn == ["một", "ba"]
    assert answers == {"một": 200, "hai": 409, "ba": 200}


def test_text_with_errors_is_told_and_not_drawn(page: Page) -> None:
    answer = page.call("trang", {"path": "a.md", "text": TEXT.replace("loai: huong-dan", "loai: x")})
    assert (answer.status_code, answer.json()["cho"]) == (422, "errors")
    assert answer.json()["loi"]


def test_picture_that_is_not_kept_is_told(page: Page) -> None:
    answer = page.call("anh", {"trang": "0" * 24})
    assert (answer.status_code, answer.json()["cho"], answer.json()["loi"][0]["id"]) == (404, "gone", "E916")


def test_word_file_has_the_bytes_of_the_command_line(page: Page) -> None:
    path = page.write()
    page.ask("xuat", path=path.name, text=TEXT)
    made = path.with_suffix(".docx").read_bytes()
    assert made == api.render(path)
    page.ask("xuat", path=path.name, text=TEXT.replace("Nội dung.", "Khác."), over=True)
    assert path.with_suffix(".docx").read_bytes() != made


def test_final_text_loses_its_mark_and_its_edits_come_back(page: Page) -> None:
    draft = TEXT.replace("loai: huong-dan", "loai: huong-dan\ndu_thao: true")
    path = page.write(text=draft)
    done = page.ask("xuat", path=path.name, text=draft, final=True)
    path.write_text(api.apply_edits(draft, [api.TextEdit(**edit) for edit in done["edits"]]), "utf-8")
    assert page.ask("xem", path=path.name, text=draft)["is_draft"]
    assert not page.ask("xem", path=path.name, text=path.read_text("utf-8"))["is_draft"]
    assert path.with_suffix(".docx").read_bytes() == api.render(path)
