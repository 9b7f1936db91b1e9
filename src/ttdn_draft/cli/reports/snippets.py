"""Shows where something is: lines of a file and a finding go in, its line and a mark under the words come out."""

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import combining, east_asian_width

from ...errors import Finding

REACH = 50  # letters that are shown on either side of the words
CUT = "…"
INDENT = "    "


def draw_snippet(finding: Finding, lines: Sequence[str]) -> str:
    """Return the line on which a finding stands, cut to what is near, and carets under its words."""
    place = finding.place
    if not (finding.words and 0 < place.line <= len(lines) and place.column):
        return ""
    line, start = lines[place.line - 1], place.column - 1
    end = min(len(line), start + len(finding.words))
    first, last = max(0, start - REACH), min(len(line), end + REACH)
    before = (CUT if first else "") + line[first:start]
    shown = before + line[start:end] + line[end:last] + (CUT if last < len(line) else "")
    return f"{INDENT}{shown}\n{INDENT}{' ' * width_of(before)}{'^' * max(1, width_of(line[start:end]))}"


def width_of(text: str) -> int:
    """Return how many places of a terminal a text takes."""
    return sum(map(_width_of_sign, text))


@lru_cache(maxsize=1_000)
def _width_of_sign(sign: str) -> int:
    return 0 if combining(sign) else 1 + (east_asian_width(sign) in "WF")
