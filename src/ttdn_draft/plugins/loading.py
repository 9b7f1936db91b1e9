"""Loads plug-ins one by one: entry points go in, folders of packs come out, and what was wrong with whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, EntryPoint, distributions, entry_points
from os import PathLike
from pathlib import Path

import pluggy

from ..errors import Finding, Place
from . import hookspecs
from .blame import find_place

REASON_LENGTH = 300  # of what the code of others says


@dataclass(frozen=True)
class Plugin:
    """An installed plug-in: its distribution and version, and the folders that it names, or why it cannot be used."""

    origin: str
    folders: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()


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
        return [_refuse(_name(distribution), error)]
    return [_load(entry) for entry in entries]


def _load(entry: EntryPoint) -> Plugin:
    origin = _name(entry.dist) if entry.dist else entry.value
    try:
        return Plugin(origin, tuple(_ask(entry)))
    except (Exception, SystemExit) as error:  # whatever the code of others does
        return _refuse(origin, error, entry.value.partition(":")[0].strip())


def _name(distribution: Distribution) -> str:
    return f"{distribution.name} {distribution.version}"


def _refuse(origin: str, error: BaseException, module: str = "") -> Plugin:
    reason = " ".join(f"{type(error).__name__}: {error}".split())[:REASON_LENGTH]
    place = find_place(module, error) if module else Place()
    return Plugin(origin, findings=(Finding("E622", place, {"name": origin, "reason": reason}),))


def _ask(entry: EntryPoint) -> Iterator[Path]:
    """Yield the folders that one plug-in names; a manager of its own keeps its faults apart from those of others."""
    manager = pluggy.PluginManager(hookspecs.GROUP)
    manager.add_hookspecs(hookspecs)
    manager.register(entry.load(), entry.name)
    manager.check_pending()
    for answer in manager.hook.ttdn_packs():
        if isinstance(answer, str | PathLike):
            raise TypeError("ttdn_packs() must return a list of folders")
        yield from map(Path, answer)
