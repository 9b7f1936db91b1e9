"""Runs the code of plug-ins: whatever it raises comes out as one exception, and what it prints spoils no result."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout


class ForeignError(Exception):
    """What the code of a plug-in raised, be it an exit of the program or no exception of the usual kind."""

    def __init__(self, error: BaseException) -> None:
        self.error = error
        super().__init__(type(error))


@contextmanager
def guarded() -> Iterator[None]:
    """Let what the code inside prints go to stderr, and raise ForeignError for all but an interruption."""
    try:
        with redirect_stdout(sys.stderr):
            yield
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise ForeignError(error) from error
