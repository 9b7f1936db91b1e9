"""The page for Python programs: its examples run as they stand there, and pass mypy --strict."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import BODY, HEAD, assert_sound
from tests.pack_folders import write_pack
from ttdn_draft import api
from ttdn_draft.errors import TtdnError, UserFileError

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"
BLOCK = re.compile(r"^```python\n(.*?)^```", re.M | re.S)
PAGE = (HOW_TO / "from-python.md").read_text(encoding="utf-8")
EXAMPLES = BLOCK.findall(PAGE)
READER = next(e for e in BLOCK.findall((HOW_TO / "write-a-plugin.md").read_text(encoding="utf-8")) if "UserFile" in e)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with what the examples name."""
    (tmp_path / "huong-dan.md").write_text(HEAD + BODY, encoding="utf-8")
    write_pack(tmp_path / "goi" / "mau")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_examples_of_the_page_run(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(EXAMPLES) == 6
    for example in EXAMPLES:
        exec(compile(example, "from-python.md", "exec"), {})  # noqa: S102 - our own page
    assert_sound(here / "huong-dan.docx")
    assert_sound(here / "mau.docx")
    composed = (here / "hd-2027.md").read_text(encoding="utf-8")
    assert composed.startswith("---\n") and "năm 2027" in composed
    printed = capsys.readouterr().out
    assert "error 2 $ E201" in printed and "nháp:2" in printed
    assert "The key" in printed and "('E201', '$')" in printed


def test_first_example_makes_a_word_file_of_data_in_ten_lines() -> None:
    first = [line for line in EXAMPLES[0].splitlines() if line]
    assert len(first) <= 10 and "render(data)" in first[-1]


def test_example_of_a_reader_tells_the_line_of_the_user(tmp_path: Path) -> None:
    space: dict[str, object] = {}
    exec(compile(READER, "write-a-plugin.md", "exec"), space)  # noqa: S102 - our own page
    file = tmp_path / "van-ban.toml"
    file.write_text('a = 1\n\nco_quan = "x"\n', encoding="utf-8")
    with pytest.raises(UserFileError, match=r"^3 E689 "):
        space["read_toml"](file)  # type: ignore[operator]


def test_examples_pass_the_strict_type_checker(tmp_path: Path) -> None:
    for number, example in enumerate([*EXAMPLES, READER]):
        (tmp_path / f"example_{number}.py").write_text(example, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_page_names_every_error_and_function_that_is_public() -> None:
    for name in api.__all__:
        thing = getattr(api, name)
        if isinstance(thing, type) and issubclass(thing, TtdnError):
            assert name == "TtdnError" or f"| `{name}` |" in PAGE, name
    assert {"check", "render", "compose"} <= set(api.__all__)
    for name in ("check", "render", "compose"):
        assert f"import {name}" in PAGE or f", {name}" in PAGE
