"""Holds values against type hints: an answer of a plug-in goes in, a TypeError naming its first misfit comes out."""

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from ..model import to_keys
from ..patterns import regex

# what XML cannot carry
UNPRINTABLE = regex("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def require(value: Any, hint: Any) -> None:
    """Raise TypeError where a value, or anything in it, is not what a type hint asks for."""
    if misfit := find_misfit(value, hint, ""):
        raise TypeError(misfit)


def find_misfit(value: Any, hint: Any, path: str) -> str:
    """Return where a value departs from a type hint and how, or nothing."""
    inner = typing.get_args(hint)
    match typing.get_origin(hint):
        case origin if origin in (types.UnionType, typing.Union):
            fits = any(not find_misfit(value, member, path) for member in inner)
            return "" if fits else _tell(value, hint, path)
        case origin if origin is typing.Literal:
            return "" if value in inner else _tell(value, hint, path)
        case origin if origin is tuple:
            items = enumerate(value) if type(value) is tuple else None
            return _tell(value, hint, path) if items is None else _first(items, inner[0], path)
        case origin if isinstance(origin, type) and issubclass(origin, Mapping):
            if not isinstance(value, Mapping) or any(find_misfit(key, inner[0], path) for key in value):
                return _tell(value, hint, path)
            return _first(value.items(), inner[1], path)
    if type(value) is not hint and not (hint is float and type(value) is int):
        return _tell(value, hint, path)
    if is_dataclass(hint):
        return _first_field(value, hint, path)
    return _tell(value, "printable text", path) if hint is str and UNPRINTABLE.search(value) else ""


def _first(items: Any, hint: Any, path: str) -> str:
    return next(filter(None, (find_misfit(item, hint, f"{path}[{key!r}]") for key, item in items)), "")


def _first_field(value: Any, cls: Any, path: str) -> str:
    misfits = (find_misfit(getattr(value, name), hint, f"{path}.{name}") for name, hint in _hints_of(cls))
    return next(filter(None, misfits), "")


@cache
def _hints_of(cls: Any) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(cls)
    return tuple((field.name, hints[field.name]) for field in fields(cls))


def _tell(value: Any, hint: Any, path: str) -> str:
    wanted = hint.__name__ if isinstance(hint, type) else str(hint).replace("ttdn_draft.model.", "")
    return f"{path.lstrip('.') or 'the answer'}: {wanted} wanted, not {type(value).__name__}"


def list_changes(before: Any, after: Any) -> list[str]:
    """Return the Vietnamese keys of the fields in which two of a kind differ, in the order of the fields."""
    was, now = to_keys(before), to_keys(after)
    return [key for key in was if was[key] != now[key]]
