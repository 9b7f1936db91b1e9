"""The three file formats: text goes in, one and the same tree of plain data with positions comes out."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import partial
from textwrap import shorten
from typing import Any
from unicodedata import is_normalized, normalize

from ..characters import REPLACEMENT, find_unprintable, scan_characters
from ..errors import Cause, Finding, Place, explain
from ..messages import N_
from ..patterns import regex
from ..text_files import FENCE
from ..yaml_nodes import NodePath, YamlTree, find_position, format_path, read_yaml
from ..yaml_slips import find_key_slip
from .typed_marks import SHOWN_WORDS

JSON_PROBLEMS = {
    "Expecting ',' delimiter": N_("thiếu dấu phẩy"),
    "Expecting ':' delimiter": N_("thiếu dấu hai chấm sau tên khoá"),
    "Expecting property name": N_("tên khoá phải đặt trong nháy kép; sau khoá cuối không có dấu phẩy"),
    "Expecting value": N_("thiếu giá trị, hoặc giá trị chữ chưa đặt trong nháy kép"),
    "Illegal trailing comma": N_("thừa dấu phẩy ở cuối"),
    "Extra data": N_("thừa nội dung sau dấu ngoặc cuối cùng"),
    "Unterminated string": N_("thiếu dấu nháy kép đóng"),
    "Invalid control character": N_("xuống dòng giữa chuỗi chữ; viết \\n"),
    "Invalid \\": N_("dấu \\ trong chuỗi chữ; viết \\\\"),
}
NOT_JSON = N_("có giá trị mà JSON không có, như NaN, hoặc lồng nhau quá sâu")
LIKE_FENCE = regex(r"^[ ]*(?:[-–—]{4,}|[–—][-–—]*|--|-[ ]-[ ]-|(?<=[ ])---)[ ]*$", re.M)
BROKEN_ON_PURPOSE = {"ten", "cap_tren", "trich_yeu", "tieu_de"}


def read_yaml_file(text: str, file: str) -> YamlTree:
    """Read a .yaml file; a body written as one string is Markdown."""
    return _read_body_string(read_plain_yaml(text, file, Decimal), file)


def read_plain_yaml(text: str, file: str, real: Callable[[str], Any]) -> YamlTree:
    """Read YAML with every string normalised; `real` makes a value of 1.50."""
    tree = read_yaml(text, file, real=real)
    _read_strings(tree, text, file)
    return tree


def read_given(data: Any, file: str) -> YamlTree:
    """Read on what was read of a file, or given without one: the data that a .yaml file would hold, without lines."""
    tree = YamlTree(data, {(): (0, 0)})
    _scan_strings(tree, file)
    return _read_body_string(tree, file)


def read_json_file(text: str, file: str) -> YamlTree:
    """Read a .json file. Values come from the strict JSON parser; YAML, its superset, gives the positions."""
    try:
        data = json.loads(text, parse_constant=_refuse_constant, parse_float=_read_real)
    except json.JSONDecodeError as error:
        problem = explain(error.msg, JSON_PROBLEMS, NOT_JSON)
        return YamlTree(findings=[Finding("E127", Place(file, error.lineno, error.colno), {"problem": problem})])
    except (ValueError, RecursionError):
        return YamlTree(findings=[Finding("E127", Place(file, 1), {"problem": NOT_JSON})])
    tree = read_yaml(text.replace("\t", " "), file)
    if any(finding.cause is Cause.TOO_MUCH for finding in tree.findings):
        return tree
    tree.data, tree.is_broken = data, False
    tree.findings = [finding for finding in tree.findings if finding.cause is Cause.KEY_TWICE]
    tree.block_texts.clear()
    _read_strings(tree, text, file)
    return _read_body_string(tree, file)


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _read_real(text: str) -> Decimal | float:
    """Return a number digit for digit as it is written; infinity for one beyond the bounds of Decimal."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return float(text)


def read_markdown_file(text: str, file: str) -> YamlTree:
    """Read a .md file: YAML between two `---` lines, then the body, which is read even where the YAML is broken."""
    fences = list(FENCE.finditer(text))
    if not fences or text[: fences[0].start()].strip():
        return YamlTree(findings=[_tell_no_head(text, fences, file)])
    if len(fences) < 2:
        head = text[fences[0].end() :]
        if like := LIKE_FENCE.search(head):
            line = text.count("\n", 0, fences[0].end() + like.start()) + 1
            return YamlTree(findings=[Finding("E155", Place(file, line), {"line": like[0].rstrip()})])
        first = text.count("\n", 0, fences[0].end()) + 1
        from .open_head import tell_open_head  # for a slip alone

        return YamlTree(findings=[tell_open_head(head.split("\n"), file, first)])
    first_line = text.count("\n", 0, fences[0].end()) + 1
    head = text[fences[0].end() : fences[1].start()]
    tree = read_yaml(head, file, first_line, Decimal)
    _read_strings(tree, head, file)
    if not isinstance(tree.data, dict):
        tree.findings += [] if tree.findings else [_tell_no_keys(head, file, first_line)]
        tree.data, tree.is_broken = {}, True
    for key in ("noi_dung", "chu_thich"):
        if key in tree.data:
            place = Place(file, *tree.positions[(key,)], f"$.{key}")
            tree.findings.append(Finding("E118", place, {"key": key}))
    tree.data.pop("chu_thich", None)
    from .markdown import read_body  # which loads the reader of Markdown

    read_body(tree, text[fences[1].end() :], file, text.count("\n", 0, fences[1].end()) + 1)
    _read_annex_strings(tree, file)
    return tree


def _tell_no_head(text: str, fences: Sequence[re.Match[str]], file: str) -> Finding:
    """Return why the head of a file does not begin with its first line: a line like `---`, or words above it."""
    first = next((number for number, line in enumerate(text.split("\n"), 1) if line.strip()), 1)
    words = text.split("\n")[first - 1].strip()
    if LIKE_FENCE.fullmatch(words):
        return Finding("E155", Place(file, first), {"line": words})
    if len(fences) > 1:
        return Finding("E250", Place(file, first), {"words": shorten(words, SHOWN_WORDS, placeholder="…")})
    return Finding("E115", Place(file, 1))


def _tell_no_keys(head: str, file: str, first_line: int) -> Finding:
    """Return that no key stands in the head of a file: where its one line is mistyped, what to write there."""
    for row, line in enumerate(head.split("\n")):
        if slip := find_key_slip(line, row):
            facts = {"problem": slip.problem, "right": slip.right}
            return Finding("E151", Place(file, first_line + row, slip.column), facts)
    return Finding("E117", Place(file, first_line))


def _read_body_string(tree: YamlTree, file: str) -> YamlTree:
    """Read the text of the document and of its annexes where they are written as one string: they are Markdown."""
    if not isinstance(tree.data, dict):
        return tree
    if isinstance(tree.data.get("noi_dung"), str):
        notes = tree.data.pop("chu_thich", None)
        _read_string(tree, tree.data["noi_dung"], file, ())
        _merge_notes(tree, notes, file)
    _read_annex_strings(tree, file)
    return tree


def _read_annex_strings(tree: YamlTree, file: str) -> None:
    annexes = tree.data.get("phu_luc")
    for index, annex in enumerate(annexes if isinstance(annexes, list) else ()):
        if isinstance(annex, dict) and isinstance(annex.get("noi_dung"), str):
            _read_string(tree, annex["noi_dung"], file, ("phu_luc", index))


def _read_string(tree: YamlTree, markdown: str, file: str, above: NodePath) -> None:
    path = (*above, "noi_dung")
    line, column = find_position(tree.positions, path)
    spot, known, positions = Place(file, line, column, format_path(path)), len(tree.findings), tree.positions
    if path in tree.loose_texts:
        tree.findings.append(Finding("E119", spot))
    tree.positions = {}
    # the text begins on the line after the bar, and the reader counts from the line that its own first line ends
    from .markdown import read_body

    read_body(tree, markdown, file, line, above)
    if path not in tree.block_texts:
        # the lines of a quoted string are not those of the file: all that was read out of it stands at the string
        tree.positions = dict.fromkeys(tree.positions, (line, column))
        tree.findings[known:] = [replace(f, place=spot) for f in tree.findings[known:]]
    positions.update(tree.positions)
    tree.positions = positions


def _merge_notes(tree: YamlTree, notes: Any, file: str) -> None:
    if notes is None:
        return
    if not isinstance(notes, dict):
        tree.data["chu_thich"] = notes  # the schema will say what is wrong with it
        return
    for label in notes.keys() & tree.data["chu_thich"].keys():
        place = Place(file, *find_position(tree.positions, ("chu_thich", label)), f"$.chu_thich.{label}")
        tree.findings.append(Finding("E140", place, {"label": label}))
    tree.data["chu_thich"] = notes | tree.data["chu_thich"]


def _doubt_joined_lines(tree: YamlTree, file: str) -> None:
    """Note names and titles of which YAML has joined the lines: their breaks are part of the page."""
    for path in sorted(tree.loose_texts, key=str):
        if path and path[-1] in BROKEN_ON_PURPOSE:
            place = Place(file, *find_position(tree.positions, path), format_path(path))
            tree.findings.append(Finding("N129", place, {"key": path[-1]}))


def _read_strings(tree: YamlTree, text: str, file: str) -> None:
    """Normalise every string, and report characters that came in through an escape, unseen by the file scan."""

    def read(node: str, path: NodePath) -> str:
        for message, character, facts in find_unprintable(node):
            if character not in text or (character == REPLACEMENT and REPLACEMENT not in text):
                place = Place(file, *find_position(tree.positions, path), format_path(path))
                tree.findings.append(Finding(message, place, facts))
        return normalize("NFC", node)

    if "\\" in text or not is_normalized("NFC", text):  # else each string is what the scan of the file saw
        tree.data = _change_strings(tree.data, (), read)
    if not tree.is_broken:  # else lines were joined by the slip that is told
        _doubt_joined_lines(tree, file)


def _scan_strings(tree: YamlTree, file: str) -> None:
    """Normalise every string of data that has no text, and report what the scan of a text reports of its characters."""
    decomposed = 0

    def read(node: str, path: NodePath) -> str:
        nonlocal decomposed
        lines = node.replace("\r\n", "\n").replace("\r", "\n")
        composed = normalize("NFC", lines)
        pairs = zip(lines.split("\n"), composed.split("\n"), strict=True)
        decomposed += sum(was != now for was, now in pairs)
        clean, found = scan_characters(composed, file, [])
        place = Place(file, path=format_path(path))
        tree.findings += (replace(f, place=place) for f in found)
        return clean

    tree.data = _change_strings(tree.data, (), read, partial(normalize, "NFC"))
    if decomposed:
        tree.findings.append(Finding("N108", Place(file), {"count": decomposed}))


def _change_strings(
    node: Any, path: NodePath, change: Callable[[str, NodePath], str], change_key: Callable[[Any], Any] | None = None
) -> Any:
    """Return data with its strings changed, and its keys."""
    if isinstance(node, dict):
        changed = {key: _change_strings(value, (*path, key), change, change_key) for key, value in node.items()}
        return {change_key(key): value for key, value in changed.items()} if change_key else changed
    if isinstance(node, list):
        return [_change_strings(value, (*path, index), change, change_key) for index, value in enumerate(node)]
    return change(node, path) if isinstance(node, str) else node


READERS: dict[str, Callable[[str, str], YamlTree]] = {
    ".md": read_markdown_file,
    ".yaml": read_yaml_file,
    ".yml": read_yaml_file,
    ".json": read_json_file,
}
