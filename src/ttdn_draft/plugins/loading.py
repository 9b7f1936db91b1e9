"""Loads plug-ins one by one: entry points go in, folders of packs come out, and what was wrong with whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from os import PathLike
from pathlib import Path

import pluggy

from ..errors import Finding
from . import hookspecs


@dataclass(frozen=True)
class Plugin:
    """An installed plug-in: its distribution and version, and the folders that it names, or why it cannot be used."""

    origin: str
    folders: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()


def load_plugins() -> list[Plugin]:
    """Return the plug-ins by name; one that fails keeps no other from being loaded."""
    return sorted((_load(entry) for entry in entry_points(group=hookspecs.GROUP)), key=lambda p: (p.origin, p.folders))


def _load(entry: EntryPoint) -> Plugin:
    origin = f"{entry.dist.name} {entry.dist.version}" if entry.dist else entry.value
    try:
        return Plugin(origin, tuple(_ask(entry)))
    except (Exception, SystemExit) as error:  # whatever the code of others does
        facts = {"name": origin, "reason": f"{type(error).__name__}: {error}"}
        return Plugin(origin, findings=(Finding("E622", facts=facts),))


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
