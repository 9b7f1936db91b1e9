"""The calendar of one pack: a folder goes in, its typed calendar comes out, with what is wrong in it."""

from pathlib import Path

from ..errors import Finding, InputError, Place, has_errors, sort_findings
from ..knowledge.anniversaries import FILE, Calendar
from ..read import read_data
from ..validate import validate_calendar
from .packs import MAX_BYTES, OUTSIDE, real_path


def read_calendar(folder: Path, origin: str = "") -> tuple[Calendar | None, tuple[Finding, ...]]:
    """Return the calendar of a pack, an empty one where it has none, or None and everything that is wrong in it.

    A link to a file elsewhere is refused, save in what an installer brought (`origin`).
    """
    file = folder / FILE
    if not file.is_symlink() and not file.exists():
        return Calendar(), ()
    if not origin and not real_path(file).is_relative_to(real_path(folder)):
        return None, (Finding("E620", Place(str(file)), {"reason": OUTSIDE}),)
    try:
        tree = read_data(file, MAX_BYTES)
    except InputError as error:
        return None, error.findings
    calendar, findings = validate_calendar(tree, str(file))
    return None if has_errors(tree.findings) else calendar, sort_findings((*tree.findings, *findings))
