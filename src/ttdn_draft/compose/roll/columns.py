"""Renews the figures at the head of last year's report: its data goes in, blanks and moved numbers come out.

What was counted in the year of the report is what the next one compares itself with.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from ...errors import Finding
from ...model import Figure
from ...yaml_nodes import NodePath
from .last_year import LastYear
from .writing import HeadEdit
from .years import YEAR_FIGURES

BLANK_NUMBER, OLD_NUMBER = "null", "năm {}: {}"


def renew_columns(last: LastYear, data: Any) -> Iterator[HeadEdit]:
    """Yield the names of the columns of figures moved, blanks for this year and last year's in the other column."""
    for at, name in enumerate(last.draft.figure_columns):
        moved = YEAR_FIGURES.sub(lambda year: str(int(year[0]) + last.delta), name)
        if moved != name:
            yield HeadEdit(("ky_so_lieu", at), moved, Finding("N860", facts={"old": last.old, "year": last.new}))
    for figure in _walk(last.draft.figures):
        yield from _renew(figure, last, data)


def _walk(figures: Iterable[Figure]) -> Iterator[Figure]:
    for figure in figures:
        yield figure
        yield from _walk(figure.parts)


def _renew(figure: Figure, last: LastYear, data: Any) -> Iterator[HeadEdit]:
    reason = Finding("N869", facts={"old": last.old})
    current, previous = (_read(data, (*figure.path, key)) for key in ("ky_nay", "cung_ky"))
    if current:
        yield HeadEdit((*figure.path, "ky_nay"), BLANK_NUMBER, reason, OLD_NUMBER.format(last.old, current))
    if previous and current and last.delta == 1:
        yield HeadEdit((*figure.path, "cung_ky"), current, Finding("N862", facts={"old": last.old}))
    elif previous:
        yield HeadEdit((*figure.path, "cung_ky"), BLANK_NUMBER, reason, OLD_NUMBER.format(last.old - 1, previous))


def _read(data: Any, path: NodePath) -> str:
    """Return a number as it is typed; nothing where there is none."""
    for step in path:
        data = data[step] if not isinstance(data, dict) or step in data else None
        if data is None:
            return ""
    return str(data)
