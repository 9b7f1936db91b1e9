"""Reads an input file: a path goes in, a Source (plain data, positions, parsed texts, findings) comes out."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from ..errors import Cause, Finding, InputError, Place
from ..model import NOTHING, Contributions, Source
from ..text_files import MAX_BYTES, check_is_file, read_text
from ..yaml_nodes import YamlTree
from .bounds import bound_lists
from .data_tables import load_tables
from .formats import READERS, read_given, read_plain_yaml
from .texts import read_texts

__all__ = ["SUFFIXES", "check_input", "check_is_file", "read_data", "read_source"]


SUFFIXES = tuple(READERS)
Readers: TypeAlias = Contributions[Callable[[Path], Any]]


def check_input(path: Path, others: Readers = NOTHING) -> None:
    """Raise InputError for what cannot be an input: no file, or a file of another type."""
    check_is_file(path)
    suffix, known = path.suffix.lower(), [*SUFFIXES, *others.things]
    if suffix not in known:
        unknown = Finding("E101", Place(str(path)), {"suffix": path.suffix, "known": ", ".join(known)})
        raise InputError.of([unknown, *others.explain(suffix)])


def read_source(path: Path, others: Readers = NOTHING) -> Source:
    """Read a .md, .yaml, .yml or .json file, or one of a type that a plug-in reads.

    Everything that is wrong with the text stands in `findings`, all of it; the data is what could be read.
    Raises InputError where the file is no readable text at all (missing, binary, not UTF-8, too large).
    """
    check_input(path, others)
    text, findings, tree = _read(path, others)
    bound_lists(tree, str(path))
    load_tables(tree, path)
    texts, text_findings = read_texts(tree, str(path), text)
    found = (*findings, *tree.findings, *text_findings)
    data = None if tree.is_broken else tree.data
    return Source(str(path), data, tree.positions, texts, found, tree.data_files)


def _read(path: Path, others: Readers) -> tuple[str, list[Finding], YamlTree]:
    """Return the text of a file, what is wrong with its characters, and what stands in it."""
    suffix = path.suffix.lower()
    if suffix in others.things:
        return "", [], read_given(others.things[suffix](path), str(path))
    text, findings = read_text(path)
    return text, findings, READERS[suffix](text, str(path))


def read_data(path: Path, limit: int = MAX_BYTES) -> YamlTree:
    """Read a YAML file of facts, in which no value is Markdown and 0.10 stays as written; findings are in the tree.

    Raises InputError where the file is no readable text, or larger than `limit` bytes.
    """
    check_is_file(path)
    text, findings = read_text(path, limit)
    tree = read_plain_yaml(text, str(path), str)
    tree.findings[:0] = (replace(f, id="W694") if f.cause is Cause.TAB_INDENT else f for f in findings)
    return tree
