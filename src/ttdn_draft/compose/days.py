"""The anniversaries of a new document: an order and calendars go in, its phrases and what to tell of them come out."""

from collections.abc import Iterator
from operator import itemgetter

from ..asking import DoubtBook
from ..errors import Finding
from ..knowledge.citations import Citation, CitationTable, name_citation
from ..knowledge.days.calendars import Almanac
from ..knowledge.days.phrases import list_named_days, phrases_of
from ..knowledge.days.words import write_title
from ..knowledge.places.organs import find_organ
from ..model.marks import write_gap
from ..patterns import regex
from .order import Order

REPORT = "bao-cao"
CENTRAL_BODY = "btgtw"  # under any of its names
DAYS_TOPIC, GREAT_DAYS = "ngay-le", "các ngày lễ lớn"
YEARS_OF_TITLE = regex(r"năm (\d{4})(?: - (\d{4}))?")
BY_GUIDANCE = "Các ngày khác theo "


def gather_days(
    order: Order, province: str, almanac: Almanac, citations: CitationTable, book: DoubtBook
) -> tuple[str, ...]:
    """Return the phrases of the year, of which what is not verified is asked in `book`."""
    return tuple(map(book.take, list_phrases(order, province, almanac, citations)))


def list_phrases(order: Order, province: str, almanac: Almanac, citations: CitationTable) -> tuple[str, ...]:
    """Return the phrases of the year; a last one leaves a gap for the central guidance until that is known.

    A report tells what was done and looks for no guidance.
    """
    days = phrases_of(almanac, order.year, province, order.day)
    if not days or order.kind == REPORT or find_guidance(citations, order):
        return days
    body = find_organ(CENTRAL_BODY, order.day)
    name = body.name if body else "cấp trên"
    return (*days, BY_GUIDANCE + write_gap(f"hướng dẫn của {name} về {GREAT_DAYS} năm {order.year}"))


def find_guidance(citations: CitationTable, order: Order) -> Citation | None:
    """Return the newest document of the centre on the great days of the year, as far as it was there on the day."""
    issued = ((c.date.first, c) for c in citations if c.date and c.date.first <= order.day)
    return max((pair for pair in issued if _speaks_of(pair[1], order.year)), key=itemgetter(0), default=(None, None))[1]


def tell_days(order: Order, province: str, almanac: Almanac, citations: CitationTable) -> Iterator[Finding]:
    """Yield which document has the last word on the days, and which days are over when a document is issued.

    Real guidances list days that are over: they are told and stay.
    """
    if order.kind == REPORT:
        return
    if guidance := find_guidance(citations, order):
        yield Finding("N722", facts={"year": order.year, "document": name_citation(guidance)})
    past = list(_list_past(order, province, almanac)) if order.issue_date else []
    if past:
        yield Finding("N723", facts={"count": len(past), "day": order.day, "names": "; ".join(past)})


def _list_past(order: Order, province: str, almanac: Almanac) -> Iterator[str]:
    """Yield the days that are over on the day of issue, without their dates."""
    for item in list_named_days(almanac, order.year, province, order.day):
        known = [found.day for found in item.occurrences if found.day]
        if known and max(known) < order.day:
            yield write_title(item.occurrences[0])


def _speaks_of(citation: Citation, year: int) -> bool:
    words = citation.title or citation.gist
    named = YEARS_OF_TITLE.findall(words) if citation.topic == DAYS_TOPIC and GREAT_DAYS in words else []
    return any(int(first) <= year <= int(last or first) for first, last in named)
