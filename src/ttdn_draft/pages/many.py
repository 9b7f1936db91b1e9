"""Turns many .docx into PDF with one start of LibreOffice: files go in, the bytes of each PDF come out.

The start is most of what one file takes. What LibreOffice does not make among others is tried once more alone, which
says why.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..errors import OutputError, Place, explain_os_error
from ..temporary import temporary_folder
from .engine import find_office
from .office import PdfWish, build_command, has_both_sides, make_pdf, ready_docx
from .programs import TIME_LIMIT, run_program

MORE_TIME = 5  # seconds for each file beyond the first


def make_pdfs(files: Sequence[Path], *, is_archival: bool = False) -> Iterator[tuple[Path, bytes | OutputError]]:
    """Yield each file with its tagged PDF, as `make_pdf` makes it, or with why there is none."""
    office = find_office()
    if office is None:
        yield from ((file, OutputError("E501", Place(str(file)))) for file in files)
        return
    try:
        yield from list(_make_together(files, office, is_archival))
    except OSError as error:  # no room, or no right, in the temporary folder
        reason = explain_os_error(error)
        yield from ((file, OutputError("E503", Place(str(file.with_suffix(".pdf"))), reason=reason)) for file in files)


def _make_together(
    files: Sequence[Path], office: Path, is_archival: bool
) -> Iterator[tuple[Path, bytes | OutputError]]:
    with temporary_folder() as folder:
        copies = _copy(files, folder, office)
        for keeps_blanks in (False, True):
            asked = [copy for _, copy, has_both in copies if has_both is keeps_blanks]
            _convert_all(office, folder, asked, is_archival, keeps_blanks)
        for file, copy, _ in copies:
            yield file, _take(file, copy, is_archival)


def _copy(files: Iterable[Path], folder: Path, office: Path) -> list[tuple[Path, Path, bool]]:
    """Return each file with its copy as this LibreOffice lays it out rightly, and whether it has both sides."""
    copies = []
    for number, file in enumerate(files):
        data, copy = file.read_bytes(), folder / f"{number}.docx"
        copy.write_bytes(ready_docx(data, office))
        copies.append((file, copy, has_both_sides(data)))
    return copies


def _convert_all(office: Path, folder: Path, sources: list[Path], is_archival: bool, keeps_blanks: bool) -> None:
    if not sources:
        return
    seconds = TIME_LIMIT + MORE_TIME * len(sources)
    try:
        run_program(
            build_command(office, folder, sources, PdfWish(is_archival, keeps_blanks)), folder, seconds, Place()
        )
    except OutputError:  # it stood still at one of them: those that are missing are tried alone
        return


def _take(file: Path, copy: Path, is_archival: bool) -> bytes | OutputError:
    made = copy.with_suffix(".pdf")
    if made.is_file():
        return made.read_bytes()
    try:
        return make_pdf(file.read_bytes(), Place(str(file.with_suffix(".pdf"))), is_archival=is_archival)
    except OutputError as error:
        return error
