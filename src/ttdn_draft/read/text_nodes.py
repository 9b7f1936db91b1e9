"""Lists the texts of an input: its data go in, the path and the words as typed of each text come out."""

from collections.abc import Iterator
from typing import Any

from ..yaml_nodes import NodePath

TASK_KEYS = ("nhom", "noi_dung", "chu_tri", "phoi_hop", "thoi_han", "san_pham")
FIGURE_KEYS = ("chi_tieu", "don_vi")
ENTRY_LISTS = ("nhiem_vu", "so_lieu")  # whose entries become rows
BLOCK_KEYS = ("muc", "doan", "khoan", "gach", "cong")


def list_text_nodes(data: Any) -> Iterator[tuple[NodePath, str]]:
    """Yield the path and the Markdown of every text of the data."""
    if not isinstance(data, dict):
        return
    yield from _block_texts(data.get("noi_dung"), ("noi_dung",))
    annexes = data.get("phu_luc")
    for index, annex in enumerate(annexes if isinstance(annexes, list) else ()):
        if isinstance(annex, dict):
            yield from _block_texts(annex.get("noi_dung"), ("phu_luc", index, "noi_dung"))
    notes = data.get("chu_thich")
    for label, content in notes.items() if isinstance(notes, dict) else ():
        if isinstance(content, str):
            yield ("chu_thich", label), content
    tables = data.get("bang")
    for name, table in tables.items() if isinstance(tables, dict) else ():
        yield from _table_texts(table, ("bang", name))
    yield from _entry_texts(data.get("nhiem_vu"), ("nhiem_vu",), TASK_KEYS)
    yield from _entry_texts(data.get("so_lieu"), ("so_lieu",), FIGURE_KEYS)


def _block_texts(blocks: Any, path: NodePath) -> Iterator[tuple[NodePath, str]]:
    for index, block in enumerate(blocks if isinstance(blocks, list) else ()):
        if not isinstance(block, dict):
            continue
        here: NodePath = (*path, index)
        for key in BLOCK_KEYS:
            if key in block and isinstance(block[key], str):
                yield (*here, key), block[key]
        if "bang" in block:
            yield from _table_texts(block["bang"], (*here, "bang"))
        if inner := block.get("noi_dung"):
            yield from _block_texts(inner, (*here, "noi_dung"))


def _table_texts(table: Any, path: NodePath) -> Iterator[tuple[NodePath, str]]:
    if not isinstance(table, dict):
        return
    columns, rows = table.get("cot"), table.get("hang")
    for index, column in enumerate(columns if isinstance(columns, list) else ()):
        if isinstance(column, dict) and isinstance(column.get("ten"), str):
            yield (*path, "cot", index, "ten"), column["ten"]
    for number, row in enumerate(rows if isinstance(rows, list) else ()):
        for index, cell in enumerate(row if isinstance(row, list) else ()):
            here: NodePath = (*path, "hang", number, index)
            if isinstance(cell, str):
                yield here, cell
            elif isinstance(cell, list):
                yield from (((*here, line), text) for line, text in enumerate(cell) if isinstance(text, str))
            elif isinstance(cell, dict) and isinstance(cell.get("chu"), str):
                yield (*here, "chu"), cell["chu"]


def _entry_texts(entries: Any, path: NodePath, keys: tuple[str, ...]) -> Iterator[tuple[NodePath, str]]:
    """Yield the texts of tasks or figures: strings, lists of strings, and those of the parts of a figure."""
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        for key in keys if isinstance(entry, dict) else ():
            value = entry.get(key)
            if isinstance(value, str):
                yield (*path, index, key), value
            for number, text in enumerate(value if isinstance(value, list) else ()):
                if isinstance(text, str):
                    yield (*path, index, key, number), text
        if isinstance(entry, dict):
            yield from _entry_texts(entry.get("gom"), (*path, index, "gom"), keys)


def is_cell(path: NodePath) -> bool:
    """Tell whether a text stands in a cell of a table, where each line that is typed is a line."""
    return "hang" in path or "cot" in path or path[0] in ENTRY_LISTS
