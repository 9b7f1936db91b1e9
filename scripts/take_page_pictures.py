"""Takes the pictures of the tutorials: the browser test of the page's tutorial runs, docs/assets/page/*.png come out.

    python scripts/take_page_pictures.py

It needs a browser, playwright, LibreOffice and the packs of provinces. Pictures show the time of day, so a second run
gives others: look at each before it is committed. tests/contracts/test_page_pictures.py holds them to the pages.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "assets" / "page"
TEST = "tests/page/test_tutorial_of_page.py"
WIDTH, COLOURS = 1280, 128
"""A picture is as wide as the window of the test; so many colours keep the pale grounds of marks."""


def take(folder: Path) -> None:
    """Follow the tutorial in the browser, which writes a picture of each view to a folder."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", TEST]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "TTDN_TEST_PICTURES": str(folder)}, check=True)


def shrink(picture: Path) -> None:
    """Write a picture with few colours to the docs, under its name without the width."""
    name = f"{picture.stem.removesuffix(f'-{WIDTH}')}.png"
    few = Image.open(picture).convert("RGB").quantize(COLOURS, kmeans=3, dither=Image.Dither.NONE)
    few.save(FOLDER / name, optimize=True)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        take(Path(folder))
        for old in FOLDER.glob("*.png"):
            old.unlink()
        for picture in sorted(Path(folder).glob(f"*-{WIDTH}.png")):
            shrink(picture)


if __name__ == "__main__":
    main()
