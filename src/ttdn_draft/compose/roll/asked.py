"""Writes what last year's file asked at its head where it was used: a file goes in, edits of its text come out.

An answer of last year is no answer of this one; what was settled is the text, what was not stays a doubt in its place.
"""

from collections.abc import Iterator

from ...errors import Finding
from ...model import Draft
from ...model.marks import find_pending, write_doubt
from .writing import HeadBlock, PlacedEdit

ASKED_KEY = "kiem_tra"


def write_out_doubts(draft: Draft, raw: str, old: int) -> Iterator[PlacedEdit | HeadBlock]:
    """Yield the marks that name a doubt at the head as its words, or with its source, and the head without them."""
    reason = Finding("N870", facts={"old": old})
    for mark in find_pending(raw):
        doubt = draft.doubts.get(mark.name)
        if doubt and mark.name:
            words = mark.question or doubt.value
            written = words if doubt.is_settled else write_doubt(words, mark.source or doubt.ground)
            yield PlacedEdit(mark.start, mark.end, written, (reason,))
    if draft.doubts:
        yield HeadBlock(ASKED_KEY, "", reason)
