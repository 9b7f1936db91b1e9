"""Holds what a ttdn.toml names against what there is: a project goes in, what is unknown or missing comes out."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from ..check.registry import list_rules
from ..errors import SEVERITIES, Finding, Place, has_errors
from ..knowledge.standards.profiles import list_profiles, load_profile
from ..links import is_there
from ..nearness import find_nearest
from ..packs import PackShelf
from ..plugins.registry import Plugins
from ..project import Project, can_be_accepted


def judge_rules(project: Project, day: date) -> Iterator[Finding]:
    """Yield the rules that a project names and nobody knows, those that cannot be accepted, and what is over."""
    for name in project.fail_on:
        if name not in SEVERITIES and not _is_known(name):
            yield _tell_unknown(name, project.place_of(("fail_on",), name), SEVERITIES)
    for accepted in project.accepted:
        if not _is_known(accepted.rule):
            yield _tell_unknown(accepted.rule, accepted.place)
        elif not can_be_accepted(accepted.rule):
            yield Finding("E734", accepted.place, {"name": accepted.rule})
        elif day > accepted.until:
            facts = {"name": accepted.rule, "reason": accepted.reason, "until": f"{accepted.until:%d/%m/%Y}"}
            yield Finding("W735", accepted.place, facts)


def _is_known(name: str) -> bool:
    """Tell whether a rule or a message has a name."""
    from ..messages.catalogue import MESSAGES  # most documents lie in no project

    return name in MESSAGES or name in list_rules()


def _tell_unknown(name: str, place: Place, more: Iterable[str] = ()) -> Finding:
    return Finding("E733", place, {"name": name, "guess": find_nearest(name, [*list_rules(), *more])})


def judge_files(project: Project) -> Iterator[Finding]:
    """Yield the folders and files that a project names and that are not there."""
    named = [(("packs",), path) for path in project.packs] + [(("templates",), path) for path in project.templates]
    named += [(("template", kind), path) for kind, path in project.template_by_kind.items()]  # type: ignore[misc]
    for key, path in named:
        if not is_there(path):
            name = path.relative_to(project.folder) if path.is_relative_to(project.folder) else path
            place = project.place_of(key, name.as_posix())
            yield Finding("E736", place, {"key": ".".join(key), "name": name.as_posix()})


def judge_kinds(project: Project, plugins: Plugins) -> Iterator[Finding]:
    """Yield the kinds of documents that a project has templates for, and that no profile knows."""
    if not project.template_by_kind:
        return
    profiles = (load_profile(name, None, plugins.profiles) for name in list_profiles(plugins.profiles))
    known = sorted({kind for profile in profiles for kind in profile.kinds})
    for name in project.template_by_kind.keys() - set(known):
        facts = {"name": name, "guess": find_nearest(name, known), "known": ", ".join(known)}
        yield Finding("E735", project.place_of(("template", name)), facts)


def judge_required(project: Project, shelf: PackShelf) -> Iterator[Finding]:
    """Yield the plug-ins and packs that a project cannot do without, and that are missing or broken."""
    if not project.required:
        return
    there = dict(_list_there(project.folder, shelf))
    for name in project.required:
        place = project.place_of(("plugins", "required"), name)
        found = there.get(_fold(name))
        if found is None:
            yield Finding("E738", place, {"name": name, "guess": find_nearest(name, there)})
        elif has_errors(found):
            what, _ = found[0].describe()
            where = f"{found[0].place} {found[0].id}".strip()
            yield Finding("E739", place, {"name": name, "reason": f"{where} {what}".rstrip(".")})


def _list_there(folder: Path, shelf: PackShelf) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Yield the names of all plug-ins and packs, each with what is wrong with it; what is broken comes last."""
    for pack in shelf.discover(folder).packs:
        yield _fold(pack.name), shelf.read(pack).findings
    for plugin in shelf.plugins.loaded:
        yield _fold(plugin.origin.rpartition(" ")[0]), _list_faults(plugin.origin, shelf.plugins)


def _list_faults(origin: str, plugins: Plugins) -> tuple[Finding, ...]:
    """Return what is wrong with a plug-in: that it cannot be loaded, or that something that it brings fails."""
    brought = [f for b in (*plugins.packs, *plugins.calendars) for f in b.findings]
    gathered = (plugins.readers, plugins.filters, plugins.profiles)
    told = [*plugins.faults, *brought, *(f for things in gathered for f in (*things.broken, *things.clashes.values()))]
    return tuple(fault for fault in told if fault.facts.get("name") == origin)


def _fold(name: str) -> str:
    """Return a name as installers compare it: in small letters, with dashes."""
    return name.lower().replace("_", "-").replace(".", "-")
