"""Loads plug-ins one by one: entry points go in, folders of packs come out, and what was wrong with whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, EntryPoint, distributions, entry_points
from os import PathLike
from pathlib import Path

import pluggy

from .. import __version__
from ..errors import Finding, Place
from . import hookspecs, national
from .blame import find_place

PROGRAM = "ttdn-draft"
PREFIX = "ttdn-pack-"  # of the distribution that brings the pack of a province
REASON_LENGTH = 300  # of what the code of others says


@dataclass(frozen=True)
class Plugin:
    """An installed plug-in: its distribution and version, and the folders that it names, or why it cannot be used."""

    origin: str
    folders: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()


def load_built_in() -> list[Plugin]:
    """Return what comes with the program itself, through the same hooks; no switch turns it off."""
    return [Plugin(f"{PROGRAM} {__version__}", tuple(_ask(national, national.__name__)))]


def load_plugins() -> list[Plugin]:
    """Return the plug-ins by name; one that fails keeps no other from being loaded."""
    try:
        found = [_load(entry) for entry in entry_points(group=hookspecs.GROUP)]
    except Exception:  # one list of entry points is unreadable, and hides all others
        found = [plugin for distribution in distributions() for plugin in _load_from(distribution)]
    return sorted(found, key=lambda plugin: (plugin.origin, plugin.folders))


def _load_from(distribution: Distribution) -> list[Plugin]:
    try:
        entries = distribution.entry_points.select(group=hookspecs.GROUP)
    except Exception as error:
        return [_refuse(_name(distribution), distribution.name.removeprefix(PREFIX), error, Place())]
    return [_load(entry) for entry in entries]


def _load(entry: EntryPoint) -> Plugin:
    origin = _name(entry.dist) if entry.dist else entry.value
    try:
        return Plugin(origin, tuple(_ask(entry.load(), entry.name)))
    except (Exception, SystemExit) as error:  # whatever the code of others does
        place = find_place(entry.value.partition(":")[0].strip(), error)
        return _refuse(origin, entry.name, error, place)


def _name(distribution: Distribution) -> str:
    return f"{distribution.name} {distribution.version}"


def _refuse(origin: str, entry: str, error: BaseException, place: Place) -> Plugin:
    reason = " ".join(f"{type(error).__name__}: {error}".split())[:REASON_LENGTH]
    return Plugin(origin, findings=(Finding("E622", place, {"name": origin, "entry": entry, "reason": reason}),))


def _ask(plugin: object, name: str) -> Iterator[Path]:
    """Yield the folders that one plug-in names; a manager of its own keeps its faults apart from those of others."""
    manager = pluggy.PluginManager(hookspecs.GROUP)
    manager.add_hookspecs(hookspecs)
    manager.register(plugin, name)
    manager.check_pending()
    for answer in manager.hook.ttdn_packs():
        if isinstance(answer, str | PathLike):
            raise TypeError("ttdn_packs() must return a list of folders")
        yield from map(Path, answer)
