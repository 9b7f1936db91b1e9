"""Writes down a new pack: a province goes in, the files of its project come out; no fact is invented."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from unicodedata import normalize

from ..errors import UsageError
from ..knowledge.names import find_near_id
from ..knowledge.places.provinces import Province, find_province, list_provinces

TOKEN = re.compile(r"__(?:pack_id|pack_module|pack_name|distribution|unit|place)__")
LAST_DAY = date.max  # the units in force on it are those of today: they have no end
LONGEST_NAME = 80


def find_unit(id: str) -> Province:
    """Return the province or city of today of an id; raises UsageError, with the one that it belongs to now if any."""
    today = find_province(id, LAST_DAY)
    if today is None:
        known = [unit.id for unit in list_provinces(LAST_DAY)]
        raise UsageError("E681", name=id, guess=find_near_id(id, known), known=", ".join(sorted(known)))
    if today.id != id:
        raise UsageError("E682", name=id, unit=today.full_name, now=today.id)
    return today


def build_project(unit: Province, name: str = "") -> dict[str, bytes]:
    """Return the files of a project for the pack of a unit, by their paths in it."""
    words = _choose_words(unit, name or unit.name)
    fill = partial(TOKEN.sub, lambda token: words[token[0]])
    texts = _read_texts(files(__package__) / "scaffold", "")
    return {fill(path): fill(text).encode("utf-8") for path, text in texts}


def build_data(unit: Province, name: str = "") -> dict[str, bytes]:
    """Return the files of the pack alone, without code."""
    folder, project = f"src/{module_name(unit)}/", build_project(unit, name)
    inside = {path.removeprefix(folder): data for path, data in project.items() if path.startswith(folder)}
    return {path: data for path, data in inside.items() if not path.endswith(".py")}


def project_name(unit: Province) -> str:
    """Return what the project, its folder and its distribution are called."""
    return f"ttdn-pack-{unit.id}"


def module_name(unit: Province) -> str:
    """Return what the Python package is called."""
    return project_name(unit).replace("-", "_")


def _choose_words(unit: Province, name: str) -> Mapping[str, str]:
    """Return what stands for the tokens; raises UsageError for a name that a line in quotation marks cannot hold."""
    name = normalize("NFC", name)
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable() or set(name) & set('"\\'):
        raise UsageError("E683", value=name[:LONGEST_NAME], limit=LONGEST_NAME)
    return {
        "__pack_id__": unit.id,
        "__pack_module__": module_name(unit),
        "__pack_name__": name.strip(),
        "__distribution__": project_name(unit),
        "__unit__": unit.full_name,
        "__place__": unit.place_name,
    }


def _read_texts(folder: Traversable, above: str) -> Iterator[tuple[str, str]]:
    """Yield paths and texts of all files; Python leaves compiled ones behind where it installs a scaffold."""
    for entry in folder.iterdir():
        path = f"{above}{entry.name}"
        if entry.is_file():
            yield path, entry.read_text(encoding="utf-8")
        elif entry.name != "__pycache__":
            yield from _read_texts(entry, f"{path}/")
