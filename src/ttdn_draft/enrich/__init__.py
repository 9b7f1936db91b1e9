"""Settles every word of a document: a Draft and its profile go in, a Document ready to print comes out."""

from ..errors import Finding
from ..knowledge.profiles import Profile, find_profile
from ..model import Document, Draft, Source
from ..yaml_nodes import NodePath
from .body import build_body, collect_notes
from .header import build_number_line, build_place_date
from .lines import build_legal_bases, build_recipients, build_signature, split_recipients

__all__ = ["choose_profile", "enrich"]


def choose_profile(draft: Draft, source: Source) -> Profile:
    """Return the profile that the draft names or that its date selects; raises InputError where none does."""
    path = ("chuan",) if draft.profile else ("ngay",) if draft.issue_date else ("the_thuc",)
    return find_profile(draft.standard, draft.issue_date, draft.profile, source.place(path))


def enrich(draft: Draft, profile: Profile, source: Source) -> tuple[Document, tuple[Finding, ...]]:
    """Return the document with names, numbers, marks and numbering settled, and what looks doubtful in it."""
    findings: list[Finding] = []

    def report(id: str, path: NodePath, **facts: object) -> None:
        findings.append(Finding(id, source.place(path), facts))

    if not profile.is_valid_on(draft.issue_date):
        report("W313", ("chuan",), profile=profile.id, day=draft.issue_date, since=profile.valid_from)
    kind = profile.kinds.get(draft.kind)
    if kind is None:
        report("E314", ("loai",), kind=draft.kind, profile=profile.id, known=", ".join(profile.kinds))
        kind = next(iter(profile.kinds.values()))
    beside, below = split_recipients(build_recipients(draft, profile, report), profile)
    body = build_body(draft, profile, report)
    document = Document(
        kind_name=kind.name,
        subject=draft.subject.strip(),
        parent_body=draft.issuer.parent_body.strip().upper(),
        issuer=draft.issuer.name.strip().upper(),
        number_line=build_number_line(draft, profile, kind, report),
        place_date=build_place_date(draft, profile, report),
        draft_mark=profile.words["du_thao"].value.format(lan=draft.draft_number) if draft.draft_number else "",
        urgency=profile.urgency[draft.urgency] if draft.urgency else "",
        legal_bases=build_legal_bases(draft, profile, report),
        body=body,
        recipients=beside,
        more_recipients=below,
        signature=build_signature(draft, profile, report),
        footnotes=collect_notes(draft, body),
        title=f"{kind.name.capitalize()} {' '.join(draft.subject.split())}",
        author=" - ".join(" ".join(n.split()) for n in (draft.issuer.parent_body, draft.issuer.name) if n.strip()),
    )
    return document, tuple(findings)
