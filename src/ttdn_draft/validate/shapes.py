"""Tells values of the wrong shape with how they are written: a value and its place go in, a message comes out."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import takewhile
from textwrap import shorten
from typing import Any

from ..model import Source
from ..model.listing import divide_recipients, strip_marks
from ..patterns import regex
from ..yaml_lines import quote
from ..yaml_nodes import NodePath

SHOWN = 60  # letters of a value that a message repeats
OF_WORDS: Mapping[str | int, str] = {"danh_so": r"[\s,;]+", "lay_cot": r"\s*[,;]\s*", "bo_hang": r"\s*[,;]\s*"}
"""Lists of short words, and what parts these where they stand on one line."""
NUMBERED = regex(r"(?:^|\s+)\d{1,2}[.)]\s+(?=[^\W\d_])")
NAME_KEYS = {"nhiem_vu": "nhom", "so_lieu": "chi_tieu", "phu_luc": "tieu_de"}
"""The key of an entry that nothing but words is meant for."""
LARGE = 13  # pt, from which on a size is one of the larger set: 13 and 14, of Nghị định 30/2020/NĐ-CP
DATA_FILE = regex(r"\.(?:csv|xlsx)\s*$", re.I)
OWN_LINE = regex(r"[ ]+(?!\w+:\s|[-\"'|>])\S")  # of a value below its key
TYPED_NUMBER = regex(r"^\s*\d{1,2}[.)]\s+(?=[^\W\d_])")
FURTHER_LINE = regex(r"[ ]+(?!\w+:\s|[\"'|>])\S")
_Told = tuple[str, NodePath, dict[str, object]]


def tell_shape(value: Any, path: NodePath, wanted: Container[str], brackets: Mapping[NodePath, str]) -> Iterator[_Told]:
    """Yield message id, deeper path and facts where a value is one, and a list was wanted, or the other way round.

    `brackets` are values as they are written: those in [ ] or { }, which are meant as words where these were wanted,
    and those of several lines, each of which is meant as an item.
    """
    is_for_words = isinstance(value, (list, dict)) and "string" in wanted
    if is_for_words and path in brackets and (isinstance(value, dict) or _holds_words(value)):
        written = brackets[path]
        is_list = isinstance(value, list) and _are_plain(value) and (len(value) > 1 or isinstance(path[-1], str))
        words = ", ".join(map(str, value)) if is_list else quote(written)
        yield "E225", (), {"sign": written[0], "right": _write(path, words)}
    elif is_for_words and isinstance(value, list) and "array" not in wanted and _are_plain(value):
        yield from _tell_list(value, path)
    elif isinstance(value, dict) and "array" in wanted and path and isinstance(path[-1], str) and value:
        yield "E227", (), {"key": path[-1], "right": f"- {_write_group(value)}"}
    elif isinstance(value, str) and value.strip() and path[-2:-1] == ("hang",):
        yield "E247", (), {"right": f"- [{value.strip()}]"}
    elif isinstance(value, str) and value.strip() and "array" in wanted and path and isinstance(path[-1], str):
        if path[-1] in OF_WORDS:
            words = ", ".join(re.split(OF_WORDS[path[-1]], value.strip(" ;,")))
            yield "E249", (), {"value": f"«{value}»", "right": f"{path[-1]}: [{words}]"}
            return
        lines = (f"- {strip_marks(part)}" for part in _divide(brackets.get(path, value).strip()))
        yield "E227", (), {"key": path[-1], "right": " / ".join(lines)}


def join_row(cells: Sequence[Any]) -> str:
    """Return how a row is written whose cells stand where rows should: each by itself, or all on one line."""
    first = str(cells[0]).strip()
    whole = [first] if "," in first else ["" if cell is None else str(cell).strip() for cell in cells]
    return f"- [{', '.join(whole)}]"


def _divide(line: str) -> list[str]:
    """Return the entries of a list that stands in one value: one a line, between semicolons, or behind 1., 2., 3."""
    if "\n" in line:
        return [TYPED_NUMBER.sub("", part) for part in line.split("\n") if part.strip()]
    numbered = NUMBERED.split(line)
    return numbered[1:] if len(numbered) > 1 and not numbered[0] else divide_recipients(line)


def tell_bare_part(value: Any, path: NodePath) -> Iterator[_Told]:
    """Yield how a block of the text, or a column of a table, is written that is nothing but words."""
    if isinstance(value, int) and path[-1:] == ("bo_hang",):
        yield "E249", (), {"value": value, "right": f"bo_hang: [{value}]"}
    if isinstance(value, int) and not isinstance(value, bool) and path == ("co_chu",):
        yield "E249", (), {"value": value, "right": f"co_chu: {'lon' if value >= LARGE else 'nho'}"}
    if (
        isinstance(value, list)
        and path[:1] in (("nhiem_vu",), ("so_lieu",), ("phu_luc",))
        and isinstance(path[-1], int)
    ):
        yield "E150", (), {}
    if not isinstance(value, str) or not value.strip():
        return
    match path:
        case (*_, "noi_dung", int()):
            yield "E249", (), {"value": f"«{shorten(value, SHOWN)}»", "right": f"- doan: {shorten(value, SHOWN)}"}
        case (*_, "cot", int()):
            yield "E249", (), {"value": f"«{value}»", "right": f"- {{ten: {value}}}"}
        case ("phu_luc",):
            yield "E246", (), {"key": "phu_luc", "name": value, "right": f"- tieu_de: {value} / noi_dung: …"}
        case ("nhiem_vu" | "so_lieu" | "phu_luc" as key, int()):
            yield "E249", (), {"value": f"«{value}»", "right": f"- {NAME_KEYS[key]}: {value}"}
        case ("bang", str(name)) if DATA_FILE.search(value):
            yield "E249", (), {"value": f"«{value}»", "right": f"{name}: {{tu_tep: {value}}}"}
        case (*_, "cot"):
            yield "E249", (), {"value": f"«{value}»", "right": f"cot: [{{ten: {value}}}]"}


def _tell_list(value: list[Any], path: NodePath) -> Iterator[_Told]:
    if isinstance(path[-1], int):
        yield "E150", (), {}
    else:
        yield "E226", (), {"key": path[-1], "right": f"{path[-1]}: {value[0] if len(value) == 1 else '…'}"}


def _write_group(group: dict[str, Any]) -> str:
    """Return the keys of a group as they are written in lines, each with the beginning of its value."""
    lines = (f"{key}: {_write_value(key, value)}" for key, value in group.items())
    return " / ".join(shorten(line, SHOWN, placeholder="…") for line in lines)


def _write_value(key: str, value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, (str, int)) and key != "noi_dung" else "…"


def list_own_lines(source: Source) -> dict[NodePath, str]:
    """Return the values at the top that begin below their key, line by line as they are typed."""
    raw, found = source.raw.split("\n"), dict[NodePath, str]()
    for key, value in source.data.items():
        first = source.place((key,)).line - 1
        lines = [*takewhile(FURTHER_LINE.match, raw[first:])] if isinstance(value, str) and first >= 0 else []
        lines = lines if lines and OWN_LINE.match(lines[0]) else []
        if len(lines) > 1:
            found[key,] = "\n".join(lines)
    return found


def _holds_words(value: list[Any]) -> bool:
    return any(isinstance(part, (str, dict)) for part in value)


def _are_plain(value: list[Any]) -> bool:
    return bool(value) and not any(isinstance(part, (dict, list)) or part in (None, "") for part in value)


def _write(path: NodePath, words: str) -> str:
    return f"{path[-1]}: {words}" if isinstance(path[-1], str) else f"- {words}"
