"""Finds where a head that no line closes ends: its lines go in, the place of the missing line and words come out."""

from collections.abc import Sequence
from textwrap import shorten

from ..errors import Finding, Place
from ..patterns import regex
from ..yaml_groups import KEYS_OF_HEAD
from ..yaml_lines import KEY_FORM
from .typed_marks import SHOWN_WORDS

OTHER_RULE = regex(r"[ ]*(?:\*{3,}|_{3,}|={3,}|`{3,}|~{3,}|\.{3}|#{3,}|[-–—]{2,}[^\w\n]*)\s*")
"""What people type in the place of the line --- that closes the head."""
KEY_LINE = regex(rf"(?P<key>{KEY_FORM}):(?P<value>\s.*|)")
"""A line with a key at the left edge; one whose key is mistyped is one too."""


def tell_open_head(lines: Sequence[str], file: str, first: int) -> Finding:
    """Return where the line that closes the head is missing, or stands as another one; `first` is that of the lines."""
    row = next((at for at, line in enumerate(lines) if OTHER_RULE.fullmatch(line)), None)
    if row is not None:
        return Finding("E155", Place(file, first + row), {"line": lines[row].rstrip()})
    row = _find_text(lines)
    if row is None:
        return Finding("E116", Place(file, max(first - 1, 1)))
    words = shorten(lines[row].strip(), SHOWN_WORDS, placeholder="…")
    return Finding("E886", Place(file, first + row), {"words": words})


def _find_text(lines: Sequence[str]) -> int | None:
    """Return the row at which the text begins: the first below the last key and what belongs to it.

    A line that begins with `#` above that key is a remark.
    """
    found = [
        (at, key) for at, line in enumerate(lines) if (key := KEY_LINE.fullmatch(line)) and key["key"] in KEYS_OF_HEAD
    ]
    if not found:
        return None
    last, key = found[-1]
    has_list = not key["value"].strip() and next(filter(str.strip, lines[last + 1 :]), "").startswith("- ")
    for at in range(last + 1, len(lines)):
        line = lines[at]
        is_of_head = line.startswith(" ") or KEY_LINE.fullmatch(line) or (has_list and line.startswith("- "))
        if line.strip() and not is_of_head:
            return at
    return None
