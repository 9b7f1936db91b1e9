"""An input file as read, and how a room tells what it finds in it."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import field, replace
from functools import cached_property
from typing import Any, Protocol

from ..errors import Finding, Place
from ..records import dataclass
from ..yaml_places import NodePath, Positions, place_of
from .texts import Text


class Report(Protocol):
    """Takes a message id, the path of the node that it is about, and the facts of the message."""

    def __call__(self, id: str, path: NodePath, **facts: object) -> None:
        """Record one finding."""


@dataclass(frozen=True)
class Source:
    """One input file as read: plain data, where each node stands, and the parsed text of its text nodes."""

    file: str
    data: Any
    positions: Positions
    texts: Mapping[NodePath, Text]
    findings: tuple[Finding, ...]
    data_files: Mapping[NodePath, str] = field(default_factory=dict)  # tables whose rows stand in another file
    brackets: Mapping[NodePath, str] = field(default_factory=dict)  # values in [ ] or { } as they are written
    raw: str = field(default="", repr=False)  # the text of the file, blank where it is none
    rewritten: Mapping[NodePath, str] = field(default_factory=dict)  # lines of a Word file that are printed anew
    unsettled: Any = field(default=None, repr=False)  # the data before the words of its doubts were put in their places
    counts_paragraphs: bool = False  # its positions are paragraphs of a Word file, not lines

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Return where each line of the file begins in its text."""
        return (0, *(found.end() for found in re.finditer("\n", self.raw)))

    @cached_property
    def sorted_places(self) -> tuple[tuple[int, int], ...]:
        """Return line and column of every node, in the order of the file."""
        return tuple(sorted(set(self.positions.values())))

    @cached_property
    def last_node(self) -> dict[NodePath, object]:
        """Return where the check keeps the node in which it last looked for words."""
        return {}

    @cached_property
    def parents(self) -> frozenset[NodePath]:
        """Return the nodes right above others."""
        return frozenset([path[:-1] for path in self.positions])

    @cached_property
    def ends(self) -> Mapping[NodePath, tuple[int, int]]:
        """Return line and column of the last node inside each node that has others inside it."""
        levels = defaultdict[int, dict[NodePath, tuple[int, int]]](dict)
        for path, place in self.positions.items():
            levels[len(path)][path] = place
        last: dict[NodePath, tuple[int, int]] = {}
        for length in range(max(levels, default=0), 1, -1):  # from the innermost: each tells the one around it
            for path, place in levels[length].items():
                end, above = max(place, last.get(path, place)), path[:-1]
                last[above] = max(end, last.get(above, end))
                levels[length - 1].setdefault(above, end)
        return last

    def report_to(self, findings: list[Finding]) -> Report:
        """Return what records findings in a list, each where its node stands."""

        def report(id: str, path: NodePath, **facts: object) -> None:
            findings.append(Finding(id, self.place(path), facts))

        return report

    def place(self, path: NodePath) -> Place:
        """Return where a node stands in the file; for a missing one, where its nearest ancestor stands."""
        rows = (self.data_files.get(path[:n]) for n in range(1, len(path)) if path[n] == "hang")
        place = place_of(next((name for name in rows if name), self.file), self.positions, path)
        return count_paragraphs(place) if self.counts_paragraphs else place


def count_paragraphs(place: Place) -> Place:
    """Return a place in a Word file, of which the line is the number of the paragraph."""
    return replace(place, line=0, column=0, paragraph=place.paragraph or place.line)
