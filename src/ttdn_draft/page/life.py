"""Says when the program ends: the calls of its page go in; when no tab is left, or nothing was heard for long, yes.

A tab in the background calls once a minute; a laptop that sleeps calls nothing, and that time is not counted.
"""

import time
from collections.abc import Callable

AFTER_GOODBYE = 90  # seconds without a call after a tab said that it closes
IN_ALL = 15 * 60  # seconds without any call
SLEEP = 20  # seconds between two looks that mean that the machine slept


class Life:
    """When the page was last heard of."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.heard = self.looked = clock()
        self.has_closed = False

    def hear(self) -> None:
        """Note that a tab calls."""
        self.heard, self.has_closed = self.clock(), False

    def hear_goodbye(self) -> None:
        """Note that a tab closes; another one may still be there."""
        self.heard, self.has_closed = self.clock(), True

    def is_over(self) -> bool:
        """Tell whether the program can end; to be asked every second or so."""
        now = self.clock()
        slept, self.looked = now - self.looked, now
        if slept > SLEEP:
            self.heard += slept
        return now - self.heard > (AFTER_GOODBYE if self.has_closed else IN_ALL)
