"""Keeps a dash on the line of the word before it: settled texts go in, the same with no-break spaces come out.

`02/1961 - 02/2021` may break behind its dash, and no line begins with one. A dash that begins an item stays.
"""

from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any, TypeVar

from ..model import NO_BREAK_SPACE, BodyBlock, Run, Table, Text, plain_text
from ..patterns import regex
from ..reuse import reuse, reuse_each

SPACE_BEFORE_DASH = regex(r"(?<=\S) (?=[-–](?:\s|$))")
T = TypeVar("T")


def bind_dashes(value: T) -> T:
    """Return a value in which every text, however deep, has a no-break space before its dashes."""
    bound: Any = value
    if isinstance(value, str):
        if " -" in value or " –" in value:
            bound = SPACE_BEFORE_DASH.sub(NO_BREAK_SPACE, value)
    elif isinstance(value, tuple):
        bound = _bind_each(value)
        bound = value if all(map(is_, bound, value)) else bound
    elif is_dataclass(value) and not isinstance(value, type):
        bound = reuse(_bind_fields, value)
    return bound  # type: ignore[no-any-return]


def _bind_each(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the runs of a text, or other values, with what is bound in each; blocks that stayed are not read again."""
    if values and isinstance(values[0], Run):
        return _bind_text(values)
    has_blocks = bool(values) and isinstance(values[0], (BodyBlock, Table))
    return tuple(reuse_each(_bind_block, values) if has_blocks else map(bind_dashes, values))


def _bind_block(block: BodyBlock | Table) -> BodyBlock | Table:
    """Return a block of the body with what is bound in it; one look at all its words tells most that need nothing."""
    if isinstance(block, BodyBlock):
        words = f"{block.number}{block.label}{plain_text(block.text)}"
        if " -" not in words and " –" not in words:
            return block
    return bind_dashes(block)


def _bind_fields(value: Any) -> Any:
    """Return a dataclass with its fields bound, itself where none of them changes: a table has 50,000 cells."""
    old = {name: getattr(value, name) for name in _names(value.__class__)}
    changed = {name: new for name, field in old.items() if (new := bind_dashes(field)) is not field}
    return replace(value, **changed) if changed else value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _bind_text(text: Text) -> Text:
    """Return a text with its dashes bound also where the dash stands in a style of its own."""
    plain = plain_text(text)
    if not (" -" in plain or " –" in plain) or not SPACE_BEFORE_DASH.search(plain):
        return text
    words, at, bound = bind_dashes(plain), 0, []
    for run in text:
        bound.append(replace(run, text=words[at : at + len(run.text)]))
        at += len(run.text)
    return tuple(bound)
