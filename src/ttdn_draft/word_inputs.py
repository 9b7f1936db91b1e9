"""Files of any type as inputs: a path goes in, its Source comes out, or the input file made of a Word file."""

from collections.abc import Iterator
from pathlib import Path

from .errors import Finding, Place, sort_findings
from .model import Reading, Source
from .packs import PackShelf
from .read import WORD_SUFFIX, lend_kind, read_source


def read_any(path: Path, shelf: PackShelf) -> Source:
    """Read a file of any type that is an input; raises InputError where it is none, or LibreOffice is missing."""

    def convert(old: Path) -> bytes:
        from .pages import make_docx

        return make_docx(old)

    return read_source(path, shelf.plugins.readers, convert)


def import_file(path: Path, shelf: PackShelf) -> Reading[str | None]:
    """Return the text of an input file made of a Word file, and what to look at; no text where its kind is not known.

    Raises InputError where the file is no Word file, or is not read.
    """
    from .compose import write_input

    source, is_strange = lend_kind(read_any(path, shelf), shelf.plugins.kinds)
    findings = sort_findings([*source.findings, *_tell_own(path)])
    return Reading(None if is_strange else write_input(source.unsettled), findings)


def _tell_own(path: Path) -> Iterator[Finding]:
    """Yield what a Word file that this program rendered does not show, and so cannot give back."""
    from .read.word.own_traces import UNPRINTED_KEYS, has_own_styles
    from .word.opening import open_word_file

    if path.suffix.lower() == WORD_SUFFIX and has_own_styles(open_word_file(path)):
        yield Finding("N871", Place(str(path)), {"keys": UNPRINTED_KEYS})
