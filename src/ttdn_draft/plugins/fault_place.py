"""Finds the line of a plug-in that is to blame: its module and an exception go in, a place comes out."""

import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType, ModuleType

from ..errors import Place
from .hookspecs import GROUP


def find_place(module: str, error: BaseException) -> Place:
    """Return the line that Python could not read, the last one of the plug-in that ran, or that of its first hook."""
    if isinstance(error, SyntaxError) and isinstance(error.filename, str) and isinstance(error.lineno, int):
        return Place(error.filename, error.lineno)
    file = _find_file(module)
    lines = [*reversed(_lines_that_ran(file, error)), *_lines_of_hooks(module), Place(file)]
    return lines[0]


def _find_file(module: str) -> str:
    """Return the file of the package in which a module lies; nothing where it has no file."""
    with suppress(ImportError, ValueError):
        spec = find_spec(module.partition(".")[0])
        return (spec.origin if spec else "") or ""
    return ""


def _lines_that_ran(file: str, error: BaseException) -> list[Place]:
    """Return the lines of a package, or of a module that is one file, that were running when an exception arose."""
    home = Path(file).parent if Path(file).stem == "__init__" else Path(file)
    frames = traceback.extract_tb(error.__traceback__) if file else []
    return [Place(f.filename, f.lineno or 0) for f in frames if Path(f.filename).is_relative_to(home)]


def _lines_of_hooks(module: str) -> Iterator[Place]:
    found = sys.modules.get(module)  # a module may put there what it likes
    for value in list(vars(found).values()) if isinstance(found, ModuleType) else ():
        if isinstance(value, FunctionType) and hasattr(value, f"{GROUP}_impl"):
            yield Place(value.__code__.co_filename, value.__code__.co_firstlineno)
