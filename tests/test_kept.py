"""What is kept is given out under its own key, to its own user, whole or not at all."""

import json
import os
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from ttdn_draft import kept, patterns

DATA = {"a": [1, "ể"]}
for_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folders of users apart itself")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.delenv(kept.CACHE_SWITCH, raising=False)
    monkeypatch.setattr("ttdn_draft.user_folders.cache_folder", lambda: tmp_path / "kept")
    kept._folder.cache_clear()
    yield tmp_path / "kept"
    kept._folder.cache_clear()


def test_data_comes_back_under_its_own_key_alone() -> None:
    kept.keep("thing", "key", DATA)
    assert kept.recall("thing", "key") == DATA
    assert kept.recall("thing", "another") is None
    assert kept.recall("other", "key") is None


def test_another_version_of_the_program_has_nothing_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    kept.keep("thing", "key", DATA)
    monkeypatch.setattr(kept, "__version__", "99")
    assert kept.recall("thing", "key") is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"key": "x"}', '{"data": 1}', "[" * 100_000, "\0"])
def test_a_broken_file_is_as_none(folder: Path, text: str) -> None:
    kept.keep("thing", "key", DATA)
    (folder / "thing.json").write_text(text)
    assert kept.recall("thing", "key") is None
    kept.keep("thing", "key", DATA)
    assert kept.recall("thing", "key") == DATA


@for_posix
@pytest.mark.parametrize("mode", [0o666, 0o620, 0o602])
def test_what_others_may_write_is_not_believed(folder: Path, mode: int) -> None:
    kept.keep("thing", "key", DATA)
    (folder / "thing.json").chmod(mode)
    assert kept.recall("thing", "key") is None
    (folder / "thing.json").chmod(0o600)
    assert kept.recall("thing", "key") == DATA
    folder.chmod(0o777)
    assert kept.recall("thing", "key") is None
    kept.keep("more", "key", DATA)
    assert not (folder / "more.json").exists()


@for_posix
def test_a_folder_that_is_a_link_is_not_believed(folder: Path, tmp_path: Path) -> None:
    kept.keep("thing", "key", DATA)
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    assert kept.recall("thing", "key") is None


def test_where_nothing_can_be_written_nothing_is_said(folder: Path) -> None:
    folder.write_text("a file where the folder would be")
    kept.keep("thing", "key", DATA)
    assert kept.recall("thing", "key") is None


def test_who_reads_while_many_write_finds_one_whole_text(folder: Path) -> None:
    values = [[number] * 5_000 for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        jobs = [pool.submit(kept.keep, "thing", "key", value) for value in values * 5]
        seen = [kept.recall("thing", "key") for _ in range(50)]
        for job in jobs:
            job.result()
    assert all(one is None or one in values for one in seen)
    assert [file.name for file in folder.iterdir()] == ["thing.json"]


def test_the_switch_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(kept.CACHE_SWITCH, "1")
    kept.keep("thing", "key", DATA)
    assert not folder.exists()


@pytest.fixture
def one_run() -> Iterator[None]:
    patterns._recall_all.cache_clear()
    patterns._built.clear()
    yield
    patterns._recall_all.cache_clear()
    patterns._built.clear()


EXPRESSION = r"(?P<day>\d{1,2})/(?P<month>\d+)|ngày\s+(\w+)"


@pytest.mark.usefixtures("one_run")
def test_a_kept_pattern_finds_what_the_built_one_finds(folder: Path) -> None:
    built = patterns.build(EXPRESSION, 2)
    patterns.keep_built()
    patterns._built.clear()
    patterns._recall_all.cache_clear()
    again = patterns.build(EXPRESSION, 2)
    assert not patterns._built, "it was parsed again"
    assert (again, again.flags, again.groupindex) == (built, built.flags, built.groupindex)
    text = "1/2, NGÀY mai"
    assert [found.groups() for found in again.finditer(text)] == [("1", "2", None), (None, None, "mai")]


@pytest.mark.usefixtures("one_run")
@pytest.mark.parametrize("code", ["", "zz", "00", "ffffffff", "00" * 400, 7, None])
def test_a_kept_pattern_that_is_none_is_built(folder: Path, code: object) -> None:
    patterns.build(EXPRESSION, 0)
    patterns.keep_built()
    file = folder / f"{patterns.OURS}.json"
    whole = json.loads(file.read_text())
    whole["data"][f"0:{EXPRESSION}"][3] = code
    file.write_text(json.dumps(whole))
    patterns._recall_all.cache_clear()
    assert patterns.build(EXPRESSION, 0).fullmatch("1/2")


@pytest.mark.usefixtures("one_run")
def test_what_a_function_makes_of_the_words_of_a_document_is_not_kept(folder: Path) -> None:
    assert patterns.regex("bí mật của tôi").search("bí mật của tôi")
    exec("assert regex('[0-9]+').search('1')", {"regex": patterns.regex})  # noqa: S102 - a module
    patterns.keep_built()
    (file,) = folder.iterdir()
    assert [*json.loads(file.read_text())["data"]] == ["0:[0-9]+"]


@pytest.mark.usefixtures("one_run")
def test_constants_of_each_package_are_kept_apart(folder: Path) -> None:
    for package in ("ttdn_draft.check.words", "ttdn_draft.read", "ttdn_draft", "ttdn_pack_xa"):
        module = {"regex": patterns.regex, "__package__": package}
        exec(f"assert regex('{package}').search('{package}')", module)  # noqa: S102
    patterns.keep_built()
    names = {file.stem: [*json.loads(file.read_text())["data"]] for file in folder.iterdir()}
    assert names == {
        "patterns-check": ["0:ttdn_draft.check.words"],
        "patterns-read": ["0:ttdn_draft.read"],
        "patterns": ["0:ttdn_draft", "0:ttdn_pack_xa"],
    }


@pytest.mark.usefixtures("one_run")
def test_constants_of_libraries_are_kept_apart_and_what_their_functions_make_is_not(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(re, "compile", re.compile)  # and back
    patterns.serve_libraries()
    library: dict[str, Any] = {}
    exec("import re\nFORM = re.compile('a+', re.I)\ndef make(): return re.compile('b+')", library)  # noqa: S102
    assert library["FORM"] == re.compile("a+", re.I)
    assert library["make"]().search("bb")
    patterns.keep_built()
    assert [file.name for file in folder.iterdir()] == [f"{patterns.OF_LIBRARIES}.json"]
    assert [*json.loads((folder / f"{patterns.OF_LIBRARIES}.json").read_text())["data"]] == ["2:a+"]


@for_posix
@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="needs the right to give files away")
def test_what_another_user_owns_is_not_believed(folder: Path) -> None:
    kept.keep("thing", "key", DATA)
    os.chown(folder / "thing.json", 12345, 12345)
    assert kept.recall("thing", "key") is None
