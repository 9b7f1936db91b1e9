"""Judges documents and templates and changes none: what was written and what was settled go in, findings come out."""

from ..errors import Finding
from ..knowledge.standards.profile import Profile
from ..model import Document, Draft, Source
from .annexes import check_mention
from .anniversaries import check_anniversaries, has_anniversaries
from .days import check_days
from .head import check_head
from .layout import compare_template
from .lists import check_lists
from .names import check_names
from .signature import check_signatures
from .unfinished import check_marks

__all__ = ["check_anniversaries", "check_document", "compare_template", "has_anniversaries"]


def check_document(draft: Draft, document: Document, profile: Profile, source: Source) -> tuple[Finding, ...]:
    """Return what is wrong or looks doubtful in a document as its author wrote it.

    The draft still holds the ids of the documents that it cites; the document is what it became.
    """
    findings: list[Finding] = []
    report = source.report_to(findings)
    check_head(draft, profile, report)
    check_lists(draft, profile, report)
    check_signatures(draft, profile, report)
    findings += check_marks(draft, source, report)
    check_names(draft, report)
    check_days(draft, source, report)
    check_mention(draft, document, report)
    return tuple(findings)
