"""Finds the input files of a folder or a project: a folder or patterns go in, the files come out, sorted."""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from ..errors import InputError, Place, explain_os_error
from ..knowledge.pack import PACK_FILE
from ..links import is_there
from ..patterns import regex
from ..read import SUFFIXES

HEAD_BYTES = 200_000  # of a file, in which the keys of an input are looked for
TYPICAL_KEYS = regex(rb'^[ \t]*"?(loai|co_quan|trich_yeu|ky|ngay|noi_nhan|dia_danh)"?[ ]*:', re.M)
ENOUGH_KEYS = 3  # of them, and a file is an input, whatever is wrong with it
WILD = regex(r"[*?\[]")


def match_files(folder: Path, pattern: str) -> list[Path]:
    """Return the files that a pattern such as `van-ban/*.md` names from a folder, sorted; folders are among them."""
    try:
        return sorted(folder.glob(pattern))
    except (ValueError, NotImplementedError, IndexError):  # `a**`, or a pattern from the root
        return []


def has_wildcard(path: Path) -> bool:
    """Tell whether a path is a pattern and no file that is called so."""
    return bool(WILD.search(str(path))) and not is_there(path)


def expand_pattern(path: Path) -> list[Path]:
    """Return the files of a pattern, sorted, as a shell does, on every system; a path without wildcards as it is."""
    if not has_wildcard(path):
        return [path]
    home = Path(path.anchor)
    return [file for file in match_files(home, str(path.relative_to(home))) if not file.is_dir()]


def list_inputs(
    folder: Path, others: Iterable[str] = (), skipped: Collection[Path] = ()
) -> tuple[list[Path], list[Path]]:
    """Return the input files in a folder and below it, and the files of the same types that are none.

    `others` are the endings of files that plug-ins read. Hidden folders, packs and what is to be skipped are passed by.
    """
    suffixes = {*SUFFIXES, *others}
    files = [file for file in _walk(folder, set(skipped)) if file.suffix.lower() in suffixes]
    inputs = [file for file in files if file.suffix.lower() not in SUFFIXES or _is_input(file)]
    return inputs, [file for file in files if file not in set(inputs)]


def _walk(folder: Path, skipped: Collection[Path]) -> Iterator[Path]:
    """Yield the files below a folder, sorted; links to folders are not followed, they may lead in a circle.

    Raises InputError for a folder that cannot be read.
    """
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise InputError("E106", Place(str(folder)), reason=explain_os_error(error), guess="") from None
    for entry in entries:
        if entry.name.startswith(".") or entry in skipped:
            continue
        if not entry.is_dir():
            yield entry
        elif not entry.is_symlink() and not is_there(entry / PACK_FILE):
            yield from _walk(entry, skipped)


def _is_input(file: Path) -> bool:
    """Tell whether a file looks like an input; one that cannot be read as text does, so that this is told."""
    try:
        with file.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
    except OSError:
        return True
    if b"\0" in head:
        return True
    if file.suffix.lower() == ".md":
        if not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"---"):
            return False
        head = head.partition(b"---")[2].partition(b"\n---")[0]
    return len(set(TYPICAL_KEYS.findall(head))) >= ENOUGH_KEYS
