"""`ttdn-draft rule` explains every rule, and names one that is none."""

from pathlib import Path

import pytest

from tests.check.rules.sample import build_text, read_example
from ttdn_draft.check.registry import list_rules
from ttdn_draft.check.rule import HEADINGS
from ttdn_draft.cli import run


@pytest.mark.parametrize("id", list_rules())
def test_each_rule_is_explained_with_its_clause_and_examples(id: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rule", id], {}) == 0
    told = capsys.readouterr().out
    assert all(f"{heading}:" in told for heading in HEADINGS)
    assert list_rules()[id].sections["Căn cứ"] in told


def test_without_an_id_every_rule_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rule"], {}) == 0
    assert [line.split(" ", 1)[0] for line in capsys.readouterr().out.splitlines()] == [*list_rules()]


def test_an_unknown_rule_is_named_with_a_near_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rule", "doubled-words"], {}) == 2
    told = capsys.readouterr().err
    assert "E022" in told
    assert "(doubled-word?)" in told


def test_rule_that_is_off_speaks_where_it_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example = list_rules()["citation-unknown"].sections[HEADINGS[3]]
    file = tmp_path / "ke-hoach.md"
    file.write_text(build_text(read_example(example), "nha-nuoc"), encoding="utf-8")
    assert run(["check", str(file)], {}) == 0
    assert "citation-unknown" not in capsys.readouterr().out
    assert run(["check", str(file), "--fail-on", "citation-unknown"], {}) == 1
    assert "citation-unknown" in capsys.readouterr().out
    (tmp_path / "ttdn.toml").write_text('fail_on = "citation-unknown"\n', encoding="utf-8")
    assert run(["check", str(file)], {}) == 1
