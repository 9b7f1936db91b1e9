"""Looks for words that are typed carelessly: a Draft and its Source go in, open brackets and dotted gaps come out."""

import re
from collections.abc import Iterator
from textwrap import shorten

from ..errors import Finding
from ..model import Draft, Source
from ..model.listing import ELLIPSIS
from ..model.marks import find_pending
from .printed import Placed, comes_from_data, list_printed, list_words

DOTS = r"(?:…[….]*[….]|\.{4,}|_{3,})"
SHORT_DOTS = r"(?:…|\.{3})"
DOTTED = re.compile(
    rf"{DOTS}(?:[ \u00a0]+{DOTS})*|{SHORT_DOTS}/{SHORT_DOTS}"
    rf"|(?<=\bngày ){SHORT_DOTS}(?=\s)|(?<=\bsố ){SHORT_DOTS}(?=[\s/])",
    re.I,
)
"""What is left to be filled in by hand on paper: two signs of an ellipsis, four dots or three underscores, or more."""
TRAILING = 4  # dots behind a word at the end of a sentence: an ellipsis and a full stop
POINT = re.compile(r"(?:^|[\s;,.:(])[0-9a-zđ]{1,3}$", re.I)  # a), 1), iv): the bracket behind a point has no other
SHOWN_LENGTH = 40
POINTLESS_LISTS = ("noi_nhan", "kinh_gui")  # lines in which no point begins


def doubt_words(draft: Draft, source: Source) -> Iterator[Finding]:
    """Yield brackets without their other half, and, in one finding, the gaps that are typed as dots."""
    lines = [(path, text) for path, text in list_printed(draft) if text]
    texts = [(path, text) for path, text in list_words(source) if not comes_from_data(path, source)]
    placed = [*lines, *texts]
    for path, text in placed:
        if found := find_lone_bracket(text, has_points=path[0] not in POINTLESS_LISTS):
            mark = shorten(found[0], SHOWN_LENGTH, placeholder=" …")
            yield Finding("W226", source.place(path), {"mark": mark, "missing": found[1]})
    alone = [(path, text.strip()) for path, text in lines if text.strip() in ELLIPSIS]
    yield from _tell_gaps([*alone, *((path, mark) for path, text in placed for mark in find_dotted(text)[:1])], source)


def find_lone_bracket(text: str, has_points: bool = True) -> tuple[str, str] | None:
    """Return the words at the first round bracket that has no other half, and the bracket that is missing."""
    opened = list[int]()
    for at, sign in enumerate(text):
        if sign == "(":
            opened.append(at)
        elif sign == ")" and opened:
            opened.pop()
        elif sign == ")" and not (has_points and POINT.search(text[:at])):
            return text[max(0, at - SHOWN_LENGTH + 2) : at + 1].strip(), "("
    return (text[opened[0] :].strip(), ")") if opened else None


def _tell_gaps(gaps: list[Placed], source: Source) -> Iterator[Finding]:
    found = [(source.place(path), mark) for path, mark in gaps]
    if found:
        place, mark = min(found)
        lines = sorted({other.line for other, _ in found if other.line} - {place.line})
        yield Finding("W227", place, {"mark": mark, "also": ", ".join(map(str, lines))})


def find_dotted(text: str) -> list[str]:
    """Return the gaps of a text that are typed as dots or underscores; those that are marked are none."""
    marked = [range(mark.start, mark.end) for mark in find_pending(text)]
    return [
        found[0]
        for found in DOTTED.finditer(text)
        if not any(found.start() in span for span in marked) and not _trails(text, found)
    ]


def _trails(text: str, found: re.Match[str]) -> bool:
    """Tell whether dots end an enumeration: Hà Nội, Huế.... or v.v….; such dots stand behind a word, or a comma."""
    before, after = text[: found.start()], text[found.end() :]
    is_behind = before[-1:].isalnum() or before.rstrip()[-1:] == ","
    return is_behind and len(found[0]) <= TRAILING and not after.strip()[:1].isalnum()
