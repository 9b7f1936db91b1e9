"""The first call of a page, and those that say that it is still there."""

import os
from datetime import date
from pathlib import Path
from typing import Any

from ... import __version__, api
from ...errors import OS_REASONS, Finding
from ...pages import find_office
from ..asked import CallValues
from ..desk import Desk
from ..files import tell_version
from ..offsets import put_in_data
from ..refusals import tell_in_data
from ..work_folder import write_moment


def begin(desk: Desk, asked: CallValues) -> dict[str, Any]:
    """Return what the start page shows."""
    desk.warm_up()
    return {
        "folder": str(asked.work.folder),
        "recent": [_describe(desk, asked, path) for path in asked.work.list_recent()],
        "tables": put_in_data(api.list_tables(date.today(), language=asked.language)),
        "has_office": find_office() is not None,
        "version": __version__,
        "loi": [tell_in_data(finding, asked.language) for finding in doubt_writing(asked.work.folder)],
    }


def _describe(desk: Desk, asked: CallValues, path: Path) -> dict[str, Any]:
    name = asked.work.name(path)
    try:
        version = tell_version(path.read_bytes()) if desk.counts else ""
    except OSError:  # gone, or not to be read: opening it says why
        version = ""
    return {
        "path": name,
        "name": path.name,
        "saved": write_moment(path),
        "counts": desk.counts.get(version),
    }


def doubt_writing(folder: Path) -> list[Finding]:
    """Return a warning where nothing can be written to a folder that is there."""
    if not folder.is_dir() or os.access(folder, os.W_OK | os.X_OK):
        return []
    return [Finding("W918", facts={"reason": OS_REASONS[13]})]


def beat(_desk: Desk, _asked: CallValues) -> dict[str, Any]:
    """Answer a tab that is still there."""
    return {}


def say_goodbye(_desk: Desk, _asked: CallValues) -> dict[str, Any]:
    """Answer a tab that closes, and hears nothing of it."""
    return {}
