"""Makes the tree of a text: zoned lines go in, the blocks that a .yaml holds come out, with the paragraph of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...errors import Cause, Finding, Place
from ...model import Text
from ...model.numbers import PART_ORDINALS
from ...yaml_nodes import NodePath
from .bodies import DEPTH, HEADED, PART_NAME, label_of
from .inline import write_inline
from .lines import Line, WordTable
from .pieces import cut_text
from .word_tables import read_word_table
from .zoned import Zone, Zoned

USUAL_SCHEME = ("I", "1", "a")  # the levels of a text that says nothing of them
ALWAYS_HEADINGS = ("phan", "A", "I")
MAX_DEPTH_OF_HEADINGS = 4
ITEM_KEYS = {"dash": "gach", "plus": "cong"}
ITEM_RANKS = {"1": 1, "1.1": 2, "1.1.1": 3, "a": 4, "dash": 5, "plus": 6}
NodePositions = dict[NodePath, tuple[int, int]]


@dataclass
class BodyTree:
    """A text as data: its blocks, the levels that it numbers, the paragraph of each node, and what is told of it."""

    blocks: list[Any] = field(default_factory=list)
    scheme: tuple[str, ...] = ()
    positions: NodePositions = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def build_body_tree(zoned: Sequence[Zoned], path: NodePath, notes: Mapping[str, str], file: str) -> BodyTree:
    """Return the tree of the lines of a text; `path` is where its blocks stand in the data."""
    entries = [one for one in zoned if one.zone in (Zone.HEADING, Zone.BODY, Zone.TABLE)]
    builder = _Builder(find_scheme(entries), path, notes, file)
    table: WordTable | None = None
    for entry in entries:
        if entry.table is None:
            builder.add_line(entry)
        elif entry.table is not table:
            builder.add_table(entry.table)
        table = entry.table
    return builder.tree


def find_scheme(entries: Sequence[Zoned]) -> tuple[str, ...]:
    """Return the levels that a text numbers, the highest first; without headings a text begins at 1."""
    used = {one.level for one in entries if one.level in HEADED}
    if "1" not in used:
        used -= {"1.1", "1.1.1"}  # they count on from it
    if "1.1" not in used:
        used -= {"1.1.1"}
    return tuple(level for level in HEADED if level in used)


class _Builder:
    """Puts block after block where it belongs: under its heading, or under the item above it."""

    def __init__(self, scheme: tuple[str, ...], path: NodePath, notes: Mapping[str, str], file: str) -> None:
        self.tree = BodyTree(scheme=scheme)
        self.notes, self.file = notes, file
        self.headings: list[tuple[int, NodePath, list[Any]]] = [(-1, path, self.tree.blocks)]
        self.items: list[tuple[str, NodePath, list[Any]]] = []
        self.counts: dict[str, int] = {}
        self.number_above = ""  # the typed 1 over 1.1

    def add_line(self, entry: Zoned) -> None:
        line, level = entry.line, entry.level
        label = label_of(line)
        words = cut_text(line.text, label.length, len(line.words) + 1)
        typed = label.text.strip(". ") if level in ("1.1", "1.1.1") else "".join(filter(str.isalnum, label.text))
        if level in ("1", *ALWAYS_HEADINGS):
            self.number_above = typed if level == "1" else ""
        if level == PART_NAME:
            self.name_part(words)
            return
        is_counted = level in self.tree.scheme and not (level == "1.1" and not self._fits(typed))
        if is_counted and self._may_head(entry):
            self.add_heading(line, words, level, typed)
        elif is_counted and level in ITEM_RANKS:
            self.add_item(level, line, {"khoan": self._write(words), "so": _as_number(typed)})
        elif level in ITEM_KEYS:
            self.add_item(level, line, {ITEM_KEYS[level]: self._write(words)})
        else:
            self.add_paragraph(line)

    def _fits(self, typed: str) -> bool:
        return not self.number_above or typed.split(".", 1)[0] == self.number_above

    def _may_head(self, entry: Zoned) -> bool:
        """Tell whether a line becomes a heading: the level above it has one, and none of its own level is an item."""
        if entry.zone is not Zone.HEADING and entry.level not in ALWAYS_HEADINGS:
            return False
        depth = self.tree.scheme.index(entry.level)
        above = self._heading_above(depth)
        is_named = entry.level != "1.1.1" or bool(entry.line.is_heading)  # people write whole paragraphs at that level
        return above == depth - 1 and depth < MAX_DEPTH_OF_HEADINGS and is_named

    def _heading_above(self, depth: int) -> int:
        return max(above for above, _, _ in self.headings if above < depth)

    def _write(self, words: Text, is_plain: bool = False) -> str:
        return write_inline(words, self.notes, is_plain)

    def _append(self, parent: tuple[NodePath, list[Any]], block: dict[str, Any], paragraph: int) -> NodePath:
        path, blocks = parent
        here: NodePath = (*path, len(blocks))
        blocks.append(block)
        self.tree.positions[here] = (paragraph, 1)
        self.tree.positions |= {(*here, key): (paragraph, 1) for key in block if key != "noi_dung"}
        return here

    def add_heading(self, line: Line, words: Text, level: str, typed: str) -> None:
        depth = self.tree.scheme.index(level)
        while self.headings[-1][0] >= depth:
            self.headings.pop()
        self.items.clear()
        children: list[Any] = []
        name = self._write(words, is_plain=True).replace("\\\n", " ")
        here = self._append(self.headings[-1][1:], {"muc": name, "noi_dung": children}, line.paragraph)
        self.headings.append((depth, (*here, "noi_dung"), children))
        self._tell_number(level, typed, line)

    def name_part(self, words: Text) -> None:
        """Give the heading above, a part with its number alone, a line of its name."""
        block = self.headings[-2][2][-1]
        block["muc"] = f"{block['muc']} {self._write(words, is_plain=True)}".strip()

    def add_item(self, level: str, line: Line, block: dict[str, Any]) -> None:
        if level in self.tree.scheme:
            self._count(level)
            depth = self.tree.scheme.index(level)
            while self.headings[-1][0] >= depth:  # it goes on from a heading of its own level
                self.headings.pop()
                self.items.clear()
            if level != "1" or self.headings[-1][0] != depth - 1:
                block = block | {"cap": level}
        while self.items and ITEM_RANKS[self.items[-1][0]] >= ITEM_RANKS[level]:
            self.items.pop()
        parent = self.items[-1][1:] if self.items else self.headings[-1][1:]
        children: list[Any] = []
        here = self._append(parent, {**block, "noi_dung": children}, line.paragraph)
        self.items.append((level, (*here, "noi_dung"), children))

    def add_paragraph(self, line: Line) -> None:
        self.items.clear()
        words = self._write(line.text)
        if line.label and line.label not in "-+":
            words = f"{line.label} {words}"
        self._append(self.headings[-1][1:], {"doan": words}, line.paragraph)

    def add_table(self, table: WordTable) -> None:
        self.items.clear()
        here = self._append(self.headings[-1][1:], {"bang": {}}, table.paragraph)
        self.headings[-1][2][-1]["bang"], positions = read_word_table(table, self.notes, (*here, "bang"))
        self.tree.positions |= positions

    def _count(self, level: str) -> int:
        """Return the number that a heading or paragraph of a level gets; those of lower levels begin anew."""
        self.counts = {known: count for known, count in self.counts.items() if DEPTH[known] <= DEPTH[level]}
        self.counts[level] = self.counts.get(level, 0) + 1
        return self.counts[level]

    def _tell_number(self, level: str, typed: str, line: Line) -> None:
        """Tell of a heading whose number is not the one that will be printed."""
        number, read = self._count(level), _value(typed)
        if read and read != number:
            facts = {"typed": label_of(line).text, "number": number}
            self.tree.findings.append(
                Finding("W827", Place(self.file, paragraph=line.paragraph), facts, Cause.RENUMBERED)
            )


def _as_number(typed: str) -> int | str:
    return int(typed) if typed.isdigit() else typed


ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def _value(typed: str) -> int:
    """Return the number of a label among its siblings; 0 where it is not known: II, 2, 1.2, Phần thứ hai are 2."""
    last = typed.rsplit(".", 1)[-1]
    if last.isdigit():
        return int(last)
    spelt = last.casefold().removeprefix("phầnthứ")
    if spelt in PART_ORDINALS:
        return PART_ORDINALS.index(spelt) + 1
    if not last or set(last) - ROMAN_VALUES.keys():
        return 0
    figures = [ROMAN_VALUES[sign] for sign in last]
    return sum(-one if one < max(figures[number:]) else one for number, one in enumerate(figures))
