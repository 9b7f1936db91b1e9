"""YAML with positions: text goes in, plain data and the line and column of every node come out.

Only the plain core of YAML 1.2 is read. Tags, anchors and aliases are refused: they can run code or blow up
a small file into gigabytes, and no official document needs them.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from .errors import Cause, Finding, Place
from .messages import N_
from .patterns import regex
from .records import dataclass
from .yaml_brackets import find_bare_group, find_bracket_key, find_question, is_note_mark
from .yaml_events import Event, Events, parse_carefully, parse_quickly
from .yaml_indents import level_indents, loses_dash
from .yaml_lines import quote_value, read_meant_value
from .yaml_places import KEY as KEY
from .yaml_places import UNKNOWN_KEY as UNKNOWN_KEY
from .yaml_places import NodePath as NodePath
from .yaml_places import Positions as Positions
from .yaml_places import YamlTree as YamlTree
from .yaml_places import find_position as find_position
from .yaml_places import format_path as format_path
from .yaml_places import place_of as place_of
from .yaml_scalars import read_scalar
from .yaml_slips import (
    LOST_DASH,
    UNEVEN_ITEM,
    UNSEEN,
    Mistype,
    find_dash,
    find_hash,
    find_joined,
    find_lost_entry,
    find_typo,
    find_unseen,
    indent_right,
)

MAX_DEPTH = 40
LINE_BREAK = regex("\r\n?|\n")
"""What ends a line for YAML 1.2."""
TIGHT_COMMENT = regex(r"[ ]+(#[^\s#].*)")
NEAR_COMMENT = regex(r"[ ](#.*)")
"""A remark that stands only one blank behind words: they may all have been meant as one value."""
LISTS_OF_LINES = ("noi_nhan", "kinh_gui", "can_cu")
CODE = regex(r"[a-z0-9./_-]*")
MAX_NODES, MAX_KEYS = 100_000, 20_000  # values of a file, keys of one group
VALUES, GROUP_KEYS = N_("giá trị"), N_("khoá của một nhóm")


class _TooDeepError(Exception):
    """More than MAX_DEPTH levels of nesting."""


class _TooManyError(Exception):
    """More values in a file, or keys in one group, than any document has."""

    def __init__(self, unit: str, limit: int) -> None:
        self.unit, self.limit = unit, limit
        super().__init__(unit, limit)


class _Builder:
    """Builds plain data from YAML events, so that every node's mark is at hand and nothing is constructed."""

    def __init__(self, text: str, events: Events, file: str, first_line: int, real: Callable[[str], Any]) -> None:
        self.real, self.events, self.kinds, self.error = real, events.items, events.kinds, events.error
        self.lines, self.file, self.first_line = LINE_BREAK.split(text), file, first_line
        self.tree = YamlTree()

    def report(self, id: str, event: Event, path: NodePath, cause: Cause | None = None, **facts: object) -> None:
        line, column = self._spot(event)
        self.tree.findings.append(Finding(id, Place(self.file, line, column, format_path(path)), facts, cause))

    def _spot(self, event: Event) -> tuple[int, int]:
        return event.start_mark.line + self.first_line, event.start_mark.column + 1

    def build(self, event: Event, path: NodePath) -> Any:
        if len(path) > MAX_DEPTH:
            raise _TooDeepError
        if len(self.tree.positions) > 2 * MAX_NODES:  # a key has one beside that of its value
            raise _TooManyError(VALUES, MAX_NODES)
        line, column = self._spot(event)
        is_scalar = isinstance(event, self.kinds.ScalarEvent)
        if self._refuse_extras(event, path) and (is_scalar or isinstance(event, self.kinds.AliasEvent)):
            self.tree.positions[path] = (line, column)
            return read_meant_value(self.lines[event.start_mark.line])
        if is_scalar and event.style == "|":
            self.tree.block_texts.add(path)
            first = self.lines[event.start_mark.line + 1 : event.start_mark.line + 2]
            line, column = line + 1, len(first[0]) - len(first[0].lstrip()) + 1 if first else 1
        elif is_scalar and self._is_loose(event, path):
            self.tree.loose_texts.add(path)
            self._doubt_lines(event, path)
        self.tree.positions[path] = (line, column)
        if is_scalar:
            self._doubt_comment(event, path)
            return read_scalar(event, self.real)
        if isinstance(event, self.kinds.MappingStartEvent):
            return self._mapping(event, path)
        return self._sequence(event, path) if isinstance(event, self.kinds.SequenceStartEvent) else None

    def _is_loose(self, event: Event, path: NodePath) -> bool:
        """Tell whether a text reaches over several lines, or begins on a line after its key."""
        line, _ = self._spot(event)
        key_line = self.tree.positions.get((*path, KEY), (line, 1))[0]
        return bool(event.value) and (event.end_mark.line > event.start_mark.line or line > key_line)

    def _doubt_lines(self, event: Event, path: NodePath) -> None:
        """Refuse a text that YAML has joined of lines which were meant as keys or as items of a list."""
        if event.style:
            return
        first, last = event.start_mark, event.end_mark
        lines = [*self.lines[first.line : last.line], self.lines[last.line][: last.column]]
        lines[0] = " " * first.column + lines[0][first.column :]
        is_item = bool(path) and isinstance(path[-1], int)
        column = first.column if is_item else None
        if len(path) > 1 and isinstance(path[-2], int):  # a key of an item
            column = self.tree.positions[path[:-1]][1] - 1
        slip = find_joined(lines, first.line, is_item, column)
        if slip and slip.problem is UNEVEN_ITEM:
            slip = self._find_uneven_first(slip.row) or slip
        if slip is None and is_item and path[0] in LISTS_OF_LINES:
            slip = find_lost_entry(lines, first.line, first.column)
        if slip is None and not is_item:
            from .yaml_lost import find_lost_key  # for a slip alone

            slip = find_lost_key(self.lines, first.line)
        if slip:
            self.report_slip(slip, path)

    def _find_uneven_first(self, row: int) -> Mistype | None:
        from .yaml_lists import find_uneven_first  # for a slip alone

        return find_uneven_first(self.lines, row)

    def report_slip(self, slip: Mistype, path: NodePath = ()) -> None:
        place = Place(self.file, slip.row + self.first_line, slip.column, format_path(path) if path else "")
        if any(f.cause is Cause.SYNTAX and f.place.line == place.line for f in self.tree.findings):
            return  # of a line that cannot be read one way to write it is enough
        facts = {"problem": slip.problem, "right": indent_right(slip, self.lines)}
        self.tree.findings.append(Finding("E151", place, facts, Cause.SYNTAX))

    def _refuse_extras(self, event: Event, path: NodePath) -> bool:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if not anchor and not tag:
            return False
        right = quote_value(self.lines[event.start_mark.line])
        if anchor:
            sign = "*" if isinstance(event, self.kinds.AliasEvent) else "&"
            self.report("E122", event, path, Cause.NO_PLAIN, sign=sign, right=right)
        else:
            self.report("E123", event, path, Cause.NO_PLAIN, tag=str(tag), right=right)
        return True

    def _doubt_comment(self, event: Event, path: NodePath) -> None:
        """Doubt `quý III #4` and `công tác # năm 2027`: for YAML what follows is a comment, and would be lost."""
        if event.style:
            return
        line = self.lines[event.end_mark.line]
        form = TIGHT_COMMENT if CODE.fullmatch(event.value) else NEAR_COMMENT
        if not event.value:
            self._refuse_hash(event, path)
        elif found := TIGHT_COMMENT.match(line, event.end_mark.column) or form.match(line, event.end_mark.column):
            self.report("W128", event, path, Cause.REMARK, lost=found[1], right=quote_value(line))

    def _refuse_hash(self, event: Event, path: NodePath) -> None:
        """Refuse a value that begins with `#`, of which nothing is read."""
        row = self.tree.positions[*path, KEY][0] - self.first_line if (*path, KEY) in self.tree.positions else None
        row = event.start_mark.line if row is None else row
        if slip := find_hash(self.lines[row], row):
            self.report_slip(slip, path)

    def _mapping(self, start: Event, path: NodePath) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := next(self.events), self.kinds.MappingEndEvent):
            if len(result) >= MAX_KEYS:
                raise _TooManyError(GROUP_KEYS, MAX_KEYS)
            key = event.value if isinstance(event, self.kinds.ScalarEvent) else None
            if key is None:
                self._refuse_key(event, path)
                self.build(event, (*path, UNKNOWN_KEY))
                self.build(next(self.events), (*path, UNKNOWN_KEY))
                continue
            if slip := self._find_key_slip(event, key, bool(getattr(start, "flow_style", False))):
                self.report_slip(slip, (*path, key))
                self.build(next(self.events), (*path, UNKNOWN_KEY))
                continue
            is_entry = isinstance(event, self.kinds.ScalarEvent) and path and isinstance(path[-1], int)
            if is_entry and loses_dash(key, [*result]):
                self._skip_entry(event, path)
                break
            if key in result:
                first = self.tree.positions.get((*path, key), (0, 0))[0]
                self.report("E121", event, (*path, key), Cause.KEY_TWICE, key=key, first=first)
                self.build(next(self.events), (*path, UNKNOWN_KEY))
                continue
            self.tree.positions[*path, key, KEY] = self._spot(event)
            value = self.build(next(self.events), (*path, key))
            if value is None or isinstance(value, (dict, list)):
                self.tree.positions[*path, key] = self._spot(event)
            result[key] = value
        self._keep_brackets(start, event, path)
        return result

    def _skip_entry(self, event: Event, path: NodePath) -> None:
        """Report the lost dash once, and read past the keys of the entry."""
        spot = event.start_mark
        line = " " * (spot.column - len("- ")) + f"- {self.lines[spot.line].strip()}"
        self.report_slip(Mistype(spot.line, spot.column + 1, LOST_DASH, line), path)
        self.build(next(self.events), (*path, UNKNOWN_KEY))
        while not isinstance(other := next(self.events), self.kinds.MappingEndEvent):
            self.build(other, (*path, UNKNOWN_KEY))
            self.build(next(self.events), (*path, UNKNOWN_KEY))

    def _refuse_key(self, event: Event, path: NodePath) -> None:
        """Refuse what stands where a key should, and is a list or a group: {UBND}: x, [^1]: x."""
        spot = event.start_mark
        if slip := find_bracket_key(self.lines[spot.line], spot.line, spot.column):
            self.report_slip(slip, path)
        else:
            self.report("E125", event, path)

    def _find_key_slip(self, event: Event, key: str, is_inside: bool) -> Mistype | None:
        """Return the slip in a key: {ten:x, y: z}, of which YAML makes a key without value; ? x; [^1]; words."""
        spot = event.start_mark
        if UNSEEN.search(key):
            return find_unseen(self.lines, spot.line, spot.column)
        if slip := find_dash(self.lines[spot.line], spot.line):
            return slip
        if slip := find_typo(key, spot.line):
            return replace(slip, column=spot.column + slip.column)
        if is_note_mark(key):
            return find_bracket_key(self.lines[spot.line], spot.line, spot.column)
        if " " in key:
            from .yaml_lost import find_lost_words  # for a slip alone

            if slip := find_lost_words(self.lines, spot.line, spot.column, key, is_inside):
                return slip
        return find_question(self.lines[spot.line], spot.line, spot.column)

    def _keep_brackets(self, start: Event, end: Event, path: NodePath) -> None:
        """Keep a value in brackets as it is written: it may be meant as words; {UBND} can be nothing else."""
        first, last = start.start_mark, end.end_mark
        if not getattr(start, "flow_style", False) or first.line != last.line:
            return
        line = self.lines[first.line]
        self.tree.brackets[path] = line[first.column : last.column]
        if slip := find_bare_group(line, first.line, first.column, last.column):
            self.report_slip(slip, path)

    def _sequence(self, start: Event, path: NodePath) -> list[Any]:
        result: list[Any] = []
        while not isinstance(event := next(self.events), self.kinds.SequenceEndEvent):
            result.append(self.build(event, (*path, len(result))))
        self._keep_brackets(start, event, path)
        return result


@dataclass(frozen=True)
class Scalar:
    """A value as it is written: `style` is `|`, `>`, a quotation mark or nothing; it reaches from `start` to `end`."""

    path: NodePath
    text: str
    style: str
    start: int
    end: int


class _ScalarFinder(_Builder):
    """Keeps how each value is written beside what is built."""

    def __init__(self, text: str, events: Events, file: str, first_line: int, real: Callable[[str], Any]) -> None:
        super().__init__(text, events, file, first_line, real)
        self.scalars: list[Scalar] = []

    def build(self, event: Event, path: NodePath) -> Any:
        if isinstance(event, self.kinds.ScalarEvent):
            ends = event.start_mark.index, event.end_mark.index
            self.scalars.append(Scalar(path, event.value, event.style or "", *ends))
        return super().build(event, path)


B = TypeVar("B", bound=_Builder)


def read_yaml(text: str, file: str, first_line: int = 1, real: Callable[[str], Any] = float) -> YamlTree:
    """Read one YAML document; `first_line` is the line where `text` begins, `real` makes a value of 1.50."""
    text = level_indents(text)
    return _read_text(text, partial(_Builder, text, file=file, first_line=first_line, real=real)).tree


def find_scalars(text: str, file: str) -> tuple[list[Scalar], YamlTree]:
    """Return the values that are texts or numbers, in their order and as they are written, and the tree of all."""
    text = level_indents(text)
    finder = _read_text(text, partial(_ScalarFinder, text, file=file, first_line=1, real=str))
    return finder.scalars, finder.tree


def _read_text(text: str, begin: Callable[[Events], B]) -> B:
    """Return what has read a text: quickly where nothing is found, else with care, so that each finding is in place."""
    if events := parse_quickly(text):
        builder = begin(events)
        with suppress(_TooDeepError, _TooManyError, RecursionError):
            _build_document(builder)
            if not builder.tree.findings:
                return builder
    builder = begin(parse_carefully(text))
    _read(builder)
    return builder


def _read(builder: _Builder) -> None:
    tree, file, first_line = builder.tree, builder.file, builder.first_line
    try:
        _build_document(builder)
        tree.is_broken = any(finding.cause is Cause.SYNTAX for finding in tree.findings)
    except builder.error as error:
        _tell_syntax(builder, error)
        tree.is_broken = True
    except _TooManyError as error:
        deepest = max(tree.positions.values())
        facts = {"unit": error.unit, "found": f"> {error.limit}", "limit": error.limit}
        tree.findings.append(Finding("E158", Place(file, *deepest), facts, Cause.TOO_MUCH))
        tree.is_broken = True
    except (_TooDeepError, RecursionError):
        deepest = max(tree.positions.values(), default=(first_line, 1))
        tree.findings.append(Finding("E126", Place(file, *deepest), {"depth": MAX_DEPTH}))
        tree.is_broken = True


def _tell_syntax(builder: _Builder, error: Exception) -> None:
    """Report what was mistyped where YAML cannot be read, and how it is written; else what YAML says, in our words.

    A slip that was found before it is the cause, and is told alone.
    """
    from .yaml_labels import find_mistype  # for a broken file alone
    from .yaml_problems import explain_problem

    told = builder.tree.findings
    if any(finding.cause is Cause.SYNTAX for finding in told):
        return
    context = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or context
    problem = str(getattr(error, "problem", None) or getattr(error, "context", None) or error)
    if mark and any(f.cause is Cause.NO_PLAIN and f.place.line == mark.line + builder.first_line for f in told):
        return
    if mark and (slip := find_mistype(builder.lines, mark.line, context.line if context else None, problem)):
        builder.report_slip(slip)
        return
    spot = (mark.line + builder.first_line, mark.column + 1) if mark else (builder.first_line, 1)
    facts = {"problem": explain_problem(problem)}
    builder.tree.findings.append(Finding("E120", Place(builder.file, *spot), facts, Cause.SYNTAX))


def _build_document(builder: _Builder) -> None:
    events, start = builder.events, builder.kinds.DocumentStartEvent
    for event in events:
        if isinstance(event, start):
            builder.tree.data = builder.build(next(events), ())
            break
    for event in events:
        if isinstance(event, start):
            builder.report("E124", event, ())
            break
    for _ in events:  # the rest is read too, so that a syntax error in it is not missed
        continue
