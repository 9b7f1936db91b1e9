"""Reads an input file: a path goes in, a Source (plain data, positions, parsed texts, findings) comes out."""

from pathlib import Path

from ..errors import InputError, Place
from ..model import Source
from .files import read_text
from .formats import READERS
from .texts import read_texts

__all__ = ["SUFFIXES", "read_source"]

SUFFIXES = tuple(READERS)


def read_source(path: Path) -> Source:
    """Read a .md, .yaml, .yml or .json file.

    Everything that is wrong with the text stands in `findings`, all of it; the data is what could be read.
    Raises InputError where the file is no readable text at all (missing, binary, not UTF-8, too large).
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise InputError("E101", Place(str(path)), suffix=path.suffix, known=", ".join(SUFFIXES))
    text, findings = read_text(path)
    tree = reader(text, str(path))
    texts, text_findings = read_texts(tree, str(path), text)
    found = (*findings, *tree.findings, *text_findings)
    data = None if tree.is_broken else tree.data
    return Source(str(path), data, tree.positions, texts, found)
