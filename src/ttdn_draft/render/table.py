"""A table as WordprocessingML: cells on their grid go in, a Word table with columns of the given widths comes out."""

from collections.abc import Mapping, Sequence

from ..model import Table
from ..model.grid import GridCell, lay_grid, lay_header
from ..word.ooxml import CELL_MARGIN, fixed_table, paragraph, runs, twips


def build_table_xml(table: Table, styles: Mapping[str, str], marks: Mapping[str, str], is_last: bool) -> str:
    """Return the XML of a table; `styles` gives style ids by look, `is_last` binds it to the signature."""
    writer = _TableWriter(table, styles, marks)
    return writer.write(is_last)


class _TableWriter:
    """Writes one table row by row."""

    def __init__(self, table: Table, styles: Mapping[str, str], marks: Mapping[str, str]) -> None:
        self.table, self.styles, self.marks = table, styles, marks
        self.head = lay_header(table)
        self.rows = lay_grid(table)
        self.widths = _in_twips(table.widths)

    def write(self, is_last: bool) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        rows = [self._row(row, "o_bang", self._leads(number, is_last)) for number, row in enumerate(self.rows)]
        properties = (
            f'<w:tblStyle w:val="{self.styles["table"]}"/><w:tblW w:w="{sum(self.widths)}" w:type="dxa"/>'
            f'{fixed_table(0, CELL_MARGIN)}<w:tblLook w:val="0020" w:firstRow="1"/>'
        )
        head = "".join(self._row(row, "dau_cot", is_last and not self.rows) for row in self.head)
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{''.join(rows)}</w:tbl>"

    def _leads(self, number: int, is_last: bool) -> bool:
        """Tell whether a row stays on the page of what follows.

        The last one does where the signature follows, the one before it lest the last stand alone under the heads,
        and one over all columns, which names the rows behind it.
        """
        to_go = len(self.rows) - 1 - number
        if not to_go:
            return is_last
        return to_go == 1 or self.rows[number][0].cell.columns == len(self.widths) > 1

    def _row(self, cells: list[GridCell], look: str, holds: bool) -> str:
        header = "<w:tblHeader/>" if look == "dau_cot" else ""
        written = "".join(self._cell(cell, look, holds) for cell in cells)
        return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{written}</w:tr>"

    def _cell(self, placed: GridCell, look: str, holds: bool) -> str:
        cell = placed.cell
        width = sum(self.widths[placed.column : placed.column + cell.columns])
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        merge = "" if cell.rows == 1 else "<w:vMerge/>" if placed.continues else '<w:vMerge w:val="restart"/>'
        side = (cell.alignment or self.table.columns[placed.column].alignment) if look == "o_bang" else ""
        align = f'<w:jc w:val="{side}"/>' if side else ""
        content = "" if placed.continues else runs(cell.text, self.marks)
        keep = "<w:keepNext/>" if holds else ""
        text = paragraph(f'<w:pStyle w:val="{self.styles[look]}"/>{keep}{align}', content)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{text}</w:tc>'


def _in_twips(widths: Sequence[float]) -> list[int]:
    """Return widths in twips whose sum is that of the table."""
    rounded = [twips(width) for width in widths]
    return [*rounded[:-1], twips(sum(widths)) - sum(rounded[:-1])]
