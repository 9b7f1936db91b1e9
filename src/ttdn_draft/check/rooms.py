"""How much room a line has: a line goes in, the width of its column or of the page comes out, in mm."""

from ..word.formats import attribute_of, read_mm
from ..word.ooxml import W
from .sheet import ShownLine

USUAL_MARGIN = 1.9  # mm, of a cell of Word on each side, where nothing else is said


def find_room(line: ShownLine) -> float:
    """Return how wide the column is in which a line stands, without its indents."""
    cell = next(line.element.iterancestors(f"{W}tc"), None)
    width = read_mm(attribute_of(cell, "tcPr/tcW", "w")) if attribute_of(cell, "tcPr/tcW", "type") == "dxa" else None
    room = line.section.text_width if width is None else width - _margin(line, "left") - _margin(line, "right")
    return room - line.format.left - line.format.right


def has_fixed_room(line: ShownLine) -> bool:
    """Tell whether the table of a line keeps the widths that it says."""
    return line.table is not None and attribute_of(line.table, "tblPr/tblLayout", "type") == "fixed"


def _margin(line: ShownLine, side: str) -> float:
    found = read_mm(attribute_of(line.table, f"tblPr/tblCellMar/{side}", "w"))
    return USUAL_MARGIN if found is None else found
