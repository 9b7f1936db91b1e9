"""One thing of a report: a checked input goes in, its name, findings and exit code come out."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..errors import Cause, Finding, TtdnError
from ..records import dataclass

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


def _list_for_readers(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield what is told of a file that is only checked.

    Nothing is printed of it: what would be written anew is not told, and a number that would be printed otherwise only
    where no rule tells it too.
    """
    judged = {(found.place.paragraph, found.words) for found in findings if found.words}
    for found in findings:
        is_told = found.cause is Cause.RENUMBERED and (found.place.paragraph, found.facts["typed"]) in judged
        if found.cause is not Cause.WRITTEN_ANEW and not is_told:
            yield found


def judge_input(checked: "Checked", fail_on: tuple[str, ...] = ()) -> Judged:
    """Return an input file after the checks; what only concerns those who make a file of it is left out."""
    return Judged(
        checked.file,
        tuple(_list_for_readers(checked.findings)),
        checked.accepted,
        checked.exit_code if checked.failure else 1,
        checked.failure,
        checked.profile.id if checked.profile else "",
        tuple(checked.source.raw.split("\n")) if checked.source else (),
        checked.source is None,
        fail_on,
    )
