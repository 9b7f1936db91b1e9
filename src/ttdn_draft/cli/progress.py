"""Shows on a terminal how far a long work is: a number of things goes in, a line with rate and time left is shown."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from ..messages import N_
from .language import translated

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

RATE = N_("{rate}/giây")


class Progress:
    """A line on stderr: how many are done, how many a second, how long the rest takes; only on a terminal."""

    def __init__(self, count: int) -> None:
        self.began, self.done = time.monotonic(), 0
        self.bar: ProgressBar[int] | None = None
        if sys.stderr.isatty():
            self.bar = click.progressbar(
                length=count, file=sys.stderr, show_eta=True, show_pos=True, item_show_func=lambda _: self._rate()
            )

    def __enter__(self) -> Self:
        if self.bar:
            self.bar.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar:
            self.bar.__exit__(kind, error, trace)

    def add(self, count: int) -> None:
        """Count things that are done."""
        self.done += count
        if self.bar:
            self.bar.update(count)

    def _rate(self) -> str:
        seconds = max(time.monotonic() - self.began, 0.001)
        return translated(RATE, rate=round(self.done / seconds))
