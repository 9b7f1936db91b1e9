"""Finds lines of YAML whose key is lost, or that fell out of a text: lines go in, the right ones come out.

The lines of a slip that are several are shown with a slash between them.
"""

import re
from collections.abc import Iterator, Sequence
from textwrap import shorten

from .patterns import regex
from .yaml_lines import ITEM, KEY_AND_VALUE, KEY_FORM, quote
from .yaml_slips import (
    BAD_DASH,
    COMMA_IN_VALUE,
    LOST_DASH,
    LOST_KEY,
    NO_COLON_WORDS,
    NO_PARENT,
    OPEN_BRACKET,
    TEXT_SIGN,
    UNEVEN_LINE,
    WORDS_BEHIND_SIGN,
    Mistype,
)

STEP = 2  # blanks by which the lines of a text stand right of its key
SHOWN = 60  # letters of a line that a message repeats
FINISHED = regex(r"\d{4}-\d{1,2}(?:-\d{1,2})?|true|false|-?\d+|\"[^\"]*\"|'[^']*'")
"""A value behind which nothing more comes."""
TEXT_HEAD = regex(r"(?P<start>[ ]*(?:- )?)(?P<key>[a-z_]+):\s*[|>][-+]?\s*")
BEHIND_SIGN = regex(r"(?P<head>[ ]*(?:- )?[a-z_]+:\s*[|>][-+]?)\s+(?P<words>[^\s#].*)")
GROUP_HEAD = regex(rf"(?P<start>[ ]*(?:- )?)(?P<key>{KEY_FORM}):\s*")
KEY_LINE = regex(rf"\s*(?:-[ ]|{KEY_FORM}:(?:\s|$)|[a-z_]+\s*[\[{{=;])")
"""A line that is no words: an entry, a key, a key whose colon is lost."""
OWN_KEY_INSIDE = regex(r"(?<=[^\s,;.{\[:])\s+(?=[a-z]+(?:_[a-z]+)*:\s)")
NEXT_KEY = regex(r",\s*[a-z]+(?:_[a-z]+)*:\s")
KEY_INSIDE = regex(r"[{,]\s*[a-z]+(?:_[a-z]+)*:\s+(?=[^\s\"'\[{,}]+\s)")
"""A key of ours in braces whose value is of several words and has no quotation marks."""
NO_COLON_INSIDE = regex(r"([a-z]+(?:_[a-z]+)+|stt|tong|can|rong|kieu|ten)\s+([^\s:].*)")
TEXT_MARK = regex(r"(?:\d{1,2}[.)]|[a-zđ]\)|[IVX]+\.|[-+*•–])\s")
LONG_KEY = 4  # words from which on a key is a line of a text
OF_TEXTS = ("noi_dung",)  # keys whose text has lines of its own
CHECKED = "kiem_tra"


def find_lost_line(lines: Sequence[str], row: int, problem: str) -> Mistype | None:
    """Return the slip by which lines above or at the row at which YAML stumbled have no key, or are no text."""
    if slip := _find_double_dash(lines, row):
        return slip
    if problem.startswith("expected ',' or"):
        return _find_lost_comma(lines[row], row)
    if found := BEHIND_SIGN.fullmatch(lines[row]):
        return _mend_head(lines, row, found)
    if slip := _find_first_entry(lines, row):
        return slip
    return _find_lost_parent(lines, row) or next(_find_deep_texts(lines, row), None)


def _find_double_dash(lines: Sequence[str], row: int) -> Mistype | None:
    """Return an entry with two dashes before it, beside one that has one."""
    for at in range(row, max(row - STEP, -1), -1):
        found = re.fullmatch(r"\s*--+\s*(?P<value>\S.*)", lines[at])
        beside = [lines[other] for step in (-1, 1) if (other := _next(lines, at, step)) is not None]
        if found and any(ITEM.match(line) and _indent(line) == _indent(lines[at]) for line in beside):
            return Mistype(at, _indent(lines[at]) + 1, BAD_DASH, f"- {found['value']}")
    return None


def _mend_head(lines: Sequence[str], row: int, found: re.Match[str]) -> Mistype | None:
    """Return the head of a text with words behind its sign, which stand in the lines below."""
    below = _next(lines, row, 1)
    if below is None or _indent(lines[below]) <= _indent(lines[row]):
        return None
    words = shorten(found["words"].strip(), SHOWN, placeholder="…")
    right = f"{found['head']} / {' ' * _indent(lines[below])}{words}"
    return Mistype(row, found.start("words") + 1, WORDS_BEHIND_SIGN, right)


def _find_lost_comma(line: str, row: int) -> Mistype | None:
    """Return a line on which no comma stands before the next key in braces."""
    found = OWN_KEY_INSIDE.search(line, line.find("{") + 1) if "{" in line else None
    if found is None:
        return None
    right = f"{line[: found.start()]}, {line[found.end() :]}"
    return Mistype(row, found.start() + 1, OPEN_BRACKET, right.strip())


def _find_first_entry(lines: Sequence[str], row: int) -> Mistype | None:
    """Return the first entry of a list whose dash is lost, where YAML stumbles at the dash of the second."""
    second, level = re.match(rf"\s*- ({KEY_FORM}):", lines[row]), _indent(lines[row])
    head = next((at for at in range(row - 1, -1, -1) if lines[at].strip() and _indent(lines[at]) < level), None)
    first = _next(lines, head, 1) if head is not None and GROUP_HEAD.fullmatch(lines[head]) else None
    if second is None or first is None or not re.match(rf"\s*{second[1]}:", lines[first]):
        return None
    return Mistype(first, 1, LOST_DASH, f"{' ' * level}- {lines[first].strip()}")


def _find_lost_parent(lines: Sequence[str], row: int) -> Mistype | None:
    """Return the first line of a group whose own line is lost, where the next group of its kind begins at a row."""
    second = GROUP_HEAD.fullmatch(lines[row])
    above, below = _next(lines, row, -1), _next(lines, row, 1)
    if second is None or above is None or below is None:
        return None
    deep = _indent(lines[below])
    head = next((at for at in range(above, -1, -1) if lines[at].strip() and _indent(lines[at]) < deep), None)
    if head is None or head == above or not GROUP_HEAD.fullmatch(lines[head]):
        return None
    level = _indent(lines[row])
    if not _indent(lines[head]) < level < deep == _indent(lines[head + 1]) or not _begin_alike(lines, head + 1, below):
        return None
    name = _find_unknown_code(lines) if lines[head].startswith(f"{CHECKED}:") else ""
    return Mistype(head + 1, 1, NO_PARENT, f"{' ' * level}{name or '…'}: / {lines[head + 1]}")


def _begin_alike(lines: Sequence[str], row: int, other: int) -> bool:
    first, second = KEY_AND_VALUE.match(lines[row]), KEY_AND_VALUE.match(lines[other])
    return bool(first and second) and first["key"] == second["key"] if first and second else False


def _find_unknown_code(lines: Sequence[str]) -> str:
    """Return the first code that a mark names and that stands nowhere as a key."""
    codes = re.findall(r"#([a-z0-9]+(?:-[a-z0-9]+)+)", "\n".join(lines))
    keys = {line.strip().removesuffix(":") for line in lines}
    return next((code for code in codes if code not in keys), "")


def _find_deep_texts(lines: Sequence[str], row: int) -> Iterator[Mistype]:
    """Yield the text at or above a row that stands right of a value, or below a key, without the sign of a text."""
    for at in (row, row - 1):
        if at < 1 or not lines[at].strip():
            continue
        head = next((up for up in range(at - 1, -1, -1) if _indent(lines[up]) < _indent(lines[at])), at)
        inner = [line for line in lines[head + 1 : at + 1] if line.strip()]
        if head == at or any(KEY_LINE.match(line) for line in inner):
            continue
        below = _next(lines, at, 1) if at == row else row
        if below is not None and ITEM.match(lines[below]) and _indent(lines[below]) == _indent(lines[at]):
            right = f"{' ' * _indent(lines[at])}- {lines[at].strip()}"
            yield Mistype(at, _indent(lines[at]) + 1, LOST_DASH, right)
            return
        if slip := _mend_text(lines, head, head + 1):
            yield slip


def _mend_text(lines: Sequence[str], head: int, first: int) -> Mistype | None:
    """Return how a text from its first row on is written whose head is a row that is none for a text."""
    words, line = shorten(lines[first].strip(), SHOWN, placeholder="…"), lines[head]
    pad = " " * (len(line) - len(line.lstrip(" -")))
    if found := GROUP_HEAD.fullmatch(line):
        return Mistype(head, 1, TEXT_SIGN, f"{found['start']}{found['key']}: >- / {pad}  {words}")
    found = KEY_AND_VALUE.match(line)
    if found is None or found["value"][0] in "|>[{":
        return None
    if FINISHED.fullmatch(found["value"].strip()):
        return Mistype(first, 1, LOST_KEY, f"{pad}{_guess_key(lines, head) or '…'}: >- / {pad}  {words}")
    begun = shorten(found["value"].strip(), SHOWN, placeholder="…")
    right = f"{found['start']}{found['key']}: >- / {pad}  {begun} / {pad}  {words}"
    return Mistype(head, found.start("value") + 1, TEXT_SIGN, right)


def find_lost_key(lines: Sequence[str], row: int) -> Mistype | None:
    """Return the line below a row that YAML has joined to a finished value, where a key of a text is lost."""
    found = KEY_AND_VALUE.match(lines[row])
    if found is None or not FINISHED.fullmatch(found["value"].strip()) or not _guess_key(lines, row):
        return None
    return _mend_text(lines, row, row + 1)


def _guess_key(lines: Sequence[str], row: int) -> str:
    """Return the key of the nearest text that stands as far to the right as a row, as other entries have it."""
    level = len(lines[row]) - len(lines[row].lstrip(" -"))
    heads = [(abs(at - row), found) for at, line in enumerate(lines) if (found := TEXT_HEAD.fullmatch(line))]
    near = sorted((distance, found["key"]) for distance, found in heads if found.end("start") == level)
    return near[0][1] if near else ""


def find_lost_words(lines: Sequence[str], row: int, column: int, key: str, is_inside: bool) -> Mistype | None:
    """Return the slip by which words became a key, at a column; `is_inside` tells whether it stands in braces."""
    return _find_comma(lines[row], row, column) if is_inside else _find_fallen(lines, row, column, key)


def _find_comma(line: str, row: int, column: int) -> Mistype | None:
    """Return a line in whose braces a key has no colon, or a value with a comma no quotation marks, cut at a column."""
    after = NEXT_KEY.search(line, column)
    end = after.start() if after else line.rfind("}")
    cut = line[column:end]
    if bare := NO_COLON_INSIDE.fullmatch(cut):
        return Mistype(row, column + 1, NO_COLON_WORDS, f"{line[:column]}{bare[1]}: {bare[2]}{line[end:]}".strip())
    before = [*KEY_INSIDE.finditer(line, 0, column)]
    start = before[-1].end() if before else column
    if not before or line[column] == "(" or end < column or set("{}") & set(line[start:column]):
        return None
    name, colon, _ = cut.partition(":")
    if colon and not re.search(r"\d", name) and len(name.split()) < LONG_KEY - 1:
        return None  # a key, which may be misspelt: {ten: A, họ tên: B}
    right = f"{line[:start]}{quote(line[start:end].strip())}{line[end:]}"
    return Mistype(row, start + 1, COMMA_IN_VALUE, right.strip())


def _find_fallen(lines: Sequence[str], row: int, column: int, key: str) -> Mistype | None:
    """Return a line of a text behind | that stands at the left of the others and has a colon, as a key does."""
    if len(key.split()) < LONG_KEY and not TEXT_MARK.match(key):
        return None
    for at in range(row - 1, -1, -1):
        if not lines[at].strip() or _indent(lines[at]) > column:
            continue
        if (bare := GROUP_HEAD.fullmatch(lines[at])) and bare.end("start") < column and bare["key"] in OF_TEXTS:
            words = shorten(lines[row].strip(), SHOWN, placeholder="…")
            return Mistype(at, 1, TEXT_SIGN, f"{bare['start']}{bare['key']}: | / {' ' * column}{words}")
        head = TEXT_HEAD.fullmatch(lines[at])
        if head is None or head.end("start") != column:
            return None
        first = _next(lines, at, 1) or row
        inner = _indent(lines[first]) if first < row else column + STEP
        return Mistype(row, column + 1, UNEVEN_LINE, " " * inner + lines[row].strip())
    return None


def _next(lines: Sequence[str], row: int, step: int) -> int | None:
    """Return the nearest row above or below one that is not blank."""
    rows = range(row - 1, -1, -1) if step < 0 else range(row + 1, len(lines))
    return next((at for at in rows if lines[at].strip()), None)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
