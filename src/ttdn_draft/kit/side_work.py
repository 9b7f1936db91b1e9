"""Work that is done beside other work: functions go in, their results come out, from other processes where that helps.

A process splits where the system can and has a second processor; a part that is lost on the way is done again here.
A part that nobody waits for any more ends by itself: there is no one who reads what it found.
"""

import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Generic, TypeVar

T = TypeVar("T")
Work = Callable[[], T]


def count_processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def begin_beside(works: Sequence[Work[T]]) -> Iterator[Callable[[], list[T]]]:
    """Begin works, and give a function that waits for their results, in their order."""
    shares = min(count_processors(), len(works)) if hasattr(os, "fork") and count_processors() > 1 else 0
    sides = [_Side(works[first::shares]) for first in range(shares)]
    try:
        yield lambda: _join([side.wait() for side in sides]) if sides else [work() for work in works]
    finally:
        for side in sides:
            side.stop()


def _join(shares: list[list[T]]) -> list[T]:
    """Return results in the order of their works, which were dealt out like cards."""
    return [shares[at % len(shares)][at // len(shares)] for at in range(sum(map(len, shares)))]


class _Side(Generic[T]):
    """One share of the works, in a process of its own."""

    def __init__(self, works: Sequence[Work[T]]) -> None:
        self.works = works
        self.source, target = os.pipe()
        self.process = os.fork()
        if not self.process:
            _work_and_end(works, self.source, target)
        os.close(target)

    def wait(self) -> list[T]:
        """Return the results; where they did not come through, the works are done here."""
        with os.fdopen(os.dup(self.source), "rb") as stream:
            sent = stream.read()
        try:
            found: list[T] = pickle.loads(sent)  # noqa: S301 - from a part of this very process
        except (EOFError, pickle.UnpicklingError):
            return [work() for work in self.works]
        return found

    def stop(self) -> None:
        """End the process, done or not, and leave nothing of it."""
        os.close(self.source)
        with suppress(OSError):
            os.kill(self.process, signal.SIGKILL)
        with suppress(OSError):
            os.waitpid(self.process, 0)


def _work_and_end(works: Sequence[Work[T]], source: int, target: int) -> None:
    """Do works, send their results and end without a word: what is open here belongs to the main process."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process hears it too, and ends this one
        os.close(source)
        with os.fdopen(target, "wb") as stream:
            stream.write(pickle.dumps([work() for work in works]))
    finally:
        os._exit(0)
