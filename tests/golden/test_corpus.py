"""Real documents go through with no word lost; the corpus lies beside the project and is not copied into it."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import assert_sound
from ttdn_draft.pipeline import check_file, render_checked


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def with_profile(shared: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Return a corpus file that names the profile of 2026, until that of its own date exists."""

    def _with_profile(name: str) -> Path:
        text = (shared / "corpus" / name).read_text(encoding="utf-8")
        path = tmp_path / name
        path.write_text(text.replace("the_thuc: dang\n", "the_thuc: dang\nchuan: dang-hd05-2026\n"), encoding="utf-8")
        return path

    return _with_profile


def test_guidance_of_cao_bang_2021_keeps_every_word_in_order(
    shared: Path, with_profile: Callable[[str], Path], tmp_path: Path
) -> None:
    out = tmp_path / "a.docx"
    out.write_bytes(render_checked(check_file(with_profile("004-cao-bang-14-hd-btgtu-2021.md"))))
    assert_sound(out)
    tool = load(shared / "tools" / "docx_text.py")
    want = (shared / "corpus" / "004-cao-bang-14-hd-btgtu-2021.txt").read_text(encoding="utf-8")
    _, differences = tool.compare("\n".join(tool.lines(str(out))), want)
    marks = {(old.replace(" ", ""), new.replace(" ", "")) for _, old, new in differences}
    # the standard writes I- where this document wrote I., and ends recipients with ; where it wrote ,
    assert marks == {(".", "-"), (",,,,,,,,,,,", ""), ("", ";;;;;;;;;;;")}
