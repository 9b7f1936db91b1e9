"""Judges documents and changes none: what was written and what was settled go in, findings come out."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from ..errors import Finding
from ..model import Draft, printed_words
from ..model.typed_breaks import break_typed
from ..reuse import Memory, open_memory
from .consequences import leave_out_consequences, tell_lines_once
from .manuscript import Grounds, Manuscript

if TYPE_CHECKING:
    from .rule import Rule

__all__ = [
    "Grounds",
    "Manuscript",
    "check_document",
    "leave_out_consequences",
    "tell_lines_once",
]

PRINTED_IN_HEAD_AND_FOOT = ("symbol", "place_name", "recipients", "archive", "addressees")


def check_document(text: Manuscript) -> tuple[Finding, ...]:
    """Return what is wrong or looks doubtful in a document as its author wrote it."""
    from .head import check_head  # who only settles a text needs none of them
    from .lists import check_lists
    from .registry import text_rules
    from .unfinished import check_marks

    text = replace(text, written=_as_meant(text.written), draft=_as_meant(text.draft))
    draft, profile, source = text.written, text.profile, text.source
    findings: list[Finding] = []
    report, shown = source.report_to(findings), _as_printed(draft)
    check_head(shown, profile, report)
    check_lists(shown, profile, report)
    findings += check_marks(draft, source, report)
    rules = (each for each in text_rules() if not each.is_off or each.id in text.grounds.asked)
    memory = open_memory()
    judged = _judge_again(rules, text, memory) if memory else chain.from_iterable(r.apply(text) for r in rules)
    return (*findings, *judged)


def _judge_again(rules: "Iterable[Rule]", text: Manuscript, memory: Memory) -> Iterator[Finding]:
    """Yield what rules tell of a document that is like the one before."""
    from .rule_memory import RuleMemory  # one document alone needs none

    return memory.note(RuleMemory).judge(rules, text)


def _as_meant(draft: Draft) -> Draft:
    """Return a draft with breaks where its head and foot have marks typed for them, which are told when it is read."""
    issuer = replace(draft.issuer, **_break_lines(draft.issuer, ("name", "parent_body")))
    signers = tuple(replace(signer, **_break_lines(signer, ("authority", "office"))) for signer in draft.signers)
    archive = None if draft.archive is None else " ".join(break_typed(draft.archive).split("\n"))
    return replace(draft, issuer=issuer, signers=signers, archive=archive)


def _break_lines(part: Any, names: Iterable[str]) -> dict[str, Any]:
    written = {name: getattr(part, name) for name in names}
    return {name: break_typed(value) for name, value in written.items() if isinstance(value, str)}


def _as_printed(draft: Draft) -> Draft:
    """Return a draft whose head and foot hold what is printed of a doubt, and not its source."""
    named = {name: _printed(getattr(draft, name)) for name in PRINTED_IN_HEAD_AND_FOOT}
    issuer = {field.name: _printed(getattr(draft.issuer, field.name)) for field in fields(draft.issuer)}
    signers = tuple(replace(signer, full_name=_printed(signer.full_name)) for signer in draft.signers)
    return replace(draft, issuer=replace(draft.issuer, **issuer), signers=signers, **named)


def _printed(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_printed, value))
    return printed_words(value) if isinstance(value, str) and "[" in value else value
