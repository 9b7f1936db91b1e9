"""The rules that the program knows: the files of `words`, `parts` and `layout` go in, one rule of each comes out."""

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..errors import Finding
from .rule import HEADINGS, ExplainedRule, Rule

if TYPE_CHECKING:
    from .look_rule import LookRule

AREAS = ("parts", "words", "layout")
TEXT_AREAS = ("parts", "words")
LOOKS_OF_PARTS = frozenset({"numbering_form", "numbering_level", "party_marks", "party_title", "state_title"})
"""The modules of `parts` that judge how a Word file looks: what they load is not loaded to judge a text."""


@cache
def list_rules() -> Mapping[str, ExplainedRule]:
    """Return every rule by its id, those of one area after the other."""
    return MappingProxyType({found.id: found for area in AREAS for found in _load(area)})


@cache
def text_rules() -> tuple[Rule, ...]:
    """Return the rules that judge what a document says."""
    return tuple(rule for area in TEXT_AREAS for rule in _load(area, LOOKS_OF_PARTS) if isinstance(rule, Rule))


def look_rules() -> "Iterator[LookRule]":
    """Yield the rules that judge how a Word file looks."""
    from .look_rule import LookRule

    return (rule for rule in list_rules().values() if isinstance(rule, LookRule))


def find_clause(finding: Finding, others: Mapping[str, ExplainedRule] = MappingProxyType({})) -> str:
    """Return on what a finding rests: the clause of its rule, or the source that it names itself.

    `others` are the rules of plug-ins.
    """
    found = list_rules().get(finding.id) or others.get(finding.id)
    if found is None:
        return str(finding.facts.get("source", "")).strip("—")
    return " ".join(found.sections.get(HEADINGS[2], "").split())


def keep_word_rules(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings without those of rules about parts and looks, which hold for the kinds that are printed alone."""
    for_every_kind = {found.id for found in _load("words")}
    return [found for found in findings if found.id not in list_rules() or found.id in for_every_kind]


@cache
def _load(area: str, but: frozenset[str] = frozenset()) -> tuple[ExplainedRule, ...]:
    package = import_module(f".{area}", __package__)
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__) if module.name not in but)
    return tuple(_take(import_module(f".{area}.{name}", __package__)) for name in names)


def _take(module: object) -> ExplainedRule:
    """Return the one rule of a module."""
    (found,) = (value for value in vars(module).values() if isinstance(value, ExplainedRule))
    return found
