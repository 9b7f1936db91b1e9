"""For authors of packs: a folder goes in, everything that is wrong with the pack in it comes out."""

from pathlib import Path

from ..errors import Finding
from .checking import check_files

__all__ = ["check_pack"]


def check_pack(folder: Path) -> tuple[Finding, ...]:
    """Return every finding of the pack in a folder; a sound pack has none."""
    return check_files(folder)
