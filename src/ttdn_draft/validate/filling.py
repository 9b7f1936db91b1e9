"""Fills dataclasses: plain data under Vietnamese keys goes in, an object with the Python names comes out."""

from collections.abc import Callable
from typing import Any, TypeVar

from ..model import to_names

T = TypeVar("T")


def fill(cls: Callable[..., T], data: dict[str, Any], convert: dict[str, Callable[[Any], Any]] | None = None) -> T:
    """Return a dataclass filled from data under its Vietnamese keys."""
    converters = convert or {}
    return cls(**to_names(cls, data, lambda field, value: converters.get(field.name, _same)(value)))


def _same(value: Any) -> Any:
    """Return a value as it was written; a text without the blanks around it."""
    return value.strip() if isinstance(value, str) else value
