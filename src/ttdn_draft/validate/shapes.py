"""Tells values of the wrong shape with how they are written: a value and its place go in, a message comes out."""

import re
from collections.abc import Container, Iterator, Mapping
from textwrap import shorten
from typing import Any

from ..model.listing import divide_recipients, strip_end
from ..patterns import regex
from ..yaml_nodes import NodePath
from ..yaml_slips import quote

SHOWN = 60  # letters of a value that a message repeats
OF_WORDS: Mapping[str | int, str] = {"danh_so": r"[\s,;]+", "lay_cot": r"\s*[,;]\s*", "bo_hang": r"\s*[,;]\s*"}
"""Lists of short words, and what parts these where they stand on one line."""
NUMBERED = regex(r"(?:^|\s+)\d{1,2}[.)]\s+(?=[^\W\d_])")
_Told = tuple[str, NodePath, dict[str, object]]


def tell_shape(value: Any, path: NodePath, wanted: Container[str], brackets: Mapping[NodePath, str]) -> Iterator[_Told]:
    """Yield message id, deeper path and facts where a value is one, and a list was wanted, or the other way round.

    `brackets` are the values in [ ] or { } as they are written: where words were wanted they are meant as those.
    """
    is_for_words = isinstance(value, (list, dict)) and "string" in wanted
    if is_for_words and path in brackets and (isinstance(value, dict) or _holds_words(value)):
        written = brackets[path]
        yield "E225", (), {"sign": written[0], "right": _write(path, quote(written))}
    elif is_for_words and isinstance(value, list) and "array" not in wanted and _are_plain(value):
        yield from _tell_list(value, path)
    elif isinstance(value, str) and value.strip() and path[-2:-1] == ("hang",):
        yield "E247", (), {"right": f"- [{value.strip()}]"}
    elif isinstance(value, str) and value.strip() and "array" in wanted and path and isinstance(path[-1], str):
        if path[-1] in OF_WORDS:
            words = ", ".join(re.split(OF_WORDS[path[-1]], value.strip(" ;,")))
            yield "E249", (), {"value": f"«{value}»", "right": f"{path[-1]}: [{words}]"}
            return
        lines = (f"- {strip_end(part)}" for part in _divide(value.strip()))
        yield "E227", (), {"key": path[-1], "right": " / ".join(lines)}


def _divide(line: str) -> list[str]:
    """Return the entries of a list that stands on one line: between semicolons, or behind 1., 2., 3."""
    numbered = NUMBERED.split(line)
    return numbered[1:] if len(numbered) > 1 and not numbered[0] else divide_recipients(line)


def tell_bare_part(value: Any, path: NodePath) -> Iterator[_Told]:
    """Yield how a block of the text, or a column of a table, is written that is nothing but words."""
    if isinstance(value, int) and path[-1:] == ("bo_hang",):
        yield "E249", (), {"value": value, "right": f"bo_hang: [{value}]"}
    if not isinstance(value, str) or not value.strip():
        return
    match path:
        case (*_, "noi_dung", int()):
            yield "E249", (), {"value": f"«{shorten(value, SHOWN)}»", "right": f"- doan: {shorten(value, SHOWN)}"}
        case (*_, "cot", int()):
            yield "E249", (), {"value": f"«{value}»", "right": f"- {{ten: {value}}}"}
        case ("phu_luc",):
            yield "E246", (), {"key": "phu_luc", "name": value, "right": f"- tieu_de: {value} / noi_dung: …"}
        case (*_, "cot"):
            yield "E249", (), {"value": f"«{value}»", "right": f"cot: [{{ten: {value}}}]"}


def _tell_list(value: list[Any], path: NodePath) -> Iterator[_Told]:
    if isinstance(path[-1], int):
        yield "E150", (), {}
    else:
        yield "E226", (), {"key": path[-1], "right": f"{path[-1]}: {value[0] if len(value) == 1 else '…'}"}


def _holds_words(value: list[Any]) -> bool:
    return any(isinstance(part, (str, dict)) for part in value)


def _are_plain(value: list[Any]) -> bool:
    return bool(value) and not any(isinstance(part, (dict, list)) or part in (None, "") for part in value)


def _write(path: NodePath, words: str) -> str:
    return f"{path[-1]}: {words}" if isinstance(path[-1], str) else f"- {words}"
