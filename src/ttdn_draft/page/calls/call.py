"""A call of the page: what answers it, in which thread, and whether it takes JSON or a file."""

from collections.abc import Callable
from functools import partial
from typing import Any

from ...records import dataclass
from ..asked import CallValues
from ..desk import Desk


@dataclass(frozen=True)
class Picture:
    """An answer that is no JSON: the bytes of a PNG."""

    data: bytes


@dataclass(frozen=True)
class Call:
    """A function that answers in the thread of a name, or without one in that of the server."""

    function: Callable[[Desk, CallValues], Any]
    lane: str
    takes_file: bool = False
    is_beacon: bool = False

    async def run(self, desk: Desk, asked: CallValues) -> Any:
        """Return the answer."""
        if self.lane:
            return await desk.lanes[self.lane].run(partial(self.function, desk, asked))
        return await self.function(desk, asked)
