"""Finds what is installed as a plug-in: the path of Python goes in, the entry points of our group come out.

importlib.metadata does it too, but to load it takes as long as half of `ttdn-draft --help`. Here the usual cases are
read as it reads them; where anything is unusual nothing is said, and it is asked itself.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from functools import reduce
from importlib import import_module
from pathlib import Path

from .patterns import regex
from .records import dataclass

GROUP = "ttdn_draft"
"""The group of entry points in which a plug-in names its module."""

SWITCH = "TTDN_DRAFT_NO_PLUGINS"
HEADING = f"[{GROUP}]"
METADATA = (".dist-info", ".egg-info")
HEADS = {".dist-info": "METADATA", ".egg-info": "PKG-INFO"}
ENTRY_LINE = regex(r"(?P<name>[^=\s]+)\s*=\s*(?P<module>[\w.]+)\s*(?::\s*(?P<inner>[\w.]+))?")
ODD_LINE = regex(r"^(?!\s*(?:#|\[[^\n]*\]\s*$|$))[^=\n]*$", re.M)
SIGNS_OF_NAME = regex(r"[-_.]+")


@dataclass(frozen=True)
class Entry:
    """What one entry point names: a module, and in it an inner object where one is meant; `origin` brings it."""

    name: str
    module: str
    inner: str
    origin: str

    def load(self) -> object:
        """Import the module, and return it or the object in it."""
        return reduce(getattr, filter(None, self.inner.split(".")), import_module(self.module))


class UnusualError(Exception):
    """Something lies on the path that importlib.metadata alone knows how to read."""


def allows_plugins(environ: Mapping[str, str]) -> bool:
    """Tell whether the environment leaves the plug-ins on."""
    return environ.get(SWITCH, "") in ("", "0")


def may_have_plugins() -> bool:
    """Tell whether a distribution names our group, or lies in an archive, where only importlib.metadata looks."""
    return list_entries() != ()


def list_entries() -> tuple[Entry, ...] | None:
    """Return the entry points of our group in the order of the path; None where importlib.metadata has to be asked."""
    try:
        named = {metadata: _read(metadata, "entry_points.txt") for metadata in _list_distributions()}
        ours = [metadata for metadata, data in named.items() if HEADING.encode() in data]
        if ours and ODD_LINE.search(b"\n".join(named.values()).decode().replace("\r", "\n")):
            return None  # a list that is broken, ours or not, has to be told
        return tuple(entry for metadata in ours for entry in _read_entries(metadata, named[metadata].decode()))
    except (UnusualError, UnicodeDecodeError):
        return None


def _list_distributions() -> Iterator[str]:
    """Yield the folders of metadata; of distributions of one name the first is meant, whatever it names."""
    seen = set[str]()
    for folder in sys.path:
        for metadata in _list_metadata(folder or "."):
            name = SIGNS_OF_NAME.sub("_", os.path.basename(metadata).partition("-")[0].lower())  # noqa: PTH119 - a hundred
            if name not in seen:
                yield metadata
            seen.add(name)


def _list_metadata(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            found = [entry.path for entry in entries if entry.name.endswith(METADATA)]
    except NotADirectoryError:  # an archive
        raise UnusualError from None
    except OSError:
        return []
    if folder.endswith(".egg"):
        raise UnusualError
    return found


def _read_entries(metadata: str, text: str) -> Iterator[Entry]:
    """Yield the entry points of our group that a distribution names."""
    is_ours, origin = False, _name_distribution(metadata)
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("["):
            is_ours = line == HEADING
        elif is_ours and not line.startswith("#"):
            match = ENTRY_LINE.fullmatch(line)
            if not match:
                raise UnusualError
            yield Entry(match["name"], match["module"], match["inner"] or "", origin)


def _name_distribution(metadata: str) -> str:
    """Return name and version of a distribution."""
    head, _, _ = _read(metadata, HEADS[Path(metadata).suffix]).decode().replace("\r\n", "\n").partition("\n\n")
    said = dict(reversed([line.split(": ", 1) for line in head.splitlines() if ": " in line]))  # the first counts
    if not said.keys() >= {"Name", "Version"}:
        raise UnusualError
    return f"{said['Name'].strip()} {said['Version'].strip()}"


def _read(metadata: str, name: str) -> bytes:
    """Return a file of metadata; nothing where there is none."""
    try:
        opened = os.open(f"{metadata}/{name}", os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return b""
    with open(opened, "rb", buffering=0) as stream:  # noqa: PTH123 - a hundred of them for each command
        return stream.readall()
