"""Finds marks and lines of notes that are mistyped: a label and a text go in, where it stands otherwise comes out."""

import re
from collections.abc import Collection, Iterable, Sequence

from ..errors import Finding
from ..patterns import regex

OPEN_SIGNS, CLOSE_SIGNS = r"(?:\^?[\[({<]{1,2}\s*(?:[^\w\s]|ˆ|note\b|chú thích\b|fn:)?|\^)\s*", r"\s*\^?[\])}>]{0,2}"
MARK_TYPED = regex(r"(?<!\\)\[\^([^\s\[\]]+)\](?!:)")
TYPED_NOTE_LINE = regex(r"[ ]{0,3}\[\^([^\s\[\]]+)\]:")
OTHER_NOTE = regex(
    r"(?:[¹²³⁴-⁹]|\(\*{1,3}\)|\*{1,3}|(?:Ghi chú|Chú thích)\s*\d*\s*[:.]|\(\d{1,2}\)|\[\d{1,2}\][.:]?|\d{1,2}[.)])"
    r"[ ]+(?=\S)",
    re.I,
)
"""How the last line of a text begins that was meant as the text of a note."""


BEFORE_WORD = regex(r"(?:^|(?<=\s))(?P<mark>\[\^[^\s\[\]]+\])(?P<word>[^\W_]+)")
RAISED_FIGURE = regex(r"[¹²³⁴-⁹]")  # figures that are typed as such, and no mark


def is_swallowed(label: str, lines: Sequence[str], found: Collection[Finding]) -> bool:
    """Tell whether a note is typed and was not read, because a block above it that is refused goes on to the end."""
    is_typed = any(line.lstrip().startswith(f"[^{label}]:") for line in lines)
    return is_typed and any(finding.severity == "error" for finding in found)


def find_odd_mark(label: str, content: str) -> re.Match[str] | None:
    """Return where the mark of a note stands in other brackets; a bare number in round ones may be anything."""
    if label not in content:
        return None
    if label.isdecimal():
        return re.search(rf"\^\s?{label}\b[\])}}>]?|(?<=\w)\[{label}(?!\d)\]?", content)
    form = rf"{OPEN_SIGNS}{re.escape(label)}{CLOSE_SIGNS}|\(xem chú thích {re.escape(label)}\)"
    return re.search(form, content, re.I)


def list_in_refused(lines: Sequence[str], found: Iterable[Finding]) -> frozenset[str]:
    """Return the labels of the marks that stand in lines that are refused, so that nobody has read them."""
    refused = {finding.place.line for finding in found if finding.severity == "error"}
    return frozenset(mark for row in refused if 0 < row <= len(lines) for mark in MARK_TYPED.findall(lines[row - 1]))


def list_missing(lines: Sequence[str]) -> list[str]:
    """Return the labels of marks in a text that has no note of that name, in their order."""
    notes = {found[1] for line in lines if (found := TYPED_NOTE_LINE.match(line))}
    marks = [mark for line in lines if "[^" in line for mark in MARK_TYPED.findall(TYPED_NOTE_LINE.sub("", line))]
    return [mark for mark in dict.fromkeys(marks) if mark not in notes]


def has_lone_note(lines: Sequence[str]) -> bool:
    """Tell whether a text has a note to which no mark leads: then no other line was meant as that of a mark."""
    text = "\n".join(lines)
    return any(
        f"[^{found[1]}]" not in text.replace(f"[^{found[1]}]:", "")
        for line in lines
        if (found := TYPED_NOTE_LINE.match(line))
    )


def find_note_line(content: str, missing: Sequence[str], is_last: bool) -> tuple[str, str, str] | None:
    """Return the label, the typed mark and the words of a line that was meant as a note that is missing."""
    for label in missing:
        found = re.match(
            rf"[#*>|_\s]{{0,3}}(?:{OPEN_SIGNS}|Chú thích ){re.escape(label)}{CLOSE_SIGNS}[\s:：.;=–*_-]{{0,4}}(?=\S)",
            content,
            re.I,
        )
        if found and not content.startswith(f"[^{label}]"):
            return label, found[0].strip(), content[found.end() :]
    if is_last and len(missing) == 1 and (found := OTHER_NOTE.match(content)):
        return missing[0], found[0].strip(), content[found.end() :]
    return None
