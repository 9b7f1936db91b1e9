"""Turns a .docx into PDF: its bytes go to the LibreOffice of this machine, the bytes of the PDF come back."""

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..errors import OutputError, Place, explain, explain_os_error
from ..messages import N_
from .programs import TIME_LIMIT, find_program, run_program

WINDOWS_FOLDERS = (("ProgramFiles", ""), ("ProgramFiles(x86)", ""), ("LOCALAPPDATA", "Programs"))
COMPLAINTS = {"source file could not be loaded": N_("LibreOffice không đọc được tệp .docx")}
SILENCE = N_("LibreOffice không nói lý do")


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


def make_pdf(docx: bytes, place: Place | None = None, seconds: float = TIME_LIMIT) -> bytes:
    """Return the PDF of a .docx; raises OutputError, at `place`, where LibreOffice is missing or fails."""
    place = place or Place()
    office = find_office()
    if office is None:
        raise OutputError("E501", place)
    try:
        # on Windows a program that was just ended may hold a file for a moment longer
        with tempfile.TemporaryDirectory(prefix="ttdn-", ignore_cleanup_errors=True) as folder:
            return _convert(office, docx, Path(folder), seconds, place)
    except OSError as error:  # no room, or no right, in the temporary folder
        raise OutputError("E503", place, reason=explain_os_error(error)) from None


def _convert(office: Path, docx: bytes, folder: Path, seconds: float, place: Place) -> bytes:
    source, target = folder / "a.docx", folder / "a.pdf"  # plain names, whatever the user's are
    source.write_bytes(docx)
    command = [
        str(office),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",  # never the user's own, which may be in use
        "--headless",
        "--norestore",
        "--infilter=MS Word 2007 XML",  # else a broken file is taken for plain text
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(folder),
        str(source),
    ]
    said = run_program(command, folder, seconds, place)
    if not target.is_file():  # LibreOffice ends with 0 all the same
        raise OutputError("E503", place, reason=_find_reason(said))
    return target.read_bytes()


def _find_reason(said: str) -> str:
    complaints = [line.removeprefix("Error: ") for line in said.splitlines() if line.startswith("Error: ")]
    return explain(complaints[-1], COMPLAINTS) if complaints else SILENCE
