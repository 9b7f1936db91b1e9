"""`check --fix`: writes the mended text of an input file over it, keeps the old one and prints the difference."""

from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..messages import N_
from ..output import write_whole
from ..text_files import BYTE_ORDER_MARK
from .language import translated
from .report import echo

if TYPE_CHECKING:
    from ..packs import PackShelf
    from ..pipeline import Checked

KEPT = N_("Đã sửa {count} chỗ trong {file}; bản cũ: {kept}")
NOTHING_TO_MEND = N_("{file}: không có chỗ nào sửa được ngay")
COLOURS_OF_LINES = {"+": "green", "-": "red", "@": "cyan"}


def mend_and_write(path: Path, shelf: "PackShelf", asked: tuple[str, ...], is_quiet: bool) -> "Checked":
    """Mend a file where it can be mended and return what is still found; a quiet run prints nothing on stdout."""
    from ..pipeline import mend_file

    mended = mend_file(path, shelf, asked)
    if mended.after == mended.before:
        echo(translated(NOTHING_TO_MEND, file=path), err=True)
        return mended.checked
    old = path.read_bytes()
    kept = _choose_name(path)
    write_whole(kept, old)
    write_whole(path, _encode_like(old, mended.after), force=True)
    for line in unified_diff(
        mended.before.splitlines(), mended.after.splitlines(), str(path), str(path), n=0, lineterm=""
    ):
        echo(click.style(line, fg=COLOURS_OF_LINES.get(line[:1])), err=is_quiet)
    echo(translated(KEPT, count=len(mended.mended), file=path, kept=kept), err=True)
    return mended.checked


def _choose_name(path: Path) -> Path:
    """Return the name of a copy that is not there yet: huong-dan.md.bak, and so on."""
    names = (path.with_name(f"{path.name}{'' if n == 1 else f'.{n}'}.bak") for n in range(1, 1000))
    return next(name for name in names if not name.exists())


def _encode_like(old: bytes, text: str) -> bytes:
    """Return a text as bytes with the byte order mark and the line ends that a file had."""
    mark = BYTE_ORDER_MARK.encode()
    encoded = (text.replace("\n", "\r\n") if b"\r\n" in old else text).encode("utf-8")
    return mark + encoded if old.startswith(mark) else encoded
