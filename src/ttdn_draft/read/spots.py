"""Finds where the words of a .md file stand: the tree that was read of it goes in, runs with their places come out.

A text whose words can not be followed letter by letter has no runs: nobody may write into it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import CITATION, Run
from ..patterns import regex
from ..records import dataclass
from ..yaml_nodes import NodePath, YamlTree, find_position
from .text_nodes import is_cell, list_text_nodes

if TYPE_CHECKING:
    from markdown_it.token import Token

ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
HEADING_CLOSES = regex(r"[ \t]+#+$")
CELL_EDGE = regex(r"(?<!\\)\|")
BREAKS = {"softbreak": regex(r" ?\n[ \t]*"), "hardbreak": regex(r"(?: {2,}|\\)\n[ \t]*")}
MARKUP = ("strong_open", "strong_close", "em_open", "em_close")


@dataclass(frozen=True)
class PlacedRun:
    """Words as they are read, and where they stand in the file."""

    run: Run
    start: int
    end: int


@dataclass(frozen=True)
class PlacedText:
    """A text of a file from `start` to `end`, and its runs; None where they can not be followed."""

    start: int
    end: int
    runs: tuple[PlacedRun, ...] | None


class _PartedError(Exception):
    """The text and what is typed are not the same letters."""


def place_texts(tree: YamlTree, text: str) -> Mapping[NodePath, PlacedText]:
    """Return where each text node of a file stands, those of values of YAML left out that are not written as lines."""
    placer = _Placer(tree, text)
    found = ((path, placer.place(path, content)) for path, content in list_text_nodes(tree.data))
    return {path: placed for path, placed in found if placed}


class _Placer:
    """Follows the text nodes of one file."""

    def __init__(self, tree: YamlTree, text: str) -> None:
        self.tree, self.text, self.lines = tree, text, text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def place(self, path: NodePath, content: str) -> PlacedText | None:
        line, _ = find_position(self.tree.positions, path)
        if path not in self.tree.positions or not content or not 0 < line <= len(self.lines):
            return None
        spots = self._spots_of_cell(path, line) if is_cell(path) else self._spots_of_lines(content, line)
        if spots is None or "".join(map(self.text.__getitem__, spots)) != content:
            return None
        try:
            runs = tuple(_join(_follow(content, spots)))
        except _PartedError:
            return PlacedText(spots[0], spots[-1] + 1, None)
        return PlacedText(spots[0], spots[-1] + 1, runs)

    def _spots_of_lines(self, content: str, line: int) -> list[int] | None:
        """Return where each letter of a text stands whose lines are the ends of lines of the file."""
        spots = list[int]()
        rows = content.split("\n")
        for at, row in enumerate(rows, line - 1):
            bare, wanted = self.lines[at].rstrip() if at < len(self.lines) else "", row.rstrip()
            bare = bare if bare.endswith(wanted) else HEADING_CLOSES.sub("", bare)
            if not bare.endswith(wanted):
                return None
            first = self.starts[at] + len(bare) - len(wanted)
            spots += [*range(first, first + len(row)), self.starts[at + 1] - 1]
        return spots[:-1]

    def _spots_of_cell(self, path: NodePath, line: int) -> list[int] | None:
        """Return where each letter of a cell of a table of Markdown stands; a bar has a backslash before it."""
        at = path[-2] if path[-1] == "ten" else path[-1]
        row = self.lines[line - 1]
        edges = [found.start() for found in CELL_EDGE.finditer(row)]
        first = [] if row.lstrip().startswith("|") else [-1]
        bounds = [*first, *edges, len(row)]
        if not isinstance(at, int) or at + 1 >= len(bounds) or not edges:
            return None
        cell = row[bounds[at] + 1 : bounds[at + 1]]
        start = self.starts[line - 1] + bounds[at] + 1 + len(cell) - len(cell.lstrip())
        letters = cell.strip()
        return [start + i for i, sign in enumerate(letters) if not (sign == "\\" and letters[i + 1 : i + 2] == "|")]


def _join(placed: Iterator[PlacedRun]) -> Iterator[PlacedRun]:
    """Yield runs of which neighbours in one style that stand letter by letter side by side are one."""
    last: PlacedRun | None = None
    for one in placed:
        if last and _are_one(last, one):
            last = PlacedRun(replace(last.run, text=last.run.text + one.run.text), last.start, one.end)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _are_one(one: PlacedRun, other: PlacedRun) -> bool:
    is_plain = all(each.run.text and len(each.run.text) == each.end - each.start for each in (one, other))
    has_break = "\n" in one.run.text + other.run.text
    styles = replace(one.run, text="") == replace(other.run, text="")
    return is_plain and not has_break and styles and one.end == other.start


def _follow(content: str, spots: Sequence[int]) -> Iterator[PlacedRun]:
    """Yield the runs of a text beside its letters; raises _PartedError where both part."""
    from .inline_parser import build_inline_parser  # with markdown-it, which who lays out a form does without

    at, bold, italic = 0, 0, 0
    for token in build_inline_parser().parseInline(content)[0].children or []:
        end = _find_end(content, token, at)
        bold += token.nesting if token.type in MARKUP[:2] else 0
        italic += token.nesting if token.type in MARKUP[2:] else 0
        if token.type == "text":
            yield from _follow_letters(content, token.content, at, spots, Run("", bold > 0, italic > 0))
        elif run := _read_token(token, bold > 0, italic > 0):
            yield PlacedRun(run, spots[at], spots[end - 1] + 1)
        at = end
    if content[at:].strip():
        raise _PartedError


def _read_token(token: "Token", bold: bool, italic: bool) -> Run | None:
    match token.type:
        case "softbreak":
            return Run(" ", bold, italic)
        case "hardbreak":
            return Run("\n")
        case "footnote_ref":
            return Run(note=str(token.meta["label"]))
        case "citation":
            found = CITATION.fullmatch(token.content)
            return Run("", bold, italic, cited=found["id"]) if found else Run(token.content, bold, italic)
    return None


def _find_end(content: str, token: "Token", at: int) -> int:
    """Return where what is typed for a token ends that begins at a place."""
    if token.type == "text":
        return _pass_letters(content, token.content, at)
    if form := BREAKS.get(token.type):
        found = form.match(content, at)
        if found is None:
            raise _PartedError
        return found.end()
    label = token.meta.get("label", "") if token.type == "footnote_ref" else ""
    typed = token.markup if token.type in MARKUP else f"[^{label}]" if label else token.content
    if token.type not in (*MARKUP, "footnote_ref", "citation", "html_inline") or not content.startswith(typed, at):
        raise _PartedError
    return at + len(typed)


def _pass_letters(content: str, letters: str, at: int) -> int:
    for letter in letters:
        at += _is_escape(content, at)
        if content[at : at + 1] != letter:
            raise _PartedError
        at += 1
    return at


def _is_escape(content: str, at: int) -> bool:
    return content[at : at + 1] == "\\" and content[at + 1 : at + 2] in ESCAPABLE and at + 1 < len(content)


def _follow_letters(content: str, letters: str, at: int, spots: Sequence[int], style: Run) -> Iterator[PlacedRun]:
    """Yield words as they are typed, and each letter behind a backslash by itself."""
    first, words = at, list[str]()
    for letter in letters:
        if _is_escape(content, at):
            if words:
                yield PlacedRun(replace(style, text="".join(words)), spots[first], spots[at - 1] + 1)
            yield PlacedRun(replace(style, text=letter), spots[at], spots[at + 1] + 1)
            at, words = at + 2, []
            first = at
        else:
            words.append(letter)
            at += 1
    if words:
        yield PlacedRun(replace(style, text="".join(words)), spots[first], spots[at - 1] + 1)
