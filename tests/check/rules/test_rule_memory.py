"""Rules that answer out of a memory tell of each document what they tell of it alone, whatever came before it."""

import random
from collections.abc import Iterator

import pytest

from ttdn_draft.check.registry import list_rules, text_rules
from ttdn_draft.check.rule_memory import OF_PASSAGES
from ttdn_draft.errors import Finding
from ttdn_draft.reuse import Memory, remembering

from .sample import SAMPLES, Example, judge, read_plain
from .test_rules import CASES, standard_of

IN_A_ROW = 90  # documents of one memory


def list_examples(standard: str) -> Iterator[Example]:
    for rule in text_rules():
        if standard in rule.standards:
            cases = read_plain(CASES / f"{rule.id}.yaml")
            yield from (*cases["wrong"], *cases["right"])


def tell(found: list[Finding]) -> list[tuple[object, ...]]:
    return [(f, sorted(map(str, f.facts.items())), f.fix, f.cause) for f in found]


@pytest.mark.parametrize("standard", SAMPLES)
def test_what_is_told_of_a_document_does_not_depend_on_those_before_it(standard: str) -> None:
    examples, memory = [*list_examples(standard)], Memory()
    for example in random.choices(examples, k=IN_A_ROW):  # noqa: S311 - holds for any
        with remembering(memory):
            remembered = judge(example, standard)
        assert tell(remembered) == tell(judge(example, standard)), example


@pytest.mark.parametrize("name", sorted(OF_PASSAGES))
def test_rule_of_single_passages_tells_of_two_parts_what_it_tells_of_the_whole(name: str) -> None:
    rule = next(rule for rule in text_rules() if rule.id == name)
    texts = [case for case in read_plain(CASES / f"{name}.yaml")["wrong"] if isinstance(case, str)]
    stayed, memory = random.choice(texts), Memory()  # noqa: S311 - holds for any
    for other in texts:
        body = f"{stayed}\n\n{other}\n\n{stayed}"
        with remembering(memory):
            remembered = judge(body, standard_of(rule))
        assert tell(remembered) == tell(judge(body, standard_of(rule)))
        assert name in {found.id for found in remembered}


def test_rules_of_single_passages_are_rules() -> None:
    assert list_rules().keys() >= OF_PASSAGES
