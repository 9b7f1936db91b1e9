"""The body as WordprocessingML: blocks go in, paragraphs and tables that name styles come out."""

from collections.abc import Iterator, Sequence

from ..grid import GridCell, lay_grid
from ..knowledge.profiles import Profile
from ..model import BodyBlock, Table, Text
from . import fonts
from .ooxml import paragraph, runs, style_id, text_run, twips

NUMBERING_ID = 1  # the numbered levels; dashes and pluses carry their list in the style
MIN_COLUMN_SHARE = 0.06


def number_notes(texts: Iterator[Text]) -> dict[str, int]:
    """Return the number of each note label, in the order in which the marks are read."""
    labels = [run.note for text in texts for run in text if run.note]
    return {label: number for number, label in enumerate(labels, 1)}


def body_texts(body: Sequence[BodyBlock | Table]) -> Iterator[Text]:
    """Yield the texts of the body in reading order."""
    for block in body:
        if isinstance(block, Table):
            for row in (block.header, *block.rows):
                yield from (cell.text for cell in row)
        else:
            yield block.text


def build_body_xml(body: Sequence[BodyBlock | Table], profile: Profile) -> str:
    """Return the XML of all blocks; the last paragraph stays with the signature that follows it."""
    writer = _BodyWriter(profile, number_notes(body_texts(body)))
    before: Sequence[BodyBlock | Table | None] = [None, *body]
    after: Sequence[BodyBlock | Table | None] = [*body[1:], None]
    return "".join(
        writer.table(block, following) if isinstance(block, Table) else writer.block(block, previous, following)
        for block, previous, following in zip(body, before, after, strict=False)
    )


class _BodyWriter:
    """Writes one block after the other, with the numbers of the notes at hand."""

    def __init__(self, profile: Profile, notes: dict[str, int]) -> None:
        self.profile, self.notes = profile, notes
        self.level_numbers = {level: index for index, level in enumerate(profile.levels)}

    def block(self, block: BodyBlock, previous: BodyBlock | Table | None, following: BodyBlock | Table | None) -> str:
        look = self.profile.looks[block.look]
        content = (text_run(block.label) if block.label else "") + runs(block.text, self.notes)
        properties = f'<w:pStyle w:val="{style_id(block.look)}"/>'
        if not isinstance(following, BodyBlock) and not look.keep_next:
            properties += "<w:keepNext/>"  # a table, or the signature, stays with the words before it
        if block.level:
            level = self.level_numbers[block.level]
            properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{NUMBERING_ID}"/></w:numPr>'
            if self.profile.levels[block.level].breaks_line and block.outline:
                content = "<w:r><w:br/></w:r>" + content
        if isinstance(previous, Table):
            properties += f'<w:spacing w:before="{round(max(look.before, look.after) * 20)}"/>'
        if block.outline:
            properties += f'<w:outlineLvl w:val="{block.outline - 1}"/>'
        return paragraph(properties, content)

    def table(self, table: Table, following: BodyBlock | Table | None) -> str:
        widths = self._widths(table)
        grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
        head = self._row([GridCell(cell, i) for i, cell in enumerate(table.header)], table, widths, "dau_cot")
        body = lay_grid(table)
        holds = [following is None and number == len(body) for number in range(1, len(body) + 1)]
        rows = "".join(self._row(row, table, widths, "o_bang", hold) for row, hold in zip(body, holds, strict=True))
        # Word makes one table of two that touch, so a paragraph without height keeps them apart
        gap = "" if isinstance(following, BodyBlock) else paragraph('<w:pStyle w:val="TTDNKet"/><w:keepNext/>', "")
        properties = (
            f'<w:tblStyle w:val="TTDNBang"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/>'
        )
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>{gap}"

    def _row(self, cells: list[GridCell], table: Table, widths: list[int], look: str, holds: bool = False) -> str:
        header = "<w:tblHeader/>" if look == "dau_cot" else ""
        written = "".join(self._cell(cell, table, widths, look, holds) for cell in cells)
        return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{written}</w:tr>"

    def _cell(self, placed: GridCell, table: Table, widths: list[int], look: str, holds: bool) -> str:
        cell = placed.cell
        width = sum(widths[placed.column : placed.column + cell.columns])
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        merge = "" if cell.rows == 1 else "<w:vMerge/>" if placed.continues else '<w:vMerge w:val="restart"/>'
        side = table.alignments[placed.column] if look == "o_bang" else ""
        align = f'<w:jc w:val="{side}"/>' if side else ""
        content = "" if placed.continues else runs(cell.text, self.notes)
        keep = "<w:keepNext/>" if holds else ""
        text = paragraph(f'<w:pStyle w:val="{style_id(look)}"/>{keep}{align}', content)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{text}</w:tc>'

    def _widths(self, table: Table) -> list[int]:
        """Share the text width by the longest words and the longest lines of the columns, in twips."""
        full, size = twips(self.profile.page.text_width), self.profile.looks["o_bang"].size
        wanted = [0.0] * len(table.header)
        for row in ([GridCell(c, i) for i, c in enumerate(table.header)], *lay_grid(table)):
            for placed in row:
                text = "".join(run.text for run in placed.cell.text)
                width = fonts.width_mm(text, "bold", size) / placed.cell.columns
                for column in range(placed.column, placed.column + placed.cell.columns):
                    wanted[column] = max(wanted[column], min(width, self.profile.page.text_width / 2))
        total = sum(wanted) or 1
        shares = [max(w / total, MIN_COLUMN_SHARE) for w in wanted]
        widths = [round(full * share / sum(shares)) for share in shares]
        return [*widths[:-1], full - sum(widths[:-1])]
