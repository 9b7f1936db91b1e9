"""For authors of packs: a folder goes in, everything that is wrong with the pack in it comes out."""

from pathlib import Path

from ..errors import Finding
from .calendars import read_calendar
from .packs import look_at, read_pack

__all__ = ["check_pack"]


def check_pack(folder: Path) -> tuple[Finding, ...]:
    """Return every finding of the pack in a folder; a sound pack has none."""
    return look_at(folder).findings or (*read_pack(folder)[1], *read_calendar(folder)[1])
