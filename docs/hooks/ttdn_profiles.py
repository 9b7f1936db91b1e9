"""Brings the kind thông báo (notice) of the Party's standard: the folder `dang-thong-bao` beside this file."""

from pathlib import Path

from ttdn_draft.api import hookimpl


@hookimpl
def ttdn_profiles() -> list[Path]:
    """Return the folder of the profile; `templates build` makes the templates in it."""
    return [Path(__file__).parent / "dang-thong-bao"]
