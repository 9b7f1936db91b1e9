"""Finds the data that ships with the code: the name of a folder or file goes in, a folder or a text comes out.

By its place beside the code, as everything here is found: to load importlib.resources takes five milliseconds.
"""

from functools import cache
from pathlib import Path

CODE_FOLDER = Path(__file__).parent


@cache
def find_data_folder(name: str) -> Path:
    """Return the folder `templates` or `schemas`: inside the wheel, or at the top of the repository."""
    packaged = CODE_FOLDER / name
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / name


def read_knowledge(name: str) -> str:
    """Return the text of a file of what is known: `data/` and its name."""
    return (CODE_FOLDER / "knowledge" / name).read_text(encoding="utf-8")
