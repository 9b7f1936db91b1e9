"""Compares two files of any form: their paths go in, what changed comes out, and a Word file that shows it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .archives import ArchiveError
from .compare import ComparedLine, LineChange, compare_lines, lines_as_printed, lines_as_typed
from .errors import Cause, Finding, InputError
from .packs import PackShelf
from .pipeline import Checked, check_file, render_checked
from .read import WORD_SUFFIX
from .records import dataclass
from .text_files import read_bytes
from .word.opening import explain_archive
from .word.package import MAX_FILE
from .word.redline import write_redline


@dataclass(frozen=True)
class Compared:
    """Two files after the comparison: what changed from the old one to the new one."""

    old: Checked
    new: Checked
    changes: tuple[LineChange, ...]
    unread: tuple[Finding, ...] = ()  # words of one of two Word files alone that have no place in the document


def compare_files(old: Path, new: Path, shelf: PackShelf) -> Compared:
    """Return what changed between two files; raises InputError where one of them cannot be read."""
    pair = [check_file(path, shelf) for path in (old, new)]
    if unread := [checked for checked in pair if checked.source is None or not isinstance(checked.source.data, dict)]:
        raise InputError.of(finding for checked in unread for finding in checked.findings)
    are_settled = all(checked.manuscript for checked in pair)
    lines = [_list_lines(checked, are_settled) for checked in pair]
    return Compared(pair[0], pair[1], compare_lines(*lines), tuple(_list_unread(*pair)))


def _list_unread(old: Checked, new: Checked) -> Iterator[Finding]:
    """Yield the words that could not be compared, as they have no place; those that both files have are alike."""
    one, other = (_unplaced(checked) for checked in (old, new))
    counts = Counter(found.facts["words"] for found in one), Counter(found.facts["words"] for found in other)
    for found, alike in [*((found, counts[1]) for found in one), *((found, counts[0]) for found in other)]:
        words = found.facts["words"]
        if not alike[words]:
            yield Finding("W849", found.place, {"words": words})
        alike[words] -= bool(alike[words])


def _unplaced(checked: Checked) -> list[Finding]:
    return [found for found in checked.findings if found.cause is Cause.UNPLACED]


def _list_lines(checked: Checked, is_settled: bool) -> tuple[ComparedLine, ...]:
    if checked.source is None:
        return ()
    if checked.manuscript is None or not is_settled:
        return lines_as_typed(checked.source)
    return lines_as_printed(checked.manuscript.passages, checked.manuscript.document, checked.source)


def write_comparison(compared: Compared) -> bytes:
    """Return the old document as a Word file in which the new one stands as tracked changes.

    A Word file is taken as it is, any other is rendered: raises InputError with its findings where it has errors.
    """
    old, new = (_as_word(checked) for checked in (compared.old, compared.new))
    try:
        return write_redline(old, new)
    except ArchiveError as error:
        raise explain_archive(error, Path(compared.old.file)) from None


def _as_word(checked: Checked) -> bytes:
    path = Path(checked.file)
    return read_bytes(path, MAX_FILE) if path.suffix.lower() == WORD_SUFFIX else render_checked(checked)
