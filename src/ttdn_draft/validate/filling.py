"""Fills dataclasses: plain data under Vietnamese keys goes in, an object with the Python names comes out."""

from collections.abc import Callable
from typing import Any, TypeVar

from ..model import keys_of

T = TypeVar("T")


def fill(cls: Callable[..., T], data: dict[str, Any], convert: dict[str, Callable[[Any], Any]] | None = None) -> T:
    """Return a dataclass filled from data under its Vietnamese keys."""
    names = keys_of(cls)
    convert = convert or {}
    return cls(**{names[k]: convert.get(names[k], _same)(v) for k, v in data.items() if k in names})


def _same(value: Any) -> Any:
    """Return a value as it was written; a text without the blanks around it."""
    return value.strip() if isinstance(value, str) else value
