"""Turns a .docx into PDF: its bytes go to the LibreOffice of this machine, the bytes of the PDF come back."""

import json
from collections.abc import Iterable
from pathlib import Path

from ..archives import ArchiveError, Limits, read_archive
from ..errors import InputError, OutputError, Place, explain, explain_os_error
from ..messages import N_
from ..records import dataclass
from ..temporary import discard, temporary_folder
from .engine import breaks_like_word, check_office, find_office
from .kept_notes import ease_kept_notes
from .programs import TIME_LIMIT, run_program
from .whole_symbols import keep_symbols_whole

COMPLAINTS = {"source file could not be loaded": N_("LibreOffice không đọc được tệp .docx")}
SILENCE = N_("LibreOffice không nói lý do")
PAGES_ALONE: dict[str, tuple[str, str]] = {"ExportNotes": ("boolean", "false")}  # comments would cover the words
TAGGED = PAGES_ALONE | {"UseTaggedPDF": ("boolean", "true")}
PLACES = {"ExportBookmarksToPDFDestination": ("boolean", "true")}
BLANKS = {"IsSkipEmptyPages": ("boolean", "false")}
MIRRORED = b"<w:mirrorMargins"
ARCHIVAL = {"SelectPdfVersion": ("long", "2")}  # PDF/A-2b, ISO 19005-2
# veraPDF finds PDF/UA-1 fulfilled by what 25.2 writes; 7.4 writes its mark into files that break four of its rules,
# and into an archival file in a way that PDF/A forbids
ACCESSIBLE = {"PDFUACompliance": ("boolean", "true")}


@dataclass(frozen=True)
class PdfWish:
    """How a PDF is made: archival, with empty backs as pages, with named places, with a profile that is kept.

    With empty backs each front page is printed on a front.
    """

    is_archival: bool = False
    keeps_blanks: bool = False
    has_places: bool = False
    profile: Path | None = None


PLAIN_PDF = PdfWish()


def make_pdf(
    docx: bytes,
    place: Place | None = None,
    seconds: float = TIME_LIMIT,
    *,
    is_archival: bool = False,
    has_places: bool = False,
    profile: Path | None = None,
) -> bytes:
    """Return the tagged PDF of a .docx, as PDF/A-2b where it is archival.

    With `has_places` its bookmarks are named places there. `profile` is a folder in which LibreOffice keeps what it
    makes at its first start: with it the next takes a third of the time. One call at a time may use it; without one
    each has its own. Raises OutputError, at `place`, where LibreOffice is missing or fails.
    """
    place = place or Place()
    office = find_office()
    if office is None:
        raise OutputError("E501", place)
    try:
        with temporary_folder() as folder:
            wish = PdfWish(is_archival, has_both_sides(docx), has_places, profile)
            return _convert(office, docx, folder, seconds, place, wish)
    except OSError as error:  # no room, or no right, in the temporary folder
        raise OutputError("E503", place, reason=explain_os_error(error)) from None


def make_docx(file: Path, seconds: float = TIME_LIMIT) -> bytes:
    """Return a .docx that LibreOffice makes of a .doc, .odt or .rtf; raises InputError where it is missing or fails."""
    place, office = Place(str(file)), find_office()
    if office is None:
        raise InputError("E838", place, suffix=file.suffix)
    try:
        with temporary_folder() as folder:
            source, target = folder / f"a{file.suffix.lower()}", folder / "a.docx"
            source.write_bytes(file.read_bytes())
            said = run_program(_start(office, folder, "docx:MS Word 2007 XML", [source]), folder, seconds, place)
            if not target.is_file():
                raise InputError("E820", place, reason=_find_reason(said))
            return target.read_bytes()
    except OSError as error:
        raise InputError("E106", place, reason=explain_os_error(error), guess="") from None


def _start(office: Path, folder: Path, wanted: str, sources: Iterable[Path], kept: Path | None = None) -> list[str]:
    """Return the command that makes something of files, with a profile that is kept or one of its own in a folder."""
    profile = (kept or folder / "profile").absolute().as_uri()  # never the user's own, which may be in use
    return [
        str(office),
        f"-env:UserInstallation={profile}",
        "--headless",
        "--norestore",
        "--convert-to",
        wanted,
        "--outdir",
        str(folder),
        *map(str, sources),
    ]


def _convert(office: Path, docx: bytes, folder: Path, seconds: float, place: Place, wish: PdfWish) -> bytes:
    source, target = folder / "a.docx", folder / "a.pdf"  # plain names, whatever the user's are
    source.write_bytes(ready_docx(docx, office))
    command = build_command(office, folder, [source], wish)
    try:
        said = run_program(command, folder, seconds, place)
        if not target.is_file():  # LibreOffice ends with 0 all the same
            raise OutputError("E503", place, reason=_find_reason(said))
    except BaseException:
        if wish.profile:
            discard(wish.profile)  # who was ended in the middle may have left it in any state
        raise
    return target.read_bytes()


def ready_docx(docx: bytes, office: Path) -> bytes:
    """Return a .docx as this LibreOffice lays it out rightly."""
    whole = keep_symbols_whole(docx)
    return whole if check_office(office) else ease_kept_notes(whole)  # an old one has no trouble with notes


def has_both_sides(docx: bytes) -> bool:
    """Tell whether a .docx is set for pages printed on both sides: its margins change places."""
    try:
        return MIRRORED in read_archive(docx, Limits()).get("word/settings.xml", b"")
    except ArchiveError:  # the office says what is wrong with it
        return False


def build_command(office: Path, folder: Path, sources: Iterable[Path], wish: PdfWish = PLAIN_PDF) -> list[str]:
    """Return the command that makes a PDF of each source in a folder, with the kept profile or one of its own there."""
    options = TAGGED | (ACCESSIBLE if breaks_like_word(office) else {}) | (ARCHIVAL if wish.is_archival else {})
    options |= (BLANKS if wish.keeps_blanks else {}) | (PLACES if wish.has_places else {})
    written = {name: {"type": kind, "value": value} for name, (kind, value) in options.items()}
    wanted = f"pdf:writer_pdf_Export:{json.dumps(written, separators=(',', ':'))}"
    # without the filter a broken file is taken for plain text
    return [*_start(office, folder, wanted, [], wish.profile), "--infilter=MS Word 2007 XML", *map(str, sources)]


def _find_reason(said: str) -> str:
    complaints = [line.removeprefix("Error: ") for line in said.splitlines() if line.startswith("Error: ")]
    return explain(complaints[-1], COMPLAINTS, complaints[-1]) if complaints else SILENCE
