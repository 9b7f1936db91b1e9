"""Looks at every character of a text: refuses those that XML or Word cannot carry, names the invisible ones."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .errors import Cause, Finding, Place
from .knowledge.standards.fonts import is_in_font
from .knowledge.standards.legacy_letters import is_in_legacy
from .messages import N_
from .patterns import regex

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# C0 and C1 controls, line separators that editors do not show, surrogates, noncharacters, and the bidirectional
# controls, which make a reader see another order of the words than the file holds.
FORBIDDEN = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffd-\uffff]")
FORBIDDEN_OR_TAB = regex(FORBIDDEN.pattern + "|\t")
INVISIBLE = regex("[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
TAB_IN_TEXT = regex(r"(?<=\S)(?<!^[•·▪§ovqØü])[ ]*\t", re.M)
ROWS_WITH_TABS = regex(
    r"(?:^(?![ ]*(?:[-+*•–·▪§ovqØü]|\d+[.)]|[a-zđ]\)) *\t)[^\t\n:]*[^\s:][ ]*(?:\t[^\t\n]*)+(?:\n|\Z)){2,}", re.M
)  # of a table: behind a key is a colon
TAB_FIRST = regex(r"^[ ]*\t", re.M)
CLASSES = (FORBIDDEN, INVISIBLE)  # of single signs
LAST_LATIN = "\u024f"
BEYOND_LATIN = regex(f"[^\x00-{LAST_LATIN}]")
EAST_ASIAN = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\U00020000-\U0003ffff"
WIDE = "\u3000-\u3020\uff01-\uff60"
BESIDE_EAST_ASIAN = regex(f"[{EAST_ASIAN}][{WIDE}]+|[{WIDE}]+[{EAST_ASIAN}]")
PLAIN_SIGNS = bytes({*range(0x20, 0x7F), *b"\n"})  # which nothing is said of
KNOWN_SIGNS = {
    "\x0b": N_("dấu xuống dòng Shift+Enter của Word"),
    "\x0c": N_("dấu ngắt trang của Word"),
    "\x07": N_("dấu hết ô bảng của Word"),
}
TAB = N_("Tab")
MAX_LINES_TOLD = 5  # beside the first one
SAMPLE = 5  # letters that are shown of those that a font lacks
NOTE_SIGN = regex("[¹²³⁰⁴-⁹]+")
UNITS_BEFORE_MARK = regex(r"(?:(?<![^\W\d])(?:[kcdm]?m|dam|hm)|10|CO|[A-Z])$")


def name_of(character: str) -> str:
    """Return a character and its code point, the way a message shows it; of one that cannot be seen the latter."""
    code = f"U+{ord(character):04X}"
    return f"{character} ({code})" if character.isprintable() and not FORBIDDEN.match(character) else code


def list_lines(lines: Sequence[int]) -> str:
    """Return the numbers of the first lines of many, the way a message shows them."""
    told = [*map(str, lines[:MAX_LINES_TOLD]), *(["…"] if len(lines) > MAX_LINES_TOLD else [])]
    return ", ".join(told)


def tell_pasted_rows(lines: Sequence[str], mark: str, place: Place) -> Finding:
    """Return what is said of rows of a spreadsheet, with a mark between their cells: how the first is written."""
    header = [cell.strip() for cell in lines[0].split(mark)]
    facts = {"mark": TAB if mark == "\t" else mark, "right": f"| {' | '.join(header)} | / |{' --- |' * len(header)}"}
    return Finding("E934", place, facts, Cause.MISREAD)


def scan_characters(text: str, file: str, findings: list[Finding]) -> tuple[str, list[Finding]]:
    """Return the text with unreadable characters replaced, so that reading goes on, and all the findings."""
    spots, present = _Spots(text, file), _list_signs(text)  # what does not occur at all is not looked for
    tables, in_tables = _find_tables(text, spots)
    for pattern, message, cause in (  # the last character of each is the one that is told
        (FORBIDDEN, "E110", None),
        (TAB_IN_TEXT, "E111", None),
        (INVISIBLE, "W112", Cause.UNSEEN_SIGN),
        (TAB_FIRST, "W113", Cause.TAB_INDENT),
    ):
        if not ("\t" in present or (pattern in CLASSES and pattern.search(present))):
            continue
        for match in pattern.finditer(text):
            if pattern is TAB_IN_TEXT and match.start() in in_tables:
                continue
            if pattern is not INVISIBLE or not is_in_legacy(text, match.start()):
                spots.add(message, match.end() - 1, cause)
    for match in NOTE_SIGN.finditer(text) if NOTE_SIGN.search(present) else ():
        before = text[max(0, match.start() - 4) : match.start()]
        if not UNITS_BEFORE_MARK.search(before) and not is_in_legacy(text, match.start()):
            spots.add("W114", match.start())
    letters = _scan_font(text, spots) if any(map(_may_be_strange, present)) else []
    if FORBIDDEN.search(present):
        text = FORBIDDEN.sub(REPLACEMENT, text)
    return text.replace("\t", " "), [*findings, *tables, *spots.tell(), *letters]


def _list_signs(text: str) -> str:
    """Return each sign of a text once, but those that every text has: with them it takes three times as long."""
    rare = text.encode("utf-8", "surrogatepass").translate(None, PLAIN_SIGNS)
    return "".join(set(rare.decode("utf-8", "surrogatepass")))


def _may_be_strange(sign: str) -> bool:
    """Tell whether a sign is to be looked at: the font may lack it."""
    return sign > LAST_LATIN and not is_in_font(sign)


def _find_tables(text: str, spots: "_Spots") -> tuple[list[Finding], set[int]]:
    """Return what is said of rows with tabs between their cells, and where in the text they stand."""
    found, spans = list[Finding](), set[int]()
    for rows in ROWS_WITH_TABS.finditer(text) if "\t" in text else ():
        lines = rows[0].strip("\n").split("\n")
        if len({line.count("\t") for line in lines}) == 1:
            spans.update(range(*rows.span()))
            found.append(tell_pasted_rows(lines, "\t", spots.place(rows.start())))
    return found, spans


def _scan_font(text: str, spots: "_Spots") -> list[Finding]:
    """Tell signs that the font lacks one by one, and letters, which foreign names have, once for the whole text.

    A wide mark of a Chinese sentence is as right there as its letters.
    """
    letters, first = dict[str, int](), 0
    in_place = {at for match in BESIDE_EAST_ASIAN.finditer(text) for at in range(*match.span())}
    for match in BEYOND_LATIN.finditer(text):
        sign, at = match[0], match.start()
        if is_in_font(sign) or INVISIBLE.match(sign) or FORBIDDEN.match(sign):
            continue
        if unicodedata.category(sign)[0] not in "LM" and at not in in_place:
            spots.add("W251" if unicodedata.category(sign) == "Co" else "W115", at, Cause.OTHER_FONT)
            continue
        first = first if letters else at
        letters[sign] = letters.get(sign, 0) + 1
    if not letters:
        return []
    facts = {"count": sum(letters.values()), "sample": "".join([*letters][:SAMPLE])}
    return [Finding("N109", spots.place(first), facts)]


class _Spots:
    """Gathers where characters stand: the same one at twenty places is told once, with its lines."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.first: dict[tuple[str, str], Finding] = {}
        self.lines: dict[tuple[str, str], list[int]] = {}

    def place(self, spot: int) -> Place:
        line = bisect_right(self.starts, spot)
        return Place(self.file, line, spot - self.starts[line - 1] + 1)

    def add(self, message: str, spot: int, cause: Cause | None = None) -> None:
        key = (message, self.text[spot])
        if key not in self.first:
            facts = {"character": KNOWN_SIGNS.get(self.text[spot]) or name_of(self.text[spot])}
            self.first[key], self.lines[key] = Finding(message, self.place(spot), facts, cause), []
            return
        line = bisect_right(self.starts, spot)
        if line > (self.lines[key] or [self.first[key].place.line])[-1]:
            self.lines[key].append(line)

    def tell(self) -> Iterator[Finding]:
        for key, finding in self.first.items():
            lines = self.lines[key]
            yield replace(finding, facts={**finding.facts, "also": list_lines(lines)}) if lines else finding


def find_unprintable(text: str) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield message id, character and facts for all in a decoded string that cannot be printed or seen."""
    for message, pattern in (("E110", FORBIDDEN_OR_TAB), ("W112", INVISIBLE)):
        for character in dict.fromkeys(pattern.findall(text)):
            yield message, character, {"character": name_of(character)}
