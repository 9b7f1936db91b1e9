"""Looks for marks that would be printed as they are: a Draft and its Source go in, findings come out."""

from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from textwrap import shorten

from ..model import CITATION, LIKE_CITATION, Draft, Report, Source, is_meant, plain_text, to_keys
from ..model.marks import find_pending
from ..yaml_nodes import NodePath

Placed = tuple[NodePath, str]
HAS_CITATIONS = "can_cu"  # the one list of lines in which citations are read
SHOWN_LENGTH = 80  # of what is shown of a mark


def check_unfinished(draft: Draft, source: Source, report: Report) -> None:
    """Report citations where none is read, and whatever is still to be done: in a draft a warning, else an error."""
    lines = list(_lines(draft, ()))
    texts = [(path, plain_text(text)) for path, text in source.texts.items()]
    _check_citations([*lines, *(placed for placed in texts if _is_data(placed[0], source))], report)
    for path, text in (*lines, *texts):
        for mark in find_pending(text):
            shown = shorten(mark.written, SHOWN_LENGTH, placeholder=" …")
            report("W374" if draft.draft_number else "E375", path, mark=shown)


def _check_citations(placed: Iterable[Placed], report: Report) -> None:
    """Report citations in lines of the head and foot, in titles and in data files."""
    for path, text in placed:
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
        for key, part in to_keys(value).items():
            yield from _lines(part, (*here, key))
    if isinstance(value, Draft):
        yield from ((("bang", name, "tong"), table.total) for name, table in value.tables.items())


def _is_data(path: NodePath, source: Source) -> bool:
    """Tell whether a text comes from a data file."""
    return any(path[:length] in source.data_files for length in range(len(path)))
