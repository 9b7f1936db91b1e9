"""Patterns that are built when they are first used: an expression goes in, what acts as its `re.Pattern` comes out.

The program has nearly a thousand of them, and a command uses some: to build them all takes longer than all else that
a short command does. What the parser of `re` made of a constant is kept for the next run, and is then one list of
numbers, which `re` itself examines before it takes it: to build the three hundred of a check took a fifth of it.
What is made of the words of a document is never kept.
"""

import re
import sys
from array import array
from functools import cache
from types import FrameType
from typing import Any, AnyStr, cast

from .kept import keep, recall

OURS, OF_LIBRARIES = "patterns", "patterns-of-libraries"
"""Under which names they are kept, ours by the package: what shows days uses none of those that judge a text."""
PACKAGES = f"{__package__}."
IN_A_FUNCTION = 1  # CO_OPTIMIZED of `inspect`: the code of a function has it, that of a module or a class has not
_built: dict[str, dict[str, Any]] = {}
"""What was parsed in this run, to be kept at its end, by the name under which it is kept."""
_compile_anew = re.compile


def regex(expression: AnyStr, flags: int = 0, *, is_constant: bool | None = None) -> re.Pattern[AnyStr]:
    """Return the pattern of an expression; an error in it is told at its first use.

    What a function makes is no constant, unless it says so. A match knows the built pattern as its `re`, which is
    another object: compare `pattern`, the expression.
    """
    is_kept = not _is_in_function() if is_constant is None else is_constant
    return cast("re.Pattern[AnyStr]", _Unbuilt(expression, flags, _name_kept(sys._getframe(1)) if is_kept else ""))


def _name_kept(asking: FrameType) -> str:
    """Return under which name a pattern is kept that a module asks for."""
    package = asking.f_globals.get("__package__") or ""
    return f"{OURS}-{package.split('.')[1]}" if package.startswith(PACKAGES) else OURS


def serve_libraries() -> None:
    """From now on let libraries, too, take the patterns that they build while they are loaded from what was kept.

    For the run of a command: YAML, Markdown, Jinja and click build more than a hundred before they do anything.
    """
    re.compile = _compile_for_libraries


def _compile_for_libraries(pattern: Any, flags: Any = 0) -> "re.Pattern[Any]":
    """Stand for `re.compile`."""
    is_constant = isinstance(pattern, str) and not _is_in_function()
    return build(pattern, int(flags), OF_LIBRARIES) if is_constant else _compile_anew(pattern, flags)


def _is_in_function() -> bool:
    """Tell whether a function asked whoever asks here: not the body of a module or a class."""
    return bool(sys._getframe(2).f_code.co_flags & IN_A_FUNCTION)


class _Unbuilt:
    """A pattern that becomes what it stands for: its methods are those of the built one, as they are asked for."""

    def __init__(self, expression: str | bytes, flags: int, kept_as: str) -> None:
        self.pattern, self._flags, self._kept_as = expression, flags, kept_as

    def __getattr__(self, name: str) -> Any:
        """Return a method of the built pattern, and keep it where the next one who asks finds it at once."""
        if name.startswith("__"):  # a question of copy, pickle and the like
            raise AttributeError(name)
        found = getattr(self._build(), name)
        setattr(self, name, found)
        return found

    def _build(self) -> "re.Pattern[Any]":
        if "_pattern" not in vars(self):
            vars(self)["_pattern"] = build(self.pattern, int(self._flags), self._kept_as)
        found: re.Pattern[Any] = vars(self)["_pattern"]
        return found


def build(expression: str | bytes, flags: int, kept_as: str = OURS) -> "re.Pattern[Any]":
    """Return the pattern of an expression, by what was kept of it where that is there and sound."""
    if isinstance(expression, bytes) or not kept_as:
        return _compile_anew(expression, flags)
    name = f"{flags}:{expression}"
    try:
        kept = _recall_all(kept_as).get(name)
        if kept is None:
            kept = _parse(expression, flags)
            _built.setdefault(kept_as, {})[name] = kept
        return _take(expression, *kept)
    except (ImportError, AttributeError, LookupError, TypeError, ValueError, RuntimeError, OverflowError):
        _built.get(kept_as, {}).pop(name, None)
        return _compile_anew(expression, flags)  # which tells what is wrong, or does without what was kept


def keep_built() -> None:
    """Keep what was parsed in this run beside what was kept before."""
    for kept_as, parsed in _built.items():
        if parsed:
            keep(kept_as, _magic(), _recall_all(kept_as) | parsed)


@cache
def _recall_all(kept_as: str) -> dict[str, Any]:
    found = recall(kept_as, _magic())
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
