"""Empties what last year's document counted: the amounts of its results go in, gaps with the old number come out."""

import re
from collections.abc import Iterator

from ...errors import Finding
from ...mentions.contexts import is_in_past_part
from ...mentions.figures import to_number
from ...model.marks import write_gap
from ...model.mentions import TEXT_ZONES, Mention, Passage
from .last_year import LastYear, Rewording

SHARE = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d+)?(?=\s?%)")
NUMBER = re.compile(r"\d[\d.,]*\d|\d")
WANTED, SHARE_WANTED, CELL_WANTED = "số {what} năm {new}", "tỷ lệ năm {new}", "số năm {new}"
LONGEST_WHAT = 40


def empty_figures(last: LastYear) -> Iterator[Rewording]:
    """Yield a gap for each number of what was done: in reviews, and in a report outside of what it plans."""
    for amount in last.mentions.amounts:
        number = NUMBER.match(amount.passage.text, amount.start)
        if number and not amount.is_quoted and _is_result(amount.passage, last):
            wanted = WANTED.format(what=amount.what[:LONGEST_WHAT].strip(), new=last.new)
            yield _empty(Mention(amount.passage, *number.span()), wanted, last)
    for passage in last.mentions.index.having("%"):
        for found in SHARE.finditer(passage.text):
            if passage.zone in TEXT_ZONES and _is_result(passage, last):
                yield _empty(Mention(passage, *found.span()), SHARE_WANTED.format(new=last.new), last)
    for passage in last.mentions.index.with_digits:
        if passage.zone == "cell" and _is_result(passage, last) and to_number(passage.text) is not None and not _is_count(passage):
            yield _empty(Mention(passage, 0, len(passage.text)), CELL_WANTED.format(new=last.new), last)


def _is_result(passage: Passage, last: LastYear) -> bool:
    return passage.zone != "heading" and is_in_past_part(passage, last.is_report)


def _is_count(passage: Passage) -> bool:
    """Tell whether a cell stands in the first column and counts rows."""
    return passage.path[-1:] == (0,)


def _empty(number: Mention, wanted: str, last: LastYear) -> Rewording:
    gap = write_gap(f"{wanted} — năm {last.old}: {number.words}")
    return Rewording(number.passage, number.start, number.end, gap, Finding("N869", facts=last.facts))
