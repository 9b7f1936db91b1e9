"""The documents on which a new one rests: proposed ids go in, those that hold on the day come out."""

import re
from collections.abc import Iterable
from datetime import date

from ..knowledge.citations import Citation, CitationTable, Status, format_citation, name_citation
from ..model.marks import CITATION, write_citation, write_gap
from .doubts import DoubtBook, Subject

OPENING = "Căn cứ"
HOLDS = (Status.IN_FORCE, Status.AMENDED)


def choose_bases(proposed: Iterable[str], citations: CitationTable, day: date) -> list[Citation]:
    """Return the proposed documents that hold on a day, or those that replaced them, each once."""
    found: dict[str, Citation] = {}
    for name in proposed:
        citation = citations.find(name)
        if citation and citations.status_on(citation, day) not in HOLDS:
            citation = citations.find_replacement(citation, day)
        if citation and citations.status_on(citation, day) in HOLDS:
            found[citation.id] = citation
    return list(found.values())


def settle_citations(text: str, citations: CitationTable, day: date) -> str:
    """Return a text in which each document that no longer holds on a day is replaced by its successor, or by a gap."""

    def settle(mark: re.Match[str]) -> str:
        citation = citations.find(mark["id"])
        status = citations.status_on(citation, day) if citation else Status.UNCLEAR
        if citation is None or status in (*HOLDS, Status.UNCLEAR):
            return mark[0]
        newer = choose_bases([citation.id], citations, day)
        return (
            write_citation(newer[0].id) if newer else write_gap(f"văn bản còn hiệu lực, thay {name_citation(citation)}")
        )

    return CITATION.sub(settle, text)


def cite_in_text(citation: Citation, standard: str, book: DoubtBook) -> str:
    """Return a document as it is cited in a sentence: by its id, or in words with a mark where it is not verified."""
    if citation.is_verified:
        return write_citation(citation.id)
    return book.mark(format_citation(citation, standard), citation, Subject.BASE, citation.id)


def cite_as_base(citation: Citation, standard: str, book: DoubtBook) -> str:
    """Return a document as an entry of can_cu."""
    if citation.is_verified:
        return citation.id
    return f"{OPENING} {cite_in_text(citation, standard, book)}"
