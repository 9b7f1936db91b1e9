"""The advance widths of Times New Roman: a text and a size go in, its width in mm comes out."""

import json
from functools import cache, lru_cache
from typing import Any

from ...resources import read_knowledge

MM_PER_PT = 25.4 / 72
LINE = 1.15  # a single-spaced line of Times New Roman, in em
FALLBACK_CHARACTER = "n"


def face(bold: bool, italic: bool) -> str:
    """Return the name of a face."""
    return {(False, False): "regular", (True, False): "bold", (False, True): "italic"}.get(
        (bold, italic), "bold-italic"
    )


@cache
def _load() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(read_knowledge("standards/font_widths.json"))
    return table


@cache
def _widths(name: str) -> dict[str, int]:
    faces = _load()["faces"]
    return {character: int(width) for width, characters in faces[name].items() for character in characters}


@cache
def _units_per_em() -> int:
    return int(_load()["units_per_em"])


def is_in_font(character: str) -> bool:
    """Tell whether Times New Roman has a letter; for others a word processor takes another font."""
    return character in _widths("regular")


@lru_cache(maxsize=4_000)
def width_mm(text: str, name: str, size: float) -> float:
    """Return the width of one line of text set in a face at a size in pt."""
    table = _widths(name)
    try:
        units = sum(map(table.__getitem__, text))
    except KeyError:
        units = sum(table.get(character, table[FALLBACK_CHARACTER]) for character in text)
    return units / _units_per_em() * size * MM_PER_PT


def wrap(text: str, name: str, size: float, width: float) -> list[str]:
    """Return the lines that a text takes in a column of a width in mm; a word that is too long has its own line."""
    lines = []
    for part in text.split("\n"):
        line = ""
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if line and width_mm(longer, name, size) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines
