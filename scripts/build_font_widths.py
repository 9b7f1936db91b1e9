"""Writes src/ttdn_draft/knowledge/standards/font_widths.json from a font with the widths of Times New Roman.

    python scripts/build_font_widths.py [FOLDER]

FOLDER holds LiberationSerif-*.ttf (Debian: fonts-liberation2), made to the metrics of Times New Roman.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path
from unicodedata import is_normalized

from fontTools.ttLib import TTFont

FACES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "BoldItalic"}
DEFAULT_FOLDER = "/usr/share/fonts/truetype/liberation2"
OUTPUT = Path(__file__).parents[1] / "src/ttdn_draft/knowledge/standards/font_widths.json"
RANGES = [(0x20, 0x24F), (0x370, 0x4FF), (0x1E00, 0x1EFF), (0x2000, 0x22FF)]


def read_face(file: Path) -> tuple[int, dict[str, str]]:
    font = TTFont(file)
    names, widths = font.getBestCmap(), font["hmtx"].metrics
    by_width: dict[int, str] = defaultdict(str)
    for first, last in RANGES:
        for code in range(first, last + 1):
            if code in names and is_normalized("NFC", chr(code)):
                by_width[widths[names[code]][0]] += chr(code)
    return font["head"].unitsPerEm, {str(width): by_width[width] for width in sorted(by_width)}


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else DEFAULT_FOLDER)
    faces = {name: read_face(folder / f"LiberationSerif-{suffix}.ttf") for name, suffix in FACES.items()}
    table = {
        "units_per_em": faces["regular"][0],
        "faces": {name: widths for name, (_, widths) in faces.items()},
    }
    OUTPUT.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
