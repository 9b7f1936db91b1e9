"""Lists what a document prints as it was written: a Draft goes in, paths with plain words come out."""

from collections.abc import Iterator
from dataclasses import is_dataclass

from ..model import Draft, Heading, Paragraph, Source, to_keys
from ..yaml_nodes import NodePath

Placed = tuple[NodePath, str]


def list_printed(value: object, path: NodePath = ()) -> Iterator[Placed]:
    """Yield what a draft prints as it is written: every string under its key, the texts of blocks left out."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            if not isinstance(part, (Heading, Paragraph)):  # most of a draft, of which nothing is printed as written
                yield from list_printed(part, (*path, index))
    elif is_dataclass(value):
        here = getattr(value, "path", path)
        for key, part in to_keys(value).items():
            yield from list_printed(part, (*here, key))
    if isinstance(value, Draft):
        yield from ((("bang", name, "tong"), table.total) for name, table in value.tables.items())


def comes_from_data(path: NodePath, source: Source) -> bool:
    """Tell whether a text comes from a data file."""
    return any(path[:length] in source.data_files for length in range(len(path)))
