"""Writes facts into the head of a text: a path and a value go in, the fewest edits that say it come out.

Remarks, order and all that is not named stay as they are. Places are those of the text as it is read.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from ..compose.roll.writing import PlacedEdit, Writer
from ..escaping import quote_yaml
from ..model import Source
from ..patterns import regex
from ..yaml_nodes import KEY, NodePath

FLOW_STARTS = ("{", "[")
NOTHING_WRITTEN = regex(r"[ \t]*(?P<word>~|null|Null|NULL)(?!\S)")
WHOLE_FIGURE = regex(r"(?:0|[1-9]\d*)(?:\.\d+)?|\d{4}-\d{2}-\d{2}")
NO_VALUES = (None, "", ())


class HeadEditor:
    """Edits the head of one text."""

    def __init__(self, source: Source) -> None:
        self.source, self.raw = source, source.raw
        self.writer = Writer(source, lambda _: None)

    def set(
        self,
        path: NodePath,
        value: str | int | bool | Sequence[str] | None,
        types: Sequence[str],
        shown: Any = None,
    ) -> list[PlacedEdit]:
        """Return what makes a value that of a path; `types` are those that the schema allows there.

        `shown` are the entries of a list as people know them: those that stay are not touched. Nothing (None) leaves
        the key without a value where that is allowed, else takes it away with its line.
        """
        old, is_there = self._find(path)
        if value in NO_VALUES:
            return self._clear(path, types) if is_there and old not in NO_VALUES else []
        if not is_there:
            return [self._insert(path, value, types)]
        if isinstance(value, str | int | bool):
            return self._set_scalar(path, _write_scalar(value, types))
        return self._set_list(path, [str(line) for line in value], list(shown) if isinstance(shown, tuple) else old)

    def _find(self, path: NodePath) -> tuple[Any, bool]:
        node: Any = self.source.data
        for step in path:
            is_list = isinstance(node, list) and isinstance(step, int) and step < len(node)
            if not is_list and not (isinstance(node, dict) and step in node):
                return None, False
            node = node[step]
        return node, True

    def _offset(self, path: NodePath) -> int:
        line, column = self.source.positions[path]
        return self.source.line_starts[line - 1] + column - 1

    def _line_of(self, at: int) -> tuple[int, int]:
        """Return where the line of a place begins, and where the next one does."""
        end = self.raw.find("\n", at)
        return self.raw.rfind("\n", 0, at) + 1, end + 1 if end >= 0 else len(self.raw)

    def _end_of(self, path: NodePath) -> int:
        """Return where the line after a node with all inside it begins: that of the next key that is no deeper."""
        key = self.source.positions.get((*path, KEY), self.source.positions.get(path, (1, 1)))
        column = key[1]
        first = self._line_of(self.source.line_starts[key[0] - 1])[1]
        end = first
        while end < self.writer.head_end:
            start, following = self._line_of(end)
            line = self.raw[start:following]
            bare = line.lstrip(" ")
            indent = len(line) - len(bare)
            is_item = bare.startswith("- ") and indent == column - 1 and (*path, KEY) in self.source.positions
            if bare.strip() and not bare.startswith("#") and indent < column and not is_item:
                break
            end = following
        return self._before_remarks(first, end)

    def _before_remarks(self, first: int, end: int) -> int:
        """Return the end of a node without the remarks and blank lines behind it: they are of what follows."""
        while end > first:
            start, _ = self._line_of(end - 1)
            bare = self.raw[start:end].strip()
            if bare and not bare.startswith("#"):
                break
            end = start
        return end

    def _set_scalar(self, path: NodePath, written: str) -> list[PlacedEdit]:
        start, end = self._span_of(path)
        return [PlacedEdit(start, end, f" {written}" if self.raw[start - 1] == ":" else written, (), True)]

    def _span_of(self, path: NodePath) -> tuple[int, int]:
        """Return where the value of a key stands, with all its lines; behind the colon where there is none."""
        key = self.source.positions.get((*path, KEY))
        start = self._offset(path)
        if (opening := self._find_flow(path)) is not None:
            return opening, self._close_flow(opening)
        if key is None:
            return self._find_words(start)
        place, colon = self.source.positions[path], self.raw.index(":", self._offset((*path, KEY))) + 1
        if place != key and place[0] == key[0]:
            has_more = self._end_of(path) > self._line_of(start)[1] and self.raw[start] not in "\"'"
            return (start, self._end_of(path) - 1) if has_more else self._find_words(start)
        if place != key or self._find(path)[0] not in NO_VALUES:
            return colon, self._end_of(path) - 1
        nothing = NOTHING_WRITTEN.match(self.raw, colon)
        return nothing.span("word") if nothing else (colon, colon)

    def _find_words(self, start: int) -> tuple[int, int]:
        return self.writer.find_scalar(start) or (start, start)

    def _find_flow(self, path: NodePath) -> int | None:
        """Return where the bracket of a list or group stands that is written in brackets."""
        if (*path, KEY) in self.source.positions:
            colon = self.raw.index(":", self._offset((*path, KEY))) + 1
            start = colon + len(self.raw[colon:]) - len(self.raw[colon:].lstrip(" "))
        else:
            start = self._offset(path)
        return start if self.raw[start] in FLOW_STARTS else None

    def _close_flow(self, start: int) -> int:
        """Return the end of a list or group in brackets."""
        depth, quote = 0, ""
        for at in range(start, self.writer.head_end):
            sign = self.raw[at]
            if quote:
                quote = "" if sign == quote and self.raw[at - 1] != "\\" else quote
            elif sign in "\"'":
                quote = sign
            elif sign in "{[":
                depth += 1
            elif sign in "}]":
                depth -= 1
                if not depth:
                    return at + 1
        return start

    def _clear(self, path: NodePath, types: Sequence[str]) -> list[PlacedEdit]:
        start, end = self._span_of(path)
        if "null" in types or self._is_in_flow(path):
            gone = start - len(self.raw[:start]) + len(self.raw[:start].rstrip(" "))
            return [PlacedEdit(gone, end, "" if not self._is_in_flow(path) else " null", (), True)]
        first, _ = self._line_of(self._offset((*path, KEY)) if (*path, KEY) in self.source.positions else start)
        return [PlacedEdit(first, self._line_of(end)[1], "", (), True)]

    def _is_in_flow(self, path: NodePath) -> bool:
        parents = (path[:n] for n in range(1, len(path)))
        return any(self._find_flow(parent) is not None for parent in parents if parent in self.source.positions)

    def _insert(self, path: NodePath, value: str | int | bool | Sequence[str], types: Sequence[str]) -> PlacedEdit:
        """Return what writes a key that is not there, at the end of its group, or a group with it."""
        parent, key = path[:-1], path[-1]
        written = _write_scalar(value, types) if isinstance(value, str | int | bool) else None
        group, is_there = self._find(parent)
        if parent and is_there and isinstance(group, dict) and group:
            if (opening := self._find_flow(parent)) is not None:
                end = self._close_flow(opening) - 1
                return PlacedEdit(end, end, f", {key}: {written}", (), True)
            sibling = self.source.positions[(*parent, next(iter(group)), KEY)]
            indent = " " * (sibling[1] - 1)
            end = self._end_of((*parent, list(group)[-1]))
            return PlacedEdit(end, end, _write_key(str(key), value, written, indent), (), True)
        if not parent:
            end = self.writer.head_end
            return PlacedEdit(end, end, _write_key(str(key), value, written, ""), (), True)
        inner = _write_key(str(key), value, written, "  ")
        if is_there and (*parent, KEY) in self.source.positions:
            start, end = self._span_of(parent)
            return PlacedEdit(start, end, f"\n{inner.rstrip()}", (), True)
        end = self.writer.head_end
        return PlacedEdit(end, end, f"{parent[0]}:\n{inner}", (), True)

    def _set_list(self, path: NodePath, lines: list[str], old: Any) -> list[PlacedEdit]:
        """Return what makes a list another one: entries that stay are not touched."""
        is_block = isinstance(old, list) and old and self._find_flow(path) is None
        if not is_block or any((*path, at) not in self.source.positions for at in range(len(old))):
            start, end = self._span_of(path)
            items = "".join(f"\n  - {quote_yaml(line)}" for line in lines)
            if self._is_in_flow(path) or self.raw[start : start + 1] == "[":
                items = f"[{', '.join(map(quote_yaml, lines))}]"
            return [PlacedEdit(start - (self.raw[start - 1] == " " and items[0] == "\n"), end, items, (), True)]
        return list(self._edit_items(path, lines, old))

    def _edit_items(self, path: NodePath, lines: list[str], old: list[Any]) -> Iterator[PlacedEdit]:
        spans = [self._span_of((*path, at)) for at in range(len(old))]
        dash = self.raw[self._line_of(spans[0][0])[0] : spans[0][0]]
        steps = SequenceMatcher(None, old, lines, autojunk=False).get_opcodes()
        for step, first, last, start, stop in steps:
            if step == "equal":
                continue
            both = min(last - first, stop - start)
            for at in range(both):
                yield PlacedEdit(*spans[first + at], quote_yaml(lines[start + at]), (), True)
            for at in range(first + both, last):
                yield PlacedEdit(*self._line_of(spans[at][0]), "", (), True)
            if new := "".join(f"{dash}{quote_yaml(line)}\n" for line in lines[start + both : stop]):
                at = self._line_of(spans[first + both - 1][1])[1] if first + both else self._line_of(spans[0][0])[0]
                yield PlacedEdit(at, at, new, (), True)


def _write_scalar(value: str | int | bool, types: Sequence[str]) -> str:
    """Return a value as YAML reads it back: a number or a day as people type it, where the schema takes one."""
    if isinstance(value, bool):
        return str(value).lower()
    words = str(value)
    is_figure = isinstance(value, int) or ({"integer", "number"} & {*types} and WHOLE_FIGURE.fullmatch(words))
    return words if is_figure else quote_yaml(words)


def _write_key(key: str, value: str | int | bool | Sequence[str], written: str | None, indent: str) -> str:
    if written is not None:
        return f"{indent}{key}: {written}\n"
    lines = "".join(f"{indent}  - {quote_yaml(str(line))}\n" for line in value) if isinstance(value, Sequence) else ""
    return f"{indent}{key}:\n{lines}"
