"""Reads a YAML file of a pack: its path and its validator go in, a typed value or what forbids it comes out."""

import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias, TypeVar

from ..errors import Finding, InputError, Place, has_errors, sort_findings
from ..kept import keep, recall
from ..links import OUTSIDE, leads_out
from ..model import Reading
from ..yaml_places import YamlTree

MAX_PACK_BYTES = 1024 * 1024  # a thousand organs: YAML with positions takes seconds for a megabyte

T = TypeVar("T")
Validator: TypeAlias = Callable[[YamlTree, str], Reading[T | None]]


def read_file(file: Path, validate: Validator[T], inside: Path | None = None) -> Reading[T | None]:
    """Return what a file says, or None, and everything that is wrong in it by place.

    The data of a file in which nothing was wrong is kept: it is not read as YAML again, only held against its rules.

    A link that leads out of the folder `inside` is refused. In what an installer brought there is no such folder: it
    links what it installs.
    """
    if inside is not None and leads_out(file, inside):
        return Reading(None, (Finding("E620", Place(str(file)), {"reason": OUTSIDE}),))
    kept_as, text = f"data-{zlib.crc32(str(file).encode('utf-8', 'surrogatepass')):08x}", _read_text(file)
    data = recall(kept_as, text) if text else None
    if data is not None:
        value, findings = validate(YamlTree(data), str(file))
        if not findings:
            return Reading(value)
    value, found, data = _read_in_full(file, validate)
    if text and not found:
        keep(kept_as, text, data)
    return Reading(None if has_errors(found) else value, found)


def _read_text(file: Path) -> str:
    """Return the text of a file as it stands there; nothing where it is none, which the full reader tells."""
    try:
        is_small = file.is_file() and file.stat().st_size <= MAX_PACK_BYTES  # to open a pipe would be to wait for ever
        return file.read_bytes().decode("utf-8") if is_small else ""
    except (OSError, ValueError):
        return ""


def _read_in_full(file: Path, validate: Validator[T]) -> tuple[T | None, tuple[Finding, ...], object]:
    """Return the value of a file, all that is wrong in it, and its plain data."""
    from ..read import read_data  # who only lists what is there reads nothing

    try:
        tree = read_data(file, MAX_PACK_BYTES)
    except InputError as error:
        return None, error.findings, None
    value, findings = validate(tree, str(file))
    return value, tuple(sort_findings((*tree.findings, *findings))), tree.data
