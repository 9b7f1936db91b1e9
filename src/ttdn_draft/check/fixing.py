"""Writes what findings offer into the text that they were found in: a source and findings go in, a text comes out.

Only the words of a fix change; where marks of Markdown stand inside them, or two fixes touch, one is left for later.
"""

import re
from bisect import bisect
from collections.abc import Collection, Iterable, Iterator

from ..errors import Finding, Fix
from ..messages import N_, translate
from ..model import Source

Edit = tuple[int, int, str]
MEND, DROP = N_("Sửa thành “{words}”"), N_("Bỏ “{words}”")
LONGEST_LABEL = 60  # letters of the words of a label


def label_fix(fix: Fix, language: str) -> str:
    """Return what stands on the button of a fix: the result itself."""
    form, words = (MEND, fix.new) if fix.new.strip() else (DROP, fix.old)
    line = " ".join(words.split())
    shown = line if len(line) <= LONGEST_LABEL else f"{line[:LONGEST_LABEL].rstrip()}…"
    return translate(form, language).format(words=shown)


def may_apply(fix: Fix | None, asked: Collection[str]) -> bool:
    """Tell whether a fix may be written: it is safe, or its group was asked for by name."""
    return fix is not None and (fix.is_safe or fix.group in asked)


def apply_fixes(source: Source, findings: Iterable[Finding]) -> tuple[str, tuple[Finding, ...]]:
    """Return the text of a source with the fixes of findings written into it, and the findings of those."""
    edits: list[Edit] = []
    written = []
    for finding in findings:
        edit = find_edit(source, finding)
        at = bisect(edits, edit) if edit else 0
        if edit and not any(_touch(edit, other) for other in edits[max(0, at - 1) : at + 1]):
            edits.insert(at, edit)
            written.append(finding)
    return _write(source.raw, edits), tuple(written)


def find_edit(source: Source, finding: Finding) -> Edit | None:
    """Return from where to where new words go; nothing where the old ones do not stand there as they are."""
    place, fix = finding.place, finding.fix
    if fix is None or place.file != source.file or not 0 < place.line <= len(source.line_starts):
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, re.split(r"\s+", fix.old))))
    found = pattern.match(source.raw, source.line_starts[place.line - 1] + place.column - 1)
    return (*found.span(), fix.new) if found else None


def _touch(one: Edit, other: Edit) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _write(text: str, edits: Iterable[Edit]) -> str:
    return "".join(_pieces(text, edits))


def _pieces(text: str, edits: Iterable[Edit]) -> Iterator[str]:
    at = 0
    for start, end, new in edits:
        yield text[at:start]
        yield new
        at = end
    yield text[at:]
