"""`ttdn-draft golden`: shows where the drafts of a project print something else than what is kept of them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import Finding, Place, UsageError
from ..messages import N_
from .command_list import HELPS
from .language import Command, option, translated
from .pack_options import make_shelf, pack_options
from .report import COLOURS_OF_LINES, echo, print_cause, print_findings

if TYPE_CHECKING:
    from ..kit.golden import Golden

KEPT_NOW = N_("Đã lưu: {file}")
RESULT = N_("{drafts} văn bản: {same} như bản lưu, {other} khác")


@click.command(
    cls=Command,
    help=HELPS["golden"],
    epilog=N_("Ví dụ: ttdn-draft golden --renew"),
)
@option("--renew", is_flag=True, help=N_("Lưu bản mới thay bản đã lưu."))
@pack_options
def golden(renew: bool, folders: tuple[Path, ...], no_plugins: bool) -> int:
    """Compare what drafts print with what is kept; exit code 1 where it differs, or a draft has errors."""
    from ..kit.golden import draw_drafts, list_stale
    from ..kit.project_check import shorten
    from ..pages import find_office
    from ..project import find_project

    file = find_project(Path())
    if file is None:
        raise UsageError("E744")
    shelf, has_office = make_shelf(folders, no_plugins), find_office() is not None
    project, findings = shelf.read_project(shorten(file))
    found = [*findings, *(Finding("E743", Place(str(kept))) for kept in list_stale(project, shelf))]
    print_findings([*found, *([] if has_office else [Finding("N737")])], err=True)
    told = [(_renew(one) if renew else _compare(one)) for one in draw_drafts(project, shelf, has_office)]
    same = sum(code == 0 for code in told)
    echo(translated(RESULT, drafts=len(told), same=same, other=len(told) - same), err=True)
    return max([*told, int(bool(found))])


def _compare(one: "Golden") -> int:
    """Print where a draft differs from what is kept; return the exit code that it alone would have."""
    if one.after is None:
        return _tell_unprinted(one)
    if one.before is None:
        print_findings([Finding("E742", Place(str(one.kept)), {"name": one.draft})])
        return 1
    if one.is_same:
        return 0
    print_findings([Finding("E741", Place(str(one.kept)), {"name": one.draft})])
    from difflib import unified_diff  # only where something differs

    lines = unified_diff(one.before.splitlines(), one.after.splitlines(), str(one.kept), one.draft, n=1, lineterm="")
    for line in lines:
        echo(click.style(line, fg=COLOURS_OF_LINES.get(line[:1])))
    return 1


def _renew(one: "Golden") -> int:
    """Keep what a draft prints now; return the exit code that it alone would have."""
    from ..output import make_folder, write_whole

    if one.after is None:
        return _tell_unprinted(one)
    if not one.is_same:
        make_folder(one.kept.parent)
        write_whole(one.kept, one.after.encode(), force=True)
        echo(translated(KEPT_NOW, file=one.kept))
    return 0


def _tell_unprinted(one: "Golden") -> int:
    print_findings(one.findings)
    print_cause(one.failure)
    return one.failure.exit_code if one.failure else 1
