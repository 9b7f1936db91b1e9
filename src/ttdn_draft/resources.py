"""Finds the data that ships beside the code: a folder name goes in, a readable folder comes out."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


@cache
def find_data_folder(name: str) -> Traversable:
    """Return the folder `templates` or `schemas`: inside the wheel, or at the top of the repository."""
    packaged = files("ttdn_draft") / name
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / name
