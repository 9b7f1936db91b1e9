"""Works out increases of which a table holds the other number: a manuscript goes in, each comes out with both numbers.

Đón 84.200 lượt khách quốc tế, tăng 17,8% so với cùng kỳ: the row of those guests has 84.200 and 71.500.
"""

import re
from collections.abc import Iterator

from ..mentions.changes import ChangeMention
from ..mentions.figures import FIGURE
from ..patterns import regex
from .figure_twins import is_row_of, list_labelled_rows
from .manuscript import Manuscript

_BEHIND = regex(
    rf"[^\d.;()]{{0,40}}?[,(]\s*(?P<turn>tăng|giảm)\s+(?P<typed>(?:{FIGURE}))\s*%\s*(?:so\s+với|\)|,|;|\.|$)", re.I
)
_OTHER = regex(r"\b(?:kế\s+hoạch|chỉ\s+tiêu|trước|bình\s+quân|tháng|quý)\b", re.I)
REACH = 16  # signs behind so với in which stands with what
TIMES = 2  # numbers of a row: of this time and of the one before


def list_row_changes(text: Manuscript) -> Iterator[ChangeMention]:
    """Yield the increases in percent of a number that stands in a row of two, with what the two make."""
    rows = [row for row in list_labelled_rows(text) if len(row.figures) == TIMES]
    for amount in text.mentions.amounts if rows and text.having("*%*") else ():
        found = _BEHIND.match(amount.passage.text, amount.end, amount.sentence[1])
        if not found or _OTHER.search(amount.passage.text, found.start(), found.end() + REACH):
            continue
        same = [row for row in rows if amount.number in row.figures and is_row_of(amount, row)]
        if len(same) == 1:
            (old, typed), *_ = [pair for pair in same[0].figures.items() if pair[0] != amount.number]
            grown = 100 * (amount.number - old) / old if old else None
            right = grown if found["turn"].lower() == "tăng" or grown is None else -grown
            if right is not None and right > 0:
                span = (found.start("typed"), found.end("typed"))
                yield ChangeMention(amount.passage, *span, typed, same[0].figures[amount.number], found["typed"], right)
