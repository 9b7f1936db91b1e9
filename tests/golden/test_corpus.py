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


Differences = list[tuple[str, str, str]]


@pytest.fixture
def render_corpus(shared: Path, tmp_path: Path) -> Callable[[str], tuple[str, Differences]]:
    """Return the profile that a real document takes, and what its Word file has otherwise than its text."""

    def _render_corpus(name: str) -> tuple[str, Differences]:
        checked = check_file(shared / "corpus" / f"{name}.md")
        assert checked.profile is not None, checked.findings
        out = tmp_path / "a.docx"
        out.write_bytes(render_checked(checked))
        assert_sound(out)
        tool = load(shared / "tools" / "docx_text.py")
        want = (shared / "corpus" / f"{name}.txt").read_text(encoding="utf-8")
        return checked.profile.id, tool.compare("\n".join(tool.lines(str(out))), want)[1]

    return _render_corpus


def test_guidance_of_cao_bang_2021_keeps_every_word_under_the_profile_of_its_date(
    render_corpus: Callable[[str], tuple[str, Differences]],
) -> None:
    profile, differences = render_corpus("004-cao-bang-14-hd-btgtu-2021")
    assert profile == "dang-hd36-2018"
    # the standard writes I- where this document wrote I., and a comma where it slipped into one semicolon
    assert {(old, new) for _, old, new in differences} == {(".", "-"), ("", ","), (";", "")}
    assert len(differences) == 5


def test_plan_of_bu_gia_map_2024_keeps_every_word_and_gains_only_its_frame(
    render_corpus: Callable[[str], tuple[str, Differences]],
) -> None:
    profile, differences = render_corpus("003-bu-gia-map-261-kh-hu-2024")
    assert profile == "dang-hd36-2018"
    assert [kind for kind, _, _ in differences] == ["insert"] * 4  # head, I-, II-, signature: the source lost them
    assert "".join(old for _, old, _ in differences) == ""
