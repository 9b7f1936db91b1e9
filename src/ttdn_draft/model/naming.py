"""The one table that pairs Vietnamese keys with Python names: it stands on the fields of the dataclasses.

Each field carries the key under which people write it in input files and templates (`key`), its meaning and
an example. Nothing else in the program translates between the two vocabularies.
"""

import typing
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from typing import Any, TypeVar

T = TypeVar("T")


def named(key: str, meaning: str = "", example: str = "", default: Any = MISSING) -> Any:
    """Declare a dataclass field together with its Vietnamese key, its meaning and an example."""
    return field(default=default, metadata={"key": key, "meaning": meaning, "example": example})


def keys_of(cls: Any) -> dict[str, str]:
    """Return the table `Vietnamese key -> Python name` of a dataclass."""
    return {f.metadata["key"]: f.name for f in fields(cls) if "key" in f.metadata}


def required_keys(cls: Any) -> set[str]:
    """Return the Vietnamese keys of the fields that have no default."""
    return {f.metadata["key"] for f in fields(cls) if "key" in f.metadata and f.default is MISSING}


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
        return {key: as_tags(getattr(value, name)) for key, name in keys_of(type(value)).items()}
    return list(value) if isinstance(value, tuple) else value
