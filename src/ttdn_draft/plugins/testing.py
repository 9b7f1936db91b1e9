"""The kit for authors of packs: a folder goes in, what is wrong with its pack and what it says on a day come out."""

from datetime import date
from pathlib import Path

from ..errors import Finding, PackError, Place
from ..knowledge.pack import Pack, newest
from .checking import check_files
from .packs import look_at
from .shelf import PackShelf

__all__ = ["check_pack", "load_pack", "names_on"]


def check_pack(folder: Path) -> tuple[Finding, ...]:
    """Return every finding of the pack in a folder; a sound pack has none."""
    return check_files(folder)


def load_pack(folder: Path) -> Pack:
    """Return the pack in a folder over that of the whole country; raises PackError where it is broken."""
    found = look_at(folder)
    pack, findings = PackShelf([folder]).load(found.id, folder, Place(str(folder)))
    if pack is None:
        raise PackError.of(found.findings or findings)
    return pack


def names_on(folder: Path, day: date) -> dict[str, str]:
    """Return the names and symbols that the organs of a pack bear on a day, by their ids."""
    names = {key: newest(organ.names, day) for key, organ in load_pack(folder).organs.items()}
    return {key: f"{name.full_name or name.name} ({name.symbol})" for key, name in names.items() if name}
