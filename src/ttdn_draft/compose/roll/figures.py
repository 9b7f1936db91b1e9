"""Empties what last year's document counted: the amounts of its results go in, gaps with the old number come out."""

from collections.abc import Iterator, Mapping
from textwrap import shorten

from ...errors import Finding
from ...mentions.contexts import is_in_past_part
from ...mentions.figures import to_number
from ...model.marks import DASH, write_gap
from ...model.mentions import TEXT_ZONES, Mention, Passage
from ...model.open_words import CELL_WANTED, FIGURE_WANTED, OLD_WORDS, SHARE_WANTED
from ...patterns import regex
from ...yaml_nodes import NodePath
from .last_year import LastYear, Rewording
from .years import YEAR_FIGURES

SHARE = regex(r"(?<![\d.,])\d{1,3}(?:[.,]\d+)?(?=\s?%)")
LEADING_NUMBER = regex(r"\d[\d.,]*\d|\d")
LONGEST_WHAT = 40


def empty_figures(last: LastYear) -> Iterator[Rewording]:
    """Yield a gap for each number of what was done: in reviews, and in a report outside of what it plans."""
    for amount in last.mentions.amounts:
        number = LEADING_NUMBER.match(amount.passage.text, amount.start)
        if number and not amount.is_quoted and _is_result(amount.passage, last):
            what = shorten(amount.what, LONGEST_WHAT, placeholder="")
            wanted = FIGURE_WANTED.format(what=what, new=last.new)
            yield _empty(Mention(amount.passage, *number.span()), wanted, last)
    for passage in last.mentions.index.having("%"):
        for found in SHARE.finditer(passage.text):
            if passage.zone in TEXT_ZONES and _is_result(passage, last):
                yield _empty(Mention(passage, *found.span()), SHARE_WANTED.format(new=last.new), last)
    yield from _move_cells(last)


def _move_cells(last: LastYear) -> Iterator[Rewording]:
    """Yield the numbers of cells: those of last year go to the column of the year before, where the table has one."""
    cells = {p.path: p for p in last.mentions.passages if p.zone == "cell"}
    for passage in cells.values():
        if _is_result(passage, last) and to_number(passage.text) is not None and not _is_count(passage):
            year = _find_year(_head_of(passage, cells))
            beside = _find_beside(passage, cells, last) if year == last.old - 1 and last.delta == 1 else None
            number = Mention(passage, 0, len(passage.text))
            if beside:
                reason = Finding("N862", facts={"old": last.old})
                yield Rewording(passage, number.start, number.end, beside.text, reason)
            else:
                typed = year or last.old
                yield _empty(number, CELL_WANTED.format(new=typed + last.delta), last, typed)


def _head_of(passage: Passage, cells: Mapping[NodePath, Passage]) -> str:
    """Return the words over the column of a cell."""
    *table, _, _, column = passage.path if len(passage.path) > 3 else ("", "", "", "")
    head = cells.get((*table, "cot", column, "ten"))
    return head.text if head else ""


def _find_year(words: str) -> int | None:
    years = YEAR_FIGURES.findall(words)
    return int(years[0]) if len(years) == 1 else None


def _find_beside(passage: Passage, cells: Mapping[NodePath, Passage], last: LastYear) -> Passage | None:
    """Return the cell of the same row in the column of the year of the document."""
    row = passage.path[:-1]
    beside = (cell for path, cell in cells.items() if path[:-1] == row and path != passage.path)
    found = [cell for cell in beside if _find_year(_head_of(cell, cells)) == last.old]
    return found[0] if len(found) == 1 and to_number(found[0].text) is not None else None


def _is_result(passage: Passage, last: LastYear) -> bool:
    return passage.zone != "heading" and is_in_past_part(passage, last.is_report)


def _is_count(passage: Passage) -> bool:
    """Tell whether a cell stands in the first column and counts rows."""
    return passage.path[-1:] == (0,)


def _empty(number: Mention, wanted: str, last: LastYear, typed: int | None = None) -> Rewording:
    """Return a gap with the number that was typed for a year, by default that of the document."""
    gap = write_gap(f"{wanted}{DASH}{OLD_WORDS.format(old=typed or last.old, words=number.words)}")
    return Rewording(number.passage, number.start, number.end, gap, Finding("N869", facts={"old": last.old}))
