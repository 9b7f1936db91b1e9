"""Every rule of layout finds its wrong examples in a rendered document and lets its right ones pass."""

from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from ttdn_draft.check.look_rule import LookRule
from ttdn_draft.check.registry import look_rules
from ttdn_draft.check.rule import HEADINGS

from .looks import BASES, judge_change, judge_docx, read_change, rendered

CASES = Path(__file__).parent / "cases"
RULES = [pytest.param(rule, id=rule.id) for rule in look_rules()]
LEAST = 5  # cases of either side


def cases_of(rule: LookRule, side: str) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = read_change((CASES / f"{rule.id}.yaml").read_text(encoding="utf-8"))[side]
    return found


def sample_of(rule: LookRule) -> str:
    return rule.standards[-1]


@pytest.mark.parametrize("name", BASES)
def test_rendered_document_has_no_finding(name: str, tmp_path: Path) -> None:
    assert [f.tell() for f in judge_docx(*rendered(name), tmp_path)] == []


@pytest.mark.parametrize("rule", RULES)
def test_docstring_says_all_that_people_ask(rule: LookRule) -> None:
    assert list(rule.sections) == ["", *HEADINGS]
    assert all(rule.sections.values())


@pytest.mark.parametrize("rule", RULES)
def test_examples_of_the_docstring_are_found_and_pass(rule: LookRule, tmp_path: Path) -> None:
    wrong, right = (read_change(rule.sections[HEADINGS[number]]) for number in (3, 4))
    assert {f.id for f in judge_change(wrong, tmp_path, sample_of(rule))} == {rule.id}
    assert [f.tell() for f in judge_change(right, tmp_path, sample_of(rule))] == []


@pytest.mark.parametrize("rule", RULES)
def test_wrong_cases_are_found_and_right_ones_pass(rule: LookRule, tmp_path: Path) -> None:
    wrong, right = cases_of(rule, "wrong"), cases_of(rule, "right")
    assert min(len(wrong), len(right)) >= LEAST
    missed = [case for case in wrong if rule.id not in {f.id for f in judge_change(case, tmp_path, sample_of(rule))}]
    false = [case for case in right if rule.id in {f.id for f in judge_change(case, tmp_path, sample_of(rule))}]
    assert (missed, false) == ([], [])


@pytest.mark.parametrize("rule", RULES)
def test_finding_has_a_place_and_every_fact_in_both_languages(rule: LookRule, tmp_path: Path) -> None:
    for case in cases_of(rule, "wrong"):
        for found in judge_change(case, tmp_path, sample_of(rule)):
            if found.id == rule.id:
                told = [*found.describe("vi"), *found.describe("en")]
                assert all(told) and found.place.paragraph
                assert not any(name for text in told for _, name, _, _ in Formatter().parse(text) if name)
