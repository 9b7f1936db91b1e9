"""The tags that a template may use: their names, meanings and examples, read off the fields of Document."""

from collections.abc import Iterator

from ..records import dataclass
from . import Document, NamedField, list_named

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


def list_tags() -> Iterator[Tag]:
    """Yield every tag in the order of the page."""
    for found in list_named(Document):
        written = _written(found)
        yield Tag(found.name, written, found.meaning, found.example, not is_optional(found.name))


def is_optional(name: str) -> bool:
    """Tell whether a document may have no words for a tag."""
    return name not in Document.REQUIRED


def _written(found: NamedField) -> str:
    if found.name in WHOLE:
        return f"{{{{p {found.name} }}}}"
    if found.is_list:
        return f"{{%p for dong in {found.name} %}}\n{{{{ dong }}}}\n{{%p endfor %}}"
    return f"{{{{ {found.name} }}}}"


_ALL = {tag.name: tag for tag in list_tags()}
LISTS = frozenset(name for name, tag in _ALL.items() if tag.written.startswith("{%p for"))
TEXTS = frozenset(_ALL) - LISTS
TAGS = frozenset(_ALL) | {name.split(".")[0] for name in _ALL}
REQUIRED_TAGS = frozenset(name for name, tag in _ALL.items() if tag.required)


def describe_tag(name: str) -> tuple[str, str]:
    """Return the meaning of a tag and how it is written."""
    return _ALL[name].meaning, _ALL[name].written
