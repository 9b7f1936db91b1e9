"""Keeps a dash on the line of the word before it: settled texts go in, the same with no-break spaces come out.

`02/1961 - 02/2021` may break behind its dash, and no line begins with one. A dash that begins an item stays.
"""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from ..model import NO_BREAK_SPACE, Run, Text, plain_text

SPACE_BEFORE_DASH = re.compile(r"(?<=\S) (?=[-–](?:\s|$))")
T = TypeVar("T")


def bind_dashes(value: T) -> T:
    """Return a value in which every text, however deep, has a no-break space before its dashes."""
    bound: Any = value
    match value:
        case str():
            bound = SPACE_BEFORE_DASH.sub(NO_BREAK_SPACE, value)
        case tuple() if value and isinstance(value[0], Run):
            bound = _bind_text(value)
        case tuple():
            bound = tuple(map(bind_dashes, value))
        case _ if is_dataclass(value) and not isinstance(value, type):
            bound = replace(value, **{f.name: bind_dashes(getattr(value, f.name)) for f in fields(value)})
    return cast(T, bound)


def _bind_text(text: Text) -> Text:
    """Return a text with its dashes bound also where the dash stands in a style of its own."""
    words, at, bound = bind_dashes(plain_text(text)), 0, []
    for run in text:
        bound.append(replace(run, text=words[at : at + len(run.text)]))
        at += len(run.text)
    return tuple(bound)
