"""Finds the program's folders of the user: nothing goes in, the folder of data or of what is kept comes out.

platformdirs knows where they are on every system. On Linux the usual case is written out, as it would answer: to load
it takes a twentieth of a short command.
"""

import os
import sys
from pathlib import Path

NAME = "ttdn-draft"


def data_folder() -> Path:
    """Return where the user's own data lies: packs, facts, what the page remembers. It need not be there."""
    usual = _usual("XDG_DATA_HOME", ".local/share")
    if usual:
        return usual
    import platformdirs

    return platformdirs.user_data_path(NAME, appauthor=False)


def cache_folder() -> Path:
    """Return where lies what need not be worked out again. It need not be there."""
    usual = _usual("XDG_CACHE_HOME", ".cache")
    if usual:
        return usual
    import platformdirs

    return platformdirs.user_cache_path(NAME, appauthor=False)


def _usual(variable: str, below_home: str) -> Path | None:
    """Return the folder on Linux, by the environment where it names one in full, else below the user's home."""
    asked, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
    if sys.platform != "linux" or "ANDROID_ROOT" in os.environ:
        return None
    if Path(asked).is_absolute():
        return Path(asked, NAME)
    return Path(home, below_home, NAME) if Path(home).is_absolute() and not asked else None
