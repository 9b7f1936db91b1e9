"""Writes down a new pack: a province, or one of its communes, goes in, the files of its project come out.

No fact is invented. The scaffold of a commune is that of a province, but for the files that have one of their own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from unicodedata import normalize

from ..errors import Place, UsageError
from ..knowledge.names import find_near_id
from ..knowledge.places.communes import Commune, name_commune_pack
from ..knowledge.places.provinces import Province, find_province, list_provinces
from ..packs.communes import take_commune

TOKEN = re.compile(r"__(?:pack_id|pack_module|pack_name|distribution|unit|place|province|commune)__")
LAST_DAY = date.max  # the units in force on it are those of today: they have no end
LONGEST_NAME = 80
SCAFFOLD, OF_COMMUNES = "scaffold", "scaffold_xa"


@dataclass(frozen=True)
class Target:
    """Of whom a new pack is: a province, or one of its communes."""

    province: Province
    commune: Commune | None = None

    @property
    def id(self) -> str:
        """Return the id of the pack."""
        return name_commune_pack(self.province.id, self.commune.id) if self.commune else self.province.id

    @property
    def unit(self) -> str:
        """Return the unit as in a sentence; many communes have one name, so that of the province goes with it."""
        whole = self.province.full_name
        return f"{self.commune.full_name}, {whole}" if self.commune else whole

    @property
    def name(self) -> str:
        """Return what the pack is called where nobody says."""
        return self.unit if self.commune else self.province.name

    @property
    def project(self) -> str:
        """Return what the project, its folder and its distribution are called."""
        return f"ttdn-pack-{self.id}"

    @property
    def module(self) -> str:
        """Return what the Python package is called."""
        return self.project.replace("-", "_")


def find_pack_target(id: str, commune: str = "") -> Target:
    """Return of whom a pack is to be made: the province or city of today of an id, and its commune of an id or a name.

    Raises UsageError for no such unit, with the one that it belongs to now if any.
    """
    province = find_unit(id)
    if not commune:
        return Target(province)
    found, wrong = take_commune(commune, province.id, None, Place())
    if found is None:
        raise UsageError.of(wrong)
    return Target(province, found)


def find_unit(id: str) -> Province:
    """Return the province or city of today of an id; raises UsageError, with the one that it belongs to now if any."""
    today = find_province(id, LAST_DAY)
    if today is None:
        known = [unit.id for unit in list_provinces(LAST_DAY)]
        raise UsageError("E681", name=id, guess=find_near_id(id, known), known=", ".join(sorted(known)))
    if today.id != id:
        raise UsageError("E682", name=id, unit=today.full_name, now=today.id)
    return today


def build_project(target: Target, name: str = "") -> dict[str, bytes]:
    """Return the files of a project for a pack, by their paths in it."""
    words = _choose_words(target, name or target.name)
    fill = partial(TOKEN.sub, lambda token: words[token[0]])
    folders = [SCAFFOLD, OF_COMMUNES] if target.commune else [SCAFFOLD]
    texts = {path: text for folder in folders for path, text in _read_texts(files(__package__) / folder, "")}
    return {fill(path): fill(text).encode("utf-8") for path, text in texts.items()}


def build_data(target: Target, name: str = "") -> dict[str, bytes]:
    """Return the files of the pack alone, without code."""
    folder, project = f"src/{target.module}/", build_project(target, name)
    inside = {path.removeprefix(folder): data for path, data in project.items() if path.startswith(folder)}
    return {path: data for path, data in inside.items() if not path.endswith(".py")}


def _choose_words(target: Target, name: str) -> Mapping[str, str]:
    """Return what stands for the tokens; raises UsageError for a name that a line in quotation marks cannot hold."""
    name = normalize("NFC", name)
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable() or set(name) & set('"\\'):
        raise UsageError("E683", value=name[:LONGEST_NAME], limit=LONGEST_NAME)
    commune = target.commune
    return {
        "__pack_id__": target.id,
        "__pack_module__": target.module,
        "__pack_name__": name.strip(),
        "__distribution__": target.project,
        "__unit__": target.unit,
        "__place__": commune.full_name if commune else target.province.place_name,
        "__province__": target.province.id,
        "__commune__": commune.id if commune else "",
    }


def _read_texts(folder: Traversable, above: str) -> Iterator[tuple[str, str]]:
    """Yield paths and texts of all files; Python leaves compiled ones behind where it installs a scaffold."""
    for entry in folder.iterdir():
        path = f"{above}{entry.name}"
        if entry.is_file():
            yield path, entry.read_text(encoding="utf-8")
        elif entry.name != "__pycache__":
            yield from _read_texts(entry, f"{path}/")
