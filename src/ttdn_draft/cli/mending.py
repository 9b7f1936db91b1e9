"""`check --fix`: writes the mended text of an input file over it, keeps the old one and prints the difference."""

import errno
import os
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import OS_REASONS, OutputError, Place
from ..messages import N_
from ..output import check_is_free, check_length, write_whole
from ..text_files import clean_text, keep_lines, read_bytes
from .language import translated
from .report import COLOURS_OF_LINES, echo

if TYPE_CHECKING:
    from ..packs import PackShelf
    from ..pipeline import Checked

KEPT = N_("Đã sửa {count} chỗ trong {file}; bản cũ: {kept}")
NOTHING_TO_MEND = N_("{file}: không có chỗ nào sửa được ngay")
CHANGED = N_("tệp vừa được sửa trong lúc kiểm tra")


def mend_and_write(path: Path, shelf: "PackShelf", asked: tuple[str, ...], is_quiet: bool) -> "Checked":
    """Mend a file where it can be mended and return what is still found; a quiet run prints nothing on stdout."""
    from ..marking import mend_file

    mended = mend_file(path, shelf, asked)
    if mended.after == mended.before:
        echo(translated(NOTHING_TO_MEND, file=path), err=True)
        return mended.checked
    kept = _write_over(path, mended.before, mended.after)
    for line in unified_diff(
        mended.before.splitlines(), mended.after.splitlines(), str(path), str(path), n=0, lineterm=""
    ):
        echo(click.style(line, fg=COLOURS_OF_LINES.get(line[:1])), err=is_quiet)
    echo(translated(KEPT, count=len(mended.mended), file=path, kept=kept), err=True)
    return mended.checked


def _write_over(path: Path, before: str, after: str) -> Path:
    """Write a mended text over the file of which `before` was read, and return the name of the copy of the old file.

    Raises InputError where the file is gone, OutputError where it may not be written or is another by now.
    """
    old = read_bytes(path)
    if not os.access(path, os.W_OK):
        raise OutputError("E011", Place(str(path)), reason=OS_REASONS[errno.EACCES])
    check_is_free(path)
    if clean_text(old.decode("utf-8-sig", "replace"), str(path))[0] != before:
        raise OutputError("E011", Place(str(path)), reason=CHANGED)
    kept = _choose_name(path)
    write_whole(kept, old)
    try:
        write_whole(path, keep_lines(old, before, after), force=True)
    except BaseException:
        kept.unlink(missing_ok=True)  # of a file that stays as it is nobody needs a copy
        raise
    return kept


def _choose_name(path: Path) -> Path:
    """Return the name of a copy that is not there yet: huong-dan.md.bak, and so on; raises OutputError."""
    number = 1
    while os.path.lexists(name := path.with_name(f"{path.name}{'' if number == 1 else f'.{number}'}.bak")):
        number += 1
    check_length(name)
    return name
