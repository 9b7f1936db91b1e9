"""Brings the pack in the folder `pack` beside this file."""

from pathlib import Path

from ttdn_draft.api import hookimpl


@hookimpl
def ttdn_packs() -> list[Path]:
    """Return the folder of the pack."""
    return [Path(__file__).parent / "pack"]
