"""The rules that judge a text are all those of the kind, though not all rules are loaded for it."""

import subprocess
import sys

from ttdn_draft.check.registry import list_rules, text_rules
from ttdn_draft.check.rule import Rule


def test_every_rule_that_judges_a_text_is_among_those_for_texts() -> None:
    assert [rule.id for rule in text_rules()] == [rule.id for rule in list_rules().values() if isinstance(rule, Rule)]


def test_to_judge_a_text_loads_nothing_that_reads_word_files() -> None:
    code = "import sys; from ttdn_draft.check.registry import text_rules; list(text_rules()); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"lxml", "jinja2", "docxtpl", "ttdn_draft.word"} & set(told.stdout.split())
