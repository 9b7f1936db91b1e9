"""How a document is cited: a citation and a standard go in, the words that are printed come out."""

from ...model.marks import GAP
from ...records import dataclass
from ..standards.dates import DateWording, dates_of
from ..standards.spelling import PARTY
from .table import Citation


@dataclass(frozen=True)
class CitationForm:
    """What a standard puts behind the number, how it cites a law, and where that is laid down."""

    after_number: str
    law: str
    clause: str


CITATION_FORMS = {PARTY: CitationForm(",", "{ten} năm {nam}", "Hướng dẫn số 05-HD/VPTW, trang 12")}
STATE_FORM = CitationForm("", "{ten} ngày {ngay}", "Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6")


def format_citation(citation: Citation, standard: str, short: bool = False, dates: DateWording | None = None) -> str:
    """Return a document as a standard cites it: in full at first mention, afterwards kind, number and symbol alone.

    `dates` is the wording of dates of a profile; without one, it is that of the standard.
    """
    if short or citation.is_named:
        return name_citation(citation)
    form, day = CITATION_FORMS.get(standard, STATE_FORM), (dates or dates_of(standard)).cite(citation.date)
    if citation.is_law:
        year = citation.date.year if citation.date else GAP
        return form.law.format(ten=name_citation(citation), nam=year, ngay=day)
    title = GAP if citation.title is None else citation.title
    head = f"{name_citation(citation)}{form.after_number} ngày {day} của {citation.issuer or GAP}"
    return " ".join(part for part in (head, citation.joint, title) if part)


def name_citation(citation: Citation) -> str:
    """Return a document by its kind, number and symbol; by its name where it is known by that."""
    if citation.is_named or citation.is_law:
        return citation.title or GAP
    return f"{citation.kind} số {citation.symbol or GAP}"
