"""Several files at once: what goes wrong with one is told with its name, and the others are still checked and made."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ttdn_draft.pipeline
from tests.conftest import BODY, HEAD
from tests.pack_folders import write_pack
from ttdn_draft.cli import run

NAMES = ["a.md", "hỏng.md", "z.md"]
Break = Callable[[str], None]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Write three good files, and work where they lie."""
    for name in NAMES:
        (tmp_path / name).write_text(HEAD + BODY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return NAMES


@pytest.fixture
def fail_at(monkeypatch: pytest.MonkeyPatch) -> Break:
    """Let a step of the pipeline fail where it meets the second file."""

    def _break(step: str, error: type[BaseException] = ZeroDivisionError) -> None:
        real, at = getattr(ttdn_draft.pipeline, step), "hỏng.md"

        def fails(first: Any, *rest: Any) -> Any:
            if at in str(getattr(first, "file", first)):
                raise error("bên trong")
            return real(first, *rest)

        monkeypatch.setattr(ttdn_draft.pipeline, step, fails)

    return _break


def test_check_tells_a_failure_with_its_file_and_goes_on(
    files: list[str], fail_at: Break, capsys: pytest.CaptureFixture[str]
) -> None:
    fail_at("validate")
    assert run(["check", *files], {}) == 3
    printed = capsys.readouterr()
    (line,) = printed.out.splitlines()
    assert line.startswith("hỏng.md E900 ") and "ZeroDivisionError: bên trong" in line
    assert [told.split(":")[0].split(" ")[0] for told in printed.err.splitlines()[: len(files)]] == files
    assert printed.err.endswith("Tất cả 3 mục: 1 lỗi, 0 cảnh báo, 0 ghi chú\n  1 chỗ ở 1 mục: E900\n")
    assert "Traceback" not in printed.err


def test_check_as_json_holds_the_failure_in_its_file(
    files: list[str], fail_at: Break, capsys: pytest.CaptureFixture[str]
) -> None:
    fail_at("validate")
    assert run(["check", "--output", "json", "--debug", *files], {}) == 3
    printed = capsys.readouterr()
    told = json.loads(printed.out)["files"]
    assert [(f["file"], f["ok"], [g["id"] for g in f["findings"]]) for f in told] == [
        ("a.md", True, []),
        ("hỏng.md", False, ["E900"]),
        ("z.md", True, []),
    ]
    assert "Traceback" in printed.err and "ZeroDivisionError" in printed.err


@pytest.mark.parametrize("step", ["validate", "read_any"])
def test_render_makes_the_other_files(
    files: list[str], fail_at: Break, step: str, capsys: pytest.CaptureFixture[str]
) -> None:
    fail_at(step)
    assert run(["render", *files], {}) == 3
    printed = capsys.readouterr()
    assert printed.err.startswith("hỏng.md E900 ") and printed.err.count("\n") == 1
    assert sorted(path.name for path in Path().glob("*.docx")) == ["a.docx", "z.docx"]


def test_failure_while_a_document_is_printed_is_one_of_its_file(
    files: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import ttdn_draft.render

    real, calls = ttdn_draft.render.render_document, iter(range(9))

    def fails_second(*arguments: Any) -> bytes:
        if next(calls) == 1:
            raise ZeroDivisionError("bên trong")
        return real(*arguments)

    monkeypatch.setattr(ttdn_draft.render, "render_document", fails_second)
    assert run(["render", "--debug", *files], {}) == 3
    err = capsys.readouterr().err
    assert err.startswith("hỏng.md E900 ") and "Traceback" in err
    assert sorted(path.name for path in Path().glob("*.docx")) == ["a.docx", "z.docx"]


def test_target_that_cannot_be_written_keeps_no_other_from_being_made(
    files: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import ttdn_draft.whole_files
    from ttdn_draft.errors import OutputError, Place

    real = ttdn_draft.whole_files.move_whole

    def full(temporary: Path, path: Path, force: bool = False) -> None:
        if path.name == "hỏng.docx":
            raise OutputError("E011", Place(str(path)), reason="ổ đĩa đầy")
        real(temporary, path, force)

    monkeypatch.setattr(ttdn_draft.whole_files, "move_whole", full)
    assert run(["render", *files], {}) == 1
    assert capsys.readouterr().err.startswith("hỏng.docx E011")
    assert sorted(path.name for path in Path().glob("*.docx")) == ["a.docx", "z.docx"]


def test_broken_own_template_is_told_once_for_all_files(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    Path("mau.docx").write_bytes(b"PK")
    assert run(["render", "--template", "mau.docx", *files], {}) == 3
    assert capsys.readouterr().err.count("mau.docx") == 1
    assert [path.name for path in Path().glob("*.docx")] == ["mau.docx"]


def test_preview_names_the_file_at_which_the_program_failed(
    files: list[str], fail_at: Break, capsys: pytest.CaptureFixture[str]
) -> None:
    fail_at("validate")
    assert run(["preview", "hỏng.md", "--debug"], {}) == 3
    err = capsys.readouterr().err
    assert err.startswith("hỏng.md E900 ") and "Traceback" in err


@pytest.mark.parametrize("command", ["check", "render"])
def test_interruption_ends_all_files(
    files: list[str], fail_at: Break, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    fail_at("validate", KeyboardInterrupt)
    assert run([command, *files], {}) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith("E901")
    assert not Path("z.docx").exists()


def test_failure_weighs_more_than_an_error_of_another_file(files: list[str], fail_at: Break) -> None:
    Path("z.md").write_text("", encoding="utf-8")
    assert run(["check", "a.md", "z.md"], {}) == 1
    fail_at("validate")
    assert run(["check", *files], {}) == 3


def test_templates_and_packs_are_judged_one_by_one_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import ttdn_draft.kit.holding
    import ttdn_draft.kit.testing

    for name in ("a", "hong", "z"):
        write_pack(tmp_path / name)
    for module, step in ((ttdn_draft.kit.testing, "check_pack"), (ttdn_draft.kit.holding, "check_template")):
        monkeypatch.setattr(module, step, failing(getattr(module, step)))
    monkeypatch.chdir(tmp_path)
    assert run(["packs", "check", "a", "hong", "z"], {}) == 3
    printed = capsys.readouterr()
    assert [line for line in printed.out.splitlines() if " E" in line] == [printed.out.splitlines()[-1]]
    assert "hong E900 " in printed.out and printed.err.count("\n") == 3
    assert run(["templates", "check", "b.docx", "hong.docx", "--output", "json"], {}) == 3
    told = json.loads(capsys.readouterr().out)["files"]
    assert [(f["file"], [g["id"] for g in f["findings"]]) for f in told][1] == ("hong.docx", ["E900"])
    assert "E900" not in [g["id"] for g in told[0]["findings"]]


def failing(real: Any) -> Any:
    def fails(first: Path, *rest: Any, **more: Any) -> Any:
        if "hong" in first.name:
            raise ZeroDivisionError("bên trong")
        return real(first, *rest, **more)

    return fails


def test_profile_that_is_broken_keeps_no_other_from_being_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example = Path(__file__).parents[2] / "docs" / "hooks" / "dang-thong-bao"
    shutil.copytree(example, tmp_path / "dang-thong-bao")
    (tmp_path / "hong").mkdir()
    (tmp_path / "hong" / "profile.yaml").write_text("id: hong\n", encoding="utf-8")
    assert run(["templates", "build", str(tmp_path / "hong"), str(tmp_path / "dang-thong-bao")], {}) == 3
    printed = capsys.readouterr()
    assert "hong" in printed.err and str(tmp_path / "dang-thong-bao" / "thong-bao" / "template.docx") in printed.out
