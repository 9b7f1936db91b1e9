"""The one table that pairs Vietnamese keys with Python names: it stands on the fields of the dataclasses.

Each field carries the key under which people write it in input files and templates (`key`), its meaning and
an example. Nothing else in the program translates between the two vocabularies.
"""

from dataclasses import MISSING, field, fields, is_dataclass
from typing import Any


def named(key: str, meaning: str = "", example: str = "", default: Any = MISSING) -> Any:
    """Declare a dataclass field together with its Vietnamese key, its meaning and an example."""
    return field(default=default, metadata={"key": key, "meaning": meaning, "example": example})


def keys_of(cls: Any) -> dict[str, str]:
    """Return the table `Vietnamese key -> Python name` of a dataclass."""
    return {f.metadata["key"]: f.name for f in fields(cls) if "key" in f.metadata}


def required_keys(cls: Any) -> set[str]:
    """Return the Vietnamese keys of the fields that have no default."""
    return {f.metadata["key"] for f in fields(cls) if "key" in f.metadata and f.default is MISSING}


def as_tags(value: Any) -> Any:
    """Return a document as template tags see it: mappings under the Vietnamese keys."""
    if is_dataclass(value):
        return {key: as_tags(getattr(value, name)) for key, name in keys_of(type(value)).items()}
    return list(value) if isinstance(value, tuple) else value
