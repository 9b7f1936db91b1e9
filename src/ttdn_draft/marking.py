"""Writes what the check finds into a copy of a Word file: its bytes and findings go in, the bytes of the copy come out.

The file itself is never written. Findings become comments at their words, or changes that a person can refuse.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from .archives import ArchiveError
from .check import may_apply
from .check.registry import look_rules
from .check.rule import HEADINGS, ExplainedRule
from .errors import Finding, InputError, Place, Severity
from .messages import N_, translate
from .packs import PackShelf
from .pipeline import MOST_ROUNDS, check_copy
from .text_files import read_bytes
from .word.comments import WordComment, write_comments
from .word.mending import Mend, mend_again, mend_word_file
from .word.package import MAX_FILE
from .word_check import judge_file

CLAUSE = HEADINGS[2]
LEVEL_NAMES: Mapping[Severity, str] = {"error": N_("Lỗi"), "warning": N_("Cảnh báo"), "note": N_("Ghi chú")}
RULE_LINE = N_("Quy tắc: {id}")


def choose_comments(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that are worth a comment: not what is merely noted of the file as a whole."""
    return tuple(found for found in findings if found.place.paragraph or found.severity != "note")


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
    yield f"{translate(LEVEL_NAMES[finding.severity], language)}: {what}"
    yield do
    clause = rule.sections.get(CLAUSE, "") if rule else ""
    yield f"{translate(CLAUSE, language)}: {clause}" if clause else ""
    yield translate(RULE_LINE, language).format(id=finding.id)


def mend_copy(path: Path, shelf: PackShelf, asked: Collection[str]) -> tuple[bytes, tuple[Finding, ...]]:
    """Return a Word file in which what its findings offer is written as tracked changes, and those findings.

    Words are mended where that is safe or their group is asked for, in rounds, as one fix may make room for another;
    looks wherever a finding says what is right. What brings an error is not written. Raises InputError where the file
    is gone or no Word file.
    """
    first = read_bytes(path, MAX_FILE)
    docx, looks, mended = first, list[Mend](), dict[Finding, None]()
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        findings = judge_file(path, shelf).findings
        for _ in range(MOST_ROUNDS):
            better, written = _mend_once(path, docx, findings, asked)
            copy.write_bytes(better)
            again = check_copy(path, copy, shelf).findings
            if not written or _count_errors_of_words(again) > _count_errors_of_words(findings):
                break
            docx, findings = better, again
            looks += [mend for mend, _ in written if mend.changes]
            mended |= dict.fromkeys(finding for _, finding in written)
    return (mend_again(first, docx, looks) if mended else first), tuple(mended)


def _count_errors_of_words(findings: Iterable[Finding]) -> int:
    """Return how many errors there are, without those of looks, which are mended in the first round."""
    looks = {rule.id for rule in look_rules()}
    return sum(finding.severity == "error" and finding.id not in looks for finding in findings)


def _mend_once(
    path: Path, docx: bytes, findings: Iterable[Finding], asked: Collection[str]
) -> tuple[bytes, list[tuple[Mend, Finding]]]:
    offered = [(mend, found) for found in findings if found.place.paragraph for mend in _mends_of(found, asked)]
    try:
        better, written = mend_word_file(docx, [mend for mend, _ in offered])
    except ArchiveError as error:
        raise InputError("E820", Place(str(path)), reason=error.reason) from None
    kept = {id(mend) for mend in written}
    return better, [(mend, finding) for mend, finding in offered if id(mend) in kept]


def _mends_of(finding: Finding, asked: Collection[str]) -> Iterator[Mend]:
    paragraph, start = finding.place.paragraph, _letter_of(finding)
    if finding.fix is not None and may_apply(finding.fix, asked):
        yield Mend(paragraph, finding.fix.old, start, new=finding.fix.new)
    if finding.changes:
        yield Mend(paragraph, finding.words, changes=finding.changes)


def _letter_of(finding: Finding) -> int:
    """Return at which letter of its paragraph what a finding is about begins, as far as that is known."""
    return max(0, finding.place.column - 1)
