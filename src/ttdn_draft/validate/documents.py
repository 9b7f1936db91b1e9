"""Holds a Source against the schema: a Source goes in, a Draft or the findings that forbid it come out."""

from collections.abc import Iterable

from ..errors import Cause, Finding, Place, has_errors
from ..model import NOTHING, Contributions, Draft, Reading, Source
from .draft import build_draft
from .schema import check_schema


def validate(source: Source, kinds: Contributions[str] = NOTHING) -> Reading[Draft | None]:
    """Return what is wrong with the data, and the typed draft where its shape allows one.

    `kinds` are the kinds of documents that plug-ins bring.
    """
    if not isinstance(source.data, dict):
        is_told = has_errors(source.findings)
        return Reading(None, () if is_told else (Finding("E117", Place(source.file, 1)),))
    findings = check_schema(source, kinds)
    if has_errors(findings):
        return Reading(None, _leave_out_told(findings, source))
    draft, doubts = build_draft(source)
    return Reading(draft, (*findings, *doubts))


def leave_out_lost(read: Iterable[Finding], told: Iterable[Finding]) -> list[Finding]:
    """Return what the reader found, without what is refused anyway: notes whose mark is in such a block, odd values."""
    is_refused = any(f.severity == "error" and f.place.path.startswith("$.noi_dung[") for f in told)
    refused = {f.place.path for f in told if f.severity == "error" and f.place.path}
    left = (f for f in read if not (is_refused and f.cause is Cause.LONE_NOTE))
    return [f for f in left if not (f.cause is Cause.ODD_VALUE and f.place.path in refused)]


def _leave_out_told(findings: Iterable[Finding], source: Source) -> tuple[Finding, ...]:
    """Return findings without those of which the reader of the file has told the cause.

    A body of which every block was refused is not an empty one; where an anchor or a tag was refused stands no value.
    """
    refused = {f.place.path for f in source.findings if f.cause is Cause.NO_PLAIN}
    is_wrong = has_errors(source.findings)
    shown = (f for f in findings if f.cause is not Cause.EMPTY_BODY or not is_wrong)
    return tuple(f for f in shown if f.place.path not in refused)
