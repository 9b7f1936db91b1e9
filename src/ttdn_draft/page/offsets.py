"""Counts places in a text as JavaScript does: values with places in code points go in, the same in UTF-16 units out."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

LAST_OF_ONE_UNIT = "\uffff"
PLACES = ("start", "end")


def put_in_data(value: Any, text: str = "") -> Any:
    """Return a value of the public module as plain data for JSON; its places in `text` are in UTF-16 units."""
    wide = [at for at, sign in enumerate(text) if sign > LAST_OF_ONE_UNIT]
    count = (lambda at: at + bisect_left(wide, at)) if wide else (lambda at: at)
    return _convert(asdict(value) if is_dataclass(value) and not isinstance(value, type) else value, count)


def _convert(value: Any, count: Callable[[int], int]) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        value = asdict(value)
    if isinstance(value, Mapping):
        return {str(key): _convert_field(key, item, count) for key, item in value.items()}
    if isinstance(value, str) or value is None or isinstance(value, int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, PurePath):
        return str(value)
    return [_convert(item, count) for item in value] if isinstance(value, Sequence | set | frozenset) else str(value)


def _convert_field(key: object, value: Any, count: Callable[[int], int]) -> Any:
    return count(value) if key in PLACES and type(value) is int else _convert(value, count)
