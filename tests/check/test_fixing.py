"""What findings offer is written into the file: only the words change, what brings an error is left, twice is once."""

import os
import time
import unicodedata
from pathlib import Path

import pytest

from ttdn_draft.cli import run
from ttdn_draft.marking import Mended, mend_file
from ttdn_draft.packs import PackShelf
from ttdn_draft.pipeline import check_text

from .rules.sample import build_text

WRONG = {
    "trich_yeu": "Công tác của của tỉnh năm 2026",
    "than": "Tổ chức **các các** đơn vị với\nvới nhau.",
}
RIGHT = {"trich_yeu": "Công tác của tỉnh năm 2026", "than": "Tổ chức **các** đơn vị với nhau."}


def write(folder: Path, text: str, newline: str = "\n") -> Path:
    file = folder / "kế hoạch.md"
    file.write_bytes(text.replace("\n", newline).encode("utf-8"))
    return file


@pytest.mark.parametrize("mark", ["", "\N{ZERO WIDTH NO-BREAK SPACE}"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_the_wrong_words_change_and_the_old_file_is_kept(tmp_path: Path, newline: str, mark: str) -> None:
    comment = "# ghi chú của người soạn\n"
    old, new = (mark + build_text(case, "nha-nuoc").replace("loai:", f"{comment}loai:") for case in (WRONG, RIGHT))
    file = write(tmp_path, old, newline)
    assert run(["check", str(file), "--fix"], {}) == 0
    assert file.read_bytes().decode("utf-8") == new.replace("\n", newline)
    assert Path(f"{file}.bak").read_bytes().decode("utf-8") == old.replace("\n", newline)


def test_lines_that_are_not_mended_stay_byte_by_byte(tmp_path: Path) -> None:
    comment = f"# {unicodedata.normalize('NFD', 'ghi chú của người soạn')}\t:\r\n"
    old, new = (build_text(case, "nha-nuoc").replace("loai:", f"{comment}loai:") for case in (WRONG, RIGHT))
    file = write(tmp_path, old)
    assert run(["check", str(file), "--fix"], {}) == 0
    mended = file.read_bytes().decode("utf-8")
    assert comment in mended
    assert mended.count("\r") == 1
    assert mended == new


@pytest.mark.parametrize("change", ["gone", "other"])
def test_file_that_changes_during_the_check_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], change: str
) -> None:
    file = write(tmp_path, build_text(WRONG, "nha-nuoc"))
    other = build_text(RIGHT, "nha-nuoc").encode()

    def mend_late(path: Path, shelf: PackShelf, *asked: tuple[str, ...]) -> Mended:
        mended = mend_file(path, shelf, *asked)
        file.unlink() if change == "gone" else file.write_bytes(other)
        return mended

    monkeypatch.setattr("ttdn_draft.marking.mend_file", mend_late)
    assert run(["check", str(file), "--fix"], {}) == 1
    assert ("E106" if change == "gone" else "E011") in capsys.readouterr().err
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([] if change == "gone" else [other])


def test_file_that_is_open_in_word_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path, build_text(WRONG, "nha-nuoc"))
    old = file.read_bytes()
    file.with_name(f"~${file.name}").touch()
    assert run(["check", str(file), "--fix"], {}) == 1
    assert "E012" in capsys.readouterr().err
    assert (file.read_bytes(), Path(f"{file}.bak").exists()) == (old, False)


def test_file_that_may_not_be_written_stays_and_is_not_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, build_text(WRONG, "nha-nuoc"))
    monkeypatch.setattr("os.access", lambda _, mode: mode != os.W_OK)  # as chmod does for all but root
    assert run(["check", str(file), "--fix"], {}) == 1
    assert "E011" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_link_stays_a_link_and_a_link_to_nothing_is_no_free_name(tmp_path: Path) -> None:
    file = write(tmp_path, build_text(WRONG, "nha-nuoc"))
    link, taken = tmp_path / "lối tắt.md", tmp_path / "lối tắt.md.bak"
    link.symlink_to(file)
    taken.symlink_to(tmp_path / "không có")
    assert run(["check", str(link), "--fix"], {}) == 0
    assert link.is_symlink()
    assert file.read_text("utf-8") == build_text(RIGHT, "nha-nuoc")
    assert (tmp_path / "lối tắt.md.2.bak").read_text("utf-8") == build_text(WRONG, "nha-nuoc")


def test_time_grows_with_the_text_and_not_with_its_square(tmp_path: Path) -> None:
    def measure(count: int) -> float:
        body = "Họp ((( huyện Hòa An, của của tỉnh Bắc Kạn " * count
        text, started = build_text({"than": body}, "nha-nuoc"), time.process_time()
        assert check_text(text, "md", name="a.md").findings
        return time.process_time() - started

    measure(10)
    assert measure(800) < 16 * (measure(100) + 0.02)


def test_second_run_changes_nothing(tmp_path: Path) -> None:
    file = write(tmp_path, build_text(WRONG, "nha-nuoc"))
    run(["check", str(file), "--fix"], {})
    mended = file.read_bytes()
    run(["check", str(file), "--fix"], {})
    assert file.read_bytes() == mended
    assert len(list(tmp_path.iterdir())) == 2


def test_third_copy_does_not_take_the_place_of_an_older_one(tmp_path: Path) -> None:
    for _ in range(2):
        file = write(tmp_path, build_text(WRONG, "nha-nuoc"))
        run(["check", str(file), "--fix"], {})
    assert {path.name for path in tmp_path.iterdir()} == {f"{file.name}{end}" for end in ("", ".bak", ".2.bak")}


def test_difference_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path, build_text(WRONG, "nha-nuoc"))
    run(["check", "--fix", str(file)], {})
    told = capsys.readouterr().out
    assert "-trich_yeu: Công tác của của tỉnh năm 2026" in told
    assert "+trich_yeu: Công tác của tỉnh năm 2026" in told


def test_fix_that_would_break_the_file_is_left(tmp_path: Path) -> None:
    text = build_text({"trich_yeu": "Công tác năm 2026"}, "nha-nuoc").replace(
        "Công tác năm", "'Công tác' của 'của' năm"
    )
    file = write(tmp_path, text)
    mended = mend_file(file, PackShelf())
    assert mended.after == mended.before


def test_correct_file_is_left_as_it_is(tmp_path: Path) -> None:
    file = write(tmp_path, build_text(RIGHT, "nha-nuoc"))
    assert run(["check", "--fix", str(file)], {}) == 0
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("note", 1), ("doubled-word", 1)])
def test_exit_code_is_what_fail_on_says(tmp_path: Path, fail_on: str, code: int) -> None:
    file = write(tmp_path, build_text(WRONG, "nha-nuoc"))
    assert run(["check", str(file), "--fail-on", fail_on], {}) == code


def test_unknown_rule_of_fail_on_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path, build_text(WRONG, "nha-nuoc"))
    assert run(["check", str(file), "--fail-on", "double-word"], {}) == 2
    assert "doubled-word?" in capsys.readouterr().err
