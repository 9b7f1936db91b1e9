"""Checks a file of any kind: what it says, and of a Word file how it looks; a path goes in, a Checked comes out."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from .errors import Cause, Finding, TtdnError, UnexpectedError, contained, sort_findings
from .packs import PackShelf
from .pipeline import Checked, check_file
from .read.word import WORD_SUFFIX


def judge_file(path: Path, shelf: PackShelf | None = None, asked: Collection[str] = ()) -> Checked:
    """Check an input as `check_file` does, and of a Word file also how it looks.

    What is wrong there is told, and does not forbid the document: it is set anew.
    """
    shelf = shelf or PackShelf()
    checked = check_file(path, shelf, asked)
    if path.suffix.lower() != WORD_SUFFIX or checked.source is None or checked.failure:
        return checked
    try:
        with contained(checked.file):
            found = _look_at(path, str(checked.source.data.get("the_thuc", "")), shelf)
    except UnexpectedError as error:
        return replace(checked, findings=(*checked.findings, *error.findings), failure=error)
    except TtdnError as error:
        found = error.findings
    project = shelf.find_project(path.parent)
    told, accepted = project.sort_accepted(found, checked.file, date.today()) if project else (found, ())
    findings = sort_findings([*checked.findings, *told])
    return replace(checked, findings=findings, accepted=(*checked.accepted, *accepted))


def leave_out_anew(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings without what only concerns those who make a new file of a Word file.

    A number that would be printed otherwise is told only where no rule tells it too.
    """
    told = tuple(findings)
    judged = {(found.place.paragraph, found.words) for found in told if found.words}
    return tuple(
        found
        for found in told
        if found.cause is not Cause.WRITTEN_ANEW
        and not (found.cause is Cause.RENUMBERED and (found.place.paragraph, found.facts["typed"]) in judged)
    )


def _look_at(path: Path, standard: str, shelf: PackShelf) -> tuple[Finding, ...]:
    """Return what is wrong with how a Word file looks."""
    from .check.look import check_look, choose_look_profile  # loaded for Word files alone
    from .read.word.lines import read_story
    from .read.word.zones import find_zones
    from .word.opening import open_word_file

    package = open_word_file(path)
    lines = find_zones(read_story(package))
    profile, is_past = choose_look_profile(lines, standard or "nha-nuoc", shelf.plugins.profiles)
    return check_look(package, lines, profile, is_past)
