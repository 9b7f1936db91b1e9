"""Writes the pack and the calendar of the whole country as JSON, which a document reads in a moment, from their YAML.

    python scripts/build_national.py [--check]

People edit and read the YAML; every document that names a province or a day needs it, and YAML with places takes a
tenth of a second and more. With `--check` nothing is written; the exit code is 1 where the file is stale.
"""

import json
import sys
from pathlib import Path

from ttdn_draft.knowledge.pack import DATA, PACK_FILE
from ttdn_draft.packs.calendars import CALENDAR_DATA, CALENDAR_FILE, read_calendar
from ttdn_draft.packs.found import read_pack
from ttdn_draft.read import read_data

FOLDER = Path(__file__).parents[1] / "src" / "ttdn_draft" / "plugins" / "national"


def main() -> int:
    findings = (*read_pack(FOLDER).findings, *read_calendar(FOLDER).findings)
    if findings:
        print(*findings, sep="\n", file=sys.stderr)
        return 1
    return max(_write(FOLDER / PACK_FILE, FOLDER / DATA), _write(FOLDER / CALENDAR_FILE, FOLDER / CALENDAR_DATA))


def _write(read: Path, path: Path) -> int:
    """Write the data of one file to another where that is stale; return the exit code."""
    text = json.dumps(read_data(read).data, ensure_ascii=False, indent=1) + "\n"
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return 0
    if "--check" in sys.argv[1:]:
        print(f"{path} is stale: python scripts/build_national.py", file=sys.stderr)
        return 1
    path.write_text(text, encoding="utf-8", newline="\n")
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
