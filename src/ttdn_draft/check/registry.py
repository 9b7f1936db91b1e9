"""The rules that the program knows: the files of `words` and `parts` go in, one rule of each comes out."""

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from .rule import Rule

AREAS = ("parts", "words")


@cache
def list_rules() -> Mapping[str, Rule]:
    """Return every rule by its id, those of one area after the other."""
    return MappingProxyType({found.id: found for area in AREAS for found in _load(area)})


@cache
def list_word_rules() -> frozenset[str]:
    """Return the ids of the rules about what is said: they hold for documents of every kind."""
    return frozenset(found.id for found in _load("words"))


def _load(area: str) -> list[Rule]:
    package = import_module(f".{area}", __package__)
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    return [_take(import_module(f".{area}.{name}", __package__)) for name in names]


def _take(module: object) -> Rule:
    """Return the one rule of a module."""
    (found,) = (value for value in vars(module).values() if isinstance(value, Rule))
    return found
