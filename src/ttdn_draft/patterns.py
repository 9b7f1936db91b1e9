"""Patterns that are built when they are first used: an expression goes in, what acts as its `re.Pattern` comes out.

The program has nearly a thousand of them, and a command uses some: to build them all takes longer than all else that
a short command does.
"""

import re
from typing import Any, AnyStr, cast


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
        found = getattr(re.compile(self.pattern, self._flags), name)  # `re` keeps those that it has built
        setattr(self, name, found)
        return found
