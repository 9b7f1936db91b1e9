"""Shares the width of a table among its columns: a table and the width of the page go in, widths in mm come out."""

from collections.abc import Iterator, Sequence

from ..knowledge.standards import fonts
from ..model import Report, Table, plain_text
from ..model.grid import CELL_MARGIN_MM, lay_grid, lay_header
from ..model.numbers import is_ordinal

CLEARANCE = 0.7  # mm: the borders and the rounding of letters; without it a word that just fits is cut
EMPTY = 0.02  # mm: what a column without a word still wishes


def share_widths(table: Table, full: float, size: float, report: Report) -> tuple[float, ...]:
    """Return the widths: each column its longest word or its hint, the rest by the longest lines.

    `full` is the width between the margins in mm, `size` that of the letters in pt.
    """
    words, lines = _measure(table, full, size)
    least = [word + 2 * CELL_MARGIN_MM + CLEARANCE for word in words]
    wishes = [max(line + 2 * CELL_MARGIN_MM - word, EMPTY) for line, word in zip(lines, least, strict=True)]
    if table.is_numbered or is_ordinal(plain_text(table.header[0].text)):
        wishes[0] = EMPTY  # a label that reaches over the column of numbers does not widen it
    hints = [column.width for column in table.columns]
    if any(hint is not None for hint in hints):
        return _share_with_hints(table, full, least, wishes, report)
    if sum(least) >= full:  # too many columns for whole words: share what there is
        report("W361", table.path, columns=len(hints), width=round(full), needed=round(sum(least)))
        return tuple(width * full / sum(least) for width in least)
    return tuple(_spread(least, wishes, full))


def _share_with_hints(
    table: Table, full: float, least: list[float], wishes: list[float], report: Report
) -> tuple[float, ...]:
    hints = [column.width for column in table.columns]
    free = [index for index, hint in enumerate(hints) if hint is None]
    given = sum(hint for hint in hints if hint is not None)
    needed = sum(least[index] for index in free)
    if given + needed > full + CLEARANCE:
        report("W360", table.path, given=round(given), needed=round(needed), width=round(full))
        asked = [least[index] if hint is None else hint for index, hint in enumerate(hints)]
        return tuple(width * full / sum(asked) for width in asked)
    for index, hint in enumerate(hints):
        if hint is not None and hint < least[index]:
            name = plain_text(table.header[index].text)
            report(
                "W362",
                (*table.path, "cot", index - table.is_numbered),
                name=name,
                hint=hint,
                needed=round(least[index], 1),
            )
    shared = iter(_spread([least[i] for i in free], [wishes[i] for i in free], full - given))
    return tuple(next(shared) if hint is None else hint for hint in hints)


def _spread(least: Sequence[float], wishes: Sequence[float], full: float) -> list[float]:
    """Return the least widths with what is left of the full one added by the wishes."""
    spare = max(full - sum(least), 0)
    return [width + spare * wish / sum(wishes) for width, wish in zip(least, wishes, strict=True)]


def _measure(table: Table, full: float, size: float) -> tuple[list[float], list[float]]:
    """Return the longest word and the longest line of each column, in mm."""
    words, lines = [0.0] * len(table.columns), [EMPTY] * len(table.columns)
    for column, text, share in _texts(table):
        word = max((_width(w, size) for w in text.split()), default=0)
        words[column] = max(words[column], word / share)
        lines[column] = max(lines[column], min(_width(text, size) / share, full / 2))
    return words, lines


def _texts(table: Table) -> Iterator[tuple[int, str, int]]:
    """Yield each column with a text in it and over how many columns that text is spread."""
    for placed in (cell for row in (*lay_header(table), *lay_grid(table)) for cell in row):
        text = plain_text(placed.cell.text)
        for column in range(placed.column, placed.column + placed.cell.columns):
            yield column, text, placed.cell.columns


def _width(text: str, size: float) -> float:
    """Return the width of a text in the bold of the header row: the widest it can be."""
    return fonts.width_mm(text, "bold", size)
