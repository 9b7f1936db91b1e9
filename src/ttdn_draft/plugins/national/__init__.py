"""The built-in pack of all 34 provinces at a basic level: it comes through the same hook as the packs of others."""

from pathlib import Path

from ..hookspecs import hookimpl


@hookimpl
def ttdn_packs() -> list[Path]:
    """Return the folder of the pack."""
    return [Path(__file__).parent]
