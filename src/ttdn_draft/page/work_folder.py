"""Keeps the page in one folder: the name of a file as the page sends it goes in, its path on the disk comes out.

Only Markdown files of the chosen folder and its subfolders can be named, by plain names: no way leads up, to another
drive, to another machine, to a stream or a device of Windows, nor through a link out of the folder.
"""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from ..errors import Finding, OutputError, Place
from ..links import leads_out, real_path
from ..output import check_name
from .refusals import DENIED, RefusedError

DRAFT_ENDING = ".md"
MOST_RECENT = 30
MOST_LOOKED_AT = 5000  # entries of the folder and below, so that a whole disk is never gone through
DEEPEST = 4


class WorkFolder:
    """The folder that she chose."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, name: str, suffix: str = DRAFT_ENDING) -> Path:
        """Return the path of a file of the folder, there or not; raises RefusedError where a name leads elsewhere."""
        path = self.folder.joinpath(*_part(name))
        try:
            is_ours = path.suffix.lower() == suffix and not leads_out(path, self.folder)
        except OSError:
            is_ours = False
        if not is_ours:
            raise refuse_name(name)
        return real_path(path)

    def name(self, path: Path) -> str:
        """Return a path of the folder as the page calls it: from the folder on, with `/`."""
        return path.relative_to(real_path(self.folder)).as_posix()

    def list_recent(self) -> list[Path]:
        """Return the Markdown files of the folder and below, the newest first."""
        files = [path for path in self._walk() if path.suffix.lower() == DRAFT_ENDING]
        return sorted(files, key=lambda path: (-_tell_time(path), path))[:MOST_RECENT]

    def _walk(self) -> Iterator[Path]:
        top = real_path(self.folder)
        looked_at = 0
        for here, folders, files in os.walk(top):
            depth = len(Path(here).relative_to(top).parts)
            folders[:] = sorted(f for f in folders if not f.startswith(".")) if depth < DEEPEST else []
            looked_at += len(folders) + len(files)
            if looked_at > MOST_LOOKED_AT:
                return
            for name in files:
                if not name.startswith(".") and not (path := Path(here, name)).is_symlink():
                    yield path


def _part(name: str) -> list[str]:
    """Return the parts of a name; raises RefusedError where one is no plain name on every system."""
    parts = name.split("/")
    try:
        for part in parts:
            os.fsencode(part)
            check_name(Path(part))
            if part.startswith(".") or len(Path(part).parts) != 1:
                raise refuse_name(name)
    except (ValueError, OutputError):
        raise refuse_name(name) from None
    return parts


def refuse_name(name: str) -> RefusedError:
    """Return the refusal of a name that is none of the folder."""
    shown = "".join(sign if sign.isprintable() else "?" for sign in name[:200])
    return RefusedError(DENIED, "refused", Finding("E907", Place(), {"name": shown}))


def _tell_time(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # gone since it was listed
        return 0


def write_moment(path: Path) -> str:
    """Return when a file was written, as local time: 2026-11-30T16:05:09."""
    return datetime.fromtimestamp(_tell_time(path)).isoformat(timespec="seconds")
