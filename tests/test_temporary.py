"""What ended processes left is removed: by name, owner and age; never what is somebody else's, never through a link."""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from ttdn_draft import temporary
from ttdn_draft.errors import OutputError
from ttdn_draft.output import check_target, write_folder, write_whole
from ttdn_draft.temporary import GROUP_FILE, ONE_DAY, claim, sweep, temporary_folder, temporary_name

needs_bytes = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are counted in bytes on Linux")


@pytest.fixture(scope="module")
def ended() -> int:
    """Return the number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as program:
        program.wait()
    return program.pid


def name_of(pid: int) -> str:
    """Return the temporary name that a process of ours would give."""
    return re.sub(r"-[0-9a-f]+-(?=[0-9a-f]+\.tmp)", f"-{pid:x}-", temporary_name())


def leave(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(b"")
    return path


def test_next_write_removes_what_an_ended_process_left_beside_it(tmp_path: Path, ended: int) -> None:
    leave(tmp_path, name_of(ended))
    (folder := tmp_path / name_of(ended)).mkdir()
    leave(folder, "y")
    write_whole(tmp_path / "a.docx", b"1")
    assert names(tmp_path) == ["a.docx"]
    leave(tmp_path, name_of(ended))
    write_folder(tmp_path / "b", {"c": b"2"})
    assert names(tmp_path) == ["a.docx", "b"]


def test_next_temporary_folder_removes_those_of_ended_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: int
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / name_of(ended) / "profile").mkdir(parents=True)
    with temporary_folder() as folder:
        assert [folder] == list(tmp_path.iterdir())
    assert list(tmp_path.iterdir()) == []


def test_what_a_running_process_writes_stays_for_a_day(tmp_path: Path) -> None:
    path = leave(tmp_path, name_of(os.getppid()))
    sweep(tmp_path)
    assert path.exists()
    os.utime(path, (old := time.time() - ONE_DAY - 60, old))  # a process of that number is another one by now
    sweep(tmp_path)
    assert not path.exists()


def test_what_is_not_ours_by_name_or_owner_stays(tmp_path: Path, ended: int) -> None:
    ours = name_of(ended)
    mark = ours.split("-")[1]
    names = [
        ours.replace(mark, "0" * 8 if mark != "0" * 8 else "1" * 8),
        ours[1:],
        ours + "x",
        ".ttdn-0123456789abcdef.tmp",
    ]
    paths = [leave(tmp_path, name) for name in names]
    for path in paths:
        os.utime(path, (0, 0))
    sweep(tmp_path)
    assert all(path.exists() for path in paths)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a right to make links")
def test_link_with_our_name_is_not_followed(tmp_path: Path, ended: int) -> None:
    (tmp_path / "quý").mkdir()
    kept = leave(tmp_path / "quý", "a.docx")
    folder = tmp_path / name_of(ended)
    folder.mkdir()
    (folder / "trong").symlink_to(tmp_path / "quý")
    outside = tmp_path / name_of(ended)
    outside.symlink_to(tmp_path / "quý")
    sweep(tmp_path)
    assert kept.exists() and outside.is_symlink() and not folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no groups")
@pytest.mark.parametrize("number", ["-1", "0", "1", "", "12x"])
def test_number_that_names_no_group_ends_nobody(
    tmp_path: Path, ended: int, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    folder = tmp_path / name_of(ended)
    folder.mkdir()
    (folder / GROUP_FILE).write_text(number, "ascii")
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(os, "killpg", lambda *signalled: told.append(signalled))  # the real one would end the test
    monkeypatch.setattr(temporary, "PATIENCE", 0.1)
    for descriptor in claim(folder):  # as a program that still runs there
        sweep(tmp_path)
        os.close(descriptor)
    assert told == [] and not folder.exists()


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "getuid") or os.getuid() != 0, reason="needs root")
def test_file_of_another_user_stays(tmp_path: Path, ended: int) -> None:
    path = leave(tmp_path, name_of(ended))
    os.chown(path, 12345, 12345)
    sweep(tmp_path)
    assert path.exists()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def long_name(length: int, suffix: str = ".docx") -> str:
    """Return a name of Vietnamese letters, three bytes each, with as many bytes as are asked for."""
    letters, rest = divmod(length - len(suffix), 3)
    return "ệ" * letters + "a" * rest + suffix


@needs_bytes
@pytest.mark.parametrize("force", [False, True])
def test_target_with_the_longest_name_is_written(tmp_path: Path, force: bool) -> None:
    target = tmp_path / long_name(255)
    check_target(target, force, ".docx")
    write_whole(target, b"1", force)
    write_folder(tmp_path / long_name(255, ""), {"a": b"2"})
    assert target.read_bytes() == b"1" and len(names(tmp_path)) == 2


@needs_bytes
def test_name_that_is_too_long_is_told_with_its_length(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        check_target(tmp_path / long_name(256), False, ".docx")
    (finding,) = caught.value.findings
    assert (finding.id, finding.facts) == ("E021", {"length": 256, "limit": 255})
    with pytest.raises(OutputError, match="E021"):
        write_folder(tmp_path / long_name(256, ""), {})


def test_path_that_windows_finds_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    target = tmp_path / ("b" * 200) / ("a" * 100 + ".docx")
    with pytest.raises(OutputError) as caught:
        write_whole(target, b"1")
    (finding,) = caught.value.findings
    assert (finding.id, finding.facts) == ("E020", {"length": len(str(target)), "limit": 259})
