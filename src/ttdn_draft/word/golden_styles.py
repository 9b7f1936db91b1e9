"""How a document looks, as text to compare: the bytes of a .docx go in, lines with its page and its styles come out.

    [trang] 210 x 297 mm, lề 20 20 30 15
    [kiểu] TTĐN Đoạn: Times New Roman 15 pt, both, dòng exact 19 pt, trước 0 sau 9 pt, lùi 0 0 12.7 mm

The four margins are those above, below, left and right; the indents those of the left, the right and the first line.
"""

from collections.abc import Iterator

from lxml import etree

from ..archives import read_archive
from .formats import Format, Formats, attribute_of, read_mm
from .ooxml import W
from .package import LIMITS, Package
from .paragraphs import MAIN

SIDES_OF_PAGE = ("top", "bottom", "left", "right")
MARKS_OF_LETTERS = {"bold": "đậm", "italic": "nghiêng"}


def draw_styles(docx: bytes) -> tuple[str, ...]:
    """Return a line for each section of a document, and one for each paragraph style that it uses, by name."""
    package = Package("", read_archive(docx, LIMITS))
    root, formats = etree.fromstring(package.parts[MAIN]), Formats(package)
    names = {key: name for name, key in formats.ids.items()}
    used = {formats.style_of(paragraph) for paragraph in root.iter(f"{W}p")} - {""}
    styles = sorted(((names.get(key, key), formats.style(key)) for key in used), key=lambda pair: pair[0])
    sections = map(_draw_section, root.iter(f"{W}sectPr"))
    return (*sections, *(f"[kiểu] {name}: {', '.join(_describe(look))}" for name, look in styles))


def _draw_section(section: etree._Element) -> str:
    width, height = (_mm(section, "pgSz", name) for name in ("w", "h"))
    margins = " ".join(_mm(section, "pgMar", side) for side in SIDES_OF_PAGE)
    return f"[trang] {width} x {height} mm, lề {margins}"


def _mm(section: etree._Element, path: str, name: str) -> str:
    return _round(read_mm(attribute_of(section, path, name)) or 0)


def _describe(look: Format) -> Iterator[str]:
    yield f"{look.font} {_round(look.size)} pt"
    yield from (word for name, word in MARKS_OF_LETTERS.items() if getattr(look, name))
    if look.colour != Format.colour:
        yield f"màu {look.colour}"
    yield look.align
    yield f"dòng {look.rule} {_round(look.line)} pt"
    yield f"trước {_round(look.before)} sau {_round(look.after)} pt"
    yield f"lùi {_round(look.left)} {_round(look.right)} {_round(look.first_line)} mm"


def _round(figure: float) -> str:
    """Return a figure with at most one decimal: Word counts in twentieths of a point."""
    return f"{round(figure, 1):g}"
