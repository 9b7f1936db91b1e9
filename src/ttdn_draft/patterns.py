"""Patterns that are built when they are first used: an expression goes in, what acts as its `re.Pattern` comes out.

The program has nearly a thousand of them, and a command uses some: to build them all takes longer than all else that
a short command does. What the parser of `re` made of an expression is kept for the next run, and is then one list of
numbers, which `re` itself examines before it takes it: to build the three hundred of a check took a fifth of it.
"""

import re
import sys
from array import array
from functools import cache
from typing import Any, AnyStr, cast

from .kept import keep, recall

KEPT = "patterns"
_built: dict[str, Any] = {}
"""What was parsed in this run, to be kept at its end."""


def regex(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return the pattern of an expression, for a constant of a module; an error in it is told at its first use.

    A match knows the built one as its `re`, which is another object: compare `pattern`, the expression.
    """
    return cast("re.Pattern[AnyStr]", _Unbuilt(expression, flags))


class _Unbuilt:
    """A pattern that becomes what it stands for: its methods are those of the built one, as they are asked for."""

    def __init__(self, expression: str | bytes, flags: int) -> None:
        self.pattern, self._flags = expression, flags

    def __getattr__(self, name: str) -> Any:
        """Return a method of the built pattern, and keep it where the next one who asks finds it at once."""
        if name.startswith("__"):  # a question of copy, pickle and the like
            raise AttributeError(name)
        found = getattr(self._build(), name)
        setattr(self, name, found)
        return found

    def _build(self) -> "re.Pattern[Any]":
        if "_pattern" not in vars(self):
            vars(self)["_pattern"] = build(self.pattern, int(self._flags))
        found: re.Pattern[Any] = vars(self)["_pattern"]
        return found


def build(expression: str | bytes, flags: int) -> "re.Pattern[Any]":
    """Return the pattern of an expression, by what was kept of it where that is there and sound."""
    if isinstance(expression, bytes):
        return re.compile(expression, flags)
    name = f"{flags}:{expression}"
    try:
        if name in _recall_all():
            return _take(expression, *_recall_all()[name])
        _built[name] = _parse(expression, flags)
        return _take(expression, *_built[name])
    except (ImportError, AttributeError, LookupError, TypeError, ValueError, RuntimeError, OverflowError):
        _built.pop(name, None)
        return re.compile(expression, flags)  # which tells what is wrong, or does without what was kept


def keep_built() -> None:
    """Keep what was parsed in this run beside what was kept before."""
    if _built:
        keep(KEPT, _magic(), _recall_all() | _built)


@cache
def _recall_all() -> dict[str, Any]:
    found = recall(KEPT, _magic())
    return found if isinstance(found, dict) else {}


def _magic() -> str:
    """Return the number of the form that this Python gives to patterns."""
    return f"{_machine().MAGIC} {_machine().CODESIZE} {sys.byteorder}"


def _machine() -> Any:
    """Return the module in C that runs patterns, as `re` itself knows it."""
    from re import _compiler  # type: ignore[attr-defined]

    return _compiler._sre


def _parse(expression: str, flags: int) -> tuple[int, int, dict[str, int], str]:
    """Return what `re` makes of an expression: all its flags, the count and the names of its groups, and its code."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(expression, flags)
    code = array("I", _compiler._code(tree, flags))
    return flags | tree.state.flags, tree.state.groups - 1, tree.state.groupdict, code.tobytes().hex()


def _take(expression: str, flags: int, groups: int, named: dict[str, int], code: str) -> "re.Pattern[Any]":
    """Return the pattern of a code, as `re.compile` ends; raises RuntimeError for a code that is none."""
    names: list[str | None] = [None] * (groups + 1)
    for name, at in named.items():
        names[at] = name
    numbers = array("I", bytes.fromhex(code)).tolist()
    found: re.Pattern[Any] = _machine().compile(expression, flags, numbers, groups, named, tuple(names))
    return found
