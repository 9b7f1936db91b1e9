"""Writes edits into the text of last year's file: edits and where their words stand go in, the ledger is changed.

At the head of the file, which is YAML, words are written so that their value is read back.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ...errors import Finding
from ...escaping import PLAIN_SCALAR, quote_yaml
from ...model import Source
from ...model.marks import DOUBT_CLOSES, DOUBT_OPENS
from ...model.mentions import Mention, Passage, Stretch
from ...patterns import regex
from ...records import dataclass
from ...yaml_nodes import KEY, NodePath, format_path
from .days import RowsRewording
from .last_year import Rewording
from .ledger import Ledger

Find = Callable[[Mention], Stretch | None]
FENCES = regex(r"^---\s*$", re.M)
QUOTED = regex(r'"(?:\\.|[^"\\])*"' + r"|'(?:''|[^'])*'")
BLOCK_PLAIN = regex(r"[^\n]*?(?=[ \t]+#|[ \t]*$)", re.M)
FLOW_PLAIN = regex(r"[^\n,\[\]{}]*?(?=[ \t]+#|[ \t]*[,\]}]|[ \t]*$)", re.M)
NO_VALUE = "—"
SIGNS = ":#&*!|>'\"%@`[]{}"
FLOW_SIGNS = f"{SIGNS},"
FIGURES = regex(r"null|(?:0|[1-9]\d*)(?:\.\d+)?|\d{4}-\d{2}-\d{2}")
BLOCK_OPENS = regex(r":[ \t]*[|>][-+\d]*[ \t]*\n\s*$")
BLANK = regex(r":[ \t]*(?:~|[Nn]ull|NULL)?(?![^\s,}])")
BLOCK_KEY, BODY_KEYS = "noi_dung", ("noi_dung", "chu_thich")


@dataclass(frozen=True)
class HeadEdit:
    """The value of a key at the head, and the new one; nothing takes the key away with its line.

    `remark` stands behind the value where that is alone on its line.
    """

    path: NodePath
    value: str | None
    reason: Finding
    remark: str = ""


@dataclass(frozen=True)
class HeadBlock:
    """A key at the head with all its lines, in the place of which other lines stand; none take it away."""

    key: str
    lines: str
    reason: Finding


@dataclass(frozen=True)
class PlacedEdit:
    """Words of the file from `start` to `end`, and what is to stand there; `is_yaml` where that is written as YAML."""

    start: int
    end: int
    new: str
    reasons: tuple[Finding, ...]
    is_yaml: bool = False


RollEdit = Rewording | RowsRewording | HeadEdit | HeadBlock | PlacedEdit


class Writer:
    """Writes edits of one and the same state of a text."""

    def __init__(self, source: Source, find: Find) -> None:
        self.source, self.raw, self._find = source, source.raw, find
        fences = list(FENCES.finditer(source.raw))
        self.head_end = fences[1].start() if len(fences) > 1 else 0

    def write(self, edits: Iterable[RollEdit], ledger: Ledger) -> tuple[RollEdit, ...]:
        """Write what can be written into a ledger that holds the text, and return what can not."""
        placed, lost = list[PlacedEdit](), list[RollEdit]()
        for edit in edits:
            if found := self.place(edit):
                placed.append(found)
            elif not (isinstance(edit, HeadEdit | HeadBlock) and self._is_absent(edit)):
                lost.append(edit)
        for one in reversed(_drop_overlaps(self._join_scalars(placed))):
            ledger.replace(one.start, one.end, one.new, *one.reasons)
        return tuple(lost)

    def _is_absent(self, edit: HeadEdit | HeadBlock) -> bool:
        """Tell whether a key that is to go is not there."""
        path = edit.path if isinstance(edit, HeadEdit) else (edit.key,)
        return (*path, KEY) not in self.source.positions and path not in self.source.positions

    def place(self, edit: RollEdit) -> PlacedEdit | None:
        """Return where an edit is to be written; nothing where its words do not stand in the file as they are."""
        match edit:
            case PlacedEdit():
                return edit
            case HeadEdit():
                return self._place_head(edit)
            case HeadBlock():
                return self._place_block(edit)
            case RowsRewording():
                return self._place_rows(edit)
            case Rewording():
                span = self._find(edit)
                return PlacedEdit(*span, edit.new, (edit.reason,)) if span else None

    def _place_rows(self, edit: RowsRewording) -> PlacedEdit | None:
        spans = [self._find_row(row) for row in edit.rows]
        first, second, last = spans[0], spans[1], spans[-1]
        if first is None or second is None or last is None:
            return None
        between = self.raw[first[1] : second[0]]
        return PlacedEdit(first[0], last[1], between.join(edit.phrases), (edit.reason,))

    def _find_row(self, row: Passage) -> Stretch | None:
        """Return where a line stands without the mark that ends it, with the brackets of a doubt that is all of it."""
        span = self._find(_without_mark(row))
        if span is None:
            return None
        opening, closing = self.raw.rfind("[", 0, span[0]), DOUBT_CLOSES.match(self.raw, span[1])
        is_doubt = opening >= 0 and DOUBT_OPENS.fullmatch(self.raw[opening : span[0]])
        return (opening, closing.end()) if is_doubt and closing else span

    def _place_head(self, edit: HeadEdit) -> PlacedEdit | None:
        spot = self.source.positions.get((*edit.path, KEY))
        if spot is None and edit.path in self.source.positions:
            return self._place_scalar(edit, edit.value or "")
        if spot is None:
            line = self.head_end
            return (
                PlacedEdit(line, line, f"{edit.path[-1]}: {edit.value}\n", (edit.reason,), True) if edit.value else None
            )
        if edit.value is None:
            first = self.source.line_starts[spot[0] - 1]
            return PlacedEdit(first, self.raw.index("\n", first) + 1, "", (edit.reason,), True)
        if self.source.positions[edit.path] == spot:
            return self._place_on_blank(edit, edit.value)
        if self.source.positions[edit.path][0] > spot[0]:
            is_block = BLOCK_OPENS.search(self.raw, self._offset((*edit.path, KEY)), self._offset(edit.path))
            return self._place_in_block(edit, edit.value) if is_block else None
        return self._place_scalar(edit, edit.value)

    def _place_scalar(self, edit: HeadEdit, value: str) -> PlacedEdit | None:
        scalar = self.find_scalar(self._offset(edit.path))
        remark = f"  # {edit.remark}" if edit.remark and scalar and not self._is_flow(scalar[0]) else ""
        return PlacedEdit(*scalar, _write_value(value) + remark, (edit.reason,), True) if scalar else None

    def _place_on_blank(self, edit: HeadEdit, value: str) -> PlacedEdit | None:
        """Return a value in the place of none, behind its key."""
        blank = BLANK.match(self.raw, self._offset((*edit.path, KEY)) + len(str(edit.path[-1])))
        return PlacedEdit(*blank.span(), f": {_write_value(value)}", (edit.reason,), True) if blank else None

    def _place_in_block(self, edit: HeadEdit, value: str) -> PlacedEdit:
        """Return a value in the place of the lines of a block, which are indented as the first of them."""
        start = self._offset(edit.path)
        indent = " " * (self.source.positions[edit.path][1] - 1)
        lines = regex(rf"[^\n]*(?:\n{indent}[^\n]*)*").match(self.raw, start)
        end = lines.end() if lines else start
        return PlacedEdit(start, end, value.replace("\n", f"\n{indent}"), (edit.reason,), True)

    def _place_block(self, edit: HeadBlock) -> PlacedEdit | None:
        spot = self.source.positions.get((edit.key, KEY))
        if spot is None:
            return PlacedEdit(self.head_end, self.head_end, edit.lines, (edit.reason,), True) if edit.lines else None
        starts = self.source.line_starts
        tops = [line for path, (line, _) in self.source.positions.items() if len(path) == 2 and path[1] == KEY]
        following = min((starts[line - 1] for line in tops if line > spot[0]), default=self.head_end)
        return PlacedEdit(starts[spot[0] - 1], min(following, self.head_end), edit.lines, (edit.reason,), True)

    def _offset(self, path: NodePath) -> int:
        line, column = self.source.positions[path]
        return self.source.line_starts[line - 1] + column - 1

    def find_scalar(self, start: int) -> Stretch | None:
        """Return where a value on one line stands that begins at a place."""
        found = QUOTED.match(self.raw, start) or (FLOW_PLAIN if self._is_flow(start) else BLOCK_PLAIN).match(
            self.raw, start
        )
        return found.span() if found and found[0] else None

    def _is_flow(self, start: int) -> bool:
        """Tell whether a place is inside the brackets of a list or group on one line."""
        line = self.raw[self.raw.rfind("\n", 0, start) + 1 : start]
        return any(line.count(opening) > line.count(closing) for opening, closing in ("[]", "{}"))

    def _join_scalars(self, placed: Iterable[PlacedEdit]) -> list[PlacedEdit]:
        """Return edits of which those inside one value of the head are one, written so that it is read back."""
        by_scalar: dict[Stretch, list[PlacedEdit]] = {}
        rest = list[PlacedEdit]()
        scalars = list(self._list_scalars())
        for one in placed:
            scalar = next((s for s in scalars if s[0] <= one.start and one.end <= s[1]), None)
            if scalar is None or one.is_yaml:
                rest.append(one)
            else:
                by_scalar.setdefault(scalar, []).append(one)
        return sorted([*rest, *(self._rewrite(s, ones) for s, ones in by_scalar.items())], key=lambda one: one.start)

    def _list_scalars(self) -> Iterator[Stretch]:
        """Yield where the values of the head stand that are no blocks of lines."""
        for path, (line, _) in self.source.positions.items():
            key = self.source.positions.get((*path, KEY))
            is_inside = path and path[-1] != KEY and path[0] not in BODY_KEYS and BLOCK_KEY not in path[:-1]
            if is_inside and (key is None or key[0] == line) and self._is_value(path):
                scalar = self.find_scalar(self._offset(path))
                if scalar and scalar[1] <= self.head_end:
                    yield scalar

    def _is_value(self, path: NodePath) -> bool:
        """Tell whether a node of the head is one value, and no list or group; what could not be read is none."""
        node: Any = self.source.data
        for step in path:
            is_entry = isinstance(node, list) and isinstance(step, int) and step < len(node)
            if not is_entry and not (isinstance(node, dict) and step in node):
                return False
            node = node[step]
        return not isinstance(node, dict | list)

    def _rewrite(self, scalar: Stretch, ones: Sequence[PlacedEdit]) -> PlacedEdit:
        """Return a whole value with the words of its edits."""
        typed, quote = self.raw[slice(*scalar)], self.raw[scalar[0]]
        ordered = _drop_overlaps(sorted(ones, key=lambda one: one.start))
        reasons = tuple(reason for one in ordered for reason in one.reasons)
        new = typed
        for one in reversed(ordered):
            words = _escape(one.new, quote)
            new = new[: one.start - scalar[0]] + words + new[one.end - scalar[0] :]
        special = FLOW_SIGNS if self._is_flow(scalar[0]) else SIGNS
        if quote not in "\"'" and not (PLAIN_SCALAR.fullmatch(new) or _is_as_plain(new, typed, special)):
            new = quote_yaml(new)
        return PlacedEdit(*scalar, new, reasons)


def _write_value(value: str) -> str:
    """Return a value as YAML reads it back; a year, a day, a number or none stays as people type it."""
    return value if FIGURES.fullmatch(value) else quote_yaml(value)


def _is_as_plain(new: str, typed: str, special: str) -> bool:
    """Tell whether words have no sign for YAML that those in their place had not."""
    return not ({*special} & {*new}) - {*typed} and new[:1].isalnum()


def _escape(words: str, quote: str) -> str:
    if quote == '"':
        return json.dumps(words, ensure_ascii=False)[1:-1]
    return words.replace("'", "''") if quote == "'" else words


def _without_mark(row: Passage) -> Mention:
    """Return the words of a line without the mark that ends it."""
    return Mention(row, 0, len(row.text.rstrip(" .;,")))


def tell_unwritten(edit: RollEdit) -> tuple[NodePath, Mention | None, Finding]:
    """Return the node of an edit that could not be written, its words, and what is to be said of it."""
    match edit:
        case Rewording():
            return edit.passage.path, edit, Finding("W875", facts={"words": edit.words, "right": edit.new})
        case RowsRewording():
            words, right = edit.rows[0].text, "; ".join(edit.phrases)
            return edit.rows[0].path, None, Finding("W875", facts={"words": words, "right": right})
        case HeadEdit(path, value):
            return path, None, Finding("W875", facts={"words": format_path(path), "right": value or NO_VALUE})
        case HeadBlock(key, lines):
            return (key,), None, Finding("W875", facts={"words": key, "right": lines or NO_VALUE})
        case PlacedEdit():
            return (), None, Finding("W875", facts={"words": NO_VALUE, "right": edit.new})


def _drop_overlaps(placed: Sequence[PlacedEdit]) -> list[PlacedEdit]:
    """Return edits by their place, of those that overlap the first."""
    kept = list[PlacedEdit]()
    for one in sorted(placed, key=lambda each: each.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
