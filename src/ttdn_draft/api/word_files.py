"""A Word file as a screen shows it: a .docx goes in, its lines with what is wrong in them and copies of it come out.

The file itself is never written.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..check.fixing import label_fix, may_apply
from ..check.registry import find_clause, list_rules
from ..check.rule import ExplainedRule
from ..errors import Finding, InputError, TtdnError, contained
from ..marking import choose_comments, comment_findings, mend_chosen, mend_copy
from ..messages import N_, translate
from ..packs import PackShelf
from ..read.word.lines import MAIN_PART, read_story
from ..read.word.zones import Zone, Zoned, find_zones
from ..records import dataclass
from ..word.opening import open_word_file
from ..word_check import judge_file, leave_out_anew
from .documents import Language, open_shelf
from .findings import SHOWN_LEVELS, describe_plainly
from .plain_words import plain_source
from .screen_values import SeenLine, WordFinding, WordLook

MEND_HERE = N_("Sửa chỗ này")
SAFE = ("safe",)  # what `check --fix` mends without more words


def look_at_word(path: Path, *, shelf: PackShelf | None = None, language: Language = "vi") -> WordLook:
    """Return the lines of a .docx in the order of a reader, and what is wrong in each.

    Raises InputError, in the words of `language`, where it is no Word file that can be read.
    """
    try:
        with contained(str(path)):
            return _Word.of(path, shelf or open_shelf()).show(language)
    except TtdnError as error:
        error.language = language
        raise


def comment_word(path: Path, *, shelf: PackShelf | None = None, language: Language = "vi") -> bytes:
    """Return a copy of a .docx with a comment at each finding, as `check --comments` writes it."""
    try:
        with contained(str(path)):
            word = _Word.of(path, shelf or open_shelf())
            return comment_findings(path, choose_comments(word.findings), word.rules, language)
    except TtdnError as error:
        error.language = language
        raise


def mend_word(
    path: Path, chosen: Iterable[int] | None = None, *, shelf: PackShelf | None = None, language: Language = "vi"
) -> bytes:
    """Return a copy of a .docx with changes that a person can refuse: of all that is safe, as `check --fix` makes it.

    `chosen` are the numbers of findings, as `look_at_word` has them, of which alone what they offer is written, and
    then what is safe and only came up by that. All that is safe chosen, the copy is that of `check --fix`.
    """
    try:
        with contained(str(path)):
            own = shelf or open_shelf()
            if chosen is None:
                return mend_copy(path, own, SAFE)[0]
            findings = _Word.of(path, own).findings
            taken = [findings[at] for at in sorted(set(chosen)) if 0 <= at < len(findings)]
            return mend_chosen(path, own, findings, taken)[0]
    except TtdnError as error:
        error.language = language
        raise


@dataclass(frozen=True)
class _Word:
    """A Word file that was checked."""

    path: Path
    findings: tuple[Finding, ...]
    shelf: PackShelf

    @classmethod
    def of(cls, path: Path, shelf: PackShelf) -> "_Word":
        checked = judge_file(path, shelf)
        if checked.source is None:
            raise checked.failure or InputError.of(checked.findings)
        return cls(path, leave_out_anew(checked.findings), shelf)

    @property
    def rules(self) -> Mapping[str, ExplainedRule]:
        return {**self.shelf.plugins.rules, **list_rules()}

    def show(self, language: str) -> WordLook:
        lines = [one for one in find_zones(read_story(open_word_file(self.path))) if one.zone != Zone.BLANK]
        placed = [_find_line(finding, lines) for finding in self.findings]
        found = zip(self.findings, placed, strict=True)
        shown = tuple(self._show(f, at, lines[at].line.words if at >= 0 else "", language) for f, at in found)
        return WordLook(tuple(_show_lines(lines, placed)), shown)

    def _show(self, finding: Finding, line: int, words: str, language: str) -> WordFinding:
        title, remedy = describe_plainly(finding, language)
        start, end = _find_span(finding, words)
        label = label_fix(finding.fix, language) if finding.fix else translate(MEND_HERE, language)
        fixable = bool(finding.place.paragraph and (finding.fix or finding.changes))
        return WordFinding(
            finding.id,
            SHOWN_LEVELS[finding.severity],
            title,
            remedy,
            plain_source(find_clause(finding, self.rules)),
            line,
            start,
            end,
            fixable,
            label if fixable else "",
            fixable and (finding.fix is None or may_apply(finding.fix, SAFE)),
        )


def _find_line(finding: Finding, lines: Sequence[Zoned]) -> int:
    """Return the number of the line that a finding is about; -1 where it is about the file."""
    place = finding.place
    if not place.paragraph or place.part not in ("", MAIN_PART):
        return -1
    there = [at for at, one in enumerate(lines) if one.line.part == MAIN_PART and one.line.paragraph == place.paragraph]
    named = (at for at in there if finding.words and finding.words in lines[at].line.words)
    return next(named, there[0] if there else -1)


def _find_span(finding: Finding, line: str) -> tuple[int, int]:
    """Return from which letter of its line to which the words of a finding stand; those at its place go first."""
    form = re.compile(r"\s+".join(map(re.escape, finding.words.split())))
    at = max(finding.place.column - 1, 0)
    found = (form.match(line, at) or form.search(line)) if finding.words.strip() else None
    return found.span() if found else (0, 0)


def _show_lines(lines: Sequence[Zoned], placed: Sequence[int]) -> Iterator[SeenLine]:
    for number, one in enumerate(lines):
        found = tuple(at for at, line in enumerate(placed) if line == number)
        yield SeenLine(number, str(one.zone), one.line.words, found, one.line.label)
