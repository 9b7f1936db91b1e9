"""Looks for marks that would be printed as they are: a Draft and its Source go in, findings come out."""

from collections.abc import Iterator
from dataclasses import is_dataclass

from ..model import CITATION, LIKE_CITATION, Draft, Report, Source, is_meant, keys_of, plain_text
from ..yaml_nodes import NodePath

Placed = tuple[NodePath, str]
HAS_CITATIONS = "can_cu"  # the one list of lines in which citations are read


def check_marks(draft: Draft, source: Source, report: Report) -> None:
    """Report citations where none is read: in lines of the head and foot, in titles, in data files."""
    for path, text in (*_lines(draft, ()), *_data(source)):
        for mark in (found[0] for found in LIKE_CITATION.finditer(text)):
            if path[0] != HAS_CITATIONS:
                report("E372" if is_meant(mark) else "W371", path, mark=mark)
            elif not CITATION.fullmatch(mark):
                report("E370" if is_meant(mark) else "W371", path, mark=mark)


def _lines(value: object, path: NodePath) -> Iterator[Placed]:
    """Yield what a draft prints as it is written: every string under its key, the texts of blocks left out."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _lines(part, (*path, index))
    elif is_dataclass(value):
        here = getattr(value, "path", path)
        for key, name in keys_of(type(value)).items():
            yield from _lines(getattr(value, name), (*here, key))
    if isinstance(value, Draft):
        yield from ((("bang", name, "tong"), table.total) for name, table in value.tables.items())


def _data(source: Source) -> Iterator[Placed]:
    """Yield the cells that come from data files."""
    for path, text in source.texts.items():
        if any(path[:length] in source.data_files for length in range(len(path))):
            yield path, plain_text(text)
