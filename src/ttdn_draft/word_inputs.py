"""Files of any type as inputs: a path goes in, its Source comes out, or the input file made of a Word file."""

from pathlib import Path

from .compose import write_input
from .errors import sort_findings
from .model import Reading, Source
from .packs import PackShelf
from .read import lend_kind, read_source


def read_any(path: Path, shelf: PackShelf) -> Source:
    """Read a file of any type that is an input; raises InputError where it is none, or LibreOffice is missing."""
    from .pages import make_docx

    return read_source(path, shelf.plugins.readers, make_docx)


def import_file(path: Path, shelf: PackShelf) -> Reading[str | None]:
    """Return the text of an input file made of a Word file, and what to look at; no text where its kind is not known.

    Raises InputError where the file is no Word file, or is not read.
    """
    source, is_strange = lend_kind(read_any(path, shelf), shelf.plugins.kinds)
    findings = sort_findings(source.findings)
    return Reading(None if is_strange else write_input(source.unsettled), findings)
