"""Shows the folders of this machine for choosing one: a folder goes in, the folders and drafts in it come out."""

import errno
import os
import string
import sys
from pathlib import Path

import platformdirs

from ..errors import OS_REASONS, Finding, Place, explain_os_error
from ..messages import N_, translate
from .refusals import DENIED, RefusedError
from .work_folder import DRAFT_ENDING

MOST_SHOWN = 1000
OTHER_MACHINE = N_("thư mục ở máy khác phải được gắn thành ổ đĩa trước")
NO_WHOLE_PATH = N_("đường dẫn phải viết đủ từ ổ đĩa")
DOCUMENTS, DESKTOP, HOME = N_("Tài liệu"), N_("Màn hình nền"), N_("Thư mục của tôi")


def find_folder(name: str) -> Path:
    """Return a folder of this machine that is there; raises RefusedError for any other."""
    path = read_folder(name)
    try:
        if not path.is_dir():
            raise refuse_folder(OS_REASONS[errno.ENOENT])
    except (OSError, ValueError) as error:
        raise refuse_folder(explain_os_error(error)) from None
    return path


def read_folder(name: str) -> Path:
    r"""Return the path of a folder of this machine, there or not; raises RefusedError for any other.

    A path to another machine (`\\server\share`) is not even looked at: Windows would send it the user's password.
    """
    if name.startswith(("\\\\", "//", "\\/", "/\\")):
        raise refuse_folder(OTHER_MACHINE)
    path = Path(name)
    if not path.is_absolute() or ".." in path.parts:
        raise refuse_folder(NO_WHOLE_PATH)
    return path


def refuse_folder(reason: str) -> RefusedError:
    """Return the refusal of a folder that cannot be used."""
    return RefusedError(DENIED, "refused", Finding("E915", Place(), {"reason": reason}))


def list_folder(folder: Path, language: str) -> dict[str, object]:
    """Return what is in a folder, as the page shows it for choosing."""
    folders, files = [], []
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name.casefold()):
                if entry.name.startswith((".", "$")):
                    continue
                if _is_folder(entry):
                    folders.append(entry.name)
                elif entry.name.lower().endswith(DRAFT_ENDING):
                    files.append(entry.name)
    except OSError as error:
        raise refuse_folder(explain_os_error(error)) from None
    return {
        "folder": str(folder),
        "parent": "" if folder.parent == folder else str(folder.parent),
        "folders": folders[:MOST_SHOWN],
        "files": files[:MOST_SHOWN],
        "places": list_places(language),
    }


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def list_places(language: str) -> list[dict[str, str]]:
    """Return where people keep their files: documents, desktop, home, and the drives of Windows."""
    known = {
        DOCUMENTS: platformdirs.user_documents_path(),
        DESKTOP: platformdirs.user_desktop_path(),
        HOME: Path.home(),
    }
    places = [(translate(label, language), path) for label, path in known.items() if path.is_dir()]
    if sys.platform == "win32":
        drives = [Path(f"{letter}:\\") for letter in string.ascii_uppercase]
        places += [(str(drive), drive) for drive in drives if drive.exists()]
    return [{"name": name, "folder": str(path)} for name, path in places]
