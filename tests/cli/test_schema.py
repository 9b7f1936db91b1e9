"""`schema` prints what editors hold files against."""

import json
from pathlib import Path

import pytest

from tests.conftest import Use
from ttdn_draft.cli import run
from ttdn_draft.validate.schema_names import SCHEMA_NAMES


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_schema_is_printed_and_written(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(("schema", name), {}) == 0
    printed = capsys.readouterr().out
    file = tmp_path / "lược đồ.json"
    assert run(("schema", name, "-o", str(file)), {}) == 0
    assert file.read_text(encoding="utf-8") == printed
    assert json.loads(printed)["title"]


def test_names_are_listed_and_a_wrong_one_is_told_with_the_one_that_is_meant(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(("schema",), {}) == 0
    assert [line.split("  ")[0] for line in capsys.readouterr().out.splitlines()] == [*SCHEMA_NAMES]
    assert run(("schema", "citation"), {}) == 2
    assert "E745" in (told := capsys.readouterr().err) and "(citations?)" in told


def test_written_schema_is_kept_unless_forced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.json"
    file.write_text("{}")
    assert run(("schema", "pack", "-o", str(file)), {}) == 1
    assert file.read_text() == "{}"
    assert run(("schema", "pack", "-o", str(file), "--force"), {}) == 0
    assert run(("schema", "pack", "-o", str(tmp_path / "a.yaml")), {}) == 2
    assert "E010" in capsys.readouterr().err


def test_kinds_of_plugins_are_in_the_schema_of_inputs(use: Use, capsys: pytest.CaptureFixture[str]) -> None:
    use("ttdn_profiles")
    for options, is_known in (((), True), (("--no-plugins",), False)):
        for name in ("input", "front-matter"):
            assert run(("schema", name, *options), {}) == 0
            kinds = json.loads(capsys.readouterr().out)["properties"]["loai"]["enum"]
            assert ("thong-bao" in kinds) is is_known
