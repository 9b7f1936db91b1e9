"""Looks at every character of a text: refuses those that XML or Word cannot carry, names those nobody sees."""

import re
import unicodedata

from ..errors import Finding, Place

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# C0 and C1 controls, line separators that editors do not show, surrogates, noncharacters, and the bidirectional
# controls, which make a reader see another order of the words than the file holds.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffd-\uffff]")
INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
TAB_IN_TEXT = re.compile(r"(?<=\S)[ ]*\t")
TAB_FIRST = re.compile(r"^[ ]*\t", re.M)
NOTE_MARK = re.compile("[¹²³⁰⁴-⁹]+")
UNITS_BEFORE_MARK = re.compile(r"(?:\b(?:[kcdm]?m|dam|hm)|10|CO|[A-Z])$")


def name_of(character: str) -> str:
    """Return code point and name of a character, the way a message shows it."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


def scan_characters(text: str, file: str, findings: list[Finding]) -> tuple[str, list[Finding]]:
    """Return the text with unreadable characters replaced, so that reading goes on, and all the findings."""
    found = list(findings)
    for pattern, message in (
        (FORBIDDEN, "E110"),
        (TAB_IN_TEXT, "E111"),
        (INVISIBLE, "W112"),
        (TAB_FIRST, "W113"),
    ):
        found += [_finding(message, text, match, file) for match in pattern.finditer(text)]
    found += [
        _finding("W114", text, match, file)
        for match in NOTE_MARK.finditer(text)
        if not UNITS_BEFORE_MARK.search(text[max(0, match.start() - 4) : match.start()])
    ]
    return FORBIDDEN.sub(REPLACEMENT, text).replace("\t", " "), found


def find_forbidden(text: str) -> str:
    """Return the first character of a decoded string that cannot be printed, or nothing."""
    match = FORBIDDEN.search(text) or re.search("\t", text)
    return match[0] if match else ""


def _finding(message: str, text: str, match: re.Match[str], file: str) -> Finding:
    start = match.end() - 1 if message in ("E111", "W113") else match.start()
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Finding(message, Place(file, line, column), {"character": name_of(text[start])})
