"""Every rule finds its wrong examples and lets its right ones pass, those of its docstring and those of its cases."""

from pathlib import Path
from string import Formatter

import pytest

from ttdn_draft.check.registry import text_rules
from ttdn_draft.check.rule import HEADINGS, Rule
from ttdn_draft.marking import mend_file
from ttdn_draft.packs import PackShelf

from .sample import SAMPLES, Example, build_text, judge, read_example, read_plain

CASES = Path(__file__).parent / "cases"
RULES = [pytest.param(rule, id=rule.id) for rule in text_rules()]
LEAST = 5  # cases of either side


def cases_of(rule: Rule, side: str) -> list[Example]:
    read: list[Example] = read_plain(CASES / f"{rule.id}.yaml")[side]
    return read


def standard_of(rule: Rule) -> str:
    return rule.standards[-1]


@pytest.mark.parametrize("standard", SAMPLES)
def test_sample_has_no_finding(standard: str) -> None:
    assert [f.tell() for f in judge("Tổ chức tuyên truyền theo kế hoạch chung của năm.", standard)] == []


@pytest.mark.parametrize("rule", RULES)
def test_docstring_says_all_that_people_ask(rule: Rule) -> None:
    sections = rule.sections
    assert list(sections) == ["", *HEADINGS]
    assert all(sections.values())


@pytest.mark.parametrize("rule", RULES)
def test_wrong_example_gives_exactly_this_rule(rule: Rule) -> None:
    example = read_example(rule.sections[HEADINGS[3]])
    assert {f.id for f in judge(example, standard_of(rule), [rule.id])} == {rule.id}


@pytest.mark.parametrize("rule", RULES)
def test_right_example_gives_nothing(rule: Rule) -> None:
    example = read_example(rule.sections[HEADINGS[4]])
    assert [f.tell() for f in judge(example, standard_of(rule), [rule.id])] == []


@pytest.mark.parametrize("rule", RULES)
def test_wrong_cases_are_found_and_right_ones_pass(rule: Rule) -> None:
    wrong, right = cases_of(rule, "wrong"), cases_of(rule, "right")
    assert min(len(wrong), len(right)) >= LEAST
    missed = [case for case in wrong if rule.id not in {f.id for f in judge(case, standard_of(rule), [rule.id])}]
    false = [case for case in right if rule.id in {f.id for f in judge(case, standard_of(rule), [rule.id])}]
    assert (missed, false) == ([], [])


@pytest.mark.parametrize("rule", RULES)
def test_finding_names_words_that_stand_at_its_place(rule: Rule) -> None:
    for case in cases_of(rule, "wrong"):
        lines = build_text(case, standard_of(rule)).splitlines()
        for found in judge(case, standard_of(rule), [rule.id]):
            if found.id == rule.id and found.words and found.place.line:
                first = found.words.split()[0]
                assert first[:1] in lines[found.place.line - 1][found.place.column - 1 :][:3], (case, found)


@pytest.mark.parametrize("rule", RULES)
def test_what_a_safe_fix_writes_is_right_and_stays(rule: Rule, tmp_path: Path) -> None:
    for number, case in enumerate(cases_of(rule, "wrong")):
        if not any(f.id == rule.id and f.fix and f.fix.is_safe for f in judge(case, standard_of(rule), [rule.id])):
            continue
        file = tmp_path / f"{number}.md"
        file.write_text(build_text(case, standard_of(rule)), encoding="utf-8")
        mended = mend_file(file, PackShelf())
        left = [f.fix for f in mended.checked.findings if f.id == rule.id and f.fix and f.fix.is_safe]
        assert left == [], case
        file.write_text(mended.after, encoding="utf-8")
        assert mend_file(file, PackShelf()).after == mended.after


@pytest.mark.parametrize("rule", RULES)
def test_sentence_has_every_fact_in_both_languages(rule: Rule) -> None:
    for case in cases_of(rule, "wrong"):
        for found in judge(case, standard_of(rule), [rule.id]):
            if found.id == rule.id:
                told = [*found.describe("vi"), *found.describe("en")]
                assert all(told)
                assert not any(name for text in told for _, name, _, _ in Formatter().parse(text) if name)
