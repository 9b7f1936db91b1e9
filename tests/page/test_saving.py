"""Drafts are opened and saved: nothing that stands on the disk is lost, and nothing that she typed."""

import os
import stat
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import BODY, HEAD
from tests.page.conftest import Page
from ttdn_draft.errors import OutputError
from ttdn_draft.page.files import save_draft, tell_version
from ttdn_draft.text_files import keep_lines

TEXT = HEAD + BODY


def version_of(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_text_is_saved_over_the_version_it_was_made_from(page: Page) -> None:
    path = page.write()
    opened = page.ask("mo", path=path.name)
    assert (opened["text"], opened["phien_ban"]) == (TEXT, version_of(path))
    saved = page.ask("luu", path=path.name, text=TEXT + "\nThêm.\n", phien_ban=opened["phien_ban"])
    assert path.read_text("utf-8") == TEXT + "\nThêm.\n"
    assert saved["phien_ban"] == version_of(path)


def test_lines_that_she_did_not_touch_keep_their_bytes(page: Page) -> None:
    typed = "\ufeff" + TEXT.replace("\n", "\r\n").replace("Nội dung.", "No\u0323\u0302i dung.\r\n\r\nHai.")
    path = page.write(text=typed)
    opened = page.ask("mo", path=path.name)
    assert "\r" not in opened["text"] and "Nội dung." in opened["text"]
    page.ask("luu", path=path.name, text=opened["text"].replace("Hai.", "Ba."), phien_ban=opened["phien_ban"])
    assert path.read_bytes().decode("utf-8") == typed.replace("Hai.", "Ba.")


def test_file_that_notepad_changed_meanwhile_is_not_written_over(page: Page) -> None:
    path = page.write()
    opened = page.ask("mo", path=path.name)
    path.write_text(TEXT + "\nCủa Notepad.\n", "utf-8")
    answer = page.call("luu", {"path": path.name, "text": TEXT + "\nCủa tôi.\n", "phien_ban": opened["phien_ban"]})
    told = answer.json()
    assert (answer.status_code, told["cho"], told["loi"][0]["id"]) == (409, "conflict", "E911")
    assert told["text"] == TEXT + "\nCủa Notepad.\n" == path.read_text("utf-8")
    assert told["phien_ban"] == version_of(path)


def test_second_tab_cannot_write_over_the_first_one(page: Page) -> None:
    path = page.write()
    first, second = page.ask("mo", path=path.name), page.ask("mo", path=path.name)
    page.ask("luu", path=path.name, text=TEXT + "\nThẻ một.\n", phien_ban=first["phien_ban"])
    answer = page.call("luu", {"path": path.name, "text": TEXT + "\nThẻ hai.\n", "phien_ban": second["phien_ban"]})
    assert (answer.status_code, answer.json()["cho"]) == (409, "conflict")
    assert path.read_text("utf-8") == TEXT + "\nThẻ một.\n"


def test_tab_stays_in_its_folder_when_another_one_chooses_another(page: Page) -> None:
    mine = page.write("a.md")
    opened = page.ask("mo", path="a.md")
    other = page.folder.parent / "thư mục khác"
    other.mkdir()
    (other / "a.md").write_text(TEXT, "utf-8")
    page.ask("thu-muc/dat", folder=str(other))
    asked = {"path": "a.md", "text": TEXT + "\nCủa tôi.\n", "phien_ban": opened["phien_ban"]}
    answer = page.call("luu", asked, **{"X-Thu-Muc": quote(str(page.folder))})
    assert answer.status_code == 200
    assert mine.read_text("utf-8") == asked["text"]
    assert (other / "a.md").read_text("utf-8") == TEXT


def test_folder_that_was_removed_meanwhile_is_told_and_another_one_can_be_chosen(page: Page) -> None:
    page.folder.rmdir()
    named = {"X-Thu-Muc": quote(str(page.folder))}
    assert page.call("mo", {"path": "a.md"}, **named).json()["cho"] == "gone"
    assert page.call("bat-dau", **named).json()["recent"] == []
    assert page.call("thu-muc/dat", {"folder": str(page.folder.parent)}, **named).status_code == 200


def test_file_that_changes_while_it_is_written_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text(TEXT, "utf-8")
    fsync = os.fsync

    def be_slow(descriptor: int) -> None:
        fsync(descriptor)
        path.write_text("Của người khác.\n", "utf-8")

    monkeypatch.setattr(os, "fsync", be_slow)
    with pytest.raises(Exception, match="E911"):
        save_draft(path, TEXT + "\nCủa tôi.\n", tell_version(TEXT.encode()))
    assert path.read_text("utf-8") == "Của người khác.\n"
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]


def test_file_that_was_deleted_meanwhile_is_told_and_the_copy_takes_its_name(page: Page) -> None:
    path = page.write()
    opened = page.ask("mo", path=path.name)
    path.unlink()
    answer = page.call("luu", {"path": path.name, "text": TEXT, "phien_ban": opened["phien_ban"]})
    assert (answer.status_code, answer.json()["cho"], answer.json()["loi"][0]["id"]) == (409, "gone", "E912")
    assert page.ask("luu-moi", path=path.name, text=TEXT)["path"] == path.name
    assert path.read_text("utf-8") == TEXT


def test_copy_stands_beside_the_file_and_never_over_another_one(page: Page) -> None:
    path = page.write()
    names = [page.ask("luu-moi", path=path.name, text=f"{TEXT}\n{number}\n")["path"] for number in (2, 3)]
    assert names == ["hướng dẫn (2).md", "hướng dẫn (3).md"]
    assert path.read_text("utf-8") == TEXT
    assert (page.folder / names[1]).read_text("utf-8") == TEXT + "\n3\n"


@pytest.mark.skipif(os.name == "nt", reason="rights of folders are those of POSIX here")
def test_text_that_cannot_be_saved_is_kept_aside_and_offered_again(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    path = page.write()
    opened = page.ask("mo", path=path.name)
    mine = TEXT + "\nHai giây cuối.\n"

    def refuse(*_: object, **__: object) -> None:
        raise OutputError("E011", reason="ổ đĩa đầy")

    with monkeypatch.context() as patch:
        patch.setattr("ttdn_draft.page.files.write_whole", refuse)
        answer = page.call("luu", {"path": path.name, "text": mine, "phien_ban": opened["phien_ban"]})
    told = answer.json()
    assert (answer.status_code, told["cho"], told["kept"]) == (422, "unwritable", True)
    assert path.read_text("utf-8") == TEXT
    again = page.ask("mo", path=path.name)
    assert again["rescued"]["text"] == mine
    page.ask("luu", path=path.name, text=mine, phien_ban=again["phien_ban"])
    page.write()
    assert page.ask("mo", path=path.name)["rescued"] is None


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who may do everything is refused nothing")
def test_folder_that_cannot_be_written_is_told_at_the_start(page: Page) -> None:
    page.folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert [told["id"] for told in page.ask("bat-dau")["loi"]] == ["W918"]
    finally:
        page.folder.chmod(stat.S_IRWXU)


def test_read_only_folder_is_told_when_it_is_chosen(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert [told["id"] for told in page.ask("thu-muc/dat", folder=str(page.folder))["loi"]] == ["W918"]


def test_text_that_could_not_be_opened_again_is_not_saved(page: Page) -> None:
    path = page.write()
    version = page.ask("mo", path=path.name)["phien_ban"]
    large = TEXT + "x" * (5 * 1024 * 1024)
    for name in ("luu", "luu-moi"):
        answer = page.call(name, {"path": path.name, "text": large, "phien_ban": version})
        assert (answer.status_code, answer.json()["loi"][0]["id"]) == (422, "E107")
    assert [file.read_text("utf-8") for file in page.folder.iterdir()] == [TEXT]


def test_empty_file_is_opened_and_written(page: Page) -> None:
    path = page.write(text="")
    opened = page.ask("mo", path=path.name)
    assert opened["text"] == ""
    page.ask("luu", path=path.name, text=TEXT, phien_ban=opened["phien_ban"])
    assert path.read_text("utf-8") == TEXT


def test_recent_files_are_those_of_the_folder_and_below_newest_first(page: Page) -> None:
    for age, name in enumerate(("b.md", "năm 2026/a.md", "c.md")):
        (page.folder / name).parent.mkdir(exist_ok=True)
        os.utime(page.write(name), (1_800_000_000 - age, 1_800_000_000 - age))
    page.write("ghi chú.txt")
    page.write(".ẩn.md")
    recent = page.ask("bat-dau")["recent"]
    assert [file["path"] for file in recent] == ["b.md", "năm 2026/a.md", "c.md"]
    assert recent[0]["counts"] is None
    counts = page.ask("dem", path="b.md")
    assert page.ask("bat-dau")["recent"][0]["counts"] == counts


LINES = st.lists(st.sampled_from(["", "a", "b", "chào", "[điền: x]"]), min_size=1, max_size=8)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@given(lines=LINES, data=st.data(), after=LINES)
def test_any_text_comes_out_as_it_was_typed_whatever_ends_the_old_lines_had(
    lines: list[str], data: st.DataObject, after: list[str]
) -> None:
    mark = data.draw(st.sampled_from(["", "\ufeff"]))
    old = mark + "".join(line + data.draw(ENDS) for line in lines[:-1]) + lines[-1]

    def clean(text: str) -> str:
        return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")

    made = keep_lines(old.encode("utf-8"), clean(old), "\n".join(after)).decode("utf-8")
    assert clean(made) == "\n".join(after)
    assert made.startswith(mark)
    assert keep_lines(old.encode("utf-8"), clean(old), clean(old)) == old.encode("utf-8")
