"""Fills in from a pack what a draft only names or leaves out: a Draft and a Pack go in, the Draft in full comes out."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ..errors import Finding, InputError
from ..knowledge.lookup_day import find_lookup_day
from ..knowledge.organ_on_day import OrganOnDay, find_merged_into, find_on_day, list_organ_names
from ..knowledge.pack import Fact, Organ, OrganName, Pack, Statement
from ..messages import N_
from ..model import Draft, Issuer, Report, Signer, Source
from ..nearness import find_nearest
from ..yaml_nodes import NodePath
from .signer_lines import divide_signer

ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
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
    for path, name, keys in _list_named(draft):
        if name and ID.fullmatch(name):
            report("E604", path, name=name)
        elif name:  # words: the lines below the key were left out
            report(
                "E246",
                path,
                name=" / ".join(name.strip().split("\n")),
                key=str(path[0]),
                right=tuple(line.format(name) for line in keys),
            )
    return draft


def _list_named(draft: Draft) -> list[tuple[NodePath, str, tuple[str, ...]]]:
    """Return what stands in the place of an issuer and of signers, with the lines that may be meant by it."""
    named: list[tuple[NodePath, str, tuple[str, ...]]] = [(("co_quan",), draft.issuer.id, ("ten: {}", "ky_hieu: …"))]
    named += [(signer.path, signer.id, divide_signer(signer.id or "")) for signer in draft.signers]
    if len(draft.signers) > 1 and all(signer.id and not ID.fullmatch(signer.id) for signer in draft.signers):
        parts = [signer.id or "" for signer in draft.signers]  # one signer, taken apart by dashes
        named = [*named[:1], (("ky",), parts[0], divide_signer(", ".join(parts)))]
    return named


class _Filler:
    """Fills in one part of the draft after the other, and says which of what it used nobody has verified."""

    def __init__(self, draft: Draft, pack: Pack, report: Report) -> None:
        self.draft, self.pack, self._report = draft, pack, report
        self.day = find_lookup_day(draft)

    def report(self, id: str, path: NodePath, **facts: object) -> None:
        self._report(id, path, pack=self.pack.id, **facts)

    def fill(self) -> Draft:
        self._check_time()
        draft, found = self.draft, self._find_organ()
        draft = replace(draft, signers=tuple(self._signer(s, found) if s.id else s for s in draft.signers))
        if found is None:
            return draft
        organ = found.organ
        if draft.standard not in ("", organ.standard):
            self.report("W611", ("the_thuc",), typed=draft.standard, organ=organ.id, standard=organ.standard)
        draft = replace(draft, standard=draft.standard or organ.standard)
        draft = replace(draft, place_name=draft.place_name or self._place_name(found.place_name))
        draft = self._name_issuer(draft, found)
        return self._with_recipients(draft, organ, found.name) if found.name else draft

    def _check_time(self) -> None:
        """Report a pack of no province, and a province that was merged into another before the day."""
        if self.pack.is_whole_country:
            self.report("E634", ("tinh",))
        if merged := find_merged_into(self.pack, self.day):
            before, now = merged
            self.report("E633", ("tinh",), name=before.name, day=self.day, now=now.name, code=now.id)

    def _find_organ(self) -> OrganOnDay | None:
        asked = self.draft.issuer.id
        if asked and asked not in self.pack.organs:
            self.report("E605", ("co_quan",), name=asked, **_offer(asked, self.pack.organs))
        organ = self.pack.organs.get(asked)
        return find_on_day(self.pack, organ, self.day) if organ else None

    def _name_issuer(self, draft: Draft, found: OrganOnDay) -> Draft:
        """Return the draft with the issuer under its name of the day; reports where the pack has none."""
        if found.name is None:
            self._tell_no_name(found.organ)
            return draft
        self._doubt([(found.name.name, found.name)], ("co_quan",))
        parent = found.parent
        if parent.organ and parent.fact is None:
            self._tell_no_name(parent.organ)
        self._doubt([(parent.name, parent.fact)] if parent.fact else [], ("co_quan",))
        name = found.name
        return replace(
            draft, issuer=Issuer(name.name, name.symbol, parent.name, name.full_name or None, found.organ.id)
        )

    def _tell_no_name(self, organ: Organ) -> None:
        self.report("E606", ("co_quan",), name=organ.id, day=_show(self.day), known=list_organ_names(organ))

    def _place_name(self, stated: Statement | None) -> str | None:
        self._doubt([(stated.text, stated)] if stated else [], ("dia_danh",))
        return stated.text if stated else None

    def _signer(self, signer: Signer, issuing: OrganOnDay | None) -> Signer:
        if issuing is None:
            if not self.draft.issuer.id:
                self.report("E609", signer.path, name=signer.id)
            return signer
        found = issuing.find_signer(signer.id)
        if found is None:
            self._tell_no_signer(signer, issuing.organ)
            return signer
        self._doubt([(" ".join(filter(None, (found.office, found.full_name))), found)], signer.path)
        full_name, authority = found.full_name or None, found.authority or None
        return replace(signer, office=found.office, authority=authority, full_name=full_name)

    def _tell_no_signer(self, signer: Signer, organ: Organ) -> None:
        terms = [term for term in organ.signers if term.id == signer.id]
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
            draft = replace(draft, recipients=tuple(recipient.line for recipient in used))
        has_archive = draft.archive or (draft.recipients and draft.recipients[-1].startswith(ARCHIVE))
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
