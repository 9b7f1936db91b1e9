"""Marks doubtful facts in a new document: facts and marks go in, texts with visible marks come out."""

from ..knowledge.pack import Fact
from ..model.marks import PendingMark, rewrite_doubts, write_doubt


def mark_fact(text: str, fact: Fact) -> str:
    """Return a text unchanged where its fact is verified, else inside the mark [cần kiểm tra: …]."""
    return text if fact.is_verified else write_doubt(text, fact.source)


def name_sources_once(text: str) -> str:
    """Return a text in which each doubt says its source where it stands first, and later is marked without."""
    seen: set[str] = set()

    def keep_first(mark: PendingMark) -> str:
        is_first = mark.written not in seen
        seen.add(mark.written)
        return mark.written if is_first else write_doubt(mark.question)

    return rewrite_doubts(text, keep_first)
