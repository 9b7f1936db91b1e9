"""The documents on which a new one rests: proposed ids go in, those that hold on the day come out."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from ..asking import DoubtBook, Subject
from ..knowledge.citations import HOLDS, Citation, CitationTable, Status, format_citation, name_citation
from ..model.marks import CITATION, write_citation, write_gap
from ..patterns import regex

OPENING = "Căn cứ"
YEARLY_TOPIC, OF_THE_CENTRE = "ttdn-nam", "Trung ương"
"""The documents on this work of one year, and how the issuers end whose guidance all provinces follow."""
LATER = regex(r",? (?:giai đoạn|đến năm|thực hiện|năm \d).*")
"""What a title says of its own years, or of the document that it carries out: neither was there before."""


class Bases(NamedTuple):
    """The documents on which a new one rests: those that its outline proposes, and the guidance of its year."""

    proposed: Sequence[Citation]
    guidance: Citation | None


def choose_bases(proposed: Iterable[str], citations: CitationTable, day: date) -> list[Citation]:
    """Return the proposed documents that hold on a day, or what stood in their place then, each once."""
    known = (citations.find(name) for name in proposed)
    found = (_find_of_day(citation, citations, day) for citation in known if citation)
    held = (citation for citation in found if citation and citations.status_on(citation, day) in HOLDS)
    return list({citation.id: citation for citation in held}.values())


def _find_of_day(citation: Citation, citations: CitationTable, day: date) -> Citation | None:
    """Return a document if it holds on a day, else what replaced it by then, else what it has replaced since."""
    if citations.status_on(citation, day) in HOLDS:
        return citation
    newer = citations.find_replacement(citation, day)
    if newer and citations.status_on(newer, day) in HOLDS:
        return newer
    return citations.find_replaced(citation, day)


def find_year_guidance(citations: CitationTable, year: int, day: date) -> Citation | None:
    """Return the newest guidance of the centre on the work of a year that holds on a day."""
    found = (c for c in citations if c.topic == YEARLY_TOPIC and c.issuer.endswith(OF_THE_CENTRE))
    named = (c for c in found if re.search(rf"\bnăm {year}\b", c.title or ""))
    held = [(c.date.first, c) for c in named if c.date and citations.status_on(c, day) in HOLDS]
    return max(held, key=itemgetter(0), default=(None, None))[1]


def settle_citations(text: str, citations: CitationTable, day: date, standard: str, book: DoubtBook) -> str:
    """Return a text in which what does not hold on a day is replaced by the document of that day, or by a gap.

    What stands in its place and nobody verified is asked in `book`.
    """

    def settle(mark: re.Match[str]) -> str:
        citation = citations.find(mark["id"])
        status = citations.status_on(citation, day) if citation else Status.UNCLEAR
        if citation is None or status in (*HOLDS, Status.UNCLEAR):
            return mark[0]
        found = _find_of_day(citation, citations, day)
        return cite_in_text(found, standard, book) if found else write_gap(_write_wanted(citation, status))

    return CITATION.sub(settle, text)


def _write_wanted(citation: Citation, status: Status) -> str:
    """Return which document is wanted; one that was not there yet is not named, only what it is about."""
    if status not in (Status.NOT_ISSUED, Status.NOT_EFFECTIVE) or not citation.title:
        return f"văn bản còn hiệu lực, thay {name_citation(citation)}"
    return " ".join(filter(None, ("văn bản còn hiệu lực", citation.joint, LATER.sub("", citation.title))))


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
