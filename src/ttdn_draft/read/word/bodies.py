"""The text of a document: its paragraphs and tables go in, each line with its level and whether it is a heading."""

from collections.abc import Iterator
from dataclasses import replace

from .lines import Line, list_lines
from .wording import Label, read_label
from .zoned import Items, Zone, Zoned

HEADED = ("phan", "A", "I", "1", "1.1", "1.1.1", "a")  # levels at which a heading may stand
PART_NAME = "name"  # of a line that holds the name of a part alone
SHORT = 130  # letters of a heading that nothing but its shortness tells
SHORT_SENTENCE = 90  # letters of a bold line that ends with a full stop and may be a heading
DEPTH = {level: depth for depth, level in enumerate((*HEADED, "(1)", "dash", "plus", "p"))}
"""How deep each level stands, from the highest."""


def label_of(line: Line) -> Label:
    """Return the label of a paragraph: the one that Word counts, else the one that is typed (its length then is 0)."""
    return replace(read_label(f"{line.label} X"), length=0) if line.label else read_label(line.words)


def find_body(items: Items, annex: int = 0) -> Iterator[Zoned]:
    """Yield the lines of a text, those of tables with their table."""
    lines = [item.line for item in items if item.line and not item.is_blank]
    following = dict(zip(map(id, lines), lines[1:], strict=False))
    above: Zoned | None = None
    for item in items:
        if item.table:
            yield from (Zoned(Zone.TABLE, line, annex=annex, table=item.table) for line in list_lines((item.content,)))
        elif item.line and item.is_blank:
            yield Zoned(Zone.BLANK, item.line, annex=annex)
        elif item.line:
            above = _name_part(above, read_paragraph(item.line, following.get(id(item.line)), annex))
            yield above


def _name_part(above: Zoned | None, found: Zoned) -> Zoned:
    """Return a paragraph, as the name of the part whose number stands alone above it: Phần thứ nhất."""
    if above is None or found.level != "p" or not (found.line.is_bold or found.line.align == "center"):
        return found
    is_alone = above.level == "phan" and not above.line.words[label_of(above.line).length :].strip()
    return replace(found, zone=Zone.HEADING, level=PART_NAME) if is_alone or above.level == PART_NAME else found


def read_paragraph(line: Line, following: Line | None, annex: int = 0) -> Zoned:
    """Return a paragraph with its level; by the `following` one a short line is told for a heading."""
    label = label_of(line)
    is_heading = label.level in HEADED and _is_heading(line, label, following)
    return Zoned(Zone.HEADING if is_heading else Zone.BODY, line, label.level, annex=annex)


def _is_heading(line: Line, label: Label, following: Line | None) -> bool:
    words = line.words.strip()
    if line.is_heading is not None:
        return line.is_heading
    if words.endswith((";", ",")):
        return False
    if line.is_bold or (line.is_italic and label.level not in ("phan", "A", "I")):
        return not words.endswith(".") or (len(words) <= SHORT_SENTENCE and ":" not in words)
    has_name = any(run.bold for run in line.text) and ":" in words  # a name in bold, and the paragraph behind it
    if label.level == "a" or has_name or words.endswith((".", ":")) or len(words) > SHORT or following is None:
        return False
    below = label_of(following).level
    return (
        below == "p"
        or DEPTH.get(below, 0) > DEPTH[label.level]
        or (label.level in ("phan", "A", "I") and below != label.level)
    )
