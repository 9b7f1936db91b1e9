"""Kiểm tra, Năm sau, Lịch and Căn cứ over HTTP: what they show and write is what the command line shows and writes."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD
from tests.page.conftest import Page
from ttdn_draft import api


@pytest.fixture
def docx(page: Page) -> bytes:
    """Return a Word file with something to find in it."""
    path = page.folder.parent / "cũ.md"
    path.write_text(HEAD + BODY, "utf-8")
    return api.render(path)


def words_of(docx: bytes) -> str:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return "".join(archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml"))


def test_dropped_word_file_is_shown_line_by_line_with_its_findings(page: Page, docx: bytes) -> None:
    answer = page.drop("word", "công văn.docx", docx)
    assert answer.status_code == 200, answer.text
    look = answer.json()
    assert look["name"] == "công văn.docx"
    assert "Nội dung." in [line["text"] for line in look["lines"]]
    for number, finding in enumerate(look["findings"]):
        assert finding["line"] == -1 or number in look["lines"][finding["line"]]["findings"]


def test_copies_are_written_to_the_folder_and_the_dropped_file_stays_as_it_was(page: Page, docx: bytes) -> None:
    look = page.drop("word", "công văn.docx", docx).json()
    fixable = [number for number, finding in enumerate(look["findings"]) if finding["fixable"]]
    names = [
        page.ask("word/ban-sao", id=look["id"], kind=kind, chosen=fixable)["name"]
        for kind in ("comments", "comments", "mended")
    ]
    assert names == ["công văn (có ghi chú).docx", "công văn (có ghi chú) (2).docx", "công văn (đã sửa).docx"]
    assert sorted(path.name for path in page.folder.iterdir()) == sorted(names)
    assert all(zipfile.is_zipfile(page.folder / name) for name in names)


def test_copy_of_a_kind_that_is_not_there_is_refused(page: Page, docx: bytes) -> None:
    look = page.drop("word", "a.docx", docx).json()
    assert page.call("word/ban-sao", {"id": look["id"], "kind": "x", "chosen": []}).status_code == 400


def test_oldest_dropped_files_are_no_longer_kept(page: Page, docx: bytes) -> None:
    ids = [page.drop("word", "a.docx", docx).json()["id"] for _ in range(7)]
    states = [page.call("word/ban-sao", {"id": key, "kind": "comments"}).status_code for key in (ids[0], ids[-1])]
    assert states == [404, 200]


def test_last_years_draft_becomes_this_years_with_the_changes_that_were_taken(page: Page) -> None:
    old = (HEAD + BODY).replace("Nội dung.", "Nhiệm vụ năm 2026, xong trước ngày 30/11/2026.")
    answer = page.drop("nam-sau", "hd-2026.md", old.encode("utf-8"), **{"X-Nam": "2027"})
    assert answer.status_code == 200, answer.text
    rolled = answer.json()
    assert (rolled["old"], rolled["new"]) == (2026, 2027)
    assert rolled["changes"]
    states = {change["id"]: "take" for change in rolled["changes"] if change["state"] == "changed"}
    path = page.ask("nam-sau/lay", id=rolled["id"], states=states)["path"]
    written = (page.folder / path).read_text("utf-8")
    assert "năm 2027" in written
    assert page.ask("mo", path=path)["look"]["blocks"]


def test_last_years_file_without_a_year_asked_for_is_refused(page: Page) -> None:
    assert page.drop("nam-sau", "hd.md", (HEAD + BODY).encode("utf-8")).status_code == 400
    assert page.drop("nam-sau", "hd.md", b"\xff", **{"X-Nam": "2027"}).status_code == 422


def test_rolled_text_that_is_not_kept_is_told(page: Page) -> None:
    answer = page.call("nam-sau/lay", {"id": "x", "states": {}})
    assert (answer.status_code, answer.json()["cho"], answer.json()["loi"][0]["id"]) == (404, "gone", "E914")


def test_calendar_is_that_of_the_command_line(page: Page) -> None:
    shown = page.ask("lich", year=2027, province="cao-bang")
    printed = api.list_days(2027, "cao-bang", day=date.today())
    for day in printed["anniversaries"]:
        day |= {name: api.plain_source(day[name]) for name in ("source", "note")}
    assert shown == printed
    for wrong in ({"year": 1899}, {"year": 2027, "province": "không có"}):
        assert page.call("lich", wrong).status_code == 422
    assert page.ask("lich/ics", year=2027, province="")["text"].startswith("BEGIN:VCALENDAR")


def test_citations_are_found_on_a_day(page: Page) -> None:
    hits = page.ask("can-cu", query="57-KL/TW", day="2026-06-05")["hits"]
    assert "57-KL/TW" in hits[0]["sentence"]
    assert hits == page.ask("can-cu", query="57-KL/TW", day="2026-06-05")["hits"]
    assert page.ask("can-cu", query="không có gì như vậy 123", day="")["hits"] == []
    assert page.call("can-cu", {"query": "57", "day": "hôm nay"}).status_code == 400


def test_ages_of_the_tables_are_on_the_start_page(page: Page) -> None:
    tables = page.ask("bat-dau")["tables"]
    assert {table["name"] for table in tables} == {table.name for table in api.list_tables(date.today())}
    assert all(table["age_text"] for table in tables)


def test_answers_come_in_the_language_of_the_page(page: Page) -> None:
    said = [page.call("mo", {"path": "../x.md"}, **{"X-Ngon-Ngu": language}).json() for language in ("vi", "en", "fr")]
    sentences = [answer["loi"][0]["cau"] for answer in said]
    assert sentences[0] == sentences[2] != sentences[1]


def test_recent_folder_lists_what_is_below_it(page: Page, tmp_path: Path) -> None:
    (page.folder / "năm 2027").mkdir()
    page.write("a.md")
    listed = page.ask("thu-muc", folder="")
    assert (listed["folder"], listed["folders"], listed["files"]) == (str(page.folder), ["năm 2027"], ["a.md"])
    assert listed["parent"] == str(page.folder.parent)
    assert all(Path(place["folder"]).is_dir() for place in listed["places"])
