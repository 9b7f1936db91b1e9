"""Looks after what last year's document cites: citations go in, those of its year and unknown ones come out in marks.

What the table knows is the matter of the check, which names the successors; this is about what it does not know.
"""

from collections.abc import Iterator
from datetime import date

from ...errors import Finding
from ...knowledge.citations import STATUS_WORDS, Citation, Status, name_citation
from ...knowledge.standards.dates import dates_of
from ...knowledge.standards.spelling import PARTY
from ...mentions.citations import DocumentMention
from ...model.marks import DASH, write_doubt, write_gap
from ...model.mentions import TEXT_ZONES
from ...model.open_words import NUMBER_WANTED, OLD_WORDS, OVER_BY_TABLE, REPLACED_BY_TABLE, UNKNOWN_IN_FORCE
from ..bases import OF_THE_CENTRE, find_year_guidance
from .last_year import LastYear, Rewording
from .years import is_of_year

OVER_STATUSES = (Status.ENDED, Status.PHASE_OVER)
TTDN = "đối ngoại"


def mark_citations(last: LastYear) -> Iterator[Rewording]:
    """Yield each document of the year with the number of its successor, or a gap, and each unknown one in a mark."""
    seen, yearly = set[object](), {c.symbol.key for c in last.mentions.citations if is_of_year(c, last)}
    for cited in last.mentions.citations:
        if cited.is_given or cited.is_quoted or cited.is_nested or cited.passage.zone not in {*TEXT_ZONES, "base"}:
            continue
        key = cited.symbol.key
        if key in yearly:
            yield _renew(cited, last)
        elif key not in seen and cited not in last.known and cited.day:
            yield _doubt(cited, last)
        elif cited in last.known and cited.passage.zone == "note":
            yield from _mark_ended(cited, last)
        seen.add(key)


def _renew(cited: DocumentMention, last: LastYear) -> Rewording:
    """Return the number and the day of the document of the new year; of one that nobody knows a gap."""
    start, end = cited.symbol_span[0], cited.day_span[1] or cited.symbol_span[1]
    old = " ".join(cited.passage.text[start:end].split())
    newer = _find_newer(cited, last)
    was = OLD_WORDS.format(old=last.old, words=old)
    words = _write_number(newer, cited, last) if newer else write_gap(f"{NUMBER_WANTED}{DASH}{was}")
    facts = {"old": last.old, "year": last.new, "words": " ".join(cited.words.split())}
    return Rewording(cited.passage, start, end, words, Finding("N865", facts=facts))


def _find_newer(cited: DocumentMention, last: LastYear) -> Citation | None:
    """Return the guidance of the centre of the new year for that of the old one."""
    is_central = cited.issuer.endswith(OF_THE_CENTRE) and TTDN in cited.title
    return find_year_guidance(last.citations, last.new, last.day) if is_central else None


def _write_number(newer: Citation, cited: DocumentMention, last: LastYear) -> str:
    day = dates_of(last.draft.standard).cite(newer.date)
    comma = "," if last.draft.standard == PARTY else ""
    return f"{newer.symbol}{comma} ngày {day}" if cited.day_span[1] else str(newer.symbol)


def _mark_ended(cited: DocumentMention, last: LastYear) -> Iterator[Rewording]:
    """Yield a document that a note names and that is over on the day, with what the table knows of it."""
    known = last.known[cited]
    status, newer = last.citations.status_on(known, last.day), last.citations.find_replacement(known, last.day)
    if status in OVER_STATUSES:
        why, now = STATUS_WORDS[status], name_citation(newer) if newer else ""
        words, source = " ".join(cited.words.split()), " ".join(known.source.split())
        newer_words = f": {now}" if now else ""
        facts = {"words": words, "day": _show(last.day), "why": why, "source": source, "newer": newer_words}
        mark = write_doubt(cited.words, (REPLACED_BY_TABLE if now else OVER_BY_TABLE).format(why=why, newer=now))
        yield Rewording(cited.passage, cited.start, cited.end, mark, Finding("W871", facts=facts))


def _doubt(cited: DocumentMention, last: LastYear) -> Rewording:
    facts = {"words": " ".join(cited.words.split()), "day": _show(last.day)}
    mark = write_doubt(cited.words, UNKNOWN_IN_FORCE.format(old=last.old, new=last.new))
    return Rewording(cited.passage, cited.start, cited.end, mark, Finding("W866", facts=facts))


def _show(day: date) -> str:
    return f"{day:%d/%m/%Y}"
