"""Patterns that are built when they are first used are those that `re` would have built."""

import gc
import pkgutil
import re
from importlib import import_module

import pytest

import ttdn_draft
from ttdn_draft.patterns import _Unbuilt, regex


def test_a_pattern_finds_what_that_of_re_finds() -> None:
    late, built = regex(r"(?P<day>\d+)/(\d+)", re.I), re.compile(r"(?P<day>\d+)/(\d+)", re.I)
    assert [m.groupdict() for m in late.finditer("1/2 và 30/4")] == [
        m.groupdict() for m in built.finditer("1/2 và 30/4")
    ]
    assert (late.pattern, late.flags, late.groups, late.sub("x", "1/2")) == (built.pattern, built.flags, 2, "x")
    assert regex(rb"a+").fullmatch(b"aa")


def test_an_error_in_a_pattern_is_told_when_it_is_used() -> None:
    late = regex("(")
    with pytest.raises(re.error):
        late.search("a")


def test_every_pattern_of_the_program_can_be_built() -> None:
    for module in pkgutil.walk_packages(ttdn_draft.__path__, "ttdn_draft."):
        if not module.name.endswith("__main__") and ".scaffold" not in module.name:
            import_module(module.name)
    found = [thing for thing in gc.get_objects() if isinstance(thing, _Unbuilt)]
    assert len(found) > 800
    assert all(thing.search for thing in found)
