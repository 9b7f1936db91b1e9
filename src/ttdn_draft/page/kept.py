"""Keeps what a page may ask for again: pictures of pages, rolled texts, dropped files in a temporary folder."""

import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..api.screen_values import RolledText
from ..errors import Finding, OutputError
from ..output import check_name, make_folder, write_whole
from .refusals import NOT_THERE, RefusedError

MOST_PICTURES = 400
MOST_UPLOADS = 6
PLAIN_NAME = "tep"


@dataclass
class Drawn:
    """The pictures of the last drawings, and how many drawings were asked for."""

    asked: int = 0
    pictures: dict[str, bytes] = field(default_factory=dict)

    def keep(self, new: Mapping[str, bytes]) -> None:
        """Keep pictures; the oldest go."""
        for name, image in new.items():
            self.pictures.pop(name, None)
            self.pictures[name] = image
        for name in list(self.pictures)[: max(0, len(self.pictures) - max(MOST_PICTURES, len(new)))]:
            del self.pictures[name]

    def find(self, name: str) -> bytes | None:
        """Return a picture that is still kept."""
        return self.pictures.get(name)


class RolledTexts:
    """The documents of last year that were rolled over, each by the id of the file that was dropped."""

    def __init__(self) -> None:
        self.texts: dict[str, RolledText] = {}

    def keep(self, key: str, rolled: RolledText) -> None:
        """Keep one; the oldest go."""
        self.texts[key] = rolled
        for old in list(self.texts)[:-MOST_UPLOADS]:
            del self.texts[old]

    def find(self, key: str) -> RolledText:
        """Return one; raises RefusedError where it is no longer kept."""
        if key not in self.texts:
            raise RefusedError(NOT_THERE, "gone", Finding("E914"))
        return self.texts[key]


class Uploads:
    """The files that were dropped on the page, each in a folder of its own under the name that it came with."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: dict[str, Path] = {}

    def keep(self, name: str, data: bytes) -> Path:
        """Write a file and return its path; the oldest go."""
        key = secrets.token_hex(8)
        folder = self.folder / key
        make_folder(folder)
        path = folder / _make_plain(name)
        write_whole(path, data)
        self.files[key] = path
        for old in list(self.files)[:-MOST_UPLOADS]:
            shutil.rmtree(self.files.pop(old).parent, ignore_errors=True)
        return path

    def find(self, key: str) -> Path:
        """Return the path of a file; raises RefusedError where it is no longer kept."""
        path = self.files.get(key)
        if path is None or not path.is_file():
            raise RefusedError(NOT_THERE, "gone", Finding("E914"))
        return path


def _make_plain(name: str) -> str:
    """Return a name that every system takes: as it is, or a plain one with its ending."""
    suffix = Path(name).suffix.lower()
    stem = "".join(sign for sign in Path(name).stem if sign.isprintable()).lstrip(". ")
    try:
        check_name(Path(f"{stem}{suffix}"))
        f"{stem}".encode()
    except (OutputError, ValueError):
        stem = ""
    return f"{stem or PLAIN_NAME}{suffix}"
