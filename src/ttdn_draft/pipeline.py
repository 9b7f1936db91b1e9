"""The way of a document through the rooms: a path goes in, findings and the bytes of a .docx come out."""

from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from .enrich import check_anniversaries, choose_profile, enrich, fill_in, has_anniversaries
from .errors import Finding, InputError, PackError, has_errors, sort_findings
from .knowledge.pack import Pack
from .knowledge.profile import Profile
from .model import Document, Draft, Source
from .plugins import PackShelf
from .plugins.calendars import load_almanac
from .read import read_source
from .validate import validate


@dataclass(frozen=True)
class Checked:
    """A file after the checks: what was found, and the document where nothing forbids it."""

    file: str
    findings: tuple[Finding, ...]
    document: Document | None = None
    profile: Profile | None = None
    kind: str = ""


def check_file(path: Path, shelf: PackShelf | None = None) -> Checked:
    """Read and check one input file with the packs of a shelf; every fault is a finding, none is raised."""
    found: list[Finding] = []
    try:
        source = read_source(path)
        found += source.findings
        draft, more = validate(source)
        found += more
        if draft is None:
            return Checked(str(path), sort_findings(found))
        pack = _take_pack(draft, source, path, shelf or PackShelf())
        draft, more = fill_in(draft, pack, source)
        found += more
        profile = choose_profile(draft, source)
        document, doubts = enrich(draft, profile, source)
        found += doubts
        found += _check_anniversaries(draft, source, path, shelf or PackShelf())
    except InputError as error:
        return Checked(str(path), sort_findings([*found, *error.findings]))
    if has_errors(found):
        return Checked(str(path), sort_findings(found))
    return Checked(str(path), sort_findings(found), document, profile, draft.kind)


def _take_pack(draft: Draft, source: Source, path: Path, shelf: PackShelf) -> Pack | None:
    """Return the pack that a draft asks for; raises InputError where it asks for one that cannot be had."""
    if draft.pack is None:
        return None
    pack, findings = shelf.load(draft.pack, path.parent, source.place(("tinh",)))
    if pack is None:
        raise InputError.of(findings)
    return pack


def _check_anniversaries(draft: Draft, source: Source, path: Path, shelf: PackShelf) -> tuple[Finding, ...]:
    """Return what is wrong with the anniversaries of a text; the calendars are read only where it counts years."""
    if not has_anniversaries(source):
        return ()
    try:
        almanac, _ = load_almanac(shelf, draft.pack or "", path.parent, source.place(("tinh",)))
    except PackError as error:
        return error.findings
    return check_anniversaries(draft, source, almanac)


def render_checked(checked: Checked, template: Path | Traversable | None = None) -> bytes:
    """Return the .docx of a checked file; raises InputError with its findings where it has errors."""
    from .render import find_template, render

    if checked.document is None or checked.profile is None:
        raise InputError.of(checked.findings)
    return render(checked.document, checked.profile, template or find_template(checked.profile, checked.kind))
