"""Says what stands around a cell of a typed table: a cell goes in, the head of its column and its row come out."""

from ..model.mentions import Passage
from .manuscript import Manuscript

_ROWS = "hang"
MOST_COLUMNS = 20  # of a row that is read as a whole


def find_column_head(text: Manuscript, cell: Passage) -> str:
    """Return the head of the column of a cell; blank for what is no cell of a row."""
    path = cell.path
    if len(path) < len((_ROWS, 0, 0)) or path[-3] != _ROWS:
        return ""
    return text.text_of((*path[:-3], "cot", path[-1], "ten"))


def list_row(text: Manuscript, cell: Passage) -> list[str]:
    """Return the other cells of the row of a cell, as they are printed."""
    path = cell.path
    if len(path) < len((_ROWS, 0, 0)) or path[-3] != _ROWS:
        return []
    others = (text.text_of((*path[:-1], at)) for at in range(MOST_COLUMNS) if at != path[-1])
    return [words for words in others if words]
