"""Reads totals whose parts are the lines of a list: a manuscript goes in, each total with its parts comes out.

Phát hành 1.200 tài liệu, trong đó: and a line for each kind of them.
"""

import re
from collections.abc import Iterator

from ..mentions.sums import COUNTED, SumMention, SumPart
from ..patterns import regex
from .counted_lists import LEAST_LISTED, list_led
from .manuscript import Manuscript

_LEAD = regex(
    rf"(?P<number>{COUNTED})\s+(?P<unit>[^\d;.:()“”]{{1,80}}?)\s*,?\s+(?:trong\s+đó(?:\s+có)?|(?:bao\s+)?gồm(?:\s+có)?|cụ\s+thể)"
    r"\s*:\s*$",
    re.I,
)
_WORDS = ("trong đó:", "gồm:", "gồm có:", "đó có:", "cụ thể:")
_PART = regex(rf"(?P<number>{COUNTED})\s+(?P<what>[^\W\d][^.;]*)")


def list_listed_parts(text: Manuscript) -> Iterator[SumMention]:
    """Yield the totals below which every line of a list holds one number of things."""
    for lead, lines in list_led(text.draft) if text.having(*_WORDS) else ():
        passage = text.passage_of((*lead.path, lead.kind))
        found = _LEAD.search(passage.text) if passage and len(lines) >= LEAST_LISTED else None
        if passage is None or found is None:
            continue
        parts = [list(_PART.finditer(text.text_of((*line.path, line.kind)))) for line in lines]
        total = SumPart(found["number"], found["unit"])
        told = [SumPart(part[0]["number"], part[0]["what"]) for part in parts if len(part) == 1]
        if len(told) == len(lines) and all(part.is_measured == total.is_measured for part in told):
            yield SumMention(passage, found.start(), found.end("unit"), total, tuple(told))
