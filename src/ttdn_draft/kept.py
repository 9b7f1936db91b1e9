"""What need not be worked out again, in the user's cache folder: a name and a key go in, plain data comes out.

The key says all that the data depends on, word for word: data under another key is not given out. What lies there is
data alone, and is believed only where nobody but the user could have written it. A folder that cannot be written, a
broken file, another process that writes at the same time: all of that means that the work is done once more.
"""

import json
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from . import __version__, user_folders

CACHE_SWITCH = "TTDN_DRAFT_NO_CACHE"
LARGEST = 20_000_000  # bytes of one file
OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


@cache
def _folder() -> Path | None:
    """Return the folder of what is kept; nothing where keeping is switched off."""
    if os.environ.get(CACHE_SWITCH, "") not in ("", "0"):
        return None
    return user_folders.cache_folder()


def recall(name: str, key: str) -> Any:
    """Return what was kept under a name with just this key; None where nothing is, or nothing to be trusted."""
    folder = _folder()
    if folder is None:
        return None
    try:
        if not _is_own(os.lstat(folder)):
            return None
        with (folder / f"{name}.json").open("rb") as stream:
            if not _is_own(os.fstat(stream.fileno())):
                return None
            kept = json.loads(stream.read(LARGEST))
        return kept["data"] if kept["key"] == _complete(key) else None
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None


def keep(name: str, key: str, data: object) -> None:
    """Keep data under a name in the place of what was there; whoever reads finds the old or the new, and no half."""
    folder = _folder()
    if folder is None:
        return
    new = folder / f"{name}.{os.getpid():x}.tmp"
    with suppress(OSError, ValueError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_own(os.lstat(folder)):
            return
        text = json.dumps({"key": _complete(key), "data": data}, ensure_ascii=True, separators=(",", ":"))
        opened = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(opened, "w") as stream:
                stream.write(text)
            new.replace(folder / f"{name}.json")
        finally:
            new.unlink(missing_ok=True)


def work_out_once(name: str, key: str, work: Callable[[], Any]) -> Any:
    """Return what was kept under a name with just this key; where nothing is, what the work gives, which is kept."""
    kept = recall(name, key)
    if kept is None:
        kept = work()
        keep(name, key, kept)
    return kept


def _complete(key: str) -> str:
    """Return a key with the program and the Python that work it out."""
    return f"{__version__} {sys.implementation.cache_tag} {sys.version} {key}"


def _is_own(found: os.stat_result) -> bool:
    """Tell whether a file or folder is the user's own, and no link; Windows keeps such folders apart itself."""
    if stat.S_ISLNK(found.st_mode):
        return False
    return sys.platform == "win32" or (found.st_uid == os.geteuid() and not found.st_mode & OTHERS_MAY_WRITE)
