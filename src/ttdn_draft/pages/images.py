"""Makes images of pages, and measures them: the bytes of a PDF go in, a PNG for each page and named places come out."""

import ctypes
import struct
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from ..errors import OutputError, Place, explain_os_error
from ..messages import N_
from ..records import dataclass
from ..temporary import temporary_folder
from .programs import TIME_LIMIT, find_program, run_program

PAGE_LIMIT = 200
MM_OF_POINT = 25.4 / 72
DEFAULT_DPI = 100
NO_PDF = N_("tệp PDF hỏng")


def make_images(pdf: bytes, dpi: int = DEFAULT_DPI, place: Place | None = None, limit: int = PAGE_LIMIT) -> list[bytes]:
    """Return the pages as PNG; raises OutputError where no library is there for it or the pages are too many."""
    place = place or Place()
    try:
        import pypdfium2
    except ImportError:
        return _by_poppler(pdf, dpi, place, limit)
    try:
        with closing(pypdfium2.PdfDocument(pdf)) as document:
            _check_count(len(document), place, limit)
            return [_draw(page, dpi) for page in document]
    except pypdfium2.PdfiumError:
        raise OutputError("E506", place, reason=NO_PDF) from None


@dataclass(frozen=True)
class PdfPlaces:
    """How large the pages of a PDF are, in mm, and where its named places lie.

    That is the page, from 1, and how far down they are, as a share of its height.
    """

    sizes: tuple[tuple[float, float], ...]
    spots: Mapping[str, tuple[int, float]]


def read_places(pdf: bytes) -> PdfPlaces:
    """Return the sizes and the named places of a PDF; nothing where no library is there for it."""
    try:
        import pypdfium2
    except ImportError:
        return PdfPlaces((), {})
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        sizes = [page.get_size() for page in document]
        spots = {
            name: (page + 1, 1 - y / sizes[page][1])
            for name, page, y in _list_named(document, pypdfium2.raw)
            if 0 <= page < len(sizes)
        }
        return PdfPlaces(tuple((w * MM_OF_POINT, h * MM_OF_POINT) for w, h in sizes), spots)


def _list_named(document: Any, raw: Any) -> Iterator[tuple[str, int, float]]:
    """Yield name, page from 0 and height above the foot of the page, in points, of every named place."""
    for number in range(raw.FPDF_CountNamedDests(document)):
        length = ctypes.c_long(0)
        raw.FPDF_GetNamedDest(document, number, None, length)
        name = ctypes.create_string_buffer(max(length.value, 2))
        found = raw.FPDF_GetNamedDest(document, number, name, length)
        has = [ctypes.c_int() for _ in range(3)]
        at = [ctypes.c_float() for _ in range(3)]
        raw.FPDFDest_GetLocationInPage(found, *has, *at)
        page = raw.FPDFDest_GetDestPageIndex(document, found)
        yield name.raw.decode("utf-16-le", "replace").rstrip("\0"), page, at[1].value


def _check_count(count: int, place: Place, limit: int) -> None:
    if count > limit:
        raise OutputError("E505", place, limit=limit)


def _draw(page: Any, dpi: int) -> bytes:
    bitmap = page.render(scale=dpi / 72, rev_byteorder=True)
    return _encode_png(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


def _encode_png(width: int, height: int, stride: int, pixels: bytes) -> bytes:
    """Return a PNG of pixels of three bytes (red, green, blue) in rows of `stride` bytes."""
    rows = b"".join(b"\0" + pixels[start : start + 3 * width] for start in range(0, height * stride, stride))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)  # 8 bits, RGB, not interlaced
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _by_poppler(pdf: bytes, dpi: int, place: Place, limit: int) -> list[bytes]:
    """Return the pages as pdftoppm draws them, which Linux often has."""
    program = find_program("pdftoppm")
    if program is None:
        raise OutputError("E504", place)
    try:
        with temporary_folder() as folder:
            return _run_poppler(program, pdf, folder, dpi, place, limit)
    except OSError as error:  # no room, or no right, in the temporary folder
        raise OutputError("E506", place, reason=explain_os_error(error)) from None


def _run_poppler(program: Path, pdf: bytes, folder: Path, dpi: int, place: Place, limit: int) -> list[bytes]:
    (folder / "a.pdf").write_bytes(pdf)
    command = [str(program), "-png", "-r", str(dpi), "-l", str(limit + 1), "a.pdf", "a"]
    said = run_program(command, folder, TIME_LIMIT, place).split("\n")
    images = sorted(folder.glob("a-*.png"))  # pdftoppm fills the numbers with zeros
    _check_count(len(images), place, limit)
    if not images:
        raise OutputError("E506", place, reason=said[0])
    return [image.read_bytes() for image in images]
