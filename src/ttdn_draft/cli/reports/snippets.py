"""Shows where something is and what to write: lines and a finding go in, lines for the terminal come out."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from unicodedata import combining, east_asian_width

from ...errors import Finding
from ...patterns import regex

REACH = 50  # letters that are shown on either side of the words
CUT = "…"
INDENT = "    "
BETWEEN_LINES, MOST_LINES = " / ", 3  # of those that a message advises: the sign between them, and how many are shown
NARROW = regex(r"[\0-\u02ff\u1e00-\u1eff\u2010-\u2027]*")
"""Letters of Latin, with all that Vietnamese puts on them, and signs between words, each of one place."""
LINE_OF_FILE = regex(r"\s*(?:-\s|\|\s|[a-z]+(?:[_-][a-z0-9]+)*:(?:\s|$))")
"""How a line of a file begins: an entry of a list, a row of a table, a key."""
HEAD_OF_TEXT = regex(r".*:\s*[|>][-+]?\s*")
"""A line below which words stand."""


def lay_out_advice(sentence: str, facts: Mapping[str, object]) -> str:
    """Return a sentence with the lines that it advises to write below each other, the first three of more."""
    for fact in (fact for fact in facts.values() if isinstance(fact, str)):
        parts = fact.split(BETWEEN_LINES)
        if len(parts) > 1 and (HEAD_OF_TEXT.fullmatch(parts[0]) or all(map(LINE_OF_FILE.match, parts))):
            shown = [*parts[:MOST_LINES], *([CUT] if len(parts) > MOST_LINES else [])]
            sentence = sentence.replace(fact, "".join(f"\n{INDENT}{part}" for part in shown))
    return sentence.replace(f" \n{INDENT}", f"\n{INDENT}")


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
    return len(text) if NARROW.fullmatch(text) else sum(map(_width_of_sign, text))


@lru_cache(maxsize=1_000)
def _width_of_sign(sign: str) -> int:
    return 0 if combining(sign) else 1 + (east_asian_width(sign) in "WF")
