"""Takes an input file apart: the text of a .md file goes in, its blocks and their runs with their places come out.

Every character of the text stands in one block or in one gap that says what it is.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from ..enrich.body import Numberer
from ..errors import InputError, Place
from ..knowledge.ages import find_known_day
from ..knowledge.standards.profile import Profile
from ..knowledge.standards.profiles import find_profile
from ..knowledge.standards.spelling import PARTY, STANDARDS
from ..model import Block, BodyBlock, Heading, Paragraph, Table, TableMark, Text, plain_text
from ..model.marks import PendingMark
from ..read.formats import read_markdown_file
from ..read.spots import PlacedRun, PlacedText, place_texts
from ..records import dataclass
from ..text_files import FENCE, clean_text
from ..validate.blocks import build_blocks
from ..yaml_nodes import KEY, NodePath, YamlTree, find_position, format_path
from .marked_runs import MarkedRuns
from .offsets import Offsets
from .values import BlockKind, GapKind, SourceGap, SplitText, TextBlock, TextCell, TextRun

TEXT_KEY, ANNEXES_KEY, NOTES_KEY = "noi_dung", "phu_luc", "chu_thich"
KEYS = ("muc", "doan", "khoan", "gach", "cong", "bang")
DASHES = {"gach": "gach_dau_dong", "cong": "dau_cong"}


def split_text(text: str) -> SplitText:
    """Return the blocks of a .md file with the places of their words, and what is in no block.

    The numbers are those of the standard that the head names; where it names none, of the Party's.
    """
    return Apart.of(text).split


@dataclass(frozen=True)
class Apart:
    """A text that was taken apart: how it is read, how it is kept, the places of both, and its blocks."""

    clean: str
    tree: YamlTree
    offsets: Offsets
    split: SplitText
    marks: Sequence[tuple[PendingMark, int, int]] = ()  # in blocks, with their places in the text as it is read
    kept: str = ""

    def find_block(self, at: int) -> int:
        """Return the number of the block in which a place of the text that is kept lies; -1 where it lies in none."""
        found = bisect_right(self.starts, at) - 1
        return found if found >= 0 and at <= self.split.blocks[found].end else -1

    def find_field(self, at: int) -> NodePath:
        """Return the path of the value of the head in which a place of the text that is read lies."""
        line = self.clean.count("\n", 0, at) + 1
        spot = (line, at - self.clean.rfind("\n", 0, at))
        nodes = [(place, path) for path, place in self.tree.positions.items() if place <= spot and path]
        path = max(nodes, key=lambda node: (node[0], len(node[1])), default=((0, 0), ()))[1]
        return path[:-1] if path[-1:] == (KEY,) else path

    @cached_property
    def beginnings(self) -> frozenset[int]:
        """Return where the words of blocks begin, in the text that is kept."""
        return frozenset(block.runs[0].start for block in self.split.blocks if block.runs)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Return where each block begins."""
        return tuple(block.start for block in self.split.blocks)

    @classmethod
    def of(cls, text: str, profile: Profile | None = None, cited: Mapping[str, str] | None = None) -> "Apart":
        """Return a text taken apart; `profile` numbers it, `cited` are the words of documents by their ids."""
        try:
            clean, _ = clean_text(text, "")
        except InputError:
            unread = SplitText((), (SourceGap("unread", 0, len(text)),) if text else ())
            return cls("", YamlTree(), Offsets.of("", ""), unread, (), text)
        tree = read_markdown_file(clean, "")
        offsets = Offsets.of(text, clean)
        splitter = _Splitter(clean, tree, profile or _choose_profile(tree.data), cited or {})
        found = sorted(splitter.split(), key=lambda one: one.start)
        blocks = tuple(_move(block, offsets, text) for block in found)
        gaps = tuple(_list_gaps(found, clean, offsets))
        return cls(clean, tree, offsets, SplitText(blocks, gaps), splitter.runs.found, text)


def _choose_profile(data: Any) -> Profile:
    """Return the standard by which a text is numbered of which nothing else is known."""
    asked = data.get("the_thuc") if isinstance(data, dict) else ""
    standard = asked if asked in STANDARDS else PARTY
    return find_profile(standard, find_known_day(), None, "", Place())


class _Splitter:
    """Makes the blocks of one text."""

    def __init__(self, clean: str, tree: YamlTree, profile: Profile, cited: Mapping[str, str]) -> None:
        self.clean, self.tree, self.profile = clean, tree, profile
        self.placed = place_texts(tree, clean)
        self.starts = [0, *(at + 1 for at, sign in enumerate(clean) if sign == "\n")]
        self.runs = MarkedRuns(tree.data, cited)

    def split(self) -> Iterator[TextBlock]:
        data = self.tree.data
        if not isinstance(data, dict):
            return
        yield from self._split_body(data.get(TEXT_KEY), (TEXT_KEY,), data.get("danh_so"))
        for at, annex in enumerate(data[ANNEXES_KEY] if isinstance(data.get(ANNEXES_KEY), list) else ()):
            if isinstance(annex, dict):
                yield from self._split_body(annex.get(TEXT_KEY), (ANNEXES_KEY, at, TEXT_KEY), annex.get("danh_so"))
        for label in data[NOTES_KEY] if isinstance(data.get(NOTES_KEY), dict) else ():
            if (NOTES_KEY, label) in self.placed:
                yield self._block("note", 0, f"[^{label}]", (NOTES_KEY, label), 0)

    def _split_body(self, nodes: Any, path: NodePath, scheme: Any) -> Iterator[TextBlock]:
        if not _is_sound(nodes):
            return
        blocks = tuple(build_blocks(nodes, _Texts(self.placed), path, _tell_nobody))
        levels = tuple(map(str, scheme)) if isinstance(scheme, list) else ()
        known = levels if all(level in self.profile.levels for level in levels) else ()
        numberer = Numberer(blocks, known, self.profile, _tell_nobody)
        for block in blocks:
            if made := self._make(block, numberer):
                yield made

    def _make(self, block: Block, numberer: Numberer) -> TextBlock | None:
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, TableMark):
            path = next(((*block.path, key) for key in KEYS if (*block.path, key) in self.placed), None)
            return self._block("other", 0, "", path, 0) if path else None
        numbered = numberer.number(block)
        key = "muc" if isinstance(block, Heading) else block.kind
        path = (*block.path, key)
        if path not in self.placed:
            return None
        label, typed = self._read_label(block, numbered)
        if isinstance(block, Heading):
            return self._block("heading", block.depth, label, path, typed)
        return self._block("paragraph" if key == "doan" else "item", _depth(block.path, self.tree.data), label, path, 0)

    def _read_label(self, block: Heading | Paragraph, numbered: BodyBlock) -> tuple[str, int]:
        """Return what is printed before a block, and how many letters of its text are the same number typed."""
        if isinstance(block, Paragraph) and block.kind in DASHES:
            return self.profile.words[DASHES[block.kind]].value, 0
        was, now = plain_text(block.text), plain_text(numbered.text)
        if len(now) > len(was):
            return now[: len(now) - len(was)].strip(), 0
        return numbered.number, len(was) - len(now)

    def _block(self, kind: BlockKind, level: int, label: str, path: NodePath, typed: int) -> TextBlock:
        placed = self.placed[path]
        start, end = self._widen(placed.start, placed.end)
        runs = self.runs.write(_drop_letters(placed.runs, typed)) if placed.runs is not None else ()
        raw = (TextRun(self.clean[placed.start : placed.end], placed.start, placed.end, raw=True),)
        return TextBlock(kind, level, label, start, end, runs or raw, (), placed.runs is not None, format_path(path))

    def _table(self, table: Table) -> TextBlock | None:
        header = [(*table.path, "cot", at, "ten") for at in range(len(table.header))]
        rows = [[(*table.path, "hang", r, at) for at in range(len(row))] for r, row in enumerate(table.rows)]
        if table.path[:-1] not in self.tree.positions:
            return None
        line, _ = find_position(self.tree.positions, table.path[:-1])
        last = max((find_position(self.tree.positions, row[0])[0] for row in rows if row), default=line + 1)
        start, end = self._widen(self.starts[line - 1], self._end_of(last))
        if start >= end or not self.clean[start:end].count("|"):
            return None
        cells = [self._cells(header, header=True), *(self._cells(row) for row in rows)]
        is_whole = all(path in self.placed or not self._has_words(path) for row in [header, *rows] for path in row)
        return TextBlock("table", 0, "", start, end, (), tuple(cells), is_whole, format_path(table.path))

    def _cells(self, paths: Sequence[NodePath], header: bool = False) -> tuple[TextCell, ...]:
        return tuple(self._cell(path, header) for path in paths)

    def _cell(self, path: NodePath, header: bool) -> TextCell:
        placed = self.placed.get(path)
        if placed is None:
            line, column = find_position(self.tree.positions, path)
            at = self.starts[line - 1] + column - 1
            return TextCell(at, at, (), header)
        raw = (TextRun(self.clean[placed.start : placed.end], placed.start, placed.end, raw=True),)
        runs = self.runs.write(placed.runs) if placed.runs is not None else raw
        return TextCell(placed.start, placed.end, runs, header)

    def _has_words(self, path: NodePath) -> bool:
        node: Any = self.tree.data
        for step in path:
            node = node[step]
        return bool(node)

    def _end_of(self, line: int) -> int:
        return self.starts[line] - 1 if line < len(self.starts) else len(self.clean)

    def _widen(self, start: int, end: int) -> tuple[int, int]:
        """Return a stretch with the marks before and behind it on its lines, without blanks at its ends."""
        first = self.starts[bisect_right(self.starts, start) - 1]
        last = self._end_of(bisect_right(self.starts, max(end - 1, start)))
        words = self.clean[first:last]
        return first + len(words) - len(words.lstrip()), first + len(words.rstrip())


class _Texts(Mapping[NodePath, Text]):
    """The texts of a file by their paths; of one that can not be followed there are no words."""

    def __init__(self, placed: Mapping[NodePath, PlacedText]) -> None:
        self.placed = placed

    def __getitem__(self, path: NodePath) -> Text:
        placed = self.placed.get(path)
        return tuple(one.run for one in placed.runs or ()) if placed else ()

    def __iter__(self) -> Iterator[NodePath]:
        return iter(self.placed)

    def __len__(self) -> int:
        return len(self.placed)


def _tell_nobody(id: str, path: NodePath, **facts: object) -> None:
    """Take a finding that the check tells."""


def _is_sound(nodes: Any) -> bool:
    """Tell whether a body has the shape that a reader of Markdown gives it."""
    return isinstance(nodes, list) and all(
        isinstance(node, dict)
        and any(isinstance(node.get(key), str | dict) for key in KEYS)
        and _is_sound(node.get(TEXT_KEY, []))
        for node in nodes
    )


def _depth(path: NodePath, data: Any) -> int:
    """Return how deep an item stands under other items, from 1."""
    depth, node = 1, data
    for step in path[:-1]:
        node = node[step]
        depth += isinstance(node, dict) and any(key in node for key in KEYS[2:5])
    return depth


def _drop_letters(runs: Sequence[PlacedRun], count: int) -> tuple[PlacedRun, ...]:
    """Return runs without a number that is typed before the text."""
    kept = list(runs)
    while count and kept:
        first, *kept = kept
        length = len(first.run.text)
        if length > count and first.end - first.start == length:
            rest = first.run.text[count:]
            kept = [PlacedRun(replace(first.run, text=rest), first.start + count, first.end), *kept]
        count = max(count - length, 0)
    return tuple(kept)


def _move(block: TextBlock, offsets: Offsets, text: str) -> TextBlock:
    """Return a block at its place in the text that is kept."""

    def move(run: TextRun) -> TextRun:
        start, end = offsets.find(run.start), offsets.find(run.end)
        return replace(run, start=start, end=end, raw=run.raw or text[start:end] != run.text)

    cells = tuple(
        tuple(TextCell(offsets.find(c.start), offsets.find(c.end), tuple(map(move, c.runs)), c.header) for c in row)
        for row in block.cells
    )
    start, end = offsets.find(block.start), offsets.find(block.end)
    return replace(block, start=start, end=end, runs=tuple(map(move, block.runs)), cells=cells)


def _list_gaps(blocks: Sequence[TextBlock], clean: str, offsets: Offsets) -> Iterator[SourceGap]:
    """Yield what stands between the blocks: the head with its fences, blanks, and what nothing was made of."""
    fences = [found.span() for found in FENCE.finditer(clean)][:2]
    edges = {0, len(clean), *(at for span in fences for at in span)}
    bounds = sorted(edges)
    taken = [(block.start, block.end) for block in blocks]
    at = 0
    stretches = list[tuple[int, int]]()
    for start, end in [*taken, (len(clean), len(clean))]:
        cuts = [at, *(edge for edge in bounds if at < edge < start), start]
        stretches += [pair for pair in pairwise(cuts) if pair[0] < pair[1]]
        at = max(at, end)
    for start, end in stretches:
        first, last = offsets.find(start) if start else 0, offsets.find(end)
        yield SourceGap(_name_gap(start, end, clean, fences), first, last)


def _name_gap(start: int, end: int, clean: str, fences: Sequence[tuple[int, int]]) -> GapKind:
    if (start, end) in fences:
        return "fence"
    if len(fences) > 1 and fences[0][1] <= start and end <= fences[1][0]:
        return "head"
    return "unread" if clean[start:end].strip() else "blank"
