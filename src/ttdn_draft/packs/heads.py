"""What a list of packs says of each: a found pack goes in, its name, place and version come out, or what is wrong."""

import zlib
from pathlib import Path

from ..kept import keep, recall
from ..knowledge.pack import DATA, PACK_FILE
from ..knowledge.renewed import find_facts_file, is_switched_off
from ..model import Reading
from ..records import dataclass
from .found import FoundPack
from .shelf import PackShelf

COUNTRY_DATA = Path(__file__).parents[1] / "plugins" / "national" / DATA


@dataclass(frozen=True)
class PackHead:
    """What a sound pack is called, and whose it is."""

    name: str
    province: str
    commune: str
    version: str


def read_pack_head(shelf: PackShelf, found: FoundPack) -> Reading[PackHead | None]:
    """Return the head of a pack, or None, and all that is wrong in it.

    A pack in which nothing was wrong is not read again before its file, or what it is held against, has changed.
    """
    name, key = f"pack-{zlib.crc32(str(found.folder).encode()):08x}", _describe(found)
    kept = recall(name, key) if key else None
    if kept is not None:
        return Reading(PackHead(*kept))
    pack, findings = shelf.read(found)
    if pack is None:
        return Reading(None, findings)
    head = PackHead(pack.name, pack.province, pack.commune_id, pack.version)
    if key and not findings:
        keep(name, key, (head.name, head.province, head.commune, head.version))
    return Reading(head, findings)


def _describe(found: FoundPack) -> str:
    """Return what decides on whether a pack is sound: its text, the pack below it and the user's tables."""
    if found.findings:
        return ""
    try:
        text = (found.folder / PACK_FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    return "\n".join((str(found.folder), *map(_stamp, (COUNTRY_DATA, find_facts_file())), str(is_switched_off()), text))


def _stamp(file: Path) -> str:
    try:
        found = file.stat()
    except OSError:
        return ""
    return f"{found.st_mtime_ns} {found.st_size}"
