"""Draws page 1 of two documents for the READMEs and the site: input files go in, docs/assets/*.png come out.

    python scripts/build_pictures.py [--check]

Drawing needs LibreOffice. Its versions put letters a hair's breadth elsewhere, so pixels are not compared: pictures.txt
beside the pictures holds the hash of the Word file from which each was drawn. With `--check` nothing is written and
LibreOffice is not needed; the Word files are made anew, and the exit code is 1 where a hash is another or a picture is
missing or too big.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from hashlib import sha256
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageOps

from ttdn_draft.cli import run

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "assets"
HASHES = FOLDER / "pictures.txt"
HEAD = "# Written by scripts/build_pictures.py; do not edit. SHA-256 of the Word file, picture, input file\n"
PICTURES = {
    "huong-dan-dang.png": "examples/huong-dan-ttdn.md",
    "ke-hoach-nha-nuoc.png": "templates/nha-nuoc-nd30-2020/ke-hoach/sample.md",
}
DPI, WIDTH, GREYS, MAX_BYTES = 200, 800, 16, 120_000
CUT = (20, 12, 8, 12)  # mm that are cut off: left, top, right, bottom; the margins of paper are 30 to 35, 20, 15 and 20


def run_program(*arguments: str | Path) -> None:
    """Run a command of ttdn-draft; what it prints is shown only where it fails."""
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = run([*map(str, arguments)], {**os.environ, "TTDN_DRAFT_NO_PLUGINS": "1"})
    if code:
        raise SystemExit(said.getvalue())


def hash_word_file(source: str, folder: Path) -> str:
    """Return the hash of the Word file that an input file becomes."""
    docx = folder / "a.docx"
    run_program("render", ROOT / source, "-o", docx, "--force")
    return sha256(docx.read_bytes()).hexdigest()


def list_hashes() -> Iterator[str]:
    """Yield the line of each picture."""
    with TemporaryDirectory() as folder:
        for name, source in PICTURES.items():
            yield f"{hash_word_file(source, Path(folder))} {name} {source}\n"


def draw(source: str, target: Path) -> None:
    """Write page 1 in a few greys, with less white around it and a thin frame, since READMEs are white too."""
    with TemporaryDirectory() as folder:
        run_program("preview", ROOT / source, "-o", folder, "--dpi", str(DPI))
        page = Image.open(min(Path(folder).iterdir())).convert("L")
    left, top, right, bottom = (round(millimetres / 25.4 * DPI) for millimetres in CUT)
    cut = page.crop((left, top, page.width - right, page.height - bottom))
    small = cut.resize((WIDTH, round(WIDTH * cut.height / cut.width)), Image.Resampling.LANCZOS)
    ImageOps.expand(small, border=1, fill=160).quantize(GREYS).save(target, optimize=True)


def find_faults(text: str) -> Iterator[str]:
    """Yield what is stale, missing or too big."""
    if not HASHES.is_file() or HASHES.read_text(encoding="utf-8") != text:
        yield f"{HASHES}: stale; run scripts/build_pictures.py and look at the pictures"
    for path in (FOLDER / name for name in PICTURES):
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            yield f"{path}: missing, or above {MAX_BYTES} bytes"


def main() -> int:
    text = HEAD + "".join(list_hashes())
    if "--check" not in sys.argv[1:]:
        for name, source in PICTURES.items():
            draw(source, FOLDER / name)
        HASHES.write_text(text, encoding="utf-8", newline="\n")
    faults = list(find_faults(text))
    print(*faults, sep="\n", end="\n" if faults else "")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
