"""Finds where the words of a passage stand in its file: a source and a mention go in, a stretch of the file comes out.

Where a letter can not be followed to the file without doubt there is no stretch: nothing is ever written in its place.
"""

import re
from dataclasses import field

from ..model import Source
from ..model.marks import DOUBT_CLOSES, DOUBT_OPENS, LIKE_CITATION
from ..model.mentions import Mention, Passage, Stretch
from ..patterns import regex
from ..records import dataclass
from .locating import find_region

GIVEN = -1  # where a letter stands that the program wrote out of an id
BLANK = regex(r"\s+")
NOTE = regex(r"\[\^[^\]\s]{1,40}\]")
STYLE = regex(r"(?<!\\)\*+")
LIST_OPENS, LIST_BREAK = regex(r"\[\s*[\"']?"), regex(r"[\"']?\s*,\s*[\"']?")
"""How the lines of a cell begin and part where they stand as a list on one line."""
QUOTES = {'"': '\\"', "'": "''"}
"""The marks around a value of YAML, and how each is written inside."""


def find_typed(source: Source, mention: Mention) -> Stretch | None:
    """Return where the words of a mention stand in the file; marks of styles and doubts stand whole within."""
    passage, start, end = mention.passage, mention.start, mention.end
    if start >= end or source.place(passage.path).file != source.file or not source.raw:
        return None
    spots = _align(source, passage)
    if spots is None or GIVEN in spots[start:end]:
        return None
    return _close_marks(source.raw, spots[start], spots[end - 1] + 1)


def _align(source: Source, passage: Passage) -> tuple[int, ...] | None:
    """Return the place of each letter of a passage; that of the passage that was last asked for is kept."""
    kept = source.last_node.get(("aligned", *passage.path))
    if isinstance(kept, _Walk) and kept.passage is passage:
        return kept.spots
    walk = _Walk(source.raw, passage, *find_region(source, passage.path))
    walk.go()
    source.last_node["aligned", *passage.path] = walk
    return walk.spots


def _close_marks(raw: str, start: int, end: int) -> Stretch | None:
    """Return a stretch with the marks of doubts that it cuts; nothing where a mark of style would lose an end."""
    words = raw[start:end]
    if words.count("[") > words.count("]") and (closing := DOUBT_CLOSES.match(raw, end)):
        end = closing.end()
    elif words.count("]") > words.count("["):
        opening = raw.rfind("[", 0, start)
        start = opening if DOUBT_OPENS.fullmatch(raw[max(opening, 0) : start]) else start
    words = raw[start:end]
    is_whole = words.count("[") == words.count("]") and len(STYLE.findall(words)) % 2 == 0
    return (start, end) if is_whole else None


@dataclass
class _Walk:
    """Walks through a node as it is typed and its text side by side; `spots` are nothing where they part."""

    raw: str
    passage: Passage
    at: int
    end: int
    found: list[int] = field(default_factory=list)
    is_in_doubt: bool = False
    is_list: bool = False
    spots: tuple[int, ...] | None = None

    def go(self) -> None:
        text, first = self.passage.text, self.raw[self.at : self.at + 1]
        quote = "" if text.startswith(first) else QUOTES.get(first, "")
        self.at += bool(quote)
        if "\n" in text and not text.startswith("[") and (opening := LIST_OPENS.match(self.raw, self.at)):
            self.at, self.is_list = opening.end(), True
        given = dict(self.passage.given)
        while len(self.found) < len(text):
            here = len(self.found)
            if here in given and (cited := LIKE_CITATION.match(self.raw, self.at)):
                self.found += [GIVEN] * (given[here] - here)
                self.at = cited.end()
            elif not (self._take(text[here], quote) or self._pass_mark()):
                return
        self.spots = tuple(self.found)

    def _take(self, letter: str, quote: str) -> bool:
        """Take a letter that stands in the file as in the text, a blank with all the blanks behind it."""
        if self.at >= self.end or self._ends_doubt():
            return False
        blank = BLANK.match(self.raw, self.at, self.end)
        if self.is_list and letter == "\n" and (parting := LIST_BREAK.match(self.raw, self.at, self.end)):
            self.found.append(self.at)
            self.at = parting.end()
            return True
        if letter.isspace() and blank:
            return self._take_blanks(blank)
        if quote and self.raw.startswith(quote, self.at) and letter == quote[-1]:
            self.found.append(self.at + 1)
            self.at += len(quote)
            return True
        if self.raw[self.at] == letter and not (letter == "[" and DOUBT_OPENS.match(self.raw, self.at)):
            self.found.append(self.at)
            self.at += 1
            return True
        return False

    def _take_blanks(self, blank: re.Match[str]) -> bool:
        text, here = self.passage.text, len(self.found)
        typed = BLANK.match(text, here)
        self.found += [self.at] * (len(typed[0]) if typed else 1)
        self.at = blank.end()
        return True

    def _ends_doubt(self) -> bool:
        return self.is_in_doubt and bool(DOUBT_CLOSES.match(self.raw, self.at, self.end))

    def _pass_mark(self) -> bool:
        """Pass a mark that the text does not have: of a note, a style, a doubt, a letter that is meant as it is."""
        if self._ends_doubt() and (closing := DOUBT_CLOSES.match(self.raw, self.at, self.end)):
            self.is_in_doubt, self.at = False, closing.end()
            return True
        if opening := DOUBT_OPENS.match(self.raw, self.at, self.end):
            self.is_in_doubt, self.at = True, opening.end()
            return True
        if note := NOTE.match(self.raw, self.at, self.end):
            self.at = note.end()
            return True
        if self.at < self.end and self.raw[self.at] in "*\\":
            self.at += 1
            return True
        return False
