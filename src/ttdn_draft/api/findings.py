"""Shows what a check finds as a screen does: findings go in, each with its clause, its place and its fix comes out."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from ..check.fixing import find_edit, label_fix
from ..check.registry import find_clause
from ..check.rule import ExplainedRule
from ..errors import Cause, Finding, Severity
from ..model import Source
from ..patterns import regex
from ..project import Project, can_be_accepted, may_be_accepted
from ..records import dataclass
from ..yaml_nodes import NodePath
from .accepting import is_for_one
from .plain_words import plain_sentence, plain_source
from .splitting import NOTES_KEY, TEXT_KEY, Apart
from .values import OfferedFix, PassedFinding, ShownFinding, ShownLevel, TextEdit

SHOWN_LEVELS: Mapping[Severity, ShownLevel] = {"error": "error", "warning": "warning", "note": "info"}
STEP = regex(r"\.(?P<key>[^.\[\]]+)|\[(?P<index>\d+)\]")


def read_path(written: str) -> NodePath:
    """Return the path that a place names: `$.noi_nhan[2]`."""
    steps = STEP.finditer(written)
    return tuple(step["key"] if step["key"] else int(step["index"]) for step in steps)


def describe_plainly(finding: Finding, language: str) -> tuple[str, str]:
    """Return what is wrong and what to do in the words of a screen."""
    title, remedy = finding.describe(language)
    return plain_sentence(title, language), plain_sentence(remedy, language)


@dataclass(frozen=True)
class FindingShower:
    """Shows the findings of one text."""

    apart: Apart
    source: Source | None
    rules: Mapping[str, ExplainedRule]
    language: str

    def show(self, findings: tuple[Finding, ...]) -> Iterator[ShownFinding]:
        """Yield findings; what is still to be done in a draft is asked as a doubt, and left out here."""
        yield from (self._show(finding) for finding in findings if finding.cause is not Cause.UNFINISHED)

    def _show(self, finding: Finding) -> ShownFinding:
        title, remedy = describe_plainly(finding, self.language)
        start, end = self._find(finding)
        path = read_path(finding.place.path)
        block = self.apart.find_block(start) if finding.place.line else -1
        is_in_head = block < 0 and path[:1] not in ((TEXT_KEY,), (NOTES_KEY,))
        return ShownFinding(
            finding.id,
            SHOWN_LEVELS[finding.severity],
            title,
            remedy,
            plain_source(find_clause(finding, self.rules)),
            start,
            end,
            block,
            path if is_in_head else (),
            self._offer(finding),
            can_be_accepted(finding.id) and may_be_accepted(finding),
        )

    def _find(self, finding: Finding) -> tuple[int, int]:
        """Return where the words of a finding stand; of one without words, the rest of its line."""
        place, source = finding.place, self.source
        if source is None or not 0 < place.line <= len(source.line_starts) or place.file != source.file:
            return 0, 0
        raw, start = source.raw, source.line_starts[place.line - 1] + max(place.column - 1, 0)
        words = re.compile(r"\s+".join(map(re.escape, finding.words.split())))
        found = words.match(raw, start) if finding.words.strip() else None
        line_end = raw.find("\n", start)
        end = found.end() if found else line_end if line_end >= 0 else len(raw)
        return self.apart.offsets.find(start), self.apart.offsets.find(max(end, start))

    def _offer(self, finding: Finding) -> OfferedFix | None:
        edit = find_edit(self.source, finding) if self.source else None
        if edit is None or finding.fix is None:
            return None
        start, end, new = edit
        moved = TextEdit(self.apart.offsets.find(start), self.apart.offsets.find(end), new)
        return OfferedFix(label_fix(finding.fix, self.language), (moved,))


def show_passed(
    findings: tuple[Finding, ...], project: Project | None, draft: Path, day: date, language: str
) -> Iterator[PassedFinding]:
    """Yield what a project accepts in a draft, each rule once, with the reason that stands there."""
    path = project.path_of(str(draft)) if project else ""
    for finding in {one.id: one for one in reversed(findings)}.values():
        known = [one for one in project.accepted if day <= one.until and one.covers(finding, path)] if project else []
        if project and known:
            alike = [one for one in findings if one.id == finding.id]
            own = all(is_for_one(project, draft, one.file) for one in known)
            title, until = describe_plainly(finding, language)[0], known[0].until.isoformat()
            yield PassedFinding(finding.id, title, len(alike), known[0].reason, until, own)
