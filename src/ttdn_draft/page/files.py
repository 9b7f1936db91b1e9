"""Opens and saves drafts: a path goes in, its text and version come out; a newer file on the disk is never lost.

The version of a file is the SHA-256 of its bytes. A text is written only over the bytes that it was made from; lines
that she did not touch stay byte by byte.
"""

import os
from hashlib import sha256
from pathlib import Path

from ..errors import Cause, Finding, InputError, OutputError, Place
from ..output import check_name, write_whole
from ..records import dataclass
from ..text_files import MAX_BYTES, clean_text, decode, keep_lines, read_bytes
from .refusals import CONFLICT, NOT_THERE, RefusedError


@dataclass(frozen=True)
class Opened:
    """A file as it is on the disk: its bytes, their version, and the text that the page shows."""

    data: bytes
    version: str
    text: str


def tell_version(data: bytes) -> str:
    """Return the version of the bytes of a file."""
    return sha256(data).hexdigest()


def open_draft(path: Path) -> Opened:
    """Return a file; raises RefusedError where it is gone, InputError where it is no text."""
    if not path.exists():
        raise RefusedError(NOT_THERE, "gone", Finding("E912", Place(path.name)))
    data = read_bytes(path)
    text = decode(data, path.name)
    clean = clean_text(text, path.name)[0] if text.strip() else ""
    return Opened(data, tell_version(data), clean)


def save_draft(path: Path, text: str, version: str) -> str:
    """Write a text over the file of a version and return the new version.

    Raises RefusedError, with what stands there now, where the file is another one or gone, OutputError where it cannot
    be written.
    """
    if not path.exists():
        raise RefusedError(CONFLICT, "gone", Finding("E912", Place(path.name)))
    try:
        now = open_draft(path)
    except InputError as error:  # something else is in its place
        raise RefusedError(CONFLICT, "conflict", error=error, text="", phien_ban="") from None
    if now.version != version:
        raise _tell_conflict(path, now)
    data = keep_lines(now.data, now.text, with_line_feeds(text)) if now.text else text.encode("utf-8")
    _check_size(data, path)
    if data != now.data:
        _replace(path, data, now.data)
    return tell_version(data)


def _check_size(data: bytes, path: Path) -> None:
    """Raise InputError for a text that could not be opened again."""
    if len(data) > MAX_BYTES:
        raise InputError("E107", Place(path.name), limit=MAX_BYTES // 1024 // 1024)


def _replace(path: Path, data: bytes, was: bytes) -> None:
    try:
        write_whole(path, data, force=True, was=was)
    except OutputError as error:
        if any(finding.cause is Cause.CHANGED for finding in error.findings):
            raise _tell_conflict(path, open_draft(path)) from None
        if not path.exists():
            raise RefusedError(CONFLICT, "gone", Finding("E912", Place(path.name))) from None
        raise


def _tell_conflict(path: Path, now: Opened) -> RefusedError:
    return RefusedError(CONFLICT, "conflict", Finding("E911", Place(path.name)), text=now.text, phien_ban=now.version)


def save_beside(path: Path, text: str) -> Path:
    """Write a text to a new file beside another, `name (2).md` and so on, and return its path."""
    target, data = find_free_name(path), with_line_feeds(text).encode("utf-8")
    _check_size(data, path)
    write_whole(target, data)
    return target


def find_free_name(path: Path, first: int = 2) -> Path:
    """Return the name of a file that is not there yet: the given one, or with a number behind it."""
    number, target = first, path
    while os.path.lexists(target):
        target = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    check_name(target)
    return target


def with_line_feeds(text: str) -> str:
    """Return a text whose lines end as those of the page do."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
