"""The tags that a template may use: their names, meanings and examples, read off the fields of Document."""

import typing
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from ..model import Document

WHOLE = frozenset({"noi_dung", "phu_luc"})
"""Tags that print paragraphs and tables of their own, and stand alone in a paragraph."""


@dataclass(frozen=True)
class Tag:
    """A tag: how it is written, what it prints, an example, and whether a template must print it."""

    name: str
    written: str
    meaning: str
    example: str
    required: bool


def list_tags(cls: Any = Document, prefix: str = "") -> Iterator[Tag]:
    """Yield every tag in the order of the page."""
    hints = typing.get_type_hints(cls)
    for field in fields(cls):
        if not field.metadata:
            continue
        name, hint = prefix + field.metadata["key"], hints[field.name]
        if is_dataclass(hint):
            yield from list_tags(hint, f"{name}.")
            continue
        written, metadata = _written(name, hint), field.metadata
        yield Tag(name, written, metadata["meaning"], metadata["example"], not is_optional(name))


def is_optional(name: str) -> bool:
    """Tell whether a document may have no words for a tag."""
    return name not in Document.REQUIRED


def _written(name: str, hint: Any) -> str:
    if name in WHOLE:
        return f"{{{{p {name} }}}}"
    if typing.get_origin(hint) is tuple:
        return f"{{%p for dong in {name} %}}\n{{{{ dong }}}}\n{{%p endfor %}}"
    return f"{{{{ {name} }}}}"


_ALL = {tag.name: tag for tag in list_tags()}
LISTS = frozenset(name for name, tag in _ALL.items() if tag.written.startswith("{%p for"))
TEXTS = frozenset(_ALL) - LISTS
TAGS = frozenset(_ALL) | {name.split(".")[0] for name in _ALL}
REQUIRED_TAGS = frozenset(name for name, tag in _ALL.items() if tag.required)


def describe_tag(name: str) -> tuple[str, str]:
    """Return the meaning of a tag and how it is written."""
    return _ALL[name].meaning, _ALL[name].written
