"""Runs a program of the machine: a command goes in, what it said comes out; none of its processes outlives the call."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from ..errors import Cause, Finding, OutputError, Place
from ..stopping import HAS_ENDED, held
from ..temporary import GROUP_FILE, claim

SLICE = 0.5  # seconds of waiting at a time
GRACE = 2  # seconds to end by itself
TIME_LIMIT = 120  # seconds; the first start of an office on a slow disk takes tens of them


def find_program(*names: str) -> Path | None:
    """Return the first of these programs that is on the PATH."""
    for name in names:
        found = shutil.which(name)
        # Windows also looks where the user stands: a program that lies among downloaded documents is not ours to run
        if found and not (sys.platform == "win32" and Path(found).resolve().parent == Path.cwd()):
            return Path(found).absolute()
    return None


def run_program(command: Sequence[str], folder: Path, seconds: float, place: Place) -> str:
    """Run a command in a folder and return what it said.

    Raises OSError where it does not start, OutputError where it does not end in time.
    """
    running = None
    try:
        with held():  # a program that was started and is not known yet could not be ended
            running = _start(command, folder)
        return _hear(running, seconds)
    except BaseException as error:  # Ctrl-C too: the office has children, which would go on
        if running:
            _end(running)
        if isinstance(error, subprocess.TimeoutExpired):
            facts = {"program": Path(command[0]).stem, "seconds": seconds}
            raise OutputError.of([Finding("E502", place, facts, Cause.TIME_LIMIT)]) from None
        raise


def _hear(running: "subprocess.Popen[str]", seconds: float) -> str:
    """Return what a program says; on Windows nothing interrupts a wait, so that it is done in short ones."""
    limit = time.monotonic() + seconds
    while True:
        try:
            return running.communicate(timeout=max(0, min(SLICE, limit - time.monotonic())))[0]
        except subprocess.TimeoutExpired:
            if HAS_ENDED.is_set():
                raise KeyboardInterrupt from None
            if time.monotonic() >= limit:
                raise


def _start(command: Sequence[str], folder: Path) -> "subprocess.Popen[str]":
    """Start a program that keeps its folder from being swept while it runs."""
    claims = claim(folder)
    try:
        running = _open(command, folder, claims)
    finally:
        for descriptor in claims:
            os.close(descriptor)
    with suppress(OSError):
        (folder / GROUP_FILE).write_text(str(running.pid), "ascii")
    return running


def _open(command: Sequence[str], folder: Path, claims: tuple[int, ...]) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603 - a list, no shell, no word of it from a document
        command,
        cwd=folder,
        env=os.environ | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder)),  # what it leaves goes with the folder
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=claims,
        start_new_session=True,  # a group of its own, which can be ended as a whole
        creationflags=0x08000000 if sys.platform == "win32" else 0,  # CREATE_NO_WINDOW
    )


def _end(running: "subprocess.Popen[str]") -> None:
    """End a program with all that it started."""
    if sys.platform == "win32":
        taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "taskkill.exe"
        subprocess.run([taskkill, "/F", "/T", "/PID", str(running.pid)], capture_output=True, check=False)  # noqa: S603
    elif running.poll() is None:
        os.killpg(running.pid, signal.SIGTERM)  # it may still clear away what it put elsewhere
        with suppress(subprocess.TimeoutExpired):
            running.wait(GRACE)
        with suppress(ProcessLookupError):  # its children may go on without it
            os.killpg(running.pid, signal.SIGKILL)
    running.communicate()
