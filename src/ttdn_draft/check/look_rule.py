"""What a rule of layout is: a sheet goes in, what is wrong in how it looks comes out, with what would mend it.

A rule is one file in `layout`, with a docstring as the rules of `words` and `parts` have, and one function under
`@look_rule`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from types import MappingProxyType
from typing import Protocol

from ..errors import Finding, Fix, FormatChange, Place, Severity
from ..messages import Message
from ..patterns import regex
from ..records import dataclass
from .page_sections import PageSection
from .rule import ExplainedRule, Standard, name_rule
from .sheet import LookSheet, ShownLine

CLAUSE = regex(r"PL\d|tr\.|điểm|Phần|Điều|HD \d|mẫu|Nghị định|Hướng dẫn|Phụ lục")
LOWER: dict[Severity, Severity] = {"error": "warning", "warning": "note", "note": "note"}
NO_FACTS: Mapping[str, object] = MappingProxyType({})
MOST_LETTERS_SHOWN = 60  # letters of a line that a finding repeats


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What a rule of layout finds: the paragraph, the words that it is about, the facts of its sentence."""

    paragraph: int
    words: str = ""
    facts: dict[str, object] = field(default_factory=dict)
    changes: tuple[FormatChange, ...] = ()
    fix: Fix | None = None  # the words that are right
    is_sure: bool = True
    level: Severity | None = None
    message: Message | None = None


class LookJudge(Protocol):
    """The function of a rule: a sheet goes in, what is wrong in it comes out."""

    __name__: str

    def __call__(self, sheet: LookSheet, /) -> Iterable[Seen]:
        """Yield what is wrong."""


@dataclass(frozen=True)
class LookRule(ExplainedRule):
    """One rule of how a Word file looks."""

    judge: LookJudge = field(compare=False, repr=False)

    def apply(self, sheet: LookSheet) -> Iterator[Finding]:
        """Yield what the rule finds in a sheet; what rests on a guess is told one level lower."""
        if sheet.profile.standard not in self.standards:
            return
        yield from (self._tell(seen, sheet) for seen in self.judge(sheet))

    def _tell(self, seen: Seen, sheet: LookSheet) -> Finding:
        level, message = seen.level or self.level, seen.message or self.message
        facts = {"words": seen.words, **seen.facts} if "{words}" in message.what + message.do else seen.facts
        if "clause" in facts:
            facts = {**facts, "clause": shorten_clause(str(facts["clause"]))}
        return Finding(
            self.id,
            Place(sheet.package.file, paragraph=seen.paragraph),
            facts,
            level=level if seen.is_sure and not sheet.is_past else LOWER[level],
            message=message,
            words=seen.words,
            fix=seen.fix,
            changes=seen.changes,
        )


def look_rule(
    level: Severity, what: str, do: str, *, standards: tuple[Standard, ...] = ("dang", "nha-nuoc")
) -> Callable[[LookJudge], LookRule]:
    """Make a rule of the function that judges: its id is the name of the function, with dashes."""

    def make(judge: LookJudge) -> LookRule:
        name, area = name_rule(judge)
        return LookRule(name, area, level, Message(what, do), judge, standards)

    return make


def about_line(
    line: ShownLine,
    *changes: FormatChange,
    level: Severity | None = None,
    message: Message | None = None,
    facts: Mapping[str, object] = NO_FACTS,
    **named: object,
) -> Seen:
    """Return what a rule says of a line; `level` and `message` stand in the place of its own."""
    return Seen(
        paragraph=line.paragraph,
        words=shorten_words(line.bare),
        facts={**facts, **named},
        changes=changes,
        is_sure=line.is_sure,
        level=level,
        message=message,
    )


def about_letters(
    line: ShownLine,
    words: str,
    *changes: FormatChange,
    fix: Fix | None = None,
    level: Severity | None = None,
    message: Message | None = None,
    facts: Mapping[str, object] = NO_FACTS,
    **named: object,
) -> Seen:
    """Return what a rule says of some words of a line, as `about_line` does of all."""
    return replace(about_line(line, *changes, level=level, message=message, facts=facts, **named), words=words, fix=fix)


def shorten_clause(clause: str) -> str:
    """Return where something is said without what is remarked on it: `PL1 II.9d; PL1 V-8b (12)`."""
    bare = (re.sub(r"\s*\[[\w-]+\]$", "", part).split(":")[0].strip() for part in clause.split(";"))
    return "; ".join(part for part in bare if CLAUSE.match(part)) or clause


def shorten_words(words: str) -> str:
    """Return the first words of a text, as many as a finding repeats."""
    if len(words) <= MOST_LETTERS_SHOWN:
        return words
    return words[:MOST_LETTERS_SHOWN].rsplit(" ", 1)[0] + "…"


def seen_at(
    sheet: LookSheet,
    section: PageSection,
    *changes: FormatChange,
    level: Severity | None = None,
    message: Message | None = None,
    facts: Mapping[str, object] = NO_FACTS,
    **named: object,
) -> Seen:
    """Return what a rule says of a section, at its first line that has words."""
    start = sheet.start_of(section)
    return Seen(
        paragraph=start.paragraph if start else section.first,
        words=shorten_words(start.bare) if start else "",
        facts={**facts, **named},
        changes=changes,
        level=level,
        message=message,
    )
