"""Tells figures of a table whose comma may part thousands: a table goes in, the first of each column comes out."""

from collections.abc import Sequence

from ..characters import list_lines
from ..model import Report, Source, Table, plain_text
from ..patterns import regex

EITHER_WAY = regex(r"[1-9]\d{0,2}(?:,\d{3})+")
"""1,250: 1250 in English, and 1,25 in Vietnamese."""
OF_DECIMALS = regex(r"[\d.]+,(?:\d{1,2}|\d{4,})|0,\d+")
"""Figures that show a column to be one of decimals, as 0,125 and 12,5."""


def doubt_column_commas(table: Table, source: Source, report: Report) -> None:
    """Tell once a column the figures that can be read both ways, where nothing in the column settles it."""
    for place in range(len(table.header)):
        if table.columns[place].kind or any(len(row) <= place for row in table.rows):
            continue
        cells = [plain_text(row[place].text).strip() for row in table.rows]
        rows = [number for number, words in enumerate(cells) if EITHER_WAY.fullmatch(words)]
        if rows and not any(map(OF_DECIMALS.fullmatch, cells)):
            _tell(table, place, rows, cells[rows[0]], source, report)


def _tell(table: Table, place: int, rows: Sequence[int], words: str, source: Source, report: Report) -> None:
    paths = [(*table.path, "hang", row, place) for row in rows]
    further = list_lines([source.place(path).line for path in paths[1:]])
    facts = {"also": further} if further else {}
    report("W994", paths[0], value=words, whole=words.replace(",", "."), **facts)
