"""Names the file of each row: a pattern such as `{xa}-{loai}.docx` and what a row has go in, a name comes out.

A name holds on every system: what Windows refuses in one is a dash, and two names differ by more than their capitals.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from unicodedata import normalize

from ..errors import Finding, Place, UsageError
from ..nearness import find_nearest
from ..patterns import regex
from ..read.row_tables import BatchRow

WORD_ENDING = ".docx"
ROW_FIELD = "hang"  # the number of the row
FIELD = regex(r"\{(?P<name>[^{}]+)\}")
UNFIT_SIGNS = regex(r'[<>:"/\\|?*\x00-\x1f\x7f]+')  # of Windows, and the slash of every system
BLANKS = regex(r"\s+")
SHOWN = 5  # rows that one message names


def read_pattern(pattern: str) -> tuple[str, ...]:
    """Return the names in a pattern."""
    return tuple(found["name"].strip() for found in FIELD.finditer(pattern))


def check_pattern(pattern: str, known: Collection[str]) -> None:
    """Raise UsageError where a pattern is no name of a Word file, or takes what there is not."""
    if not pattern.lower().endswith(WORD_ENDING):
        raise UsageError("E015", Place(pattern), suffix=WORD_ENDING, right=f"{pattern}{WORD_ENDING}")
    for name in read_pattern(pattern):
        if name not in known:
            facts = {"name": name, "known": ", ".join(sorted(known)), "guess": find_nearest(name, known)}
            raise UsageError("E944", Place(pattern), **facts)


def name_row(pattern: str, row: BatchRow, head: Mapping[str, Any], width: int) -> str:
    """Return the name of the file of a row; its number has as many figures as that of the last, so that names sort."""

    def write(found: re.Match[str]) -> str:
        name = found["name"].strip()
        if name == ROW_FIELD and ROW_FIELD not in row.cells:
            return str(row.number).zfill(width)
        return _fit(row.cells.get(name, head.get(name)))

    stem = FIELD.sub(write, pattern[: -len(WORD_ENDING)])
    return BLANKS.sub(" ", stem).strip(" .") + WORD_ENDING


def _fit(value: object) -> str:
    words = "-".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    return UNFIT_SIGNS.sub("-", normalize("NFC", words)).strip(" .-")


def tell_clashes(rows: Sequence[BatchRow], names: Iterable[str]) -> list[BatchRow]:
    """Return the rows, each of those whose name another has too with a finding that says so."""
    named = list(names)
    alike: dict[str, list[BatchRow]] = defaultdict(list)
    for row, name in zip(rows, named, strict=True):
        alike[name.casefold()].append(row)
    return [_tell_clash(row, name, alike[name.casefold()]) for row, name in zip(rows, named, strict=True)]


def _tell_clash(row: BatchRow, name: str, alike: Sequence[BatchRow]) -> BatchRow:
    if len(alike) == 1:
        return row
    others = [str(other.number) for other in alike[: SHOWN + 1] if other is not row][:SHOWN]
    dots = ["…"] if len(alike) > len(others) + 1 else []
    clash = Finding("E943", Place(row.file, row.number), {"rows": ", ".join([*others, *dots]), "name": name})
    return replace(row, findings=(*row.findings, clash))
