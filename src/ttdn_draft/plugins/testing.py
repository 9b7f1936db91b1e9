"""The kit for authors of packs: a folder goes in, what is wrong with its pack and what it says on a day come out."""

from datetime import date
from pathlib import Path

from ..errors import Finding, PackError, Place
from ..knowledge.pack import Pack, newest
from .checking import check_files
from .packs import look_at
from .shelf import PackShelf

__all__ = ["check_pack", "list_names", "list_signers", "load_pack"]


def check_pack(folder: Path) -> tuple[Finding, ...]:
    """Return every finding of the pack in a folder; a sound pack has none."""
    return check_files(folder)


def load_pack(folder: Path) -> Pack:
    """Return the pack of a folder as documents have it, over that of the whole country; raises PackError."""
    found = look_at(folder)
    pack, findings = PackShelf([folder]).load(found.id, folder, Place(str(folder)))
    if pack is None:
        raise PackError.of(found.findings or findings)
    return pack


def list_names(pack: Pack, day: date) -> dict[str, str]:
    """Return the name that each organ has in a sentence on a day, by organ; one without a name then is left out."""
    found = {key: newest(organ.names, day) for key, organ in pack.organs.items()}
    return {key: name.full_name or name.name for key, name in found.items() if name}


def list_signers(pack: Pack, organ: str, day: date) -> dict[str, str]:
    """Return who signs for an organ on a day, by signer; blank where only the office is known."""
    terms = pack.organs[organ].signers
    found = {term.id: newest([t for t in terms if t.id == term.id], day) for term in terms}
    return {key: term.full_name for key, term in found.items() if term}
