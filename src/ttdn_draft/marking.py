"""Makes of what the check finds a mended text, or a copy of a Word file: a file goes in, what becomes of it comes out.

In a Word file findings become comments at their words, or changes that a person can refuse. Nothing is written here.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from .archives import ArchiveError
from .check.fixing import apply_fixes, may_apply
from .check.registry import look_rules
from .check.rule import HEADINGS, ExplainedRule
from .errors import Finding, Severity
from .messages import N_, translate
from .packs import PackShelf
from .pipeline import Checked, check_copy, check_file, check_text
from .records import dataclass
from .text_files import read_bytes
from .word.comments import WordComment, write_comments
from .word.mending import Mend, mend_again, mend_word_file
from .word.opening import explain_archive
from .word.package import MAX_FILE
from .word_check import judge_file

MOST_ROUNDS = 5  # in which fixes are written: one may make room for another
CLAUSE = HEADINGS[2]
LEVEL_NAMES: Mapping[Severity, str] = {"error": N_("Lỗi"), "warning": N_("Cảnh báo"), "note": N_("Ghi chú")}
RULE_LINE = N_("Quy tắc: {id}")


@dataclass(frozen=True)
class Mended:
    """A file whose safe faults were mended: its text before and after, what was mended, and what is still found."""

    before: str
    after: str
    mended: tuple[Finding, ...]
    checked: Checked


def mend_file(path: Path, shelf: PackShelf, asked: Collection[str] = ()) -> Mended:
    """Return what becomes of an input file when what its findings offer is written into it; nothing is written here.

    Safe fixes are taken, and those of the groups that are asked for. A fix that brings an error is not. `before` is the
    text as it is read: in NFC, its lines ended by line feeds.
    """
    first = checked = check_file(path, shelf)
    mended: list[Finding] = []
    for _ in range(MOST_ROUNDS):
        better, written = _mend_text(checked, path, shelf, asked)
        if not written:
            break
        checked = better
        mended += written
    before, after = (c.source.raw if c.source else "" for c in (first, checked))
    return Mended(before, after, tuple(mended), checked)


def _mend_text(
    checked: Checked, path: Path, shelf: PackShelf, asked: Collection[str]
) -> tuple[Checked, tuple[Finding, ...]]:
    """Return the file with all fixes that its findings offer, or with the most of them that bring no error."""
    source = checked.source
    offered = [finding for finding in checked.findings if may_apply(finding.fix, asked)]
    if source is None or not offered:
        return checked, ()
    for tried in (offered, *([one] for one in offered)):
        text, written = apply_fixes(source, tried)
        better = check_text(text, path.suffix.removeprefix("."), shelf, str(path), path.parent) if written else checked
        if written and _count_errors(better) <= _count_errors(checked) - sum(f.severity == "error" for f in written):
            return better, written
    return checked, ()


def _count_errors(checked: Checked) -> int:
    return sum(finding.severity == "error" for finding in checked.findings)


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
        raise explain_archive(error, path) from None


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
    checked = judge_file(path, shelf)
    return _mend_in_rounds(path, shelf, checked.findings if checked.source else (), asked)


def mend_chosen(
    path: Path, shelf: PackShelf, findings: Iterable[Finding], chosen: Iterable[Finding]
) -> tuple[bytes, tuple[Finding, ...]]:
    """Return a Word file in which what some of its findings offer is written as tracked changes, and those findings.

    All that is chosen is written, safe or not: a person has read it; and then what is safe and was not there to be
    chosen, as in `mend_copy`. Raises InputError as that does.
    """
    taken = list(chosen)
    groups = [found.fix.group for found in taken if found.fix and not found.fix.is_safe]
    refused = {_name(finding) for finding in findings if finding not in taken}
    return _mend_in_rounds(path, shelf, taken, groups, refused)


def _name(finding: Finding) -> tuple[str, int, str]:
    """Return what a finding is known by when words before it have moved."""
    return finding.id, finding.place.paragraph, finding.words


def _mend_in_rounds(
    path: Path,
    shelf: PackShelf,
    findings: Iterable[Finding],
    asked: Collection[str],
    refused: Collection[tuple[str, int, str]] | None = None,
) -> tuple[bytes, tuple[Finding, ...]]:
    """Return a Word file with what is written round by round; with `refused` a person has chosen the first round."""
    first = read_bytes(path, MAX_FILE)
    docx, looks, mended = first, list[Mend](), dict[Finding, None]()
    with TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        for number in range(MOST_ROUNDS):
            better, written = _mend_once(path, docx, findings, asked)
            copy.write_bytes(better)
            again = [one for one in check_copy(path, copy, shelf).findings if _name(one) not in (refused or ())]
            is_worse = _count_errors_of_words(again) > _count_errors_of_words(findings)
            if not written or (is_worse and (number or refused is None)):
                break
            docx, findings = better, again
            looks += [mend for mend, _ in written if mend.changes]
            mended |= dict.fromkeys(finding for _, finding in written)
            asked = asked if refused is None else ()
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
        raise explain_archive(error, path) from None
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
