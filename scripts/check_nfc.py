"""Names the lines of text files that are not in Unicode NFC.

    python scripts/check_nfc.py FILE...

Vietnamese can be stored in two ways that look alike (composed and decomposed); this project stores the composed one.
Files that are no UTF-8 text, such as .docx, are passed over. The exit code is 1 where a line must be repaired.
"""

import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path


def find_lines(file: Path) -> Iterator[int]:
    try:
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if not unicodedata.is_normalized("NFC", line):
            yield number


def main() -> int:
    found = [f"{name}:{number}: not in Unicode NFC" for name in sys.argv[1:] for number in find_lines(Path(name))]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("\n".join(found), end="\n" if found else "")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
