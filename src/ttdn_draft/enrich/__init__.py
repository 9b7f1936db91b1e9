"""Settles every word of a document: a Draft and its profile go in, a Document ready to print comes out.

It settles and does not judge: it tells only where something cannot be printed as it was written.
"""

from dataclasses import replace
from itertools import chain
from pathlib import Path

from ..errors import Cause, Finding, InputError
from ..knowledge.citations import CitationTable
from ..knowledge.lookup_day import find_lookup_day
from ..knowledge.standards.profile import Kind, Profile
from ..knowledge.standards.profiles import find_profile, with_size
from ..model import (
    NOTHING,
    Annex,
    Block,
    BodyBlock,
    Contributions,
    Document,
    Draft,
    Report,
    SignatureBlock,
    Source,
    Table,
    printed_words,
    to_capitals,
)
from ..records import dataclass
from .annexes import build_annexes
from .body import Setting, build_body, collect_notes
from .dashes import bind_dashes
from .frame import asked_frame, frame_profile
from .from_pack import fill_in
from .header import build_addressees, build_number_line, build_place_date
from .lines import build_legal_bases, place_recipients
from .long_names import break_head, split_unit
from .signature import build_signatures, pair_blocks
from .spelling_out import has_citations, spell_out_citations

__all__ = ["Settled", "choose_profile", "enrich", "fill_in", "has_citations"]


def choose_profile(draft: Draft, source: Source, others: Contributions[Path] = NOTHING) -> Profile:
    """Return the profile that the draft names or that its date selects, with the frame that the draft asks for.

    Raises InputError where there is no such profile, or its standard does not allow that frame.
    """
    path = ("chuan",) if draft.profile else ("ngay",) if draft.issue_date else ("the_thuc",)
    place = source.place(path)
    profile = find_profile(draft.standard, find_lookup_day(draft), draft.profile, draft.kind, place, others)
    if draft.size is not None and draft.size not in profile.sizes.sets:
        known = ", ".join(profile.sizes.sets)
        raise InputError("E315", source.place(("co_chu",)), value=draft.size, profile=profile.id, known=known)
    return frame_profile(with_size(profile, draft.size) if draft.size else profile, draft, source)


@dataclass(frozen=True)
class Settled:
    """A document in which every word is settled, the draft of it with words in the place of ids, and what was told."""

    document: Document
    draft: Draft
    findings: tuple[Finding, ...]


def enrich(draft: Draft, citations: CitationTable, profile: Profile, source: Source) -> Settled:
    """Return the document with names, numbers, marks and numbering settled, and what was told on the way.

    `citations` has the documents that the draft may cite; it may be empty where `has_citations` says so.
    """
    findings: list[Finding] = []
    report = source.report_to(findings)
    kind = profile.find_kind(draft.kind)
    if draft.kind not in profile.kinds:
        report("E314", ("loai",), kind=draft.kind, profile=profile.id, known=", ".join(profile.kinds))
    draft = spell_out_citations(draft, citations, profile.dates, report)
    settler = _Settler(draft, profile, kind, report)
    settler.is_whole = not any(finding.cause in (Cause.RESHAPED, Cause.MISREAD) for finding in source.findings)
    document = settler.settle()
    return Settled(document, draft, tuple(findings))


class _Settler:
    """Settles one part of the document after the other; doubts go to `report`."""

    def __init__(self, draft: Draft, profile: Profile, kind: Kind, report: Report) -> None:
        self.draft, self.profile, self.kind, self.report = draft, profile, kind, report
        self.is_whole = True  # every line was read as what it was meant as

    def settle(self) -> Document:
        draft, profile, kind, report = self.draft, self.profile, self.kind, self.report
        addressed, addressees = build_addressees(draft, profile, kind, report)
        body = self._build_body(draft.body, profile.page.text_width, "noi_dung", draft.scheme)
        annexes = build_annexes(draft, profile, kind, self._build_annex, report)
        first, *others = build_signatures(draft, profile, report)
        placed = place_recipients(draft, profile, report, may_stand_beside=not others)
        document = Document(
            kind_name=kind.name,
            subject=draft.subject.strip(),
            parent_body=to_capitals(draft.issuer.parent_body.strip()),
            issuer=split_unit(to_capitals(draft.issuer.name.strip()), profile.head.two_lines),
            number_line=build_number_line(draft, profile, kind),
            place_date=build_place_date(draft, profile, report),
            draft_mark=self._draft_mark(),
            urgency=profile.urgency[draft.urgency] if draft.urgency else "",
            legal_bases=build_legal_bases(draft, profile),
            body=body,
            recipients=placed.beside,
            more_recipients=placed.below,
            signature=first,
            left_signature=others[0] if others else SignatureBlock(),
            more_signatures=tuple(pair_blocks(others[1:])),
            addressed=addressed,
            addressees=addressees,
            author_line=self._only_where_printed("cua", to_capitals((draft.author_line or "").strip())),
            circulation=to_capitals((draft.circulation or "").strip()),
            drafter_mark=placed.mark_beside,
            more_drafter_mark=placed.mark_below,
            contact=draft.contact,
            unpublished=self._only_where_printed("khong_pho_bien", self._unpublished()),
            annexes=annexes,
            footnotes=collect_notes(chain(body, *(annex.body for annex in annexes)), draft.footnotes),
            scheme=draft.scheme,
            title=f"{kind.name.capitalize()} {printed_words(' '.join(draft.subject.split()))}",
            author=self._author(),
            frame=asked_frame(draft),
        )
        bound = bind_dashes(break_head(document, profile, report))
        return replace(bound, title=document.title, author=document.author)  # which no line breaks

    def _build_annex(self, annex: Annex) -> tuple[BodyBlock | Table, ...]:
        page = self.profile.page.turned() if annex.is_landscape else self.profile.page
        return self._build_body(annex.body, page.text_width, "phu_luc", annex.scheme or self.draft.scheme)

    def _build_body(
        self, blocks: tuple[Block, ...], width: float, part: str, scheme: tuple[str, ...]
    ) -> tuple[BodyBlock | Table, ...]:
        setting = Setting(scheme, self.profile.marks[part].last, width, self.is_whole)
        return build_body(blocks, setting, self.draft, self.profile, self.report)

    def _draft_mark(self) -> str:
        number = self.draft.draft_number
        return self.profile.words["du_thao"].value.format(lan=number) if number else ""

    def _author(self) -> str:
        bodies = (self.draft.issuer.parent_body, self.draft.issuer.name)
        return " - ".join(printed_words(" ".join(name.split())) for name in bodies if name.strip())

    def _unpublished(self) -> str:
        words = self.profile.words.get("khong_pho_bien")
        return (words.value if words else "…") if self.draft.is_unpublished else ""

    def _only_where_printed(self, tag: str, text: str) -> str:
        """Return a text, and report it where the layout has no place for it."""
        if text and not self.profile.prints(tag):
            self.report("E349", (tag,), key=tag, profile=self.profile.id)
            return ""
        return text
