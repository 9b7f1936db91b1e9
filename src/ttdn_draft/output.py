"""Writes a file whole or not at all: a path and bytes go in; nothing half-written is ever left behind."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from .errors import OS_REASONS, OutputError, Place, explain_os_error


def check_target(path: Path, force: bool) -> None:
    """Raise OutputError where a result cannot go to `path`, before any work is done."""
    place = Place(str(path))
    if path.suffix.lower() != ".docx":
        raise OutputError("E015", place)
    if not path.parent.is_dir():
        raise OutputError("E013", Place(str(path.parent)))
    if path.is_dir():
        raise OutputError("E011", place, reason=OS_REASONS[errno.EISDIR])
    if path.exists() and not force:
        raise OutputError("E010", place)
    if path.with_name("~$" + path.name[2:]).exists() or path.with_name("~$" + path.name).exists():
        raise OutputError("E012", place)  # the owner file that Word puts beside an open document


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
        id = "E012" if path.exists() and force else "E011"  # noqa: A001 - Windows: open in Word
        raise OutputError(id, Place(str(path)), reason=explain_os_error(error)) from None
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
