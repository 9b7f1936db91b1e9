"""Loads plug-ins one by one: modules and entry points go in, plug-ins that answer hooks come out, or what was wrong."""

from collections.abc import Callable, Iterable
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import pluggy

from .. import __version__
from ..errors import Cause, Finding, Place, UserFileError, put_in_words
from ..installed import GROUP, Entry
from ..model import Reading, Source
from ..records import dataclass
from . import hookspecs, national
from .gathering import PROGRAM_NAME
from .guarding import ForeignError, guarded
from .results import read_findings, tell_at

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

    from ..check import Manuscript
    from ..check.rule import Rule

PREFIX = "ttdn-pack-"  # of the distribution that brings the pack of a province
BUILT_IN = (national,)

T = TypeVar("T")


@dataclass(frozen=True)
class Plugin:
    """A plug-in: its distribution and version, its entry point, and the hooks that it answers, or why it cannot."""

    origin: str
    entry: str
    module: str = ""
    hooks: tuple[str, ...] = ()
    fault: Finding | None = None
    manager: pluggy.PluginManager | None = field(default=None, compare=False, repr=False)
    answers: object = field(default=None, compare=False, repr=False)  # the module that answers the hooks

    @cached_property
    def rules(self) -> "tuple[Rule, ...]":
        """Return the rules that stand in the module of the plug-in, made with `@rule`."""
        from ..check.rule import Rule

        return tuple(thing for thing in getattr(self.answers, "__dict__", {}).values() if isinstance(thing, Rule))

    def apply(self, rule: "Rule", text: "Manuscript") -> list[Finding]:
        """Return what a rule of the plug-in finds in a document; a fault of the rule stands in the document's file."""
        try:
            with guarded():
                return read_findings(rule, rule.apply(text))
        except ForeignError as failure:
            return [tell_at(self.blame(rule.id, failure.error), text.source.file)]

    def ask(self, hook: str, read: Callable[[Any], T], **arguments: object) -> Reading[T | None]:
        """Return what the plug-in answers to a hook, as `read` takes it, or nothing, and what was wrong."""
        try:
            return Reading(self._ask(hook, read, arguments))
        except ForeignError as failure:
            return Reading(None, (self.blame(hook, failure.error),))

    def ask_about(self, source: Source, hook: str, read: Callable[[Any], T], **arguments: object) -> Reading[T | None]:
        """Return what the plug-in answers to a hook about a document; what was wrong stands in the document's file."""
        try:
            return Reading(self._ask(hook, read, arguments))
        except ForeignError as failure:
            if isinstance(failure.error, UserFileError):
                return Reading(None, (failure.error.as_finding(self.origin, source.place(failure.error.path)),))
            return Reading(None, (tell_at(self.blame(hook, failure.error), source.file),))

    def _ask(self, hook: str, read: Callable[[Any], T], arguments: dict[str, object]) -> T | None:
        if self.manager is None or hook not in self.hooks:
            return None
        with guarded():
            answers = getattr(self.manager.hook, hook)(**arguments)
            if not answers:
                return None
            (answer,) = answers
            return read(answer)

    def blame(self, hook: str, error: BaseException) -> Finding:
        """Return the finding that a hook failed, with the line of the plug-in that failed."""
        from .fault_place import find_place  # most plug-ins are sound

        facts = {"name": self.origin, "entry": self.entry, "hook": hook, "reason": put_in_words(error)}
        return Finding("E671", find_place(self.module, error), facts, Cause.BROKEN_PLUGIN)


def load_built_in() -> tuple[Plugin, ...]:
    """Return what comes with the program itself, through the same hooks; no switch turns it off."""
    return tuple(_register(f"{PROGRAM_NAME} {__version__}", module.__name__, module) for module in BUILT_IN)


def load_plugins(entries: Iterable[Entry] | None) -> tuple[Plugin, ...]:
    """Return the plug-ins by name that are installed as some entry points say; without those, all that are installed.

    One that fails keeps no other from being loaded.
    """
    if entries is None:
        found = _ask_library()
    else:
        found = [_load(entry.origin, entry.name, entry.module, entry.load) for entry in entries]
    return tuple(sorted(found, key=lambda plugin: (plugin.origin, plugin.entry, plugin.module)))


def _ask_library() -> list[Plugin]:
    """Return the plug-ins that importlib.metadata finds, which takes long to load."""
    from importlib.metadata import distributions, entry_points

    try:
        return [_load_named(entry) for entry in entry_points(group=GROUP)]
    except Exception:  # one list of entry points is unreadable, and hides all others
        return [plugin for distribution in distributions() for plugin in _load_from(distribution)]


def _load_from(distribution: "Distribution") -> list[Plugin]:
    try:
        entries = distribution.entry_points.select(group=GROUP)
    except Exception as error:
        return [_refuse(_name(distribution), distribution.name.removeprefix(PREFIX), "", error)]
    return [_load_named(entry) for entry in entries]


def _load_named(entry: "EntryPoint") -> Plugin:
    origin = _name(entry.dist) if entry.dist else entry.value
    return _load(origin, entry.name, entry.value.partition(":")[0].strip(), entry.load)


def _load(origin: str, name: str, module: str, load: Callable[[], object]) -> Plugin:
    try:
        with guarded():
            return _register(origin, module, load(), name)
    except ForeignError as failure:
        return _refuse(origin, name, module, failure.error)


def _register(origin: str, module: str, plugin: object, entry: str = "") -> Plugin:
    """Return a plug-in with a manager of its own, which keeps its faults apart from those of others."""
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    manager.register(plugin, entry)
    manager.check_pending()
    hooks = sorted(caller.name for caller in manager.get_hookcallers(plugin) or ())
    return Plugin(origin, entry, module, tuple(hooks), manager=manager, answers=plugin)


def _name(distribution: "Distribution") -> str:
    return f"{distribution.name} {distribution.version}"


def _refuse(origin: str, entry: str, module: str, error: BaseException) -> Plugin:
    from .fault_place import find_place

    place = find_place(module, error) if module else Place()
    facts = {"name": origin, "entry": entry, "reason": put_in_words(error)}
    return Plugin(origin, entry, module, fault=Finding("E622", place, facts, Cause.BROKEN_PLUGIN))
