"""Where packs are looked for: options and environment go in, folders come out; a project names its own in ttdn.toml."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

import platformdirs

from ..errors import Cause, Finding, Place, explain_os_error
from ..links import real_path
from ..messages import N_
from ..model import Reading

PROJECT_FILE = "ttdn.toml"
FOLDERS = "TTDN_DRAFT_PACKS"
NO_TOML = N_('dòng viết sai; cả tệp thường chỉ cần packs = ["goi"]')


def list_asked(named: Iterable[Path], environ: Mapping[str, str]) -> tuple[Path, ...]:
    """Return the folders of the options and of TTDN_DRAFT_PACKS."""
    return (*named, *(Path(part) for part in environ.get(FOLDERS, "").split(os.pathsep) if part.strip()))


def list_folders(named: Iterable[Path], environ: Mapping[str, str]) -> tuple[Path, ...]:
    """Return the folders of the options, of TTDN_DRAFT_PACKS and, where it is there, of the user."""
    own = platformdirs.user_data_path("ttdn-draft", appauthor=False) / "packs"
    return (*list_asked(named, environ), *([own] if own.is_dir() else []))


def find_project(near: Path) -> Path | None:
    """Return the nearest ttdn.toml in a folder or above it."""
    folder = real_path(near)
    return next((p for p in (f / PROJECT_FILE for f in (folder, *folder.parents)) if os.path.lexists(p)), None)


def read_project(file: Path) -> Reading[tuple[Path, ...]]:
    """Return the folders under the key `packs` of a ttdn.toml, relative ones from where it stands, or what is wrong."""
    if not file.is_file():  # to read a pipe would be to wait for ever
        return _refuse(file, N_("không phải tệp thường"))
    try:
        packs = tomllib.loads(file.read_text(encoding="utf-8-sig")).get("packs", [])
    except OSError as error:
        return _refuse(file, explain_os_error(error))
    except ValueError as error:  # no TOML, or no UTF-8
        line = re.search(r"line (\d+)", str(error))
        return _refuse(file, NO_TOML, int(line[1]) if line else 0)
    if not isinstance(packs, list) or not all(isinstance(p, str) and "\0" not in p for p in packs):
        return _refuse(file, N_('packs phải là danh sách thư mục, ví dụ packs = ["goi"]'))
    return Reading(tuple(file.parent / part for part in packs))


def _refuse(file: Path, reason: str, line: int = 0) -> Reading[tuple[Path, ...]]:
    return Reading((), (Finding("E627", Place(str(file), line), {"reason": reason}, Cause.BROKEN_PROJECT),))
