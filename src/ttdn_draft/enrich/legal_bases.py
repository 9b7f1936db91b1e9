"""The legal bases: entries of can_cu go in, ids of the citation table become words, each line gets its marks."""

import re
from datetime import date

from ..knowledge.citations import (
    GAP,
    KNOWN_UNTIL,
    STATUS_WORDS,
    Citation,
    Status,
    find_citation,
    find_near_ids,
    find_replacement,
    format_citation,
    name_citation,
    status_on,
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


def build_legal_bases(draft: Draft, profile: Profile, report: Report) -> tuple[str, ...]:
    """Return the legal bases, one per line; the tables are read for ids alone."""
    report_empty(draft.legal_bases, KEY, report)
    lines = [_spell_out(entry, (KEY, i), draft, report) for i, entry in enumerate(draft.legal_bases)]
    return punctuate(lines, profile.marks[KEY])


def _spell_out(entry: str, path: NodePath, draft: Draft, report: Report) -> str:
    """Return a text as it is, and the words of a citation for its id."""
    name = entry.strip()
    if not ID.fullmatch(name):
        return entry
    citation = find_citation(name)
    if citation is None:
        report("E395", path, name=name, near=", ".join(find_near_ids(name)) or NOTHING_NEAR)
        return entry
    _report_status(citation, path, draft, report)
    words = format_citation(citation, draft.standard)
    if not citation.is_verified:
        report("W393", path, cited=_name(citation), doubtful=citation.doubtful, source=citation.source)
    if GAP in words:
        report("W394", path, cited=_name(citation), gap=GAP)
    return f"{OPENING} {words}"


def _report_status(citation: Citation, path: NodePath, draft: Draft, report: Report) -> None:
    """Report a document that does not hold on the date of the draft, and what holds in its place."""
    day, cited = draft.issue_date, _name(citation)
    status, newer = status_on(citation, day), _name_replacement(citation, day)
    match status:
        case Status.IN_FORCE:
            return
        case Status.AMENDED if amending := find_citation(citation.amended_by):
            report("W391", path, cited=cited, amending=_name(amending))
        case Status.UNCLEAR:
            report("W392", path, cited=cited, newer=newer)
        case _:
            report("W390", path, cited=cited, status=STATUS_WORDS[status], day=day or KNOWN_UNTIL, newer=newer)


def _name_replacement(citation: Citation, day: date | None) -> str | tuple[str, str]:
    newer = find_replacement(citation, day)
    if newer is None:
        return NOTHING_NEWER
    return (_name(newer), UNSURE) if "replaced_by" in citation.unverified else _name(newer)


def _name(citation: Citation) -> str:
    return f"{name_citation(citation)} ({citation.id})"
