"""Turns what cannot be done into an answer: an error goes in, its status and its sentences as data come out."""

from dataclasses import replace
from pathlib import PurePath
from typing import Any

from ..errors import Cause, Finding, TtdnError

MALFORMED, DENIED, NOT_THERE, TIMED_OUT, CONFLICT, TOO_BIG, UNFIT = 400, 403, 404, 408, 409, 413, 422
"""Status codes of HTTP that the page is answered with."""


class RefusedError(TtdnError):
    """A call that is not answered as asked: `state` says to the page why, `more` what it needs to go on."""

    def __init__(
        self, status: int, state: str, finding: Finding | None = None, error: TtdnError | None = None, **more: Any
    ) -> None:
        self.findings = error.findings if error else (finding,) if finding else ()
        Exception.__init__(self, *(told.id for told in self.findings))
        self.status, self.state, self.more = status, state, more


def malformed(what: str) -> RefusedError:
    """Return the refusal of a call that is not what the page sends."""
    return RefusedError(MALFORMED, "refused", Finding("E910", facts={"what": what}))


def put_in_answer(error: TtdnError, language: str) -> tuple[int, dict[str, Any]]:
    """Return the status of an answer, and the sentences of an error as data for the page."""
    told = {"loi": [tell_in_data(finding, language) for finding in error.findings]}
    if isinstance(error, RefusedError):
        return error.status, {**told, "cho": error.state, **error.more}
    is_busy = any(finding.cause is Cause.IN_USE for finding in error.findings)
    return (CONFLICT, {**told, "cho": "busy"}) if is_busy else (UNFIT, {**told, "cho": "errors"})


def tell_in_data(finding: Finding, language: str) -> dict[str, str]:
    """Return a finding as the page shows it: its id, place without folders and keys, what is wrong, what to do."""
    what, remedy = finding.describe(language)
    place = replace(finding.place, file=PurePath(finding.place.file).name, path="")
    return {"id": finding.id, "noi": place.tell(language), "cau": what, "cach_sua": remedy}
