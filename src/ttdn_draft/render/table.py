"""A table as WordprocessingML: cells on their grid go in, a table with measured columns comes out."""

from collections.abc import Iterator, Mapping

from ..grid import GridCell, lay_grid
from ..knowledge import fonts
from ..knowledge.profile import Profile
from ..model import Table, plain_text
from .ooxml import CELL_MARGIN, TWIPS_PER_MM, paragraph, runs, twips

CLEARANCE = 40  # twips: the borders and the rounding of letters; without it a word that just fits is cut


def build_table_xml(
    table: Table, profile: Profile, styles: Mapping[str, str], marks: Mapping[str, str], is_last: bool
) -> str:
    """Return the XML of a table; `styles` gives style ids by look, `is_last` binds it to the signature."""
    writer = _TableWriter(table, profile, styles, marks)
    return writer.write(is_last)


class _TableWriter:
    """Writes one table row by row."""

    def __init__(self, table: Table, profile: Profile, styles: Mapping[str, str], marks: Mapping[str, str]) -> None:
        self.table, self.profile, self.styles, self.marks = table, profile, styles, marks
        self.head = [GridCell(cell, column) for column, cell in enumerate(table.header)]
        self.rows = lay_grid(table)
        self.widths = self._widths()

    def write(self, is_last: bool) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        rows = [self._row(row, "o_bang", is_last and row is self.rows[-1]) for row in self.rows]
        properties = (
            f'<w:tblStyle w:val="{self.styles["table"]}"/><w:tblW w:w="{sum(self.widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/>'
        )
        head = self._row(self.head, "dau_cot", is_last and not self.rows)
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{''.join(rows)}</w:tbl>"

    def _row(self, cells: list[GridCell], look: str, holds: bool) -> str:
        header = "<w:tblHeader/>" if look == "dau_cot" else ""
        written = "".join(self._cell(cell, look, holds) for cell in cells)
        return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{written}</w:tr>"

    def _cell(self, placed: GridCell, look: str, holds: bool) -> str:
        cell = placed.cell
        width = sum(self.widths[placed.column : placed.column + cell.columns])
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        merge = "" if cell.rows == 1 else "<w:vMerge/>" if placed.continues else '<w:vMerge w:val="restart"/>'
        side = self.table.alignments[placed.column] if look == "o_bang" else ""
        align = f'<w:jc w:val="{side}"/>' if side else ""
        content = "" if placed.continues else runs(cell.text, self.marks)
        keep = "<w:keepNext/>" if holds else ""
        text = paragraph(f'<w:pStyle w:val="{self.styles[look]}"/>{keep}{align}', content)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{text}</w:tc>'

    def _widths(self) -> list[int]:
        """Share the text width in twips: each column its longest word, the rest by the longest lines."""
        full = twips(self.profile.page.text_width)
        words, lines = [0.0] * len(self.head), [1.0] * len(self.head)
        for column, text, share in self._texts():
            words[column] = max(words[column], max((self._measure(w) for w in text.split()), default=0) / share)
            lines[column] = max(lines[column], min(self._measure(text) / share, full / 2))
        least = [word + 2 * CELL_MARGIN + CLEARANCE for word in words]
        if sum(least) >= full:  # too many columns for whole words: share what there is
            return _round([width * full / sum(least) for width in least], full)
        wishes = [max(line + 2 * CELL_MARGIN - word, 1) for line, word in zip(lines, least, strict=True)]
        spare = full - sum(least)
        return _round([a + spare * wish / sum(wishes) for a, wish in zip(least, wishes, strict=True)], full)

    def _texts(self) -> Iterator[tuple[int, str, int]]:
        """Yield each column with a text in it and over how many columns that text is spread."""
        for placed in (cell for row in (self.head, *self.rows) for cell in row):
            text = plain_text(placed.cell.text)
            for column in range(placed.column, placed.column + placed.cell.columns):
                yield column, text, placed.cell.columns

    def _measure(self, text: str) -> float:
        """Return the width of a text in twips, in the bold of the header row: the widest it can be."""
        return fonts.width_mm(text, "bold", self.profile.looks["o_bang"].size) * TWIPS_PER_MM


def _round(widths: list[float], full: int) -> list[int]:
    rounded = [round(width) for width in widths]
    return [*rounded[:-1], full - sum(rounded[:-1])]
