"""One pack: a folder goes in, its id alone or the whole typed pack comes out, with what is wrong in it."""

import json
from collections.abc import Iterator, Set
from dataclasses import replace
from functools import partial
from pathlib import Path

from ..errors import Finding, InputError, Place, explain_os_error
from ..knowledge.names import make_id
from ..knowledge.pack import DATA, PACK_FILE, Pack
from ..links import OUTSIDE, is_there, leads_out
from ..model import ID_FORM, Reading
from ..patterns import regex
from ..records import dataclass
from ..text_files import check_is_file
from .reading import read_file

HEAD_LINES = 20
MOST_FOLDERS = 200  # that are looked through for a pack under a folder that holds none
TEMPLATES_FOLDER = "templates"
ID_LINE = regex(r"id[ ]*:(.*)")
WHOLE_ID_LINE = regex(rf"""id:[ ]+(["']?)({ID_FORM})\1[ ]*(?:#.*)?""")


@dataclass(frozen=True)
class FoundPack:
    """A folder that holds a pack: its id, read from the first lines alone, and who brought it."""

    id: str
    folder: Path
    origin: str = ""  # distribution and version of the plug-in; blank for a folder
    findings: tuple[Finding, ...] = ()  # why not even the id could be read
    line: int = 0  # on which pack.yaml says the id
    is_missing: bool = False  # the folder in which packs were looked for cannot be read, and is told by itself

    @property
    def name(self) -> str:
        """Return what people call it: the id, or the folder where there is none."""
        return self.id or str(self.folder)

    @property
    def brought_by(self) -> str:
        """Return the plug-in, or the folder."""
        return self.origin or str(self.folder)

    @property
    def spot(self) -> str:
        """Return where the id is written, and the plug-in that brings it."""
        place = str(Place(str(self.folder / PACK_FILE), self.line))
        return f"{place} ({self.origin})" if self.origin else place


@dataclass(frozen=True)
class PackTemplate:
    """A Word template, and the pack that brings it."""

    file: Path
    pack: FoundPack


def read_pack(folder: Path, below: Set[str] = frozenset(), of_communes: Set[str] = frozenset()) -> Reading[Pack | None]:
    """Return the pack of a folder, or None, and everything that is wrong in it with its line.

    `below` are the organs of the pack that lies under it, from which its own may leave things out; under the pack of
    a commune lie those `of_communes` too. Links were refused when the pack was looked at.
    """
    from ..validate.pack import validate_pack

    return read_file(folder / PACK_FILE, partial(validate_pack, below=below, of_communes=of_communes))


def read_built_in(folder: Path) -> Pack:
    """Return the pack that comes with the program, of the data that scripts/build_national.py made of its pack.yaml."""
    from ..validate.pack import build_pack

    return build_pack(json.loads((folder / DATA).read_text(encoding="utf-8")))


def find_in(folder: Path, origin: str = "") -> Iterator[FoundPack]:
    """Yield the pack that a folder is, or those in the folders that it holds, sorted by name."""
    try:
        if _holds_pack(folder):
            yield look_at(folder, origin)
            return
        children = sorted(child for child in folder.iterdir() if _holds_pack(child))
    except (OSError, ValueError) as error:
        yield replace(_refuse(folder, origin, explain_os_error(error)), is_missing=not origin)
        return
    for child in children:
        is_refused = not origin and leads_out(child, folder)
        yield _refuse(child, origin, OUTSIDE) if is_refused else look_at(child, origin)


def doubt_folder(folder: Path) -> Iterator[Finding]:
    """Yield that a folder in which somebody looks for packs is not there, or holds none, and where one lies below."""
    packs = [*find_in(folder)]
    if not packs:
        yield Finding("W119", Place(str(folder)), {"guess": str(_find_below(folder) or "")})
    elif packs[0].is_missing:
        yield Finding("W118", Place(str(folder)), {"reason": packs[0].findings[0].facts["reason"]})


def _find_below(folder: Path) -> Path | None:
    """Return a folder in which packs lie, of the first ones below a folder."""
    waiting = [folder]
    for _ in range(MOST_FOLDERS):
        if not waiting:
            return None
        here = waiting.pop(0)
        try:
            inner = sorted(path for path in here.iterdir() if path.is_dir() and not path.name.startswith("."))
        except OSError:
            continue
        if any(map(_holds_pack, inner)):
            return here
        waiting += inner
    return None


def _holds_pack(folder: Path) -> bool:
    return is_there(folder / PACK_FILE)


def _refuse(folder: Path, origin: str, reason: str) -> FoundPack:
    return FoundPack("", folder, origin, (Finding("E620", Place(str(folder)), {"reason": reason}),))


def look_at(folder: Path, origin: str = "") -> FoundPack:
    """Return the pack of a folder by the first lines of its pack.yaml.

    A link to a file elsewhere is refused in a folder that somebody dropped here; installers link what they install.
    """
    file = folder / PACK_FILE
    if not origin and leads_out(file, folder):
        return _refuse(folder, origin, OUTSIDE)
    try:
        check_is_file(file)  # to open a pipe would be to wait for ever
        with file.open(encoding="utf-8-sig", errors="replace") as stream:
            lines = [stream.readline(200).rstrip() for _ in range(HEAD_LINES)]
    except InputError as error:
        return FoundPack("", folder, origin, error.findings)
    except OSError as error:
        return _refuse(file, origin, explain_os_error(error))
    for number, line in enumerate(lines, 1):
        if found := WHOLE_ID_LINE.fullmatch(line):
            return FoundPack(found[2], folder, origin, line=number)
        if wrong := ID_LINE.fullmatch(line):
            return FoundPack("", folder, origin, (_refuse_id(Place(str(file), number), wrong[1]),))
    return FoundPack("", folder, origin, (Finding("E621", Place(str(file), 1), {"lines": HEAD_LINES}),))


def _refuse_id(place: Place, written: str) -> Finding:
    """Return that an id is none, with one that is like it."""
    name = written.partition(" #")[0].strip(" \t\"'")
    return Finding("E688", place, {"name": name, "guess": make_id(name)})
