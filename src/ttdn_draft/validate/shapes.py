"""Tells values of the wrong shape with how they are written: a value and its place go in, a message comes out."""

from collections.abc import Container, Mapping
from typing import Any

from ..yaml_nodes import NodePath
from ..yaml_slips import quote

Told = tuple[str, dict[str, object]]


def tell_shape(value: Any, path: NodePath, wanted: Container[str], brackets: Mapping[NodePath, str]) -> Told | None:
    """Return message id and facts where a value is one, and a list was wanted, or the other way round.

    `brackets` are the values in [ ] or { } as they are written: where words were wanted they are meant as those.
    """
    if isinstance(value, (list, dict)) and "string" in wanted and path in brackets:
        return _tell_brackets(value, path, brackets[path])
    if isinstance(value, list) and "string" in wanted and "array" not in wanted and _are_plain(value):
        return _tell_list(value, path)
    if isinstance(value, str) and value.strip() and "array" in wanted and path and isinstance(path[-1], str):
        return "E227", {"key": path[-1], "right": f"- {value.strip()}"}
    return None


def _tell_brackets(value: Any, path: NodePath, written: str) -> Told | None:
    if isinstance(value, list) and not _holds_words(value):
        return _tell_list(value, path) if _are_plain(value) else None
    return "E225", {"sign": written[0], "right": _write(path, quote(written))}


def _tell_list(value: list[Any], path: NodePath) -> Told:
    if isinstance(path[-1], int):
        return "E150", {}
    return "E226", {"key": path[-1], "right": f"{path[-1]}: {value[0] if len(value) == 1 else '…'}"}


def _holds_words(value: list[Any]) -> bool:
    return any(isinstance(part, (str, dict)) for part in value)


def _are_plain(value: list[Any]) -> bool:
    return bool(value) and not any(isinstance(part, (dict, list)) or part in (None, "") for part in value)


def _write(path: NodePath, words: str) -> str:
    return f"{path[-1]}: {words}" if isinstance(path[-1], str) else f"- {words}"
