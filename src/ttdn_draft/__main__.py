"""Starts the program: `ttdn-draft` and `python -m ttdn_draft` begin here."""

import atexit
import gc
import os
import sys
from contextlib import suppress


def run_and_end() -> None:
    """Run the command line and end the process at once, as mypy does.

    To take apart all that was loaded costs a check 5 ms of CPU, and a list of commands 2, for nothing.
    """
    try:
        start()
    except SystemExit as end:
        from threading import active_count

        if isinstance(end.code, int) and active_count() == 1:  # else Python waits for a thread
            atexit._run_exitfuncs()
            _flush()
            os._exit(end.code)
        raise


def _flush() -> None:
    """Let go what is printed at the very end; what the command printed is out, or told as lost."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        with suppress(OSError, ValueError):
            stream.flush()


def start() -> None:
    """Run the command line; an interruption while the program is still loading ends it quietly too."""
    try:
        from .circles import look_seldom

        look_seldom()
        from .stopping import listen

        listen()
        from .patterns import serve_libraries

        serve_libraries()
        from .cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(1)
    finally:
        _end()


def _end() -> None:
    """Keep what the next run need not do again, and let Python end without a last look through all objects."""
    if patterns := sys.modules.get("ttdn_draft.patterns"):
        patterns.keep_built()
    gc.freeze()  # the look takes a tenth of a second


if __name__ == "__main__":
    run_and_end()
