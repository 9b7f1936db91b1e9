"""Writes many files whole: paths and bytes go in; they lie beside their places until all are moved there at once.

A disk keeps what was written when it is asked to, which takes milliseconds; it is asked for many files at a time.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import BinaryIO

from .errors import OutputError
from .links import real_path
from .output import move_whole, refuse_write
from .records import dataclass
from .temporary import discard, temporary_name

AT_ONCE = 8  # files that the disk is asked to keep


@dataclass
class WholeFiles:
    """Files that are written and not yet in their places; what is not settled is discarded."""

    waiting: list["_Waiting"] = field(default_factory=list)

    def __enter__(self) -> "WholeFiles":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, path: Path, data: bytes, force: bool = False) -> None:
        """Write the bytes of a file beside its place; raises OutputError where that is not possible."""
        try:
            target = real_path(path) if force else path
            temporary = target.with_name(temporary_name())
            file = _Waiting(temporary, path, force)
            self.waiting.append(file)
            file.write(data)
        except OSError as error:
            self.waiting.pop().drop()
            raise refuse_write(path, error) from None

    def settle(self) -> dict[Path, OutputError]:
        """Move all files into their places, and return why some could not be."""
        failed: dict[Path, OutputError] = {}
        try:
            for file, error in zip(self.waiting, _keep(self.waiting), strict=True):
                try:
                    if error:
                        raise refuse_write(file.path, error)
                    move_whole(file.temporary, file.path, file.force)
                except OutputError as refused:
                    failed[file.path] = refused
        finally:
            self.close()
        return failed

    def close(self) -> None:
        """Discard what is not in its place."""
        for file in self.waiting:
            file.drop()
        self.waiting.clear()


class _Waiting:
    """A file beside its place; it stays open until the disk is asked to keep it: to open it again takes as long."""

    def __init__(self, temporary: Path, path: Path, force: bool) -> None:
        self.temporary, self.path, self.force = temporary, path, force
        self.stream: BinaryIO | None = None

    def write(self, data: bytes) -> None:
        self.stream = self.temporary.open("xb")
        self.stream.write(data)
        self.stream.flush()

    def keep(self) -> OSError | None:
        """Ask the disk to keep the file; return why it does not."""
        try:
            if self.stream:
                with self.stream as stream:
                    os.fsync(stream.fileno())
        except OSError as error:
            return error
        return None

    def drop(self) -> None:
        """Discard the file where it is not in its place."""
        with suppress(OSError):  # a full disk, which is told
            if self.stream:
                self.stream.close()
        if os.path.lexists(self.temporary):
            discard(self.temporary)


def _keep(files: Sequence[_Waiting]) -> list[OSError | None]:
    """Ask the disk to keep files; return why it does not, for each."""
    if len(files) == 1:
        return [files[0].keep()]
    from concurrent.futures import ThreadPoolExecutor  # not for one file

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(_Waiting.keep, files))
