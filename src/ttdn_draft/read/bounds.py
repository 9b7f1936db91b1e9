"""Holds an input to what one document can have: the tree or the text goes in, findings and stand-ins come out."""

from collections.abc import Iterator
from typing import Any

from ..errors import Cause, Finding, Place
from ..messages import N_
from ..yaml_nodes import NodePath, YamlTree, place_of
from .sheets import MAX_COLUMNS, MAX_ROWS

MAX_ENTRIES = 10_000
MAX_BLOCKS, MAX_LINES = 20_000, 40_000  # headings, paragraphs, items and tables; lines with words of a Markdown text
MAX_NOTES = 10_000
MAX_BARS = 1000  # dividing lines in one line of a text
# what stands for a list that is told to be too long
STAND_INS: dict[str, dict[str, str]] = {"nhiem_vu": {"noi_dung": "?", "chu_tri": "?"}, "so_lieu": {"chi_tieu": "?"}}
TEXT_LINES, BLOCKS, NOTES = N_("dòng nội dung"), N_("đoạn, mục và bảng"), N_("chú thích")
ROWS, COLUMNS = N_("hàng của một bảng"), N_("cột của một bảng")


def bound_lists(tree: YamlTree, file: str) -> None:
    """Report lists of tasks, figures, blocks, notes, rows and columns that are longer than any document prints."""
    if not isinstance(tree.data, dict):
        return
    for key, entry in STAND_INS.items():
        found = _count(tree.data.get(key), "gom")
        if found > MAX_ENTRIES:
            facts = {"key": key, "found": found, "limit": MAX_ENTRIES}
            tree.findings.append(Finding("E189", place_of(file, tree.positions, (key,)), facts))
            tree.data[key] = [entry]
    for owner, path in _list_owners(tree.data):
        found = _count(owner.get("noi_dung"), "noi_dung")
        if found > MAX_BLOCKS:
            _refuse(tree, file, (*path, "noi_dung"), BLOCKS, found, MAX_BLOCKS)
            owner["noi_dung"] = [{"doan": "?"}]
    notes = tree.data.get("chu_thich")
    if isinstance(notes, dict) and len(notes) > MAX_NOTES:
        _refuse(tree, file, ("chu_thich",), NOTES, len(notes), MAX_NOTES)
        tree.data["chu_thich"] = {}
    for owner, key, path in list(_list_tables(tree.data)):
        _bound_table(tree, file, owner, key, path)


def bound_markdown(markdown: str, place: Place) -> Finding | None:
    """Return that a text is longer, or a table of it wider, than is read, before anything is made of it."""
    lines = [line for line in markdown.split("\n") if line.strip()]
    if len(lines) > MAX_LINES:
        return Finding("E158", place, _facts(TEXT_LINES, len(lines), MAX_LINES), Cause.TOO_MUCH)
    bars = max((line.count("|") for line in lines), default=0)
    return Finding("E158", place, _facts(COLUMNS, bars, MAX_COLUMNS), Cause.TOO_MUCH) if bars > MAX_BARS else None


def _refuse(tree: YamlTree, file: str, path: NodePath, unit: str, found: int, limit: int) -> None:
    place = place_of(file, tree.positions, path)
    tree.findings.append(Finding("E158", place, _facts(unit, found, limit), Cause.TOO_MUCH))


def _facts(unit: str, found: int, limit: int) -> dict[str, object]:
    return {"unit": unit, "found": found, "limit": limit}


def _bound_table(tree: YamlTree, file: str, owner: dict[str, Any], key: str, path: NodePath) -> None:
    table, columns, rows = owner[key], owner[key].get("cot"), owner[key].get("hang")
    widths = [len(row) for row in (columns, *(rows if isinstance(rows, list) else ())) if isinstance(row, list)]
    if max(widths, default=0) > MAX_COLUMNS:
        _refuse(tree, file, path, COLUMNS, max(widths), MAX_COLUMNS)
    elif isinstance(rows, list) and len(rows) > MAX_ROWS:
        _refuse(tree, file, path, ROWS, len(rows), MAX_ROWS)
    else:
        return
    owner[key] = {**table, "cot": [{"ten": "?"}], "hang": [["?"]]}


def _list_owners(data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], NodePath]]:
    """Yield the document and its annexes: each has a text."""
    yield data, ()
    annexes = data.get("phu_luc")
    for index, annex in enumerate(annexes if isinstance(annexes, list) else ()):
        if isinstance(annex, dict):
            yield annex, ("phu_luc", index)


def _list_tables(data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str, NodePath]]:
    """Yield the tables that are written in the input, named ones and those of texts, with what holds them."""
    named = data.get("bang")
    if isinstance(named, dict):
        yield from ((named, name, ("bang", name)) for name in named if isinstance(named[name], dict))
    for owner, path in _list_owners(data):
        yield from _list_in_blocks(owner.get("noi_dung"), (*path, "noi_dung"))


def _list_in_blocks(blocks: Any, path: NodePath) -> Iterator[tuple[dict[str, Any], str, NodePath]]:
    for index, block in enumerate(blocks if isinstance(blocks, list) else ()):
        if isinstance(block, dict):
            if isinstance(block.get("bang"), dict):
                yield block, "bang", (*path, index, "bang")
            if inner := block.get("noi_dung"):
                yield from _list_in_blocks(inner, (*path, index, "noi_dung"))


def _count(entries: Any, below: str) -> int:
    if not isinstance(entries, list):
        return 0
    inner = [entry[below] for entry in entries if isinstance(entry, dict) and entry.get(below)]
    return len(entries) + sum([_count(part, below) for part in inner])
