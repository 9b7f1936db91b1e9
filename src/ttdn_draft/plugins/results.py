"""What plug-ins may answer: an answer goes in, plain data or guarded functions come out, or an exception."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Cause, Finding, InputError, Place, Severity, TemplateError, UserFileError
from ..messages import LANGUAGES
from ..model import Contributions, Draft, Remark, Source
from ..model.listing import strip_marks
from ..patterns import regex
from ..records import dataclass
from ..yaml_places import format_path
from .guarding import ForeignError, guarded
from .type_checks import list_changes, require

if TYPE_CHECKING:
    from ..check.rule import Rule
    from .loading import Plugin

FILTER_NAME = regex(r"[a-z][a-z0-9_]*")
NO_NAME = regex("[\0\ud800-\udc7f\udd00-\udfff]")  # the surrogates between stand for bytes that are no UTF-8
MOST_FOUND = 10_000  # by one rule of a plug-in in one document
SUFFIX = regex(r"\.[a-z0-9]+")


def tell_at(fault: Finding, file: str) -> Finding:
    """Return the fault of a plug-in as one of a document; the line of the plug-in moves into the reason."""
    reason = f"{fault.facts['reason']} ({fault.place})" if str(fault.place) else fault.facts["reason"]
    return replace(fault, place=Place(file), facts={**fault.facts, "reason": reason})


def tell_doubt(fault: Finding, file: str) -> Finding:
    """Return the warning that a document was made without a broken plug-in."""
    return replace(tell_at(fault, file), id="W670")


def tell_lost(fault: Finding, file: str) -> Finding:
    """Return what a document is made without: a broken plug-in, or a day that moves a great one."""
    return tell_doubt(fault, file) if fault.cause is Cause.BROKEN_PLUGIN else replace(fault, place=Place(file))


def tell_broken_file(origin: str, hook: str, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Yield that a file which a plug-in names to a hook is broken, and all that is wrong in it."""
    facts = {"name": origin, "hook": hook, "reason": f"{found[0].place} {found[0].id}"}
    yield Finding("E671", facts=facts, cause=Cause.BROKEN_PLUGIN)
    yield from found


def read_paths(_: "Plugin", answer: Any) -> tuple[Path, ...]:
    """Return a list of folders or files."""
    if isinstance(answer, str | PathLike):
        raise TypeError("a list of paths wanted, not one")
    paths = tuple(map(Path, answer))
    if wrong := [path for path in paths if NO_NAME.search(str(path))]:
        raise ValueError(f"no path: {str(wrong[0])!r}")
    return paths


def read_profile_folders(plugin: "Plugin", answer: Any) -> dict[str, Path]:
    """Return the folders of profiles by their names."""
    folders = read_paths(plugin, answer)
    names = [folder.name for folder in folders]
    if len(set(names)) < len(names):
        raise ValueError(f"two folders of one name: {', '.join(sorted(names))}")
    return dict(zip(names, folders, strict=True))


def read_filters(plugin: "Plugin", answer: Any) -> dict[str, Callable[[str], str]]:
    """Return the filters by name; one that fails blames its plug-in."""
    return {name: _guard_filter(plugin, function) for name, function in _functions(answer, FILTER_NAME)}


def _guard_filter(plugin: "Plugin", function: Callable[[str], str]) -> Callable[[str], str]:
    def apply(text: str) -> str:
        try:
            with guarded():
                result: str = function(text)
                require(result, str)  # not Markup, which would not be escaped
            return result
        except ForeignError as failure:
            raise TemplateError.of([plugin.blame("ttdn_filters", failure.error)]) from failure.error

    return apply


def read_readers(plugin: "Plugin", answer: Any) -> dict[str, Callable[[Path], Any]]:
    """Return the readers by the ending of their files; one that fails blames its plug-in, or the file if it says so."""
    return {suffix: _guard_reader(plugin, function) for suffix, function in _functions(answer, SUFFIX)}


def _guard_reader(plugin: "Plugin", function: Callable[[Path], Any]) -> Callable[[Path], Any]:
    def read(path: Path) -> Any:
        try:
            with guarded():
                return _as_plain(function(path), str(path))
        except ForeignError as failure:
            if isinstance(failure.error, UserFileError):
                place = Place(str(path), path=format_path(failure.error.path))
                raise InputError.of([failure.error.as_finding(plugin.origin, place)]) from failure.error
            raise InputError.of([tell_at(plugin.blame("ttdn_readers", failure.error), str(path))]) from failure.error

    return read


def _as_plain(answer: Any, file: str) -> Any:
    """Return what a reader read as data of a file; a value that no file holds is the fault of the reader."""
    from ..read.plain_data import as_plain_data

    try:
        return as_plain_data(answer, file)
    except InputError as error:
        raise ValueError("; ".join(f"{found.place.path} {found.id}" for found in error.findings)) from None


def _functions(answer: Any, form: re.Pattern[str]) -> Iterator[tuple[str, Callable[..., Any]]]:
    if not isinstance(answer, Mapping):
        raise TypeError(f"functions by name wanted, not {type(answer).__name__}")
    for name, function in answer.items():
        if not isinstance(name, str) or not form.fullmatch(name):
            raise ValueError(f"no name for this hook: {name!r}")
        if not callable(function):
            raise TypeError(f"{name}: a function wanted, not {type(function).__name__}")
        yield name, function


def read_remarks(answer: Any) -> tuple[Remark, ...]:
    """Return the remarks of a rule."""
    remarks = tuple(answer)
    for remark in remarks:
        require(remark, Remark)
        if not remark.rule.strip() or not remark.text.strip():
            raise ValueError("a remark without rule or text")
    return tuple(replace(r, text=" ".join(r.text.split()), advice=" ".join(r.advice.split())) for r in remarks)


def read_findings(rule: "Rule", answer: Iterator[Finding]) -> list[Finding]:
    """Return what a rule finds; raises ValueError or TypeError where it cannot be told, or is without an end."""
    from ..check.registry import list_rules

    if rule.id in list_rules():
        raise ValueError(f"{rule.id}: the program has a rule of this name")
    found = list(islice(answer, MOST_FOUND + 1))
    if len(found) > MOST_FOUND:
        raise ValueError(f"more than {MOST_FOUND} findings")
    for finding in found:
        require(finding.level, Severity)
        require(finding.words, str)
        require(finding.fix.new if finding.fix else "", str)
        for language in LANGUAGES:
            finding.sentence(language)
    return found


@dataclass(frozen=True)
class Completed:
    """A draft as a plug-in gave it back, the keys that it changed, and which rules of input files it breaks."""

    draft: Draft
    keys: list[str]
    errors: tuple[Finding, ...]


def read_draft(before: Draft, source: Source, kinds: Contributions[str], answer: Any) -> Completed:
    """Return a draft in which everything has the type that its field asks for, held against the rules of inputs."""
    require(answer, Draft)
    keys = list_changes(before, answer)
    from ..validate.changes import validate_changes  # most plug-ins change no draft

    errors = validate_changes(before, answer, source, kinds) if keys else ()
    return Completed(_with_bare_lines(before, answer), keys, errors)


def _with_bare_lines(before: Draft, answer: Draft) -> Draft:
    """Return a draft whose changed lists have lines without dash and closing mark, as those read from a file have."""
    if answer.recipients != before.recipients and answer.recipients is not None:
        answer = replace(answer, recipients=tuple(map(strip_marks, answer.recipients)))
    if answer.addressees != before.addressees:
        answer = replace(answer, addressees=tuple(map(strip_marks, answer.addressees)))
    return answer
