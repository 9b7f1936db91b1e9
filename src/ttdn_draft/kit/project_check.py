"""Checks a project, or a folder without one: it goes in, what is wrong in drafts, templates and packs comes out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from ..errors import Finding, Place, TtdnError, UnexpectedError, contained, sort_findings
from ..links import real_path
from ..packs import PackShelf
from ..packs.found import FoundPack
from ..project import Project, can_be_accepted, find_project
from .checking import find_packs
from .ground import find_doubles
from .holding import hold_against_nearest, list_held_profiles
from .inputs import list_inputs, match_files
from .judged import Judged
from .project_names import judge_files, judge_kinds, judge_required, judge_rules
from .side_work import begin_beside
from .testing import check_pack

GOLDEN_FOLDER = "golden"
MOST_NAMED = 5  # files that are no inputs
WORD_FILES, OPEN_IN_WORD = "*.docx", "~$"
CheckFiles = Callable[[Sequence[Path]], list[Judged]]


def check_folder(folder: Path, shelf: PackShelf, check: CheckFiles) -> list[Judged]:
    """Return all of the nearest project of a folder after the checks, or all input files below it."""
    file = find_project(folder)
    return (
        check_project(shelf.read_project(shorten(file)).value, shelf, check)
        if file
        else _check_bare(folder, shelf, check)
    )


def shorten(path: Path) -> Path:
    """Return a path as it is typed from the current folder, where it lies in it."""
    here = real_path(Path())
    return path.relative_to(here) if path.is_relative_to(here) else path


def _check_bare(folder: Path, shelf: PackShelf, check: CheckFiles) -> list[Judged]:
    inputs, others = list_inputs(folder, shelf.plugins.readers.things)
    judged = [*_tell_others(str(folder), others), *check(inputs)]
    return judged or [Judged(str(folder), (Finding("W999", Place(str(folder))),))]


def _tell_others(file: str, others: list[Path]) -> Iterator[Judged]:
    """Yield that files are not checked, as they are no inputs."""
    if others:
        dots = ", …" if len(others) > MOST_NAMED else ""
        names = ", ".join(map(str, others[:MOST_NAMED])) + dots
        yield Judged(file, (Finding("N738", Place(file), {"count": len(others), "files": names}),))


def check_project(project: Project, shelf: PackShelf, check: CheckFiles) -> list[Judged]:
    """Return the ttdn.toml of a project and all that it names after the checks."""
    day = date.today()
    drafts, told = list_drafts(project, shelf)
    judged = check(drafts[:1])  # loads once what each process has to have then
    with begin_beside(_list_pack_works(project, shelf)) as packs_judged:
        judged += check(drafts[1:])
        others = [*_check_templates(list_templates(project), shelf), *packs_judged()]
    judged += [_accept(project, day, one) for one in (*others, *_find_double_packs(project))]
    wrong = [*told, *judge_project(project, shelf, day), *_list_idle(project, judged, day)]
    all_ = (Judged(str(project.file), sort_findings(wrong)), *judged)
    return [replace(one, fail_on=project.fail_on) for one in all_]


def judge_project(project: Project, shelf: PackShelf, day: date) -> Iterator[Finding]:
    """Yield all that is wrong in a ttdn.toml, and with what it names."""
    yield from shelf.read_project(project.file).findings
    yield from judge_rules(project, day)
    yield from judge_files(project)
    yield from judge_kinds(project, shelf.plugins)
    yield from judge_required(project, shelf)


def list_drafts(project: Project, shelf: PackShelf) -> tuple[list[Path], list[Finding]]:
    """Return the drafts of a project, sorted, each once, and what to tell about what names them."""
    readers = shelf.plugins.readers.things
    if not project.drafts:
        skipped = [*project.packs, *project.templates, project.folder / GOLDEN_FOLDER]
        inputs, others = list_inputs(project.folder, readers, skipped)
        return inputs, [finding for one in _tell_others(str(project.file), others) for finding in one.findings]
    found, told = set[Path](), list[Finding]()
    for pattern in project.drafts:
        matched = match_files(project.folder, pattern)
        found |= {file for path in matched for file in (list_inputs(path, readers)[0] if path.is_dir() else [path])}
        if not matched:
            told.append(Finding("W737", project.place_of(("drafts",), pattern), {"name": pattern}))
    return sorted(found), told


def list_templates(project: Project) -> list[Path]:
    """Return the Word templates of a project, sorted, each once."""
    files = {path for path in project.template_by_kind.values() if path.exists()}
    for path in project.templates:
        if path.is_dir():
            files |= {file for file in path.rglob(WORD_FILES) if not file.name.startswith(OPEN_IN_WORD)}
        elif path.exists():
            files.add(path)
    return sorted(files)


def _check_templates(files: list[Path], shelf: PackShelf) -> Iterator[Judged]:
    if not files:
        return
    profiles = list_held_profiles(None, shelf.plugins)
    for file in files:
        yield _judge_apart(str(file), partial(hold_against_nearest, file, profiles, shelf.plugins))


def _list_pack_works(project: Project, shelf: PackShelf) -> list[Callable[[], Judged]]:
    """Return what is to be done to judge each pack of a project: to try one takes longer than to check ten drafts."""
    folders = [folder for folder in project.packs if folder.exists()]  # what is missing is told of the project
    return [partial(_judge_pack, found, shelf.plugins.is_on) for folder in folders for found in find_packs(folder)]


def _judge_pack(found: FoundPack, has_plugins: bool) -> Judged:
    name = str(found.folder)
    if found.findings:
        return Judged(name, found.findings, code=3)
    return _judge_apart(name, partial(check_pack, found.folder, has_plugins=has_plugins))


def _find_double_packs(project: Project) -> Iterator[Judged]:
    for folder in project.packs:
        if folder.exists() and (doubles := tuple(find_doubles(find_packs(folder)))):
            yield Judged(str(folder), doubles, code=3)


def _judge_apart(file: str, find: Callable[[], Iterable[Finding]]) -> Judged:
    """Return what is found in a template or pack; what keeps it from being judged is a finding of it alone."""
    try:
        with contained(file):
            return Judged(file, tuple(find()), code=3)
    except TtdnError as error:
        failure = error if isinstance(error, UnexpectedError) else None
        return Judged(file, error.findings, code=3, failure=failure)


def _accept(project: Project, day: date, judged: Judged) -> Judged:
    told, accepted = project.sort_accepted(judged.findings, judged.file, day)
    return replace(judged, findings=told, accepted=accepted)


def _list_idle(project: Project, judged: list[Judged], day: date) -> Iterator[Finding]:
    """Yield the accepted findings that nothing in the project has any more."""
    borne = [(finding, project.path_of(one.file)) for one in judged for finding in one.accepted]
    for accepted in project.accepted:
        if (
            day <= accepted.until
            and can_be_accepted(accepted.rule)
            and not any(accepted.covers(finding, path) for finding, path in borne)
        ):
            yield Finding("W736", accepted.place, {"name": accepted.rule, "reason": accepted.reason})
