"""Reads an input file: a path goes in, a Source (plain data, positions, parsed texts, findings) comes out."""

from pathlib import Path

from ..errors import InputError, Place
from ..model import Source
from ..text_files import MAX_BYTES, check_is_file, read_text
from ..yaml_nodes import YamlTree
from .bounds import bound_lists
from .data_tables import load_tables
from .formats import READERS, read_plain_yaml
from .texts import read_texts

__all__ = ["check_input", "check_is_file", "read_data", "read_source"]


def check_input(path: Path) -> None:
    """Raise InputError for what cannot be an input: no file, or a file of another type."""
    check_is_file(path)
    if path.suffix.lower() not in READERS:
        raise InputError("E101", Place(str(path)), suffix=path.suffix, known=", ".join(READERS))


def read_source(path: Path) -> Source:
    """Read a .md, .yaml, .yml or .json file.

    Everything that is wrong with the text stands in `findings`, all of it; the data is what could be read.
    Raises InputError where the file is no readable text at all (missing, binary, not UTF-8, too large).
    """
    check_input(path)
    text, findings = read_text(path)
    tree = READERS[path.suffix.lower()](text, str(path))
    bound_lists(tree, str(path))
    load_tables(tree, path)
    texts, text_findings = read_texts(tree, str(path), text)
    found = (*findings, *tree.findings, *text_findings)
    data = None if tree.is_broken else tree.data
    return Source(str(path), data, tree.positions, texts, found, tree.data_files)


def read_data(path: Path, limit: int = MAX_BYTES) -> YamlTree:
    """Read a YAML file of facts, in which no value is Markdown and 0.10 stays as written; findings are in the tree.

    Raises InputError where the file is no readable text, or larger than `limit` bytes.
    """
    check_is_file(path)
    text, findings = read_text(path, limit)
    tree = read_plain_yaml(text, str(path), str)
    tree.findings[:0] = findings
    return tree
