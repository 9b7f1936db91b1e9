"""`ttdn-draft rule` explains every rule, and names one that is none."""

import pytest

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
