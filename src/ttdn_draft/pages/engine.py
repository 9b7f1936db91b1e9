"""Finds the LibreOffice of this machine: where it stands, its version, a warning where it breaks lines unlike Word."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from ..errors import Finding
from ..patterns import regex
from .programs import find_program

WINDOWS_FOLDERS = (("ProgramFiles", ""), ("ProgramFiles(x86)", ""), ("LOCALAPPDATA", "Programs"))
# Word narrows the spaces of a justified line since 2013. LibreOffice learned it in October 2023, for 24.2, and mended
# it for last lines and lines of several pieces up to 24.8; measured: 7.4 has it not, 25.2 has it.
LIKE_WORD = (24, 8)
PRODUCT = regex(r"^ProductKey=LibreOffice\w* (\d+)\.(\d+)", re.M)
PRODUCT_FILES = ("bootstraprc", "bootstrap.ini", "../Resources/bootstraprc")  # of Linux, Windows and macOS


def find_office(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> Path | None:
    """Return the program of LibreOffice: where its installer puts it, else from the PATH."""
    return next((path for path in _places(platform, environ) if path.is_file()), None) or find_program(
        "soffice", "libreoffice"
    )


def _places(platform: str, environ: Mapping[str, str]) -> Iterator[Path]:
    """Yield where LibreOffice may stand without being on the PATH, as is usual on Windows and macOS."""
    if platform == "win32":
        folders = [Path(environ[name], below) for name, below in WINDOWS_FOLDERS if environ.get(name)]
        for program in ("soffice.com", "soffice.exe"):  # .com waits and speaks, .exe is for windows
            for folder in folders:
                yield from sorted(folder.glob(f"LibreOffice*/program/{program}"), reverse=True)
    elif platform == "darwin":
        for top in ("/", environ.get("HOME", "/")):
            yield Path(top, "Applications/LibreOffice.app/Contents/MacOS/soffice")


@cache
def read_version(office: Path) -> tuple[int, int] | None:
    """Return (25, 2) for LibreOffice 25.2, from a file that stands beside its program: nothing is started."""
    for name in PRODUCT_FILES:
        try:
            text = (office.resolve().parent / name).read_text("utf-8", "replace")
        except OSError:
            continue
        if found := PRODUCT.search(text):
            return int(found[1]), int(found[2])
    return None


def breaks_like_word(office: Path) -> bool:
    """Tell whether a LibreOffice is known to break the lines of justified text where Word does."""
    version = read_version(office)
    return version is not None and version >= LIKE_WORD


def check_office(office: Path | None = None) -> tuple[Finding, ...]:
    """Return a warning where the LibreOffice of this machine is known to break lines elsewhere than Word."""
    office = office or find_office()
    version = office and read_version(office)
    if not version or version >= LIKE_WORD:
        return ()
    return (Finding("W509", facts={"version": _spell(version), "needed": _spell(LIKE_WORD)}),)


def _spell(version: tuple[int, int]) -> str:
    return "{}.{}".format(*version)
