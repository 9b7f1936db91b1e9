"""Where values stand: the path of a node goes in, its line and column or the words for it come out.

Apart from what reads YAML, for whoever lists packs or days has paths and reads none.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Any, TypeAlias

from .errors import Finding, Place
from .records import dataclass

NodePath: TypeAlias = tuple[str | int, ...]
Positions: TypeAlias = Mapping[NodePath, tuple[int, int]]


def format_path(path: NodePath) -> str:
    """Return a node path the way messages show it: `$.ky.chuc_vu`, `$.noi_nhan[2]`."""
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


UNKNOWN_KEY = "?"  # step of the path to a value whose key stands there twice, or is none: no part of the data
KEY = "\0key"
"""Last step of the path under which the position of a key stands, beside that of its value."""


def find_position(positions: Positions, path: NodePath) -> tuple[int, int]:
    """Return line and column of the node, or of its nearest ancestor that has a position."""
    while path and path not in positions:
        path = path[:-1]
    return positions.get(path, (1, 1))


def place_of(file: str, positions: Positions, path: NodePath) -> Place:
    """Return where a node stands in a file; for a missing one, where its nearest ancestor stands."""
    return Place(file, *find_position(positions, path), format_path(path[:-1] if path[-1:] == (KEY,) else path))


@dataclass
class YamlTree:
    """What was read: data (None where nothing could be), positions (line, column from 1) and findings."""

    data: Any = None
    positions: dict[NodePath, tuple[int, int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    is_broken: bool = False  # the data could not be read: what stands there is not what was written
    block_texts: set[NodePath] = field(default_factory=set)  # texts written under `|`, whose lines are the file's
    loose_texts: set[NodePath] = field(
        default_factory=set
    )  # texts of which YAML joins lines, or drops `# …` before them
    data_files: dict[NodePath, str] = field(default_factory=dict)  # tables whose rows were read from another file
    brackets: dict[NodePath, str] = field(default_factory=dict)  # values in [ ] or { } on one line, as they are written
    rewritten: dict[NodePath, str] = field(default_factory=dict)  # lines of a Word file that are no data: printed anew
