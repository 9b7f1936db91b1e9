"""The lines that are drawn in a Word file: its paragraphs go in, each line with its length and its owner comes out."""

from collections.abc import Iterator, Sequence

from lxml import etree

from ..knowledge.standards.fonts import MM_PER_PT
from ..patterns import regex
from ..records import dataclass
from ..word.formats import attribute_of, read_points
from ..word.ooxml import EMU_PER_MM, W
from ..word.paragraphs import owner_of
from ..word.reading_order import NOT_SHOWN

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML = "{urn:schemas-microsoft-com:vml}"
FLAT = 1.5  # mm: a drawing that is no higher is a line
SHORTEST = 4.0  # mm
NO_BORDER = (None, "nil", "none")
SIZE_OF_SHAPE = regex(r"(?:^|;)\s*(width|height)\s*:\s*([-\d.]+\s*(?:pt|mm|cm|in)?)")
NUMBERS = regex(r"[-\d.]+(?:pt|mm|cm|in)?")


@dataclass(frozen=True)
class RuleLine:
    """A line that is drawn, or the border of a paragraph: the number of its paragraph, its length in mm where known."""

    paragraph: int
    length: float | None
    element: etree._Element


def list_rule_lines(paragraphs: Sequence[etree._Element], last: int) -> Iterator[RuleLine]:
    """Yield the lines that are drawn in the first paragraphs of a file, up to the number of the last one."""
    for number, paragraph in enumerate(paragraphs[:last], 1):
        for length in (*_drawn(paragraph), *_old(paragraph)):
            yield RuleLine(number, length, paragraph)
        for side in ("bottom", "top"):
            if attribute_of(paragraph, f"pPr/pBdr/{side}") not in NO_BORDER:
                yield RuleLine(number, None, paragraph)


def _drawn(paragraph: etree._Element) -> Iterator[float]:
    """Yield the lengths of the flat drawings that a paragraph carries."""
    for extent in paragraph.iter(f"{WP}extent"):
        height, length = (_read_count(extent.get(name, "")) / EMU_PER_MM for name in ("cy", "cx"))
        if height <= FLAT and length >= SHORTEST and _is_carried(extent, paragraph):
            yield length


def _old(paragraph: etree._Element) -> Iterator[float]:
    """Yield the lengths of the lines that older programs drew: a line from point to point, or a flat shape."""
    for line in paragraph.iter(f"{VML}line", f"{VML}shape", f"{VML}rect"):
        if not _is_carried(line, paragraph):
            continue
        if line.tag == f"{VML}line":
            (x, y), (x2, y2) = (_read_point(line.get(name, "0,0")) for name in ("from", "to"))
            width, height = abs(x2 - x), abs(y2 - y)
        else:
            sizes = {
                name: read_points(value.replace(" ", ""), 1) or 0
                for name, value in SIZE_OF_SHAPE.findall(line.get("style", ""))
            }
            width, height = sizes.get("width", 0.0), sizes.get("height", FLAT / MM_PER_PT + 1)
        if height * MM_PER_PT <= FLAT and width * MM_PER_PT >= SHORTEST:
            yield width * MM_PER_PT


def _read_point(text: str) -> tuple[float, float]:
    """Return a point in pt."""
    found = [read_points(number, 1) or 0.0 for number in NUMBERS.findall(text)]
    x, y, *_ = (*found, 0.0, 0.0)
    return x, y


def _is_carried(element: etree._Element, paragraph: etree._Element) -> bool:
    """Tell whether a drawing belongs to a paragraph, and is no double of another."""
    if owner_of(element) is not paragraph:
        return False
    for above in element.iterancestors():
        if above is paragraph:
            return True
        if above.tag in NOT_SHOWN:
            return False
    return False


def has_cell_line(element: etree._Element) -> bool:
    """Tell whether the cell of a paragraph has a line under it."""
    cell = next(element.iterancestors(f"{W}tc"), None)
    return attribute_of(cell, "tcPr/tcBorders/bottom") not in NO_BORDER


def cell_column(element: etree._Element) -> tuple[etree._Element | None, int]:
    """Return the table in which a paragraph stands, and the column of its cell."""
    cell = next(element.iterancestors(f"{W}tc"), None)
    if cell is None:
        return None, 0
    spans = (attribute_of(other, "tcPr/gridSpan") or "1" for other in cell.itersiblings(f"{W}tc", preceding=True))
    return next(element.iterancestors(f"{W}tbl"), None), sum(map(_read_count, spans))


def _read_count(text: str) -> int:
    """Return a whole number; nothing for what is none."""
    return int(text) if text.isascii() and text.isdecimal() else 0
