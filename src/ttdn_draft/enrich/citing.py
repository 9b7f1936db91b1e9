"""One mention of a document by its id: an id goes in, the words of the citation come out, doubts are reported."""

from ..knowledge.ages import find_known_day
from ..knowledge.citations import (
    STATUS_WORDS,
    Citation,
    CitationTable,
    Status,
    format_citation,
    list_near_ids,
    name_citation,
)
from ..knowledge.lookup_day import find_lookup_day
from ..knowledge.standards.dates import DateWording
from ..knowledge.standards.spelling import spell
from ..messages import N_
from ..model import Draft, Report
from ..model.marks import GAP
from ..yaml_nodes import NodePath

NOTHING_NEWER = N_("chưa thấy trong bảng")
UNSURE = N_("chưa chắc")


class Citer:
    """Makes words of ids, in full at the first mention; doubts about a document are reported there."""

    def __init__(self, draft: Draft, citations: CitationTable, dates: DateWording, report: Report) -> None:
        self.dates = dates
        self.standard, self.day, self.citations, self.report = draft.standard, find_lookup_day(draft), citations, report
        self.mentioned: set[str] = set()
        self.amended: list[tuple[Citation, Citation, NodePath]] = []

    def cite(self, id: str, path: NodePath) -> str | None:
        """Return the words of a mention: in full the first time, short afterwards; nothing for an unknown id."""
        citation = self.citations.find(id)
        if citation is None:
            near = list_near_ids(id, self.citations)
            self.report("E395", path, name=id, near=near)
            return None
        if id in self.mentioned:
            return self._write(citation, short=True)
        self.mentioned.add(id)
        return self._introduce(citation, path)

    def report_amended(self) -> None:
        """Report the amended documents beside which the amending one is not cited; called at the end."""
        for citation, amending, path in self.amended:
            if amending.id not in self.mentioned:
                self.report("W391", path, cited=_name(citation), amending=_name(amending))

    def _introduce(self, citation: Citation, path: NodePath) -> str:
        """Return a document in full, and report what is doubtful about it."""
        self._report_status(citation, path)
        words = self._write(citation)
        if not citation.is_verified:
            self.report("W393", path, cited=_name(citation), doubtful=citation.doubtful, source=citation.source)
        if GAP in words:
            self.report("W394", path, cited=_name(citation), gap=GAP)
        return words

    def _write(self, citation: Citation, short: bool = False) -> str:
        return spell(format_citation(citation, self.standard, short, self.dates), self.standard)

    def _report_status(self, citation: Citation, path: NodePath) -> None:
        """Report a document that does not hold on the date of the draft, and what holds in its place."""
        cited, newer = _name(citation), self._name_replacement(citation)
        match self.citations.status_on(citation, self.day):
            case Status.IN_FORCE:
                return
            case Status.AMENDED if amending := self.citations.find(citation.amended_by):
                self.amended.append((citation, amending, path))
            case Status.UNCLEAR:
                self.report("W392", path, cited=cited, newer=newer)
            case status:
                day = self.day or find_known_day()
                self.report("W390", path, cited=cited, status=STATUS_WORDS[status], day=day, newer=newer)

    def _name_replacement(self, citation: Citation) -> str | tuple[str, str]:
        newer = self.citations.find_replacement(citation, self.day)
        if newer is None:
            return NOTHING_NEWER
        return (_name(newer), UNSURE) if "replaced_by" in citation.unverified else _name(newer)


def _name(citation: Citation) -> str:
    return f"{name_citation(citation)} ({citation.id})"
