"""The rules that the program knows: the files of `words` and `parts` go in, one rule of each comes out."""

import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from ..errors import Finding
from .rule import Rule

AREAS = ("parts", "words")


@cache
def list_rules() -> Mapping[str, Rule]:
    """Return every rule by its id, those of one area after the other."""
    return MappingProxyType({found.id: found for area in AREAS for found in _load(area)})


def keep_word_rules(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings without those of rules about parts and looks, which hold for the kinds that are printed alone."""
    for_every_kind = {found.id for found in _load("words")}
    return [found for found in findings if found.id not in list_rules() or found.id in for_every_kind]


def _load(area: str) -> list[Rule]:
    package = import_module(f".{area}", __package__)
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    return [_take(import_module(f".{area}.{name}", __package__)) for name in names]


def _take(module: object) -> Rule:
    """Return the one rule of a module."""
    (found,) = (value for value in vars(module).values() if isinstance(value, Rule))
    return found
