"""What commands ask of the projects of their files: files and a shelf go in, what is wrong in a ttdn.toml is told."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import InputError
from .report import print_findings

if TYPE_CHECKING:
    from ..packs import PackShelf


def expand_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files that paths and patterns name; raises InputError for a pattern that no file bears."""
    from ..kit.inputs import expand_pattern

    paths, files = _refuse_parted(paths), list[Path]()
    for path in paths:
        matched = expand_pattern(path)
        if not matched:
            raise InputError("E740", name=str(path))
        files += matched
    return files


def expand_inputs(paths: Iterable[Path], shelf: "PackShelf") -> list[Path]:
    """Return the input files that paths, patterns and folders name; of a folder with a project its drafts.

    Raises InputError for a pattern or folder in which there is none.
    """
    paths, files = _refuse_parted(paths), list[Path]()
    for path in paths:
        found = _list_in(path, shelf) if path.is_dir() else expand_files([path])
        if not found:
            raise InputError("E740", name=str(path))
        files += found
    return files


def _refuse_parted(paths: Iterable[Path]) -> list[Path]:
    """Return the paths; raises InputError where they are the parts of one name with blanks, typed without quotes."""
    parts = list(paths)
    whole = " ".join(map(str, parts))
    if len(parts) > 1 and not any(part.exists() for part in parts) and Path(whole).exists():
        raise InputError("E889", name=whole)
    return parts


def _list_in(folder: Path, shelf: "PackShelf") -> list[Path]:
    from ..kit.inputs import list_inputs
    from ..kit.project_check import list_drafts, shorten
    from ..project import find_project

    file = find_project(folder)
    if file is None:
        return list_inputs(folder, shelf.plugins.readers.things)[0]
    return list_drafts(shelf.read_project(shorten(file)).value, shelf)[0]


def tell_projects(files: Iterable[Path], shelf: "PackShelf") -> dict[Path, tuple[str, ...]]:
    """Print what is wrong in the ttdn.toml of files, each once; return what it says of --fail-on, by file."""
    from ..project import find_project

    said, told = dict[Path, tuple[str, ...]](), set[Path]()
    for file in files:
        found = find_project(file.parent)
        if found is None:
            continue
        from ..kit.project_names import judge_rules

        project, findings = shelf.read_project(found)
        said[file] = project.fail_on
        if found not in told:
            told.add(found)
            print_findings((*findings, *judge_rules(project, date.today())), err=True)
    return said
