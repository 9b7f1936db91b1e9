"""For authors of packs: a folder goes in, everything that is wrong with the pack in it comes out."""

from pathlib import Path

from ..errors import Finding, sort_findings
from .citations import read_citations
from .packs import look_at, read_pack

__all__ = ["check_pack"]


def check_pack(folder: Path) -> tuple[Finding, ...]:
    """Return every finding of the pack in a folder; a sound pack has none."""
    found = look_at(folder)
    return found.findings or sort_findings((*read_pack(folder)[1], *read_citations(found)[1]))
