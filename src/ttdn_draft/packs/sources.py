"""Where packs are looked for: options and environment go in, folders come out; a project names more (project.py)."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from .. import user_folders

FOLDERS = "TTDN_DRAFT_PACKS"


def list_asked(named: Iterable[Path], environ: Mapping[str, str]) -> tuple[Path, ...]:
    """Return the folders of the options and of TTDN_DRAFT_PACKS."""
    return (*named, *(Path(part) for part in environ.get(FOLDERS, "").split(os.pathsep) if part.strip()))


def list_folders(named: Iterable[Path], environ: Mapping[str, str]) -> tuple[Path, ...]:
    """Return the folders of the options, of TTDN_DRAFT_PACKS and, where it is there, of the user."""
    own = user_folders.data_folder() / "packs"
    return (*list_asked(named, environ), *([own] if own.is_dir() else []))
