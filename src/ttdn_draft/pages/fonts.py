"""What a PDF says of itself: its bytes go in, its fonts, doubts about them and the count of its pages come out."""

import re
import zlib
from collections.abc import Iterator

from ..errors import Finding, Place
from ..patterns import regex

FONT_NAME = regex(rb"/BaseFont\s*/([^\s/<>\[\]()]+)")
OBJECT_STREAM = regex(rb"/ObjStm\b.*?stream\r?\n(.*?)endstream", re.S)
PAGE = regex(rb"/Type\s*/Page\b")
STREAM_LIMIT = 64 * 2**20
# of the widths of Times New Roman, with all Vietnamese letters; TeX Gyre Termes and Nimbus differ a little
SAME_WIDTHS = ("TimesNewRoman", "LiberationSerif", "Tinos")


def used_fonts(pdf: bytes) -> list[str]:
    """Return the names of the fonts in a PDF, without the mark of a subset and the style, each once."""
    names = {name for part in _parts(pdf) for name in FONT_NAME.findall(part)}
    return sorted({_family(name) for name in names})


def count_pages(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    return sum(len(PAGE.findall(part)) for part in _parts(pdf))


def _parts(pdf: bytes) -> Iterator[bytes]:
    """Yield what may hold objects: the file, and the streams into which newer writers pack them."""
    yield pdf
    for packed in OBJECT_STREAM.findall(pdf):
        try:
            yield zlib.decompressobj().decompress(packed, STREAM_LIMIT)
        except zlib.error:
            continue


def _family(name: bytes) -> str:
    """Return LiberationSerif for BAAAAA+LiberationSerif-Bold."""
    written = re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes.fromhex(code[1].decode()), name)
    whole = written.decode("utf-8", "replace").replace(" ", "")
    return re.sub(r"^[A-Z]{6}\+", "", whole).split("-")[0].split(",")[0]


def check_fonts(pdf: bytes, place: Place) -> tuple[Finding, ...]:
    """Return a warning where letters have other widths than on paper: lines and pages may break elsewhere."""
    others = tuple(name for name in used_fonts(pdf) if not name.startswith(SAME_WIDTHS))
    return (Finding("W507", place, {"fonts": others}),) if others else ()
