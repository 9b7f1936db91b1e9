"""Keeps what could not be saved: a text goes in, a file of the user's own data folder holds it until it is saved."""

import json
import time
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from ..errors import OutputError
from ..output import make_folder, write_whole
from ..records import dataclass

LARGEST = 32 * 1024 * 1024  # bytes of such a file
KEPT_DAYS = 60
ONE_DAY_SECONDS = 24 * 60 * 60


@dataclass(frozen=True)
class Rescued:
    """A text that could not be saved, and when that was (seconds since 1970)."""

    file: str
    text: str
    at: float


class Rescue:
    """The folder of texts that could not be saved, each under the name that follows from its file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, path: Path, text: str) -> bool:
        """Keep a text aside; tells whether that was possible."""
        data = json.dumps(asdict(Rescued(str(path), text, time.time())), ensure_ascii=False)
        try:
            make_folder(self.folder)
            write_whole(self._find(path), data.encode("utf-8"), force=True)
        except OutputError:
            return False
        return True

    def look_up(self, path: Path) -> Rescued | None:
        """Return the text that was kept of a file; nothing where there is none."""
        try:
            file = self._find(path)
            if file.stat().st_size > LARGEST:
                return None
            data = json.loads(file.read_text("utf-8"))
            kept = Rescued(str(data["file"]), str(data["text"]), float(data["at"]))
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None
        return kept if kept.file == str(path) else None

    def forget(self, path: Path) -> None:
        """Remove what was kept of a file: it has been saved."""
        with suppress(OSError):
            self._find(path).unlink()

    def sweep(self) -> None:
        """Remove what nobody has asked for in a long time."""
        with suppress(OSError):
            for file in self.folder.glob("*.json"):
                if time.time() - file.stat().st_mtime > KEPT_DAYS * ONE_DAY_SECONDS:
                    file.unlink()

    def _find(self, path: Path) -> Path:
        return self.folder / f"{sha256(str(path).encode('utf-8', 'replace')).hexdigest()[:32]}.json"
