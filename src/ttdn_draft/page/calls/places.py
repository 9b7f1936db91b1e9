"""The calls that choose the folder of work."""

from pathlib import Path
from typing import Any

from ..asked import CallValues
from ..desk import Desk
from ..folders import find_folder, list_folder
from ..refusals import tell_in_data
from ..settings import remember_folder
from ..work_folder import WorkFolder
from .starting import doubt_writing


def show_folder(_desk: Desk, asked: CallValues) -> dict[str, Any]:
    """Return the folders and drafts in a folder; without one, those of the folder of work or above it."""
    name = asked.text("folder", "")
    return list_folder(find_folder(name) if name else _find_nearest(asked.work.folder), asked.language)


def _find_nearest(folder: Path) -> Path:
    return next((path for path in (folder, *folder.parents) if path.is_dir()), Path.home())


def choose_folder(desk: Desk, asked: CallValues) -> dict[str, Any]:
    """Make a folder the one of work, also for the next start."""
    folder = find_folder(asked.text("folder"))
    desk.work = WorkFolder(folder)
    remember_folder(desk.data_folder, folder)
    told = [tell_in_data(finding, asked.language) for finding in doubt_writing(folder)]
    return {"folder": str(folder), "loi": told}
