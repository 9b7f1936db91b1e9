"""The plug-ins of one run: a hook is asked for, what all of them answer comes out, and what was wrong with whom."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import Cause, Finding, Place
from ..installed import list_entries
from ..messages import N_
from ..model import NOTHING, Contributions, Draft, Remark, Source
from ..records import dataclass
from .gathering import sort_out
from .results import (
    read_draft,
    read_filters,
    read_paths,
    read_profile_folders,
    read_readers,
    read_remarks,
    tell_at,
    tell_doubt,
)

if TYPE_CHECKING:
    from ..check import Manuscript
    from ..check.rule import Rule
    from .loading import Plugin

T = TypeVar("T")
REMARK_IDS = {"error": "E673", "warning": "W674", "note": "N675"}
ADVICE = N_("Chưa rõ thì hỏi người làm ra phần cài thêm này.")
RESULTS = (".docx", ".pdf")  # what the program writes is never an input


@dataclass(frozen=True)
class Brought:
    """The folders of packs, or the calendars, that one plug-in names, or what was wrong with it."""

    origin: str
    paths: tuple[Path, ...]
    findings: tuple[Finding, ...]


class Plugins:
    """Loads the plug-ins when somebody first asks for something, and asks each of them once."""

    def __init__(self, is_on: bool = False) -> None:
        self.is_on = is_on

    @cached_property
    def loaded(self) -> "tuple[Plugin, ...]":
        """Return the installed plug-ins by name, broken ones too."""
        entries = list_entries() if self.is_on else ()
        if entries == ():
            return ()
        from .loading import load_plugins

        return load_plugins(entries)

    @cached_property
    def faults(self) -> tuple[Finding, ...]:
        """Return why plug-ins could not be loaded."""
        return tuple(plugin.fault for plugin in self.loaded if plugin.fault)

    @cached_property
    def packs(self) -> tuple[Brought, ...]:
        """Return the folders of packs: first those of the program itself, which no switch turns off."""
        from .loading import load_built_in

        return tuple(_ask_for_paths(plugin, "ttdn_packs") for plugin in (*load_built_in(), *self.loaded))

    @cached_property
    def calendars(self) -> tuple[Brought, ...]:
        """Return the calendars that belong to no pack."""
        return tuple(_ask_for_paths(plugin, "ttdn_calendars") for plugin in self.loaded)

    @cached_property
    def readers(self) -> Contributions[Callable[[Path], Any]]:
        """Return the readers of further files by the ending of their names."""
        from ..read import SUFFIXES  # which loads the readers: who lists packs needs none

        return self.gather("ttdn_readers", read_readers, (*SUFFIXES, *RESULTS))

    @cached_property
    def filters(self) -> Contributions[Callable[[str], str]]:
        """Return the filters for templates by name."""
        from ..grammar import FILTERS  # which loads Jinja, and most documents are only checked

        return self.gather("ttdn_filters", read_filters, FILTERS)

    @cached_property
    def profiles(self) -> Contributions[Path]:
        """Return the folders of the sound profiles by id."""
        from ..knowledge.standards.profiles import list_profiles  # who lists packs or days needs none

        offer = self.gather("ttdn_profiles", read_profile_folders, list_profiles())
        if not offer.things:
            return offer
        from .profiles import keep_sound  # which loads all that checks a profile

        return keep_sound(offer)

    @cached_property
    def kinds(self) -> Contributions[str]:
        """Return the kinds of documents that the profiles of plug-ins bring, each with a profile."""
        from ..knowledge.standards.profiles import load_profile

        profiles = self.profiles
        kinds = {kind: name for name in profiles.things for kind in load_profile(name, None, profiles).kinds}
        return Contributions(kinds, broken=(*profiles.broken, *profiles.clashes.values()))

    def gather(
        self, hook: str, read: "Callable[[Plugin, Any], Mapping[str, T]]", taken: Collection[str]
    ) -> Contributions[T]:
        """Return what all plug-ins bring under names that are not taken."""
        if not self.loaded:
            return NOTHING
        claims, broken = list[tuple[str, Mapping[str, T]]](), [*self.faults]
        for plugin in self.loaded:
            things, found = plugin.ask(hook, partial(read, plugin))
            claims.append((plugin.origin, things or {}))
            broken += found
        return sort_out(hook, claims, taken, broken)

    def enrich(self, draft: Draft, source: Source) -> tuple[Draft, list[Finding]]:
        """Return the draft as one plug-in after the other completes it, and which keys each of them changed.

        What breaks the rules of input files is told and left out.
        """
        found: list[Finding] = []
        for plugin in self.loaded:
            read = partial(read_draft, draft, source, self.kinds)
            answer, faults = plugin.ask_about(source, "ttdn_enrich", read, draft=draft)
            if answer is not None and answer.errors:
                faults = _blame_for(answer.errors, plugin, source)
            elif answer is not None and answer.keys:
                facts = {"name": plugin.origin, "keys": ", ".join(answer.keys)}
                found.append(Finding("N676", Place(source.file), facts, Cause.CHANGED_DRAFT))
                draft = answer.draft
            found += faults
        return draft, found

    @cached_property
    def rules(self) -> "Mapping[str, Rule]":
        """Return the rules of all plug-ins by id; of two with one id, the first."""
        return {rule.id: rule for plugin in reversed(self.loaded) for rule in plugin.rules}

    def check(self, text: "Manuscript") -> list[Finding]:
        """Return what the rules of all plug-ins find in a document."""
        found: list[Finding] = []
        source = text.source
        for plugin in self.loaded:
            for rule in plugin.rules:
                found += plugin.apply(rule, text)
            arguments = {"document": text.document, "draft": text.written, "profile": text.profile, "text": text}
            remarks, faults = plugin.ask_about(source, "ttdn_check", read_remarks, **arguments)
            found += faults
            found += (_as_finding(remark, plugin.origin, source) for remark in remarks or ())
        return found

    def list_doubts(self, file: str, told: Iterable[Finding], by_date: bool) -> list[Finding]:
        """Return who might have had to do with a document and is broken, unless that has been told.

        A profile that is broken has to do with the documents whose profile is chosen by their date.
        """
        profiles = (*self.profiles.broken, *self.profiles.clashes.values()) if by_date else ()
        names = {finding.facts.get("name") for finding in told}
        faults = [f for f in (*self.faults, *profiles) if "reason" in f.facts and f.facts["name"] not in names]
        return [tell_doubt(fault, file) for fault in faults]


def _blame_for(errors: tuple[Finding, ...], plugin: "Plugin", source: Source) -> tuple[Finding, ...]:
    """Return that a plug-in broke the rules of input files, and those rules."""
    broken = "; ".join(f"{error.place.path} {error.id}" for error in errors)
    return (tell_at(plugin.blame("ttdn_enrich", ValueError(broken)), source.file), *errors)


def _ask_for_paths(plugin: "Plugin", hook: str) -> Brought:
    paths, found = plugin.ask(hook, partial(read_paths, plugin))
    return Brought(plugin.origin, paths or (), (plugin.fault,) if plugin.fault else found)


def _as_finding(remark: Remark, origin: str, source: Source) -> Finding:
    facts = {"name": origin, "rule": remark.rule, "text": remark.text, "advice": remark.advice or ADVICE}
    return Finding(REMARK_IDS[remark.level], source.place(remark.path), facts)
