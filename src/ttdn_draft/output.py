"""Writes a file whole or not at all: a path and bytes go in; nothing half-written is ever left behind."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from .errors import OS_REASONS, OutputError, Place, UsageError, explain_os_error


def check_target(path: Path, force: bool) -> None:
    """Raise OutputError where a result cannot go to `path`, UsageError where it has a wrong name."""
    try:
        message, place = _find_obstacle(path, force)
    except OSError as error:  # a name too long, a folder that may not be entered
        raise OutputError("E011", Place(str(path)), reason=explain_os_error(error)) from None
    if message == "E015":
        raise UsageError(message, Place(str(path)))
    if message:
        raise OutputError(message, Place(str(place)), reason=OS_REASONS[errno.EISDIR])


def _find_obstacle(path: Path, force: bool) -> tuple[str, Path]:
    if path.suffix.lower() != ".docx":
        return "E015", path
    if not path.parent.is_dir():
        return "E013", path.parent
    if path.is_dir():
        return "E011", path
    if path.exists() and not force:
        return "E010", path
    # the owner file that Word puts beside an open document
    owners = [path.with_name("~$" + name) for name in (path.name, path.name[2:]) if name]
    return ("E012", path) if any(owner.exists() for owner in owners) else ("", path)


def make_folder(path: Path) -> None:
    """Make a folder and those above it; raises OutputError where that is not possible."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError("E011", Place(str(path)), reason=explain_os_error(error)) from None


def write_whole(path: Path, data: bytes, force: bool = False) -> None:
    """Write the bytes to a temporary file in the same folder and move it into place.

    Raises OutputError where the folder or the target does not allow it, or the target exists and `force` is off.
    """
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".ttdn-", suffix=".tmp")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        _move(temporary, path, force)
    except FileExistsError:
        raise OutputError("E010", Place(str(path))) from None
    except PermissionError as error:
        is_open = os.name == "nt" and path.exists()  # what Windows says of a file that Word holds
        raise OutputError("E012" if is_open else "E011", Place(str(path)), reason=explain_os_error(error)) from None
    except OSError as error:
        raise OutputError("E011", Place(str(path)), reason=explain_os_error(error)) from None
    finally:
        with suppress(OSError):
            if temporary:
                Path(temporary).unlink()


def _move(temporary: str, path: Path, force: bool) -> None:
    if force:
        Path(temporary).replace(path)
    elif os.name == "nt":
        Path(temporary).rename(path)  # refuses an existing target on Windows
    else:
        try:
            os.link(temporary, path)  # refuses an existing target, even one made this moment
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            if path.exists():
                raise FileExistsError from None
            Path(temporary).rename(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
