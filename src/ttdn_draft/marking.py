"""Writes what the check finds into a copy of a Word file: its bytes and findings go in, the bytes of the copy come out.

The file itself is never written. Findings become comments at their words, or changes that a person can refuse.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from .archives import ArchiveError
from .check import may_apply
from .check.rule import HEADINGS, ExplainedRule
from .errors import Finding, InputError, Place, Severity
from .messages import N_, translate
from .text_files import read_bytes
from .word.comments import WordComment, write_comments
from .word.mending import Mend, mend_word_file
from .word.package import MAX_FILE

CLAUSE = HEADINGS[2]
LEVEL_WORDS: Mapping[Severity, str] = {"error": N_("Lỗi"), "warning": N_("Cảnh báo"), "note": N_("Ghi chú")}
RULE_LINE = N_("Quy tắc: {id}")


def comment_findings(
    path: Path, findings: Iterable[Finding], rules: Mapping[str, ExplainedRule], language: str
) -> bytes:
    """Return a Word file with each finding as a comment: what is wrong, what to do, and on what that rests.

    Raises InputError where the file is gone or no Word file.
    """
    comments = [_as_comment(finding, rules.get(finding.id), language) for finding in findings]
    try:
        return write_comments(read_bytes(path, MAX_FILE), comments)
    except ArchiveError as error:
        raise InputError("E820", Place(str(path)), reason=error.reason) from None


def _as_comment(finding: Finding, rule: ExplainedRule | None, language: str) -> WordComment:
    text = "\n".join(filter(None, _lines_of(finding, rule, language)))
    place = finding.place
    return WordComment(text, place.part, place.paragraph, finding.words, _letter_of(finding))


def _lines_of(finding: Finding, rule: ExplainedRule | None, language: str) -> Iterator[str]:
    what, do = finding.describe(language)
    yield f"{translate(LEVEL_WORDS[finding.severity], language)}: {what}"
    yield do
    clause = rule.sections.get(CLAUSE, "") if rule else ""
    yield f"{translate(CLAUSE, language)}: {clause}" if clause else ""
    yield translate(RULE_LINE, language).format(id=finding.id)


def mend_findings(path: Path, findings: Iterable[Finding], asked: Collection[str]) -> tuple[bytes, tuple[Finding, ...]]:
    """Return a Word file in which what findings offer is written as tracked changes, and those findings.

    Words are mended where that is safe or their group is asked for, looks wherever a finding says what is right.
    Raises InputError where the file is gone or no Word file.
    """
    offered = [(mend, found) for found in findings if found.place.paragraph for mend in _mends_of(found, asked)]
    try:
        docx, written = mend_word_file(read_bytes(path, MAX_FILE), [mend for mend, _ in offered])
    except ArchiveError as error:
        raise InputError("E820", Place(str(path)), reason=error.reason) from None
    kept = {id(mend) for mend in written}
    return docx, tuple(dict.fromkeys(finding for mend, finding in offered if id(mend) in kept))


def _mends_of(finding: Finding, asked: Collection[str]) -> Iterator[Mend]:
    paragraph, start = finding.place.paragraph, _letter_of(finding)
    if finding.fix is not None and may_apply(finding.fix, asked):
        yield Mend(paragraph, finding.fix.old, start, new=finding.fix.new)
    if finding.changes:
        yield Mend(paragraph, finding.words, changes=finding.changes)


def _letter_of(finding: Finding) -> int:
    """Return at which letter of its paragraph what a finding is about begins, as far as that is known."""
    return max(0, finding.place.column - 1)
