"""Settles every word of a document: a Draft and its profile go in, a Document ready to print comes out."""

from itertools import chain
from pathlib import Path
from typing import Any

from ..errors import Finding, InputError
from ..knowledge.citations import CitationTable
from ..knowledge.profile import Kind, Profile
from ..knowledge.profiles import find_profile, with_size
from ..messages import N_
from ..model import NOTHING, Annex, BodyBlock, Document, Draft, Offer, Report, Source, Table
from ..yaml_nodes import NodePath
from .annexes import build_annexes, check_mention
from .anniversaries import check_anniversaries, has_anniversaries
from .body import Setting, build_body, collect_notes
from .from_pack import fill_in
from .header import build_addressees, build_number_line, build_place_date
from .lines import (
    build_drafter_mark,
    build_legal_bases,
    build_recipients,
    check_recipients,
    report_empty,
    split_recipients,
)
from .marks import check_marks
from .mentions import has_citations, spell_out_citations
from .names import check_names
from .signature import build_signatures

__all__ = ["check_anniversaries", "choose_profile", "enrich", "fill_in", "has_anniversaries", "has_citations"]


def choose_profile(draft: Draft, source: Source, others: Offer[Path] = NOTHING) -> Profile:
    """Return the profile that the draft names or that its date selects; raises InputError where none does."""
    path = ("chuan",) if draft.profile else ("ngay",) if draft.issue_date else ("the_thuc",)
    place = source.place(path)
    profile = find_profile(draft.standard, draft.issue_date, draft.profile, draft.kind, place, others)
    if draft.size is None:
        return profile
    if draft.size not in profile.sizes.sets:
        known = ", ".join(profile.sizes.sets)
        raise InputError("E315", source.place(("co_chu",)), value=draft.size, profile=profile.id, known=known)
    return with_size(profile, draft.size)


def enrich(
    draft: Draft, citations: CitationTable, profile: Profile, source: Source
) -> tuple[Document, tuple[Finding, ...]]:
    """Return the document with names, numbers, marks and numbering settled, and what looks doubtful in it.

    `citations` has the documents that the draft may cite; it may be empty where `has_citations` says so.
    """
    findings: list[Finding] = []

    def report(id: str, path: NodePath, **facts: object) -> None:
        findings.append(Finding(id, source.place(path), facts))

    if not profile.is_valid_on(draft.issue_date):
        report("W313", ("chuan",), profile=profile.id, day=draft.issue_date or N_("chưa ghi"), since=profile.valid_from)
    kind = profile.kinds.get(draft.kind)
    if kind is None:
        report("E314", ("loai",), kind=draft.kind, profile=profile.id, known=", ".join(profile.kinds))
        kind = next(iter(profile.kinds.values()))
    check_marks(draft, source, report)
    draft = spell_out_citations(draft, citations, report)
    return _Settler(draft, profile, kind, report).settle(), tuple(findings)


class _Settler:
    """Settles one part of the document after the other; what is doubtful goes to `report`."""

    def __init__(self, draft: Draft, profile: Profile, kind: Kind, report: Report) -> None:
        self.draft, self.profile, self.kind, self.report = draft, profile, kind, report

    def settle(self) -> Document:
        check_names(self.draft, self.report)
        return Document(**self._head(), **self._marks(), **self._text(), **self._foot())

    def _head(self) -> dict[str, Any]:
        draft, profile, report = self.draft, self.profile, self.report
        addressed, addressees = build_addressees(draft, profile, self.kind, report)
        bodies = (draft.issuer.parent_body, draft.issuer.name)
        return {
            "kind_name": self.kind.name,
            "subject": draft.subject.strip(),
            "parent_body": draft.issuer.parent_body.strip().upper(),
            "issuer": draft.issuer.name.strip().upper(),
            "number_line": build_number_line(draft, profile, self.kind, report),
            "place_date": build_place_date(draft, profile, report),
            "author_line": self._only_where_printed("cua", (draft.author_line or "").strip().upper()),
            "addressed": addressed,
            "addressees": addressees,
            "legal_bases": build_legal_bases(draft, profile, report),
            "title": f"{self.kind.name.capitalize()} {' '.join(draft.subject.split())}",
            "author": " - ".join(" ".join(name.split()) for name in bodies if name.strip()),
        }

    def _marks(self) -> dict[str, Any]:
        draft, words = self.draft, self.profile.words
        return {
            "draft_mark": words["du_thao"].value.format(lan=draft.draft_number) if draft.draft_number else "",
            "urgency": self.profile.urgency[draft.urgency] if draft.urgency else "",
            "circulation": (draft.circulation or "").strip().upper(),
            "unpublished": self._only_where_printed("khong_pho_bien", self._unpublished()),
            "contact": self._contact(),
        }

    def _text(self) -> dict[str, Any]:
        draft, profile, report = self.draft, self.profile, self.report
        setting = Setting(draft.scheme, profile.marks["noi_dung"].last, profile.page.text_width)
        body = build_body(draft.body, setting, draft, profile, report)
        annexes = build_annexes(draft, profile, self.kind, self._annex_body, report)
        check_mention(draft, body, report)
        notes = collect_notes(chain(body, *(annex.body for annex in annexes)), draft.footnotes)
        return {"body": body, "annexes": annexes, "footnotes": notes}

    def _foot(self) -> dict[str, Any]:
        draft, profile, report = self.draft, self.profile, self.report
        signature, left_signature = build_signatures(draft, profile, report)
        recipients = build_recipients(draft, profile, report)
        check_recipients(draft, profile, report)
        # two signatures stand side by side, so the recipients go under them
        beside, below = ((), recipients) if left_signature.first_line else split_recipients(recipients, profile)
        mark = "" if profile.drafter.is_in_archive_line else build_drafter_mark(draft, profile)
        return {
            "signature": signature,
            "left_signature": left_signature,
            "recipients": beside,
            "more_recipients": below,
            "drafter_mark": "" if below else mark,
            "more_drafter_mark": mark if below else "",
        }

    def _annex_body(self, annex: Annex) -> tuple[BodyBlock | Table, ...]:
        page = self.profile.page.turned() if annex.is_landscape else self.profile.page
        mark = self.profile.marks["phu_luc"].last
        setting = Setting(annex.scheme or self.draft.scheme, mark, page.text_width)
        return build_body(annex.body, setting, self.draft, self.profile, self.report)

    def _contact(self) -> tuple[str, ...]:
        report_empty(self.draft.contact, "lien_he", self.report)
        return self.draft.contact

    def _unpublished(self) -> str:
        words = self.profile.words.get("khong_pho_bien")
        return (words.value if words else "…") if self.draft.is_unpublished else ""

    def _only_where_printed(self, tag: str, text: str) -> str:
        """Return a text for which the layout has a place; where it has none, that is told."""
        if text and not self.profile.prints(tag):
            self.report("E349", (tag,), key=tag, profile=self.profile.id)
            return ""
        return text
