"""Counts paragraphs as Word does: a .docx goes in, the number of each counted paragraph comes out, with its words.

The lists of one abstract list share its counts. A startOverride begins a level anew where its list is first used on
that level, and never again (ECMA-376, Part 1, 17.9.27); any other override changes how a number looks. A level begins
anew behind one above it (17.9.10).
"""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from tests.word_files import W, Word, text_of, value

LEVELS = 9


def count_like_word(path: Path) -> Iterator[tuple[int, int, str]]:
    """Yield level, number and words of each counted paragraph."""
    word = Word(path)
    numbering = word.part("word/numbering.xml")
    lists = {str(num.get(f"{W}numId")): num for num in numbering.iter(f"{W}num")}
    counts: dict[str, list[int]] = {}
    used = set[tuple[str, int]]()
    for paragraph in word.body.iter(f"{W}p"):
        number, level = _list_of(paragraph, word, numbering)
        if number not in lists:
            continue
        kind = str(value(lists[number], "abstractNumId"))
        count = counts.setdefault(kind, [0] * LEVELS)
        start = _start_override(lists[number], level)
        is_first = start is not None and (number, level) not in used
        used.add((number, level))
        count[level] = start if is_first and start is not None else count[level] + 1
        count[level + 1 :] = [0] * (LEVELS - level - 1)
        yield level, count[level], text_of(paragraph)


def _list_of(paragraph: etree._Element, word: Word, numbering: etree._Element) -> tuple[str, int]:
    """Return list and level of a paragraph; a style that names no level has the one that names the style."""
    if own := value(paragraph, "pPr/numPr/numId"):
        return own, int(value(paragraph, "pPr/numPr/ilvl") or 0)
    style = word.style_name(paragraph)
    if not style or not (number := word.along(style, "pPr/numPr/numId")):
        return "", 0
    return number, int(word.along(style, "pPr/numPr/ilvl") or 0)


def _start_override(num: etree._Element, level: int) -> int | None:
    found = (over for over in num.iter(f"{W}lvlOverride") if over.get(f"{W}ilvl") == str(level))
    starts = [value(over, "startOverride") for over in found]
    return next((int(start) for start in starts if start), None)
