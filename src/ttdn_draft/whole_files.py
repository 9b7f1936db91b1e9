"""Writes many files whole: paths and bytes go in; they lie beside their places until all are moved there at once.

A disk keeps what was written when it is asked to, which takes milliseconds; it is asked for many files at a time.
"""

import os
from collections.abc import Iterable
from dataclasses import field
from pathlib import Path

from .errors import OutputError
from .links import real_path
from .output import move_whole, refuse_write
from .records import dataclass
from .temporary import discard, temporary_name

AT_ONCE = 8  # files that the disk is asked to keep


@dataclass
class WholeFiles:
    """Files that are written and not yet in their places; what is not settled is discarded."""

    waiting: list[tuple[Path, Path, bool]] = field(default_factory=list)  # the file beside its place, its place, force

    def __enter__(self) -> "WholeFiles":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, path: Path, data: bytes, force: bool = False) -> None:
        """Write the bytes of a file beside its place; raises OutputError where that is not possible."""
        try:
            target = real_path(path) if force else path
            temporary = target.with_name(temporary_name())
            self.waiting.append((temporary, path, force))
            with temporary.open("xb") as stream:
                stream.write(data)
        except OSError as error:
            self._drop_last()
            raise refuse_write(path, error) from None

    def _drop_last(self) -> None:
        temporary, _, _ = self.waiting.pop()
        discard(temporary)

    def settle(self) -> dict[Path, OutputError]:
        """Move all files into their places, and return why some could not be."""
        failed: dict[Path, OutputError] = {}
        try:
            kept = _keep(temporary for temporary, _, _ in self.waiting)
            for (temporary, path, force), error in zip(self.waiting, kept, strict=True):
                try:
                    if error:
                        raise refuse_write(path, error)
                    move_whole(temporary, path, force)
                except OutputError as refused:
                    failed[path] = refused
        finally:
            self.close()
        return failed

    def close(self) -> None:
        """Discard what is not in its place."""
        for temporary, _, _ in self.waiting:
            if os.path.lexists(temporary):
                discard(temporary)
        self.waiting.clear()


def _keep(files: Iterable[Path]) -> list[OSError | None]:
    """Ask the disk to keep files; return why it does not, for each."""
    listed = [*files]
    if len(listed) == 1:
        return [_keep_one(listed[0])]
    from concurrent.futures import ThreadPoolExecutor  # not for one file

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(_keep_one, listed))


def _keep_one(file: Path) -> OSError | None:
    try:
        with file.open("rb+") as stream:
            os.fsync(stream.fileno())
    except OSError as error:
        return error
    return None
