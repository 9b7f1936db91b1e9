"""Writes a file or a folder whole or not at all: a path and bytes go in; nothing half-written is ever left behind."""

import errno
import os
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from .errors import OS_REASONS, Cause, Finding, OutputError, Place, UsageError, explain_os_error
from .links import real_path
from .patterns import regex
from .temporary import discard, sweep, temporary_name

RESERVED = regex(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³]) *(?:\.|$)", re.I)
FORBIDDEN = regex(r'[<>:"/\\|?*\x00-\x1f]|[. ]$')
RESULT = "ket-qua"  # the name that a message shows where a path has none
NAME_LIMIT = 255  # of nearly every file system: bytes on Linux, UTF-16 units on Windows and macOS
PATH_LIMIT = 259  # characters on Windows, where long paths are not switched on


def check_target(path: Path, force: bool, suffix: str) -> None:
    """Raise OutputError where a result cannot go to `path`, UsageError where its name does not end with `suffix`."""
    if path.suffix.lower() != suffix:
        raise UsageError("E015", Place(str(path)), suffix=suffix, right=f"{path.stem or RESULT}{suffix}")
    check_name(path)
    try:
        obstacle = _find_obstacle(path, force)
    except OSError as error:  # a name too long, a folder that may not be entered
        raise _refuse(path, error) from None
    if obstacle:
        raise obstacle


def check_name(path: Path) -> None:
    """Raise OutputError for a name that Windows refuses or changes: what is made here is opened there."""
    if path.name != ".." and (RESERVED.match(path.name) or FORBIDDEN.search(path.name)):
        raise OutputError("E679", Place(str(path)), name=path.name)
    check_length(path)


def check_length(path: Path) -> None:
    """Raise OutputError for a name that is longer than the file system takes."""
    is_counted_in_bytes = sys.platform not in ("win32", "darwin")
    length = len(os.fsencode(path.name)) if is_counted_in_bytes else len(path.name.encode("utf-16-le", "replace")) // 2
    limit = _find_name_limit(path.parent)
    if length > limit:
        raise OutputError("E021", Place(str(path)), length=length, limit=limit)


def _find_name_limit(folder: Path) -> int:
    if sys.platform == "win32":
        return NAME_LIMIT
    try:
        return os.pathconf(folder, "PC_NAME_MAX")
    except (OSError, ValueError):  # no such folder, which is told by itself
        return NAME_LIMIT


def _refuse(path: Path, error: OSError) -> OutputError:
    """Return what to tell of a path that the system refuses."""
    length = len(str(path.with_name(temporary_name()).absolute())) if sys.platform == "win32" else 0
    if length > PATH_LIMIT and error.errno in (errno.ENOENT, errno.ENAMETOOLONG, errno.EINVAL):
        return OutputError("E020", Place(str(path)), length=len(str(path.absolute())), limit=PATH_LIMIT)
    return OutputError("E011", Place(str(path)), reason=explain_os_error(error))


def _find_obstacle(path: Path, force: bool) -> OutputError | None:
    if not path.parent.is_dir():
        return OutputError("E013", Place(str(path.parent)))
    if path.is_dir():
        return OutputError("E011", Place(str(path)), reason=OS_REASONS[errno.EISDIR])
    if path.exists() and not force:
        return OutputError("E010", Place(str(path)))
    return _tell_open(path) if _is_open(path) else None


def _is_open(path: Path) -> bool:
    """Tell whether the owner file that Word puts beside an open document is there."""
    owners = [path.with_name("~$" + name) for name in (path.name, path.name[2:]) if name]
    return any(map(os.path.exists, owners))  # too long a name is not there


def check_is_free(path: Path) -> None:
    """Raise OutputError where a file is open in Word, which would write over what is written now."""
    if _is_open(path):
        raise _tell_open(path)


def _tell_open(path: Path) -> OutputError:
    return OutputError.of([Finding("E012", Place(str(path)), cause=Cause.IN_USE)])


def make_folder(path: Path) -> None:
    """Make a folder and those above it; raises OutputError where that is not possible."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refuse(path, error) from None


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Write files, by their paths in it, to a temporary folder beside a new one and move that into place.

    Raises OutputError where the folder is already there, or the place does not allow it.
    """
    check_name(path)
    try:
        if not path.parent.is_dir():
            raise OutputError("E013", Place(str(path.parent)))
        if os.path.lexists(path):
            raise OutputError("E680", Place(str(path)))
        sweep(path.parent)
        _fill_and_move(path.with_name(temporary_name()), path, files)
    except OSError as error:
        if os.path.lexists(path):
            raise OutputError("E680", Place(str(path))) from None
        raise _refuse(path, error) from None


def _fill_and_move(temporary: Path, target: Path, files: Mapping[str, bytes]) -> None:
    try:
        for name, data in files.items():
            file = temporary / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        temporary.rename(target)  # refuses a file, and a folder with something in it, even one made this moment
    finally:
        discard(temporary)


def write_whole(path: Path, data: bytes, force: bool = False, was: bytes | None = None) -> None:
    """Write the bytes to a temporary file in the same folder and move it into place.

    Raises OutputError where the folder or the target does not allow it, or the target exists and `force` is off. With
    `was` the target must still hold these bytes in the moment in which it is replaced.
    """
    try:
        target = real_path(path) if force else path  # the file behind a link, unless links go in a circle
        sweep(target.parent)
        temporary = target.with_name(temporary_name())
        try:
            with temporary.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            if was is not None and target.read_bytes() != was:
                raise OutputError.of([Finding("E911", Place(str(target)), cause=Cause.CHANGED)])
            _put(temporary, target, force)
        finally:
            discard(temporary)
    except OSError as error:
        raise refuse_write(path, error) from None


def refuse_write(path: Path, error: OSError) -> OutputError:
    """Return what to tell of a file that cannot be written."""
    if isinstance(error, FileExistsError):
        return OutputError("E010", Place(str(path)))
    if isinstance(error, PermissionError) and os.name == "nt" and path.exists():
        return _tell_open(path)  # what Windows says of a file that Word holds
    return _refuse(path, error)


def move_whole(temporary: Path, path: Path, force: bool = False) -> None:
    """Move a file that is whole, and lies in the same folder, into its place; raises OutputError as `write_whole`."""
    try:
        _put(temporary, real_path(path) if force else path, force)
    except OSError as error:
        raise refuse_write(path, error) from None


def _put(temporary: Path, target: Path, force: bool) -> None:
    if force and target.exists():
        shutil.copymode(target, temporary)
    _move(temporary, target, force)


def _move(temporary: Path, target: Path, force: bool) -> None:
    if force:
        temporary.replace(target)
    elif os.name == "nt":
        temporary.rename(target)  # refuses an existing target on Windows
    else:
        try:
            os.link(temporary, target)  # refuses an existing target, even one made this moment
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links: claim the name first
            os.close(os.open(target, os.O_CREAT | os.O_EXCL))
            _replace_claimed(temporary, target)


def _replace_claimed(temporary: Path, target: Path) -> None:
    """Move a file over the empty one that holds its name, or remove that."""
    try:
        temporary.replace(target)
    except BaseException:
        if temporary.exists():
            target.unlink()
        raise
