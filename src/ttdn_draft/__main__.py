"""Starts the program: `ttdn-draft` and `python -m ttdn_draft` begin here."""

import gc
import sys

MANY_OBJECTS = 1_000_000
"""New objects before Python looks for circles among all: a command makes few circles, and ends soon."""


def start() -> None:
    """Run the command line; an interruption while the program is still loading ends it quietly too."""
    gc.set_threshold(MANY_OBJECTS)
    try:
        from .stopping import listen

        listen()
        from .cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(1)
    finally:
        gc.freeze()  # else Python looks through all objects once more at its end, for a tenth of a second


if __name__ == "__main__":
    start()
