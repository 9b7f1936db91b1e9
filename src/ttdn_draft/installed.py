"""Tells whether anything installed may be a plug-in: the path of Python goes in, a yes or no comes out.

importlib.metadata says it too, but to load it takes as long as half of `ttdn-draft --help`. So first one looks for our
name in the entry points; what they say is for importlib.metadata to read.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

GROUP = "ttdn_draft"
"""The group of entry points in which a plug-in names its module."""

SWITCH = "TTDN_DRAFT_NO_PLUGINS"
HEADING = f"[{GROUP}]".encode()
METADATA = (".dist-info", ".egg-info")


def allows_plugins(environ: Mapping[str, str]) -> bool:
    """Tell whether the environment leaves the plug-ins on."""
    return environ.get(SWITCH, "") in ("", "0")


def may_have_plugins() -> bool:
    """Tell whether a distribution names our group, or lies in an archive, where only importlib.metadata looks."""
    return any(_may_have_plugins(str(folder or ".")) for folder in sys.path)


def _may_have_plugins(folder: str) -> bool:
    try:
        with os.scandir(folder) as entries:
            found = [entry.path for entry in entries if entry.name.endswith(METADATA)]
    except NotADirectoryError:
        return True
    except OSError:
        return False
    return folder.endswith(".egg") or any(map(_names_group, found))


def _names_group(metadata: str) -> bool:
    try:
        return HEADING in Path(metadata, "entry_points.txt").read_bytes()
    except OSError:
        return False
