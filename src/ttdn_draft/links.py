"""Keeps files inside their folder: a path and a folder go in, whether a link leads out of the folder comes out."""

import errno
import os
from pathlib import Path

from .messages import N_

INVALID_NAME = 123
"""What Windows answers of a name with `*` or `?`: no file can bear it."""
OUTSIDE = N_("liên kết dẫn ra ngoài thư mục")


def real_path(path: Path) -> Path:
    """Return a path without links; unlike Path.resolve of Python 3.11, one for links that go in a circle too.

    A name that no system knows is returned as it is: nothing can be behind it.
    """
    try:
        return Path(os.path.realpath(path))
    except ValueError:
        return path


def leads_out(path: Path, folder: Path) -> bool:
    """Tell whether a link makes a part of a folder of something that lies elsewhere."""
    try:
        return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
    except ValueError:  # a name that no system knows: better refused
        return True


def goes_in_circle(path: Path) -> bool:
    """Tell whether the links of a path lead back to themselves, so that there is nothing at their end."""
    try:
        path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    except ValueError:  # a name that no system knows
        return False
    return False


def is_there(file: Path, is_folder_told: bool = False) -> bool:
    """Tell whether a file is there; where that cannot be known, reading it will say why.

    With `is_folder_told` a file in the place of its folder is something that reading will tell, too.
    """
    try:
        file.lstat()
    except FileNotFoundError:
        return False
    except NotADirectoryError:
        return is_folder_told
    except OSError as error:
        return getattr(error, "winerror", None) != INVALID_NAME
    return True
