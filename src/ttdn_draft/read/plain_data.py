"""Takes data from a program or plug-in: any value goes in, what a .yaml file would hold or an InputError comes out."""

import math
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from unicodedata import normalize

from ..errors import Cause, Finding, InputError, Place
from ..text_files import MAX_BYTES
from ..yaml_nodes import GROUP_KEYS, MAX_DEPTH, MAX_KEYS, NodePath, format_path

MOST_DIGITS = 1000  # of a whole number: beyond some thousands Python refuses to write it
MAX_FAULTS = 100  # after which nobody reads on


def as_plain_data(value: object, file: str) -> Any:
    """Return copies of dictionaries, lists, texts, numbers, booleans and None; a day becomes its text `2026-06-05`.

    Raises InputError with all that is none of these, each at its path; for a circle and for too deep nesting `E126`,
    for more than a file may hold `E107`.
    """
    taker = _Taker(file)
    data = taker.take(value, ())
    if taker.findings:
        raise InputError.of(taker.findings)
    return data


class _Taker:
    """Copies data and gathers what is wrong with it."""

    def __init__(self, file: str) -> None:
        self.file, self.findings, self.size = file, list[Finding](), 0

    def report(self, id: str, path: NodePath, **facts: object) -> None:
        self.findings.append(Finding(id, Place(self.file, path=format_path(path)), facts))
        if len(self.findings) >= MAX_FAULTS:
            raise InputError.of(self.findings)

    def take(self, value: object, path: NodePath) -> Any:
        self.weigh(2)  # signs that a file has around each value
        if len(path) > MAX_DEPTH:
            raise InputError("E126", Place(self.file, path=format_path(path[:1])), depth=MAX_DEPTH)
        match value:
            case Mapping():
                return dict(self.take_entries(value, path))
            case list() | tuple():
                return [self.take(item, (*path, index)) for index, item in enumerate(value)]
            case str():
                self.weigh(len(value))
                return str.__str__(value)  # not that of a subclass
            case None | bool():
                return value
            case date() if type(value) is date:
                return value.isoformat()
        return self.take_number(value, path)

    def take_entries(self, mapping: Mapping[Any, object], path: NodePath) -> Iterator[tuple[str, Any]]:
        if len(mapping) > MAX_KEYS:
            facts = {"unit": GROUP_KEYS, "found": len(mapping), "limit": MAX_KEYS}
            raise InputError.of([Finding("E158", Place(self.file, path=format_path(path)), facts, Cause.TOO_MUCH)])
        names = set[str]()
        for key, value in mapping.items():
            if not isinstance(key, str):
                self.report("E125", (*path, show(key)))
                continue
            self.weigh(len(key))
            name = normalize("NFC", key)
            if name in names:  # two spellings of one key
                self.report("E192", (*path, name), what=show(key))
            names.add(name)
            yield name, self.take(value, (*path, name))

    def take_number(self, value: object, path: NodePath) -> Any:
        if isinstance(value, int) and abs(value) < 10**MOST_DIGITS:
            return int(value)
        if isinstance(value, float) and math.isfinite(value):
            return float(value)
        if isinstance(value, Decimal) and value.is_finite():
            return value
        is_number = isinstance(value, int | float | Decimal)
        self.report("E192", path, what=show(value) if is_number else type(value).__name__)
        return None

    def weigh(self, characters: int) -> None:
        self.size += characters
        if self.size > MAX_BYTES:
            raise InputError("E107", Place(self.file), limit=MAX_BYTES // 1024 // 1024)


def show(value: object) -> str:
    """Return what a message shows of a value that is wrong."""
    if isinstance(value, int) and abs(value) >= 10**MOST_DIGITS:
        return f"int > 10^{MOST_DIGITS}"
    return repr(value)[:40] if isinstance(value, str | int | float | Decimal | None) else type(value).__name__
