"""Looks at every character of a text: refuses those that XML or Word cannot carry, names the invisible ones."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from .errors import Cause, Finding, Place
from .knowledge.standards.fonts import is_in_font

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# C0 and C1 controls, line separators that editors do not show, surrogates, noncharacters, and the bidirectional
# controls, which make a reader see another order of the words than the file holds.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffd-\uffff]")
FORBIDDEN_OR_TAB = re.compile(FORBIDDEN.pattern + "|\t")
INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
TAB_IN_TEXT = re.compile(r"(?<=\S)[ ]*\t")
TAB_FIRST = re.compile(r"^[ ]*\t", re.M)
BEYOND_LATIN = re.compile("[^\x00-\u024f]")
NOTE_SIGN = re.compile("[¹²³⁰⁴-⁹]+")
UNITS_BEFORE_MARK = re.compile(r"(?:(?<![^\W\d])(?:[kcdm]?m|dam|hm)|10|CO|[A-Z])$")


def name_of(character: str) -> str:
    """Return code point and name of a character, the way a message shows it."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


def scan_characters(text: str, file: str, findings: list[Finding]) -> tuple[str, list[Finding]]:
    """Return the text with unreadable characters replaced, so that reading goes on, and all the findings."""
    found = list(findings)
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for pattern, message, cause in (  # the last character of each is the one that is told
        (FORBIDDEN, "E110", None),
        (TAB_IN_TEXT, "E111", None),
        (INVISIBLE, "W112", None),
        (TAB_FIRST, "W113", Cause.TAB_INDENT),
    ):
        found += [_finding(message, text, match.end() - 1, file, starts, cause) for match in pattern.finditer(text)]
    found += [
        _finding("W114", text, match.start(), file, starts)
        for match in NOTE_SIGN.finditer(text)
        if not UNITS_BEFORE_MARK.search(text[max(0, match.start() - 4) : match.start()])
    ]
    found += [
        _finding("W115", text, match.start(), file, starts)
        for match in BEYOND_LATIN.finditer(text)
        if not is_in_font(match[0]) and not INVISIBLE.match(match[0]) and not FORBIDDEN.match(match[0])
    ]
    return FORBIDDEN.sub(REPLACEMENT, text).replace("\t", " "), found


def find_unprintable(text: str) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield message id, character and facts for all in a decoded string that cannot be printed or seen."""
    for message, pattern in (("E110", FORBIDDEN_OR_TAB), ("W112", INVISIBLE)):
        for character in dict.fromkeys(pattern.findall(text)):
            yield message, character, {"character": name_of(character)}


def _finding(message: str, text: str, spot: int, file: str, starts: list[int], cause: Cause | None = None) -> Finding:
    line = bisect_right(starts, spot)
    column = spot - starts[line - 1] + 1
    return Finding(message, Place(file, line, column), {"character": name_of(text[spot])}, cause)
