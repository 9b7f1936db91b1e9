"""The file of which each row of a table makes a document: it is read once, a Source for each row comes out.

What a row gives is put into the data that were read: the words of a cell at each `[o: ten]`, a value in the place of
that of a key. A body of Markdown is filled before it is read, so that it is what a file with these words would be.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import Any

from ..errors import Finding, InputError, Place
from ..model import CELL_MARK, Source
from ..patterns import regex
from ..records import dataclass
from ..text_files import FENCE, check_is_file, read_text
from ..yaml_nodes import NodePath, YamlTree
from . import SUFFIXES, finish_tree
from .cell_marks import fill_markdown, fill_words, find_cell_marks
from .formats import READERS
from .text_nodes import list_text_nodes

MARKDOWN_ENDING = ".md"
DATA_FILE = regex(r"tu_tep[\"']?\s*:\s*(?P<name>[^\n,}]+)")
READ_TEXTS = ("danh_so", "noi_dung", "chu_thich", "phu_luc", "bang", "nhiem_vu", "so_lieu", "kiem_tra")
"""Keys that a cell cannot give: they are the text itself, or say how it is read."""


@dataclass(frozen=True)
class Filling:
    """What one row gives: words by the column of their marks, values by the path of the key that they stand for."""

    words: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[NodePath, Any] = field(default_factory=dict)


class CommonPart:
    """A file whose text is read; `fill` makes the Source of a row."""

    def __init__(self, file: str, folder: Path, text: str, findings: tuple[Finding, ...]) -> None:
        self.file, self.folder, self.text, self.findings = file, folder, text, findings
        self.suffix = Path(file).suffix.lower()
        fences = list(FENCE.finditer(text)) if self.suffix == MARKDOWN_ENDING else []
        body_at = fences[1].end() if len(fences) > 1 else len(text)
        # for YAML a colon with a blank behind it parts a key from its value
        head = CELL_MARK.sub(lambda found: f"[o:{found['column']}]", text[:body_at])
        self.filled, self.body_at = head + text[body_at:], len(head)

    @cached_property
    def marked_lines(self) -> frozenset[int]:
        """Return the lines in which marks stand: behind one, nothing has the column that it has in a document."""
        return frozenset(self.text.count("\n", 0, at) + 1 for _, at in find_cell_marks(self.text))

    @property
    def columns(self) -> Mapping[str, Place]:
        """Return the columns that marks name, each with the place where it is named first."""
        found: dict[str, Place] = {}
        for column, at in find_cell_marks(self.text):
            line_start = self.text.rfind("\n", 0, at) + 1
            found.setdefault(column, Place(self.file, self.text.count("\n", 0, at) + 1, at - line_start + 1))
        return found

    def list_data_files(self) -> list[str]:
        """Return the names of the data files that its tables take their rows of, as they are written."""
        return [found["name"].strip("\"' ") for found in DATA_FILE.finditer(self.text)]

    def read_head(self) -> dict[str, Any]:
        """Return the keys of the file as they are written, without its text."""
        data = READERS[self.suffix](self.filled, self.file).data
        return {key: value for key, value in data.items() if key not in READ_TEXTS} if isinstance(data, dict) else {}

    def fill(self, filling: Filling) -> Source:
        """Return the Source that the file would have with the words and values of a row."""
        text = self.filled[: self.body_at] + fill_markdown(self.filled[self.body_at :], filling.words)
        tree = READERS[self.suffix](text, self.file)
        fill_tree(tree, filling, find_marked(tree.data))
        return finish_tree(tree, self.file, self.folder, text + list_typed(filling), self.findings)


def read_common(path: Path) -> CommonPart:
    """Read the text of a file; raises InputError where it is none, or is a file of a type that cannot be filled."""
    check_is_file(path)
    if path.suffix.lower() not in SUFFIXES:
        raise InputError("E954", Place(str(path)), suffix=path.suffix, known=", ".join(SUFFIXES))
    text, findings = read_text(path)
    return CommonPart(str(path), path.parent, text, tuple(findings))


def list_typed(filling: Filling) -> str:
    """Return what a row gives as lines behind a text, where a rule that asks whether words were typed finds them."""
    return "".join(f"\n{value}" for value in (*filling.words.values(), *filling.values.values()))


def find_marked(data: Any) -> Mapping[NodePath, str]:
    """Return the strings of some data in which a mark stands, by their paths."""
    return dict(_list_marked(data, ()))


def fill_tree(tree: YamlTree, filling: Filling, marked: Mapping[NodePath, str]) -> None:
    """Put the words and values of a row into the data of a file; `marked` are its strings with a mark."""
    if not isinstance(tree.data, dict):
        return
    texts = {path for path, _ in list_text_nodes(tree.data)} if marked else set[NodePath]()
    filled = {
        path: (fill_markdown if path in texts else fill_words)(text, filling.words) for path, text in marked.items()
    }
    tree.data = put_values(tree.data, filled | dict(filling.values))
    for path in filling.values:
        tree.brackets.pop(path, None)


def _list_marked(node: Any, path: NodePath) -> Iterator[tuple[NodePath, str]]:
    """Yield the strings in which a mark stands."""
    if isinstance(node, str):
        if "[" in node and any(find_cell_marks(node)):
            yield path, node
        return
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, child in children:
        yield from _list_marked(child, (*path, step))


def put_values(node: Any, values: Mapping[NodePath, Any]) -> Any:
    """Return data with other values at some paths; what holds none is shared, groups that are not there are made.

    Where a path leads into a value that is no such group, that value goes: what is wrong then is told by the schema.
    """
    if () in values:
        return values[()]
    inside: dict[Any, dict[NodePath, Any]] = {}
    for path, value in values.items():
        inside.setdefault(path[0], {})[path[1:]] = value
    if isinstance(node, list) and all(step in range(len(node)) for step in inside):
        listed = list(node)
        for step, below in inside.items():
            listed[step] = put_values(listed[step], below)
        return listed
    keyed = dict(node) if isinstance(node, dict) else {}
    return keyed | {str(step): put_values(keyed.get(str(step)), below) for step, below in inside.items()}
