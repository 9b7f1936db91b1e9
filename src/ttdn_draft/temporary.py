"""Names what is temporary after who makes it: a folder goes in, and what ended processes left there is gone."""

import os
import shutil
import signal
import stat
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .patterns import regex
from .stopping import held

NAME = regex(r"\.ttdn-([0-9a-f]{8})-([0-9a-f]{1,7})-[0-9a-f]{8}\.tmp")
GROUP_FILE = "group"  # in a temporary folder: the number of the process group that works in it
ONE_DAY = 24 * 60 * 60  # seconds; after it a process of that number is another one
EVERYBODY = 1  # groups up to this are no group for kill: 0 is one's own, 1 is every process of the user
PATIENCE = 2  # seconds for processes to be gone after they were ended


def temporary_name() -> str:
    """Return a new name that says which process of which user on which machine it belongs to.

    It is as long for every target: beside a target whose name is as long as a name may be, it fits.
    """
    # not tempfile: on Windows it takes a folder that denies writing for a name that is taken, and tries for ever
    return f".ttdn-{_owner()}-{os.getpid():x}-{os.urandom(4).hex()}.tmp"


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give a folder of one's own in the system's folder for temporary files, and remove it."""
    top = Path(tempfile.gettempdir())
    sweep(top)
    folder = top / temporary_name()
    try:
        folder.mkdir(0o700)
        yield folder
    finally:
        discard(folder)


def discard(path: Path) -> None:
    """Remove a temporary file or folder of one's own, as far as it is there; a signal waits for the end of it."""
    with held(), suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)  # on Windows an ended program may hold a file a moment longer
        else:
            path.unlink()


def sweep(folder: Path) -> None:
    """Remove the temporary files and folders that ended processes of this user on this machine left in a folder.

    What another machine or user made stays, also where one cannot ask whether its process still runs.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            name = NAME.fullmatch(entry.name)
            if name and name[1] == _owner():
                with suppress(OSError):
                    _remove_left(Path(entry.path), int(name[2], 16))


def _owner() -> str:
    """Return this machine and user as eight letters, for names."""
    if sys.platform == "win32":
        who = f"{os.environ.get('COMPUTERNAME')}/{os.environ.get('USERNAME')}"
    else:
        who = f"{os.uname().nodename}/{os.getuid()}"
    return f"{zlib.crc32(who.encode('utf-8', 'replace')):08x}"


def _remove_left(path: Path, pid: int) -> None:
    about = path.lstat()  # of a link itself, which is none of ours
    if sys.platform != "win32" and about.st_uid != os.getuid():
        return
    if _is_running(pid) and time.time() - about.st_mtime < ONE_DAY:
        return
    if stat.S_ISREG(about.st_mode):
        path.unlink()
    elif stat.S_ISDIR(about.st_mode):
        _end_group(path)
        shutil.rmtree(path, ignore_errors=True)  # does not follow links


if sys.platform == "win32":
    import ctypes

    def _is_running(pid: int) -> bool:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = kernel.OpenProcess(0x100000, False, pid)  # SYNCHRONIZE
        if not handle:
            return ctypes.get_last_error() != 87  # ERROR_INVALID_PARAMETER: there is none
        try:
            return bool(kernel.WaitForSingleObject(ctypes.c_void_p(handle), 0))  # 0: it has ended
        finally:
            kernel.CloseHandle(ctypes.c_void_p(handle))

    def claim(_folder: Path) -> tuple[int, ...]:
        """Return nothing to hand on: Windows keeps a folder by itself while a program works in it."""
        return ()

    def _end_group(_folder: Path) -> None:
        """Windows knows no groups, and removes no file that is in use: what still runs is removed another time."""

else:
    import fcntl

    def _is_running(pid: int) -> bool:
        try:
            os.kill(pid, 0)  # sends nothing
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True

    def claim(folder: Path) -> tuple[int, ...]:
        """Return the descriptors to hand on to a program: while it or a child of it lives, the folder is locked."""
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        with suppress(OSError):  # some file systems cannot lock
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return (descriptor,)

    def _end_group(folder: Path) -> None:
        """End the program that goes on in a folder whose owner was killed.

        While the folder is locked, a process of that group lives, so that no other group can have its number.
        """
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            limit = time.monotonic() + PATIENCE
            while _is_locked(descriptor) and time.monotonic() < limit:
                with suppress(OSError, ValueError):
                    if (group := int((folder / GROUP_FILE).read_text("ascii"))) > EVERYBODY:
                        os.killpg(group, signal.SIGKILL)
                time.sleep(0.02)
        finally:
            os.close(descriptor)

    def _is_locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)  # shared: two that sweep do not take each other
        except BlockingIOError:  # for the owner
            return True
        except OSError:
            return False
        return False
