"""Looks for words that are typed carelessly: a Draft and its Source go in, brackets without their half come out."""

import re
from collections.abc import Iterator
from textwrap import shorten

from ..errors import Finding
from ..model import Draft, Source
from .printed import comes_from_data, list_printed, list_words

POINT = re.compile(r"(?:^|[\s;,.:(])[0-9a-zđ]{1,3}$", re.I)  # a), 1), iv): the bracket behind a point has no other
SHOWN_LENGTH = 40
POINTLESS_LISTS = ("noi_nhan", "kinh_gui")  # lines in which no point begins


def doubt_words(draft: Draft, source: Source) -> Iterator[Finding]:
    """Yield brackets without their other half."""
    lines = [(path, text) for path, text in list_printed(draft) if text]
    texts = [(path, text) for path, text in list_words(source) if not comes_from_data(path, source)]
    for path, text in (*lines, *texts):
        if found := find_lone_bracket(text, has_points=path[0] not in POINTLESS_LISTS):
            mark = shorten(found[0], SHOWN_LENGTH, placeholder=" …")
            yield Finding("W226", source.place(path), {"mark": mark, "missing": found[1]})


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
