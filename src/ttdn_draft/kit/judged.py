"""One thing of a report: a checked input goes in, its name, findings and exit code come out."""

from typing import TYPE_CHECKING

from ..errors import Finding, TtdnError
from ..records import dataclass
from ..word_check import leave_out_anew

if TYPE_CHECKING:
    from ..pipeline import Checked


@dataclass(frozen=True)
class Judged:
    """A file or folder after the checks; `code` is what a command ends with where a finding fails."""

    file: str
    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...] = ()
    code: int = 1
    failure: TtdnError | None = None  # of the program itself
    profile: str = ""
    lines: tuple[str, ...] = ()
    is_unread: bool = False  # it is no file of which anything could be read
    fail_on: tuple[str, ...] = ()  # what its project says of that


def judge_input(checked: "Checked", fail_on: tuple[str, ...] = ()) -> Judged:
    """Return an input file after the checks; what only concerns those who make a file of it is left out."""
    return Judged(
        checked.file,
        leave_out_anew(checked.findings),
        checked.accepted,
        checked.exit_code if checked.failure else 1,
        checked.failure,
        checked.profile.id if checked.profile else "",
        tuple(checked.source.raw.split("\n")) if checked.source else (),
        checked.source is None,
        fail_on,
    )
