"""Remembers the folder of the last time: a file of the user's data folder goes in, a folder to begin with comes out."""

import json
from contextlib import suppress
from pathlib import Path

import platformdirs

from .. import user_folders
from ..errors import OutputError
from ..messages import N_, translate
from ..output import make_folder, write_whole

OWN_FOLDER = N_("Văn bản thông tin đối ngoại")
"""In the user's documents: where drafts go as long as no folder was chosen."""
LONGEST_FILE = 100_000  # bytes


def find_data_folder_of_page() -> Path:
    """Return where the page keeps what is its own; the folder need not be there."""
    return user_folders.data_folder() / "page"


def recall_folder(data_folder: Path, language: str) -> Path:
    """Return the folder that was chosen the last time, if it is still there, else one in the user's documents."""
    with suppress(OSError, ValueError, LookupError, TypeError, RecursionError):
        file = _file(data_folder)
        if file.stat().st_size < LONGEST_FILE:
            folder = Path(json.loads(file.read_text("utf-8"))["folder"])
            if folder.is_absolute() and folder.is_dir():
                return folder
    return platformdirs.user_documents_path() / translate(OWN_FOLDER, language)


def remember_folder(data_folder: Path, folder: Path) -> None:
    """Note a folder for the next start; where that is not possible, the next one begins anew."""
    with suppress(OutputError):
        make_folder(data_folder)
        write_whole(_file(data_folder), json.dumps({"folder": str(folder)}).encode("utf-8"), force=True)


def _file(data_folder: Path) -> Path:
    return data_folder / "folder.json"
