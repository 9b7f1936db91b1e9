"""The pack of __unit__ for ttdn-draft: no logic, only the folder of its data."""

from pathlib import Path

from ttdn_draft.api import hookimpl


@hookimpl
def ttdn_packs() -> list[Path]:
    """Return the folder of the pack."""
    return [Path(__file__).parent]
