"""Finds what stands under a table in a data file: an excerpt goes in, the lines of notes and signatures come out."""

import re

from ..patterns import regex
from .excerpts import Excerpt

NOTE = regex(
    r"\W*(?:ghi chú|nguồn(?: số liệu)?\s*:|chú thích|lưu ý|người lập|lập biểu|thủ trưởng|kế toán trưởng"
    r"|ngày\b.*\bnăm\b)",
    re.I,
)


def find_rows_below(excerpt: Excerpt) -> list[int]:
    """Return the last lines of a file from the first that is a note, or is one text alone behind an empty line."""
    lines = [line for line, _ in excerpt.rows]
    few = max(len(excerpt.columns) // 2, 1)  # cells, of a line that is none of the table
    full = [at for at, (_, cells) in enumerate(excerpt.rows) if sum(cell is not None for cell in cells) > few]
    first = max(1, full[-1] if full else 0)
    for at in range(first, len(lines)) if len(excerpt.columns) > 1 else ():
        texts = [str(cell).strip() for cell in excerpt.rows[at][1] if cell is not None and str(cell).strip()]
        is_alone = len(texts) == 1 and texts[0][:1].isalpha() and lines[at] > lines[at - 1] + 1
        if texts and (NOTE.match(texts[0]) or is_alone):
            return lines[at:]
    return []
