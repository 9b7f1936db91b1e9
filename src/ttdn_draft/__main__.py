"""Starts the program: `ttdn-draft` and `python -m ttdn_draft` begin here."""

import gc
import sys


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
    start()
