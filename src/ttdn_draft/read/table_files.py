"""Finds the tables of an input that stand in files of their own: a tree goes in, the same with their rows comes out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..yaml_nodes import NodePath, YamlTree, place_of

UNREADABLE = {"cot": [{"ten": "?"}], "hang": []}  # stands for a table whose file is told to be wrong


def load_tables(tree: YamlTree, file: str, folder: Path | None) -> None:
    """Read the file of every table that names one, from the folder in which the input lies.

    What is wrong with it becomes a finding of the tree; without a folder no file is read, and that is told.
    """
    for here, table in [*_file_tables(tree.data)]:
        try:
            loaded = _load(tree, file, folder, here, table)
        except InputError as error:
            tree.findings += error.findings
            loaded = UNREADABLE
            table.pop("tong", None)  # else a sum without figures would be reported as well
        table.update(loaded)


def _load(tree: YamlTree, file: str, folder: Path | None, path: NodePath, table: dict[str, Any]) -> dict[str, Any]:
    if folder is None:
        raise InputError("E190", place_of(file, tree.positions, (*path, "tu_tep")), name=table["tu_tep"])
    from .data_tables import TableLoader  # most inputs name no file

    return TableLoader(tree, file, folder, path, table).load()


def _file_tables(data: Any) -> Iterator[tuple[NodePath, dict[str, Any]]]:
    if not isinstance(data, dict):
        return
    named = data.get("bang")
    for name, table in named.items() if isinstance(named, dict) else ():
        if isinstance(table, dict) and isinstance(table.get("tu_tep"), str):
            yield ("bang", name), table
    yield from _block_tables(data.get("noi_dung"), ("noi_dung",))
    annexes = data.get("phu_luc")
    for index, annex in enumerate(annexes if isinstance(annexes, list) else ()):
        if isinstance(annex, dict):
            yield from _block_tables(annex.get("noi_dung"), ("phu_luc", index, "noi_dung"))


def _block_tables(blocks: Any, path: NodePath) -> Iterator[tuple[NodePath, dict[str, Any]]]:
    for index, block in enumerate(blocks if isinstance(blocks, list) else ()):
        if isinstance(block, dict):
            table = block.get("bang")
            if isinstance(table, dict) and isinstance(table.get("tu_tep"), str):
                yield (*path, index, "bang"), table
            yield from _block_tables(block.get("noi_dung"), (*path, index, "noi_dung"))
