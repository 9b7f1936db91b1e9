"""Prints findings: for people one line each, for machines JSON with the same facts."""

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click

from ..errors import Cause, Finding, Place, TtdnError, contained, has_errors
from ..messages import N_
from ..shell import write_program
from .language import is_debugging, language, translated
from .reports.snippets import draw_snippet, lay_out_advice

if TYPE_CHECKING:
    from ..check.rule import ExplainedRule
    from ..kit.judged import Judged

NONE_ACCEPTED: Mapping[str, Sequence[Finding]] = MappingProxyType({})
COLOURS_OF_LINES = {"+": "green", "-": "red", "@": "cyan"}  # of a difference
NO_RULES: "Mapping[str, ExplainedRule]" = MappingProxyType({})
COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
SUMMARY = N_("{file}: {errors} lỗi, {warnings} cảnh báo, {notes} ghi chú")
UNDER = N_("{file} (theo {profile})")
CLEAN = N_("{file}: không có lỗi")
ACCEPTED = N_("; {count} chỗ đã chấp nhận")
TOTAL = N_("Tất cả {files} mục: {errors} lỗi, {warnings} cảnh báo, {notes} ghi chú")
COUNT_IN = N_("  {count} chỗ ở {files} mục: {name}")
MORE_PLACES = N_("(còn ở {count} chỗ nữa: {places})")
MOST_PLACES = 10  # that are named


def print_findings(findings: Iterable[Finding], err: bool = False, lines: Sequence[str] = (), file: str = "") -> None:
    """Print each finding on a line: place, id, what is wrong, what to do, and where else in the file it is so.

    With the lines of a file, that on which the wrong words stand is shown below, with carets under them; what stands
    in another file, such as one of figures, has no line among them.
    """
    for finding, others in fold_findings(findings):
        label = click.style(finding.id, fg=COLOURS[finding.severity], bold=True)
        place = f"{finding.place.tell(language.get())} " if str(finding.place) else ""
        more = f" {_name_places(others)}" if others else ""
        echo(f"{place}{label} {lay_out_advice(finding.sentence(language.get()), finding.facts)}{more}", err)
        if finding.place.file == file and (snippet := draw_snippet(finding, lines)):
            echo(snippet, err)


def fold_findings(findings: Iterable[Finding]) -> list[tuple[Finding, list[Place]]]:
    """Return what is to be told once: the findings that are not alike, each with the further places in its file."""
    folded: dict[tuple[object, ...], tuple[Finding, list[Place]]] = {}
    for finding in findings:
        about = finding.place.file, finding.place.part, finding.id, repr(sorted(finding.facts.items()))
        first, others = folded.setdefault(about, (finding, []))
        if first is not finding:
            others.append(finding.place)
    return list(folded.values())


def _name_places(places: list[Place]) -> str:
    """Return how many places there are, and which: by line and column where these are known."""
    short = (replace(place, file="", path="" if place.line else place.path, part="") for place in places)
    named = list(dict.fromkeys(place.tell(language.get()) for place in short))
    if all(place.paragraph and not place.part for place in places):
        numbers = list(dict.fromkeys(str(place.paragraph) for place in places))
        named = [named[0], *numbers[1:]]
    dots = ["…"] if len(named) > MOST_PLACES else []
    return translated(MORE_PLACES, count=len(places), places=", ".join([*named[:MOST_PLACES], *dots]))


def print_in_short(file: str, findings: Iterable[Finding]) -> None:
    """Print what was found in a file from which something is made; of what is still to be done only how much it is."""
    found = list(findings)
    unfinished = [finding for finding in found if finding.cause is Cause.UNFINISHED]
    print_findings((finding for finding in found if finding.cause is not Cause.UNFINISHED), err=True)
    if unfinished:
        count = len(fold_findings(unfinished))
        print_findings([Finding("W377", Place(file), {"count": count})], err=True)


def print_cause(error: TtdnError | None) -> None:
    """Print, for developers who ask for it, the traceback of the exception that an error was made of."""
    if is_debugging.get() and error and error.__cause__:
        sys.excepthook(type(error.__cause__), error.__cause__, error.__cause__.__traceback__)


def find_apart(file: str, find: Callable[[], Iterable[Finding]]) -> tuple[Finding, ...]:
    """Return what is found in one of several files; what keeps it from being judged is a finding of this file alone."""
    try:
        with contained(file):
            return tuple(find())
    except TtdnError as error:
        print_cause(error)
        return error.findings


def print_summary(file: str, findings: tuple[Finding, ...], profile: str = "", accepted: int = 0) -> None:
    """Print how many findings a file has, and which standard it was held against, on stderr.

    `accepted` is how many more there are that its project bears with.
    """
    file = translated(UNDER, file=file, profile=profile) if profile else file
    facts = _count_severities(finding for finding, _ in fold_findings(findings))
    told = translated(SUMMARY, file=file, **facts) if findings else translated(CLEAN, file=file)
    echo(told + (translated(ACCEPTED, count=accepted) if accepted else ""), err=True)


def _count_severities(findings: Iterable[Finding]) -> dict[str, int]:
    counts = Counter(finding.severity for finding in findings)
    return {"errors": counts["error"], "warnings": counts["warning"], "notes": counts["note"]}


def print_counts(judged: "Sequence[Judged]") -> None:
    """Print how often each rule or message was told, and in how many of several files, on stderr."""
    if len(judged) < 2:
        return
    found = [(finding, one.file) for one in judged for finding in one.findings]
    accepted = sum(len(one.accepted) for one in judged)
    total = translated(TOTAL, files=len(judged), **_count_severities(finding for finding, _ in found))
    echo(total + (translated(ACCEPTED, count=accepted) if accepted else ""), err=True)
    for name, count in sorted(Counter(f.id for f, _ in found).items(), key=lambda pair: (-pair[1], pair[0])):
        files = len({file for finding, file in found if finding.id == name})
        echo(translated(COUNT_IN, name=name, count=count, files=files), err=True)


def echo(text: str, err: bool = False) -> None:
    """Print a line; colour only on a terminal and only where NO_COLOR does not forbid it."""
    click.echo(text, err=err, color=False if os.environ.get("NO_COLOR") else None)


def link(path: Path) -> str:
    """Return a path as a link for terminals that show one (OSC 8), else the bare path."""
    can_link = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    if os.name == "nt" and "WT_SESSION" not in os.environ:  # the older window of Windows prints the codes
        can_link = False
    return f"\x1b]8;;{path.absolute().as_uri()}\x1b\\{path}\x1b]8;;\x1b\\" if can_link else str(path)


def program_name() -> str:
    """Return what a person types to run the program, as it was run now."""
    started = Path(sys.argv[0])
    if started.name == "__main__.py":
        return f"{'py' if os.name == 'nt' else Path(sys.executable).name} -m {started.parent.name}"
    import shutil  # which loads every way to pack files

    return "ttdn-draft" if shutil.which("ttdn-draft") else write_program(str(started))


def findings_as_json(
    results: Iterable[tuple[str, tuple[Finding, ...]]],
    accepted: Mapping[str, Sequence[Finding]] = NONE_ACCEPTED,
    rules: "Mapping[str, ExplainedRule]" = NO_RULES,
) -> str:
    """Return the findings of all files as one JSON text, with how many more each file has that are accepted.

    `rules` are those of plug-ins, of which the clauses are told too.
    """
    files = [
        {
            "file": file,
            "ok": not has_errors(findings),
            "accepted": len(accepted.get(file, ())),
            "findings": [as_plain(f, rules) for f in findings],
        }
        for file, findings in results
    ]
    return json.dumps({"version": 1, "files": files}, ensure_ascii=False, indent=2)


def as_plain(finding: Finding, rules: "Mapping[str, ExplainedRule]" = NO_RULES) -> dict[str, Any]:
    """Return a finding as JSON writes it."""
    from ..check.fixing import label_fix
    from ..check.registry import find_clause

    what, do = finding.describe(language.get())
    fix = finding.fix
    facts = {key: value if isinstance(value, (int, str)) else str(value) for key, value in finding.facts.items()}
    return {
        "id": finding.id,
        "severity": finding.severity,
        **asdict(finding.place),
        "what": what,
        "do": do,
        "words": finding.words,
        "clause": find_clause(finding, rules),
        "fix": fix.new if fix else None,
        "fix_old": fix.old if fix else None,
        "fix_label": label_fix(fix, language.get()) if fix else None,
        "facts": facts,
    }
