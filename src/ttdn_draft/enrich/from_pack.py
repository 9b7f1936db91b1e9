"""Fills in from a pack what a draft only names or leaves out: a Draft and a Pack go in, the Draft in full comes out."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ..errors import Finding, InputError
from ..knowledge.pack import Fact, Organ, OrganName, Pack, PackSigner, newest
from ..knowledge.places.provinces import find_province, list_line
from ..messages import N_
from ..model import Draft, Issuer, Report, Signer, Source
from ..nearness import find_nearest
from ..yaml_nodes import NodePath
from .lines import strip_marks

ARCHIVE = "Lưu"  # with this word begins an archive line that was typed as the last recipient


def fill_in(draft: Draft, pack: Pack | None, source: Source) -> tuple[Draft, tuple[Finding, ...]]:
    """Return the draft with issuer, signers, place, recipients and archive of the pack where it does not write its own.

    Raises InputError where not even the standard can be known.
    """
    findings: list[Finding] = []
    report = source.report_to(findings)
    filled = _Filler(draft, pack, report).fill() if pack else _refuse_ids(draft, report)
    if not filled.standard:
        raise InputError.of(findings)
    return filled, tuple(findings)


def _refuse_ids(draft: Draft, report: Report) -> Draft:
    if draft.issuer.id:
        report("E604", ("co_quan",), name=draft.issuer.id)
    for signer in draft.signers:
        if signer.id:
            report("E604", signer.path, name=signer.id)
    return draft


class _Filler:
    """Fills in one part of the draft after the other, and says which of what it used nobody has verified."""

    def __init__(self, draft: Draft, pack: Pack, report: Report) -> None:
        self.draft, self.pack, self._report = draft, pack, report
        self.day = draft.issue_date

    def report(self, id: str, path: NodePath, **facts: object) -> None:
        self._report(id, path, pack=self.pack.id, **facts)

    def fill(self) -> Draft:
        self._check_time()
        draft, organ = self.draft, self._find_organ()
        draft = replace(draft, signers=tuple(self._signer(s, organ) if s.id else s for s in draft.signers))
        if organ is None:
            return draft
        if draft.standard not in ("", organ.standard):
            self.report("W611", ("the_thuc",), typed=draft.standard, organ=organ.id, standard=organ.standard)
        draft = replace(draft, standard=draft.standard or organ.standard)
        draft = replace(draft, place_name=draft.place_name or self._place_name(organ))
        name = self._find_name(organ, organ.id)
        if name is None:
            return draft
        self._doubt([(name.name, name)], ("co_quan",))
        issuer = Issuer(name.name, name.symbol, self._parent(organ), name.full_name or None, organ.id)
        return self._with_recipients(replace(draft, issuer=issuer), organ, name)

    def _check_time(self) -> None:
        """Report a pack of no province, and a province that was merged into another before the day."""
        if self.pack.is_whole_country:
            self.report("E634", ("tinh",))
        now = find_province(self.pack.province, self.day) if self.day else None
        line = list_line(self.pack.province)
        if now and now not in line:
            self.report("E633", ("tinh",), name=line[-1].name, day=self.day, now=now.name, code=now.id)

    def _find_organ(self) -> Organ | None:
        asked = self.draft.issuer.id
        if asked and asked not in self.pack.organs:
            self.report("E605", ("co_quan",), name=asked, **_offer(asked, self.pack.organs))
        return self.pack.organs.get(asked)

    def _find_name(self, organ: Organ, asked: str) -> OrganName | None:
        """Return the name of an organ on the day of the draft; reports where the pack has none."""
        found = newest(organ.names, self.day)
        if found is None:
            listed = "; ".join(f"{n.name} ({n.period})" for n in organ.names)
            self.report("E606", ("co_quan",), name=asked, day=_show(self.day), known=listed)
        return found

    def _parent(self, organ: Organ) -> str:
        """Return the body above: words as they stand, an id by the name that the organ has on the day."""
        stated = newest(organ.parents, self.day)
        above = self.pack.organs.get(stated.text) if stated else None
        if above is None:
            self._doubt([(stated.text, stated)] if stated else [], ("co_quan",))
            return stated.text if stated else ""
        name = self._find_name(above, above.id)
        self._doubt([(name.name, name)] if name else [], ("co_quan",))
        return name.name if name else ""

    def _place_name(self, organ: Organ) -> str | None:
        stated = newest(organ.place_names, self.day)
        self._doubt([(stated.text, stated)] if stated else [], ("dia_danh",))
        return stated.text if stated else None

    def _signer(self, signer: Signer, organ: Organ | None) -> Signer:
        if organ is None:
            if not self.draft.issuer.id:
                self.report("E609", signer.path, name=signer.id)
            return signer
        terms = [term for term in organ.signers if term.id == signer.id]
        found = newest(terms, self.day)
        if found is None:
            self._tell_no_signer(signer, organ, terms)
            return signer
        self._doubt([(" ".join(filter(None, (found.office, found.full_name))), found)], signer.path)
        full_name, authority = found.full_name or None, found.authority or None
        return replace(signer, office=found.office, authority=authority, full_name=full_name)

    def _tell_no_signer(self, signer: Signer, organ: Organ, terms: list[PackSigner]) -> None:
        if not terms:
            known = _offer(signer.id, [term.id for term in organ.signers])
            self.report("E607", signer.path, name=signer.id, organ=organ.id, **known)
            return
        listed = "; ".join(f"{t.full_name or t.office} ({t.period})" for t in terms)
        self.report("E608", signer.path, name=signer.id, day=_show(self.day), known=listed)

    def _with_recipients(self, draft: Draft, organ: Organ, name: OrganName) -> Draft:
        if draft.recipients is None:
            used = organ.recipients_of(draft.kind, self.day)
            self._doubt([(r.name, r) for r in used], ("noi_nhan",))
            lines = tuple(f"{r.name} ({r.purpose.strip(' ()')})" if r.purpose else r.name for r in used)
            draft = replace(draft, recipients=lines)
        has_archive = draft.archive or (draft.recipients and strip_marks(draft.recipients[-1]).startswith(ARCHIVE))
        return draft if has_archive else replace(draft, archive=name.archive or None)

    def _doubt(self, used: Iterable[tuple[str, Fact]], path: NodePath) -> None:
        """Warn of what was used and is not verified; one warning for each source."""
        by_source: dict[str, list[str]] = {}
        for value, fact in used:
            if not fact.is_verified:
                by_source.setdefault(fact.source, []).append(value)
        for source, values in by_source.items():
            self.report("W610", path, value="; ".join(values), source=source)


def _show(day: date | None) -> object:
    return day or N_("chưa ghi")


def _offer(id: str, known: Iterable[str]) -> dict[str, str]:
    """Return the facts of a message that offers what there is."""
    names = sorted(set(known))
    return {"known": ", ".join(names[:20]) or "—", "guess": find_nearest(id, names)}
