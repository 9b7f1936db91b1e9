"""The legal bases: entries of can_cu go in, ids of the citation table become words, each line gets its marks."""

import re

from ..knowledge.citations import (
    GAP,
    KNOWN_UNTIL,
    STATUS_WORDS,
    Citation,
    CitationTable,
    Status,
    find_near_ids,
    format_citation,
    name_citation,
)
from ..knowledge.profile import Profile
from ..messages import N_
from ..model import Draft, Report
from ..yaml_nodes import NodePath
from .lines import punctuate, report_empty

KEY = "can_cu"
ID = re.compile(r"[a-z0-9][a-z0-9-]*")
OPENING = "Căn cứ"
NOTHING_NEAR = N_("không có mã nào gần giống")
NOTHING_NEWER = N_("chưa thấy trong bảng")
UNSURE = N_("chưa chắc")


def has_ids(draft: Draft) -> bool:
    """Tell whether an entry is an id, for which a table is needed."""
    return any(ID.fullmatch(entry.strip()) for entry in draft.legal_bases)


def build_legal_bases(draft: Draft, citations: CitationTable, profile: Profile, report: Report) -> tuple[str, ...]:
    """Return the legal bases, one per line."""
    report_empty(draft.legal_bases, KEY, report)
    speller = _Speller(draft, citations, report)
    lines = [speller.spell_out(entry, (KEY, i)) for i, entry in enumerate(draft.legal_bases)]
    return punctuate(lines, profile.marks[KEY])


class _Speller:
    """Makes words of ids; what is doubtful about a document goes to `report`."""

    def __init__(self, draft: Draft, citations: CitationTable, report: Report) -> None:
        self.draft, self.citations, self.report = draft, citations, report
        self.day = draft.issue_date

    def spell_out(self, entry: str, path: NodePath) -> str:
        """Return a text as it is, and the words of a citation for its id."""
        name = entry.strip()
        if not ID.fullmatch(name):
            return entry
        citation = self.citations.find(name)
        if citation is None:
            near = ", ".join(find_near_ids(name, self.citations)) or NOTHING_NEAR
            self.report("E395", path, name=name, near=near)
            return entry
        self._report_status(citation, path)
        words = format_citation(citation, self.draft.standard)
        if not citation.is_verified:
            self.report("W393", path, cited=_name(citation), doubtful=citation.doubtful, source=citation.source)
        if GAP in words:
            self.report("W394", path, cited=_name(citation), gap=GAP)
        return f"{OPENING} {words}"

    def _report_status(self, citation: Citation, path: NodePath) -> None:
        """Report a document that does not hold on the date of the draft, and what holds in its place."""
        cited, newer = _name(citation), self._name_replacement(citation)
        match self.citations.status_on(citation, self.day):
            case Status.IN_FORCE:
                return
            case Status.AMENDED if amending := self.citations.find(citation.amended_by):
                self.report("W391", path, cited=cited, amending=_name(amending))
            case Status.UNCLEAR:
                self.report("W392", path, cited=cited, newer=newer)
            case status:
                day = self.day or KNOWN_UNTIL
                self.report("W390", path, cited=cited, status=STATUS_WORDS[status], day=day, newer=newer)

    def _name_replacement(self, citation: Citation) -> str | tuple[str, str]:
        newer = self.citations.find_replacement(citation, self.day)
        if newer is None:
            return NOTHING_NEWER
        return (_name(newer), UNSURE) if "replaced_by" in citation.unverified else _name(newer)


def _name(citation: Citation) -> str:
    return f"{name_citation(citation)} ({citation.id})"
