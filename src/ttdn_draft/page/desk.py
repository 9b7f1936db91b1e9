"""What the calls of the page share: the folder of work, what is kept aside, dropped files, drawn pages, threads."""

import asyncio
import secrets
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from .. import api
from .kept import Drawn, RolledTexts, Uploads
from .life import Life
from .rescue import Rescue
from .work_folder import WorkFolder

Result = TypeVar("Result")
RESCUED = "giu-lai"
EMPTY_DRAFT = "---\nloai: huong-dan\n---\n# Một\n"
LANES = ("files", "logic", "pages", "dropped")


class Lane:
    """A thread in which things are done one after the other, so that no two of them meet."""

    def __init__(self, name: str) -> None:
        self.threads = ThreadPoolExecutor(1, name)

    async def run(self, function: Callable[[], Result]) -> Result:
        """Return what a function returns, without keeping other calls waiting."""
        return await asyncio.get_running_loop().run_in_executor(self.threads, function)

    def close(self) -> None:
        """Begin nothing more, and wait for the end of what is under way."""
        self.threads.shutdown(cancel_futures=True)


@dataclass
class Desk:
    """The state of one start of the page; each lane has a thread, so that what takes long keeps no typing waiting."""

    work: WorkFolder
    data_folder: Path
    uploads_folder: Path
    packs: tuple[Path, ...] = ()
    has_plugins: bool = True
    life: Life = field(default_factory=Life)
    counts: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    shelves: dict[tuple[int, Path], Any] = field(default_factory=dict)
    is_warm: bool = False
    rolled: RolledTexts = field(default_factory=RolledTexts)
    drawn: Drawn = field(default_factory=Drawn)
    lanes: dict[str, Lane] = field(default_factory=lambda: {name: Lane(name) for name in LANES})

    def __post_init__(self) -> None:
        self.rescue = Rescue(self.data_folder / RESCUED)
        self.uploads = Uploads(self.uploads_folder)

    @property
    def shelf(self) -> Any:
        """Return the packs and plug-ins, opened once for each thread and folder that is chosen."""
        key = threading.get_ident(), self.work.folder
        if key not in self.shelves:
            self.shelves[key] = api.open_shelf(self.packs, plugins=self.has_plugins)
        return self.shelves[key]

    @property
    def sources(self) -> dict[str, Any]:
        """Return the packs and plug-ins as functions take them that open their own shelf."""
        return {"packs": self.packs, "plugins": self.has_plugins}

    def warm_up(self) -> None:
        """Load what the first draft needs while she reads the start page; only once."""
        if not self.is_warm:
            self.is_warm = True
            self.lanes["logic"].threads.submit(lambda: api.look(EMPTY_DRAFT, shelf=self.shelf))

    def close(self) -> None:
        """End the threads."""
        for lane in self.lanes.values():
            lane.close()


def new_token() -> str:
    """Return a secret that nobody can guess: 256 bits."""
    return secrets.token_urlsafe(32)
