"""Reads the day from which a document that is cited is said to hold: a manuscript goes in, each other day comes out.

Nghị định số …, có hiệu lực từ ngày 01/7/2026: the table of citations knows the day.
"""

import re
from collections.abc import Iterator

from ..knowledge.citations import Citation
from ..mentions.dates import DateMention
from ..patterns import regex
from ..records import dataclass
from .manuscript import Manuscript

_IN_FORCE = regex(r"\b(?:có\s+)?hiệu\s+lực\s+(?:thi\s+hành\s+)?(?:kể\s+)?(?:từ\s+)?(?:ngày\s+)?$", re.I)
REACH = 400  # signs behind a citation in which it may be said


@dataclass(frozen=True)
class OtherEffect:
    """The day that is typed, and the document of the table, which holds from another day on."""

    typed: DateMention
    known: Citation


def list_other_effects(text: Manuscript) -> Iterator[OtherEffect]:
    """Yield the days of effect of documents that the table knows otherwise; a part may hold from another day on."""
    for found in text.mentions.dates if text.having("hiệu lực") else ():
        if found.full is None or found.is_quoted or not _IN_FORCE.search(found.before):
            continue
        before = [
            cited
            for cited in text.cited
            if cited.mention.passage is found.passage and found.start - REACH < cited.mention.start < found.start
        ]
        own = [cited for cited in before if not cited.mention.is_nested]
        known = own[0].known if len(own) == 1 and own[0].is_sure and not own[0].mention.is_quoted else None
        if known and known.period.first_day != found.full and _is_of_own(known, found):
            yield OtherEffect(found, known)


def _is_of_own(known: Citation, found: DateMention) -> bool:
    """Tell whether the table has a day of effect of its own, and nothing between says that it is of a part."""
    is_known = known.date is not None and known.period.first_day != known.date.first
    return is_known and not re.search(r"\b(?:Điều|khoản|điểm|quy\s+định\s+tại)\b", found.before[-80:])
