"""The three file formats: text goes in, one and the same tree of plain data with positions comes out."""

import json
import re
from collections.abc import Callable
from typing import Any

from ..errors import Finding, Place
from ..messages import N_
from ..yaml_nodes import YamlTree, format_path, read_yaml
from .characters import find_forbidden, name_of
from .markdown import read_body

PROBLEMS = {
    "Expecting ',' delimiter": N_("thiếu dấu phẩy"),
    "Expecting ':' delimiter": N_("thiếu dấu hai chấm sau tên khoá"),
    "Expecting property name": N_("tên khoá phải đặt trong nháy kép; sau khoá cuối không có dấu phẩy"),
    "Expecting value": N_("thiếu giá trị, hoặc giá trị chữ chưa đặt trong nháy kép"),
    "Illegal trailing comma": N_("thừa dấu phẩy ở cuối"),
    "Extra data": N_("thừa nội dung sau dấu ngoặc cuối cùng"),
    "Unterminated string": N_("thiếu dấu nháy kép đóng"),
    "Invalid control character": N_("xuống dòng giữa chuỗi chữ; viết \\n"),
}
FENCE = re.compile(r"^---[ ]*$", re.M)


def read_yaml_file(text: str, file: str) -> YamlTree:
    """Read a .yaml file; a body written as one string is Markdown."""
    tree = read_yaml(text, file)
    _check_escapes(tree, file)
    return _read_body_string(tree, file)


def read_json_file(text: str, file: str) -> YamlTree:
    """Read a .json file. Values come from the strict JSON parser; YAML, its superset, gives the positions."""
    try:
        data = json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        finding = Finding("E127", Place(file, error.lineno, error.colno), {"problem": _explain(error.msg)})
        return YamlTree(findings=[finding])
    except (ValueError, RecursionError) as error:
        return YamlTree(findings=[Finding("E127", Place(file, 1), {"problem": str(error)})])
    tree = read_yaml(text.replace("\t", " "), file)
    tree.data = data if tree.data is not None else None
    _check_escapes(tree, file)
    return _read_body_string(tree, file)


def _explain(problem: str) -> str:
    return next((words for start, words in PROBLEMS.items() if problem.startswith(start)), problem)


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def read_markdown_file(text: str, file: str) -> YamlTree:
    """Read a .md file: YAML between two `---` lines, then the body."""
    fences = list(FENCE.finditer(text))
    if not fences or text[: fences[0].start()].strip():
        return YamlTree(findings=[Finding("E115", Place(file, 1))])
    if len(fences) < 2:
        return YamlTree(findings=[Finding("E116", Place(file, text.count("\n", 0, fences[0].start()) + 1))])
    first_line = text.count("\n", 0, fences[0].end()) + 1
    tree = read_yaml(text[fences[0].end() : fences[1].start()], file, first_line)
    _check_escapes(tree, file)
    if isinstance(tree.data, dict):
        _add_body(tree, text[fences[1].end() :], file, text.count("\n", 0, fences[1].end()) + 1)
    elif not tree.findings:
        tree.findings.append(Finding("E117", Place(file, first_line)))
    return tree


def _add_body(tree: YamlTree, markdown: str, file: str, first_line: int) -> None:
    for key in ("noi_dung", "chu_thich"):
        if key in tree.data:
            place = Place(file, *tree.positions[(key,)], f"$.{key}")
            tree.findings.append(Finding("E118", place, {"key": key}))
    read_body(tree, markdown, file, first_line)


def _read_body_string(tree: YamlTree, file: str) -> YamlTree:
    if isinstance(tree.data, dict) and isinstance(tree.data.get("noi_dung"), str):
        notes = tree.data.get("chu_thich")
        read_body(tree, tree.data["noi_dung"], file, tree.positions[("noi_dung",)][0])
        if isinstance(notes, dict):
            tree.data["chu_thich"] = notes | tree.data["chu_thich"]
    return tree


def _check_escapes(tree: YamlTree, file: str) -> None:
    """Report characters that came in through an escape of YAML or JSON, which the file scan cannot see."""

    def walk(node: Any, path: tuple[str | int, ...]) -> None:
        if isinstance(node, str) and (bad := find_forbidden(node)) and bad != "\N{REPLACEMENT CHARACTER}":
            place = Place(file, *tree.positions.get(path, (1, 1)), format_path(path))
            tree.findings.append(Finding("E110", place, {"character": name_of(bad)}))
        elif isinstance(node, dict):
            for key, value in node.items():
                walk(value, (*path, key))
        elif isinstance(node, list):
            for index, value in enumerate(node):
                walk(value, (*path, index))

    walk(tree.data, ())


READERS: dict[str, Callable[[str, str], YamlTree]] = {
    ".md": read_markdown_file,
    ".yaml": read_yaml_file,
    ".yml": read_yaml_file,
    ".json": read_json_file,
}
