"""The one table that pairs Vietnamese keys with Python names: it stands on the fields of the dataclasses.

Each field carries the key under which people write it in input files and templates (`key`), its meaning and
an example. Nothing else in the program translates between the two vocabularies: `to_names` takes what people wrote,
`to_keys` gives it back.
"""

import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, field, fields, is_dataclass
from functools import cache
from typing import Any, TypeAlias, TypeVar

from ..records import dataclass

T = TypeVar("T")
Convert: TypeAlias = Callable[[Field[Any], Any], Any]
"""Makes of the value of a field what stands on the other side."""


def named(key: str, meaning: str = "", example: str = "", default: Any = MISSING) -> Any:
    """Declare a dataclass field together with its Vietnamese key, its meaning and an example."""
    return field(default=default, metadata={"key": key, "meaning": meaning, "example": example})


def keys_of(cls: Any) -> dict[str, str]:
    """Return the table `Vietnamese key -> Python name` of a dataclass."""
    return {key: f.name for key, f in _fields_by_key(cls).items()}


@cache
def _fields_by_key(cls: Any) -> Mapping[str, Field[Any]]:
    return {f.metadata["key"]: f for f in fields(cls) if "key" in f.metadata}


def _as_it_is(_: Field[Any], value: Any) -> Any:
    return value


def to_names(cls: Any, data: Mapping[str, Any], convert: Convert = _as_it_is) -> dict[str, Any]:
    """Return data under the Python names of a dataclass, each value converted; keys that it does not have are left out.

    `Signer(**to_names(Signer, {"ho_ten": "A"}))` has the full name A.
    """
    known = _fields_by_key(cls)
    return {known[key].name: convert(known[key], value) for key, value in data.items() if key in known}


def to_keys(value: Any, convert: Convert = _as_it_is, is_brief: bool = False) -> dict[str, Any]:
    """Return the fields of a dataclass under their Vietnamese keys, each value converted.

    A brief one leaves out what only says its default.
    """
    told = {key: (f, getattr(value, f.name)) for key, f in _fields_by_key(value.__class__).items()}
    return {key: convert(f, found) for key, (f, found) in told.items() if not (is_brief and found == f.default)}


def required_keys(cls: Any) -> set[str]:
    """Return the Vietnamese keys of the fields that have no default."""
    return {key for key, f in _fields_by_key(cls).items() if f.default is MISSING}


@dataclass(frozen=True)
class NamedField:
    """A field as people write it: its dotted Vietnamese name, meaning and example, and whether it is a list."""

    name: str
    meaning: str
    example: str
    is_list: bool


def list_named(cls: Any, prefix: str = "") -> Iterator[NamedField]:
    """Yield the fields of a dataclass that have a Vietnamese key, in their order, and those of its groups."""
    hints = typing.get_type_hints(cls)
    for found in fields(cls):
        if not found.metadata:
            continue
        name, hint = prefix + found.metadata["key"], hints[found.name]
        if is_dataclass(hint):
            yield from list_named(hint, f"{name}.")
        else:
            is_list = typing.get_origin(hint) is tuple
            yield NamedField(name, found.metadata["meaning"], found.metadata["example"], is_list)


def fill_examples(cls: type[T]) -> T:
    """Return a dataclass of which each field is its example, a list has one."""
    hints = typing.get_type_hints(cls)
    filled: dict[str, Any] = {}
    for found in fields(typing.cast(Any, cls)):
        hint, example = typing.cast(Any, hints[found.name]), found.metadata["example"]
        if is_dataclass(hint):
            filled[found.name] = fill_examples(typing.cast(Any, hint))
        else:
            filled[found.name] = (example,) if typing.get_origin(hint) is tuple else example
    return cls(**filled)


def as_tags(value: Any) -> Any:
    """Return a document as template tags see it: mappings under the Vietnamese keys."""
    if is_dataclass(value):
        return to_keys(value, lambda _, part: as_tags(part))
    return list(value) if isinstance(value, tuple) else value
