"""Starts the program: `ttdn-draft` and `python -m ttdn_draft` begin here."""

import sys


def start() -> None:
    """Run the command line; an interruption while the program is still loading ends it quietly too."""
    try:
        from .stopping import listen

        listen()
        from .cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(1)


if __name__ == "__main__":
    start()
