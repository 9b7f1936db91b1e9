"""How a document is cited: a citation and a standard go in, the words that are printed come out."""

from ..periods import PartialDate
from .table import Citation

GAP = "[…]"  # an unknown part is left to be filled in by hand, never guessed
PARTY = "dang"


def format_citation(citation: Citation, standard: str, short: bool = False) -> str:
    """Return a document as a standard cites it: in full at first mention, afterwards kind, number and symbol alone.

    Party: Hướng dẫn số 05-HD/VPTW, trang 12; State: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6.
    """
    if short or citation.is_named:
        return name_citation(citation)
    if citation.is_law:
        return _format_law(citation, standard)
    comma = "," if standard == PARTY else ""
    title = GAP if citation.title is None else citation.title
    day = _format_date(citation.date, standard)
    head = f"{name_citation(citation)}{comma} ngày {day} của {citation.issuer}"
    return " ".join(part for part in (head, citation.joint, title) if part)


def name_citation(citation: Citation) -> str:
    """Return a document by its kind, number and symbol; by its name where it is known by that."""
    if citation.is_named or citation.is_law:
        return citation.title or GAP
    return f"{citation.kind} số {citation.symbol or GAP}"


def _format_law(citation: Citation, standard: str) -> str:
    """Return a law: by name and year for the Party, by name and date for the State."""
    title = citation.title or GAP
    if standard == PARTY:
        return f"{title} năm {citation.date.year if citation.date else GAP}"
    return f"{title} ngày {_format_date(citation.date, standard)}"


def _format_date(day: PartialDate | None, standard: str) -> str:
    """Return a date with the zeros of the standards: before days below 10, and before months 1 and 2 alone."""
    if day is None:
        return GAP
    number = GAP if day.day is None else f"{day.day:02d}"
    month = GAP if day.month is None else f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{number}/{month}/{day.year}" if standard == PARTY else f"{number} tháng {month} năm {day.year}"
