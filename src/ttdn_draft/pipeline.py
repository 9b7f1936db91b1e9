"""The way of a document through the rooms: a file, text or data goes in, findings and the bytes of a .docx come out."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import field, replace
from datetime import date
from functools import partial
from pathlib import Path

from . import read
from .check.consequences import tell_lines_once
from .check.manuscript import Grounds, Manuscript
from .enrich import choose_profile, enrich, fill_in, has_citations
from .errors import (
    Cause,
    Finding,
    InputError,
    PackError,
    Place,
    TemplateError,
    TtdnError,
    UnexpectedError,
    contained,
    has_errors,
    put_in_words,
    sort_findings,
)
from .knowledge.ages import CITED_TABLE, HELD_TABLES, tell_ages
from .knowledge.citations import NO_CITATIONS, CitationTable, load_citations
from .knowledge.days.calendars import Almanac
from .knowledge.lookup_day import find_lookup_day
from .knowledge.pack import Pack
from .knowledge.standards.profile import Profile
from .knowledge.tables import CALENDAR_TABLE
from .model import Document, Draft, Reading, Source
from .packs import PackShelf
from .packs.found import PackTemplate
from .packs.shelf import tell_broken
from .plugins.registry import Plugins
from .plugins.results import tell_lost
from .project import Project
from .read import lend_kind, read_given_data, read_given_text
from .records import dataclass
from .validate.documents import leave_out_lost, validate
from .word_inputs import read_any


@dataclass(frozen=True)
class Checked:
    """A file after the checks: what was found, and the document where nothing forbids it."""

    file: str
    findings: tuple[Finding, ...]
    document: Document | None = None
    profile: Profile | None = None
    kind: str = ""
    template: PackTemplate | None = None  # that the pack of the document brings
    own_template: Path | None = None  # that the project names for the kind
    accepted: tuple[Finding, ...] = ()  # what the project bears with, and so is not among the findings
    plugins: Plugins = field(default_factory=Plugins, compare=False, repr=False)
    failure: UnexpectedError | None = field(default=None, compare=False)  # of the program itself, told as E900
    source: Source | None = field(default=None, compare=False, repr=False)
    manuscript: Manuscript | None = field(default=None, compare=False, repr=False)  # also where errors forbid to print

    @property
    def exit_code(self) -> int:
        """Return what a command ends with that asked for the document."""
        if self.failure:
            return self.failure.exit_code
        return InputError.exit_code if self.document is None else 0


def check_file(path: Path, shelf: PackShelf | None = None, asked: Collection[str] = ()) -> Checked:
    """Read and check one input file with packs and plug-ins of a shelf; every fault is a finding, none is raised.

    `asked` are rules that speak only where they are named; those of the project's `fail_on` are named too.
    """
    shelf = shelf or PackShelf()
    return _check(str(path), path.parent, lambda: read_any(path, shelf), shelf, asked)


def check_copy(path: Path, copy: Path, shelf: PackShelf) -> Checked:
    """Check a copy of a file, which lies elsewhere, as if it were that file."""
    return _check(str(path), path.parent, lambda: read_any(copy, shelf), shelf)


def check_text(
    text: str,
    form: str,
    shelf: PackShelf | None = None,
    name: str = "",
    folder: Path | None = None,
    asked: Collection[str] = (),
) -> Checked:
    """Check a text of the form "md", "yaml" or "json" as a file called `name` that lies in `folder`, as `check_file`.

    Without a folder no data file is read, and packs of a project are those of the current folder.
    """
    read = partial(read_given_text, text, form, name, folder)
    return _check(name, folder or Path(), read, shelf or PackShelf(), asked)


def settle_text(text: str, form: str, shelf: PackShelf) -> Checked:
    """Read and settle a text that lies in no folder, as `check_text`, and hold it against no rule."""
    return _check("", Path(), partial(read_given_text, text, form, "", None), shelf, is_judged=False)


def check_given_data(
    data: object, shelf: PackShelf | None = None, name: str = "", folder: Path | None = None
) -> Checked:
    """Check data that a .yaml file would hold, otherwise as `check_text`."""
    return _check(name, folder or Path(), partial(read_given_data, data, name, folder), shelf or PackShelf())


def check_filled(file: str, folder: Path, fill: Callable[[], Source], shelf: PackShelf) -> Checked:
    """Check what a row of a table makes of a file, otherwise as `check_text`."""
    return _check(file, folder, fill, shelf)


def _check(
    file: str,
    near: Path,
    read: Callable[[], Source],
    shelf: PackShelf,
    asked: Collection[str] = (),
    *,
    is_judged: bool = True,
) -> Checked:
    """Return what a source is after the checks; a failure of the program itself is a finding of this file alone."""
    try:
        with contained(file):
            return _check_source(file, near, read, shelf, asked, is_judged)
    except UnexpectedError as error:
        return Checked(file, error.findings, failure=error)


def _check_source(
    file: str, near: Path, read: Callable[[], Source], shelf: PackShelf, asked: Collection[str], is_judged: bool
) -> Checked:
    plugins, found, draft, source = shelf.plugins, list[Finding](), None, None
    project = shelf.find_project(near)
    asked = frozenset(asked).union(project.fail_on if project else ())
    try:
        source = read()
        source, is_strange = lend_kind(source, plugins.kinds)
        found += source.findings
        draft, more = validate(source, plugins.kinds)
        found = [*leave_out_lost(found, more), *more]
        if draft is None:
            return _close(file, near, found, plugins, draft, source, project)
        found += shelf.doubt_folders(near)
        pack, more = _take_pack(draft, source, near, shelf)
        found += more
        draft, over = (replace(draft, pack=pack.below), pack.id) if pack and pack.below else (draft, "")
        draft, more = fill_in(draft, pack, source)
        found += more
        draft, changes = plugins.enrich(draft, source)
        found += changes
        profile = choose_profile(draft, source, plugins.profiles)
        citations = _take_citations(draft, source, near, shelf, over)
        grounds = replace(_lay_grounds(draft, source, near, shelf, pack, found, over), asked=asked)
        with _blaming(_list_authors(changes, profile, plugins), source):
            settled = enrich(draft, citations, profile, source)
            text = Manuscript(draft, settled.draft, settled.document, profile, source, grounds)
            doubts = [*settled.findings, *(_judge(text) if is_judged else ())]
        found += _tell(text, doubts, found, plugins) if is_judged else doubts
        template = _find_template(draft, profile, near, shelf, over)
    except (InputError, PackError) as error:
        return _close(file, near, [*found, *error.findings], plugins, draft, source, project)
    if is_strange and is_judged:
        from .check.registry import keep_word_rules

        found = keep_word_rules(found)
    closed = replace(_close(file, near, found, plugins, draft, source, project), manuscript=text)
    if is_strange or has_errors(closed.findings):
        return closed
    own = project.template_by_kind.get(draft.kind) if project else None
    return replace(
        closed,
        document=text.document,
        profile=profile,
        kind=draft.kind,
        template=template,
        own_template=own,
        plugins=plugins,
    )


def check_is_input(path: Path, shelf: PackShelf) -> None:
    """Raise InputError for what cannot be an input: no file, or a file of a type that nobody reads."""
    read.check_input(path, shelf.plugins.readers)


def _close(
    file: str,
    near: Path,
    found: list[Finding],
    plugins: Plugins,
    draft: Draft | None,
    source: Source | None,
    project: Project | None,
) -> Checked:
    """Return all that was found, and which broken plug-ins might have had to do with it; without the document.

    What the project accepts stands apart.
    """
    is_by_date = draft is not None and draft.profile is None
    findings = tell_lines_once(sort_findings([*found, *plugins.list_doubts(file, found, is_by_date)]))
    path = str(near / Path(file).name) if file else ""  # a text has a name alone, and lies in the folder
    told, accepted = project.sort_accepted(findings, path, date.today()) if project else (findings, ())
    return Checked(file, told, accepted=accepted, source=source)


def _list_authors(changes: Iterable[Finding], profile: Profile, plugins: Plugins) -> list[str]:
    """Return the plug-ins that changed a draft, or bring its profile."""
    authors = [str(change.facts["name"]) for change in changes if change.cause is Cause.CHANGED_DRAFT]
    return [*authors, *filter(None, [plugins.profiles.origins.get(profile.id)])]


def _lay_grounds(
    draft: Draft, source: Source, near: Path, shelf: PackShelf, pack: Pack | None, found: list[Finding], over: str
) -> Grounds:
    """Return what the rules hold a draft against; what is wrong with the calendars is told when they are read."""

    def read_almanac() -> Almanac:
        from .packs.calendars import load_almanac  # few rules ask for days

        try:
            almanac, told = load_almanac(shelf, draft.pack, near, source.place(("tinh",)), over)
        except PackError as error:
            found.extend(error.findings)
            return Almanac()
        found.extend(name_lost(told, source.file))
        return almanac

    return Grounds(pack, lambda: _load_citations(draft, source, near, shelf, over), read_almanac)


@contextmanager
def _blaming(authors: list[str], source: Source) -> Iterator[None]:
    """Where what plug-ins brought makes a document fail, tell so."""
    try:
        yield
    except TtdnError:
        raise
    except Exception as error:
        if not authors:
            raise
        raise InputError("E677", Place(source.file), name=", ".join(authors), reason=put_in_words(error)) from error


def _judge(text: Manuscript) -> tuple[Finding, ...]:
    """Return what the rules of the program find; they are not loaded where nobody judges."""
    from .check import check_document

    return check_document(text)


def _tell(text: Manuscript, doubts: list[Finding], found: list[Finding], plugins: Plugins) -> list[Finding]:
    """Return what is told of a document besides what was found when it was read: doubts, what plug-ins find, ages."""
    from .check import leave_out_consequences

    ages = [*_tell_ages(text.written, text.source, text.grounds)]
    told = leave_out_consequences([*found, *ages], doubts, text.source.raw)
    return [*told, *plugins.check(text), *ages]


def _take_pack(draft: Draft, source: Source, near: Path, shelf: PackShelf) -> Reading[Pack | None]:
    """Return the pack that a draft asks for; raises InputError where it asks for one that cannot be had."""
    if draft.pack is None:
        return Reading(None)
    from .packs.laying import lay_asked_commune

    day = find_lookup_day(draft)
    pack, findings = shelf.load(draft.pack, near, source.place(("tinh",)), day)
    if pack is None:
        raise InputError.of(findings)
    pack, wrong = lay_asked_commune(shelf, pack, draft.commune or "", day, near, source.place(("xa",)))
    if pack is None:
        raise InputError.of((*findings, *wrong))
    asks = draft.issuer.id or any(signer.id for signer in draft.signers)
    return Reading(pack, tuple(f for f in findings if asks or f.cause is not Cause.COUNTRY_PACK))


def _find_template(draft: Draft, profile: Profile, near: Path, shelf: PackShelf, over: str) -> PackTemplate | None:
    if draft.pack is None:
        return None
    return shelf.find_template(draft.pack, near, (profile.id, draft.kind, profile.template_name()), over)


def _take_citations(draft: Draft, source: Source, near: Path, shelf: PackShelf, over: str) -> CitationTable:
    """Return what a draft may cite; raises InputError where the pack that it asks for has a broken list of that."""
    return _load_citations(draft, source, near, shelf, over) if has_citations(draft, source) else NO_CITATIONS


def _load_citations(draft: Draft, source: Source, near: Path, shelf: PackShelf, over: str) -> CitationTable:
    """Return the documents that are known to a draft, those of its pack among them; raises InputError as above."""
    if draft.pack is None:
        return load_citations()
    table, findings = shelf.load_citations(draft.pack, near, source.place(("tinh",)), over)
    if table is None:
        raise InputError.of(findings)
    return table


def _tell_ages(draft: Draft, source: Source, grounds: Grounds) -> Iterator[Finding]:
    """Yield a note where the tables that a draft was held against do not bear its day."""
    cited = (CITED_TABLE,) if has_citations(draft, source) else ()
    counted = (CALENDAR_TABLE,) if grounds.has_read_almanac else ()
    for finding in tell_ages(find_lookup_day(draft), (*HELD_TABLES, *cited, *counted)):
        yield replace(finding, place=source.place(("ngay",)))


def name_lost(told: Iterable[Finding], file: str = "") -> list[Finding]:
    """Return what a document is made without: broken calendars of plug-ins, and days that move a great day."""
    return [tell_lost(finding, file) for finding in told if finding.cause in (Cause.BROKEN_PLUGIN, Cause.GREAT_DAY)]


def render_checked(checked: Checked, template: Path | None = None) -> bytes:
    """Return the .docx of a checked file; raises InputError with its findings where it has errors.

    Without a template it is made after the one that its project names, or its pack brings, or the official one. Raises
    TemplateError where the template is broken, and says which pack brought it; UnexpectedError where the program itself
    fails at this file.
    """
    from .render import find_template, render_document

    if checked.failure:
        raise checked.failure
    if checked.document is None or checked.profile is None:
        raise InputError.of(checked.findings)
    template = template or checked.own_template
    own = None if template else checked.template
    official = find_template(checked.profile, checked.kind)
    chosen = template or (own.file if own else official)
    try:
        with contained(checked.file):
            return render_document(checked.document, checked.profile, chosen, checked.plugins.filters)
    except TemplateError as error:
        if own is None:
            raise
        raise TemplateError.of([tell_broken(own.pack, error.findings, Place(checked.file)), *error.findings]) from None
