"""Reads a YAML file of a pack: its path and its validator go in, a typed value or what forbids it comes out."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias, TypeVar

from ..errors import Finding, InputError, Place, has_errors, sort_findings
from ..links import OUTSIDE, leads_out
from ..model import Reading
from ..yaml_nodes import YamlTree

MAX_PACK_BYTES = 1024 * 1024  # a thousand organs: YAML with positions takes seconds for a megabyte

T = TypeVar("T")
Validator: TypeAlias = Callable[[YamlTree, str], Reading[T | None]]


def read_file(file: Path, validate: Validator[T], inside: Path | None = None) -> Reading[T | None]:
    """Return what a file says, or None, and everything that is wrong in it by place.

    A link that leads out of the folder `inside` is refused. In what an installer brought there is no such folder: it
    links what it installs.
    """
    if inside is not None and leads_out(file, inside):
        return Reading(None, (Finding("E620", Place(str(file)), {"reason": OUTSIDE}),))
    from ..read import read_data  # who only lists what is there reads nothing

    try:
        tree = read_data(file, MAX_PACK_BYTES)
    except InputError as error:
        return Reading(None, error.findings)
    value, findings = validate(tree, str(file))
    found = sort_findings((*tree.findings, *findings))
    return Reading(None if has_errors(found) else value, found)
