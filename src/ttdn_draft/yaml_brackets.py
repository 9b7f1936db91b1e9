"""Finds words that brackets make a list or a group of for YAML: a line goes in, the right one comes out."""

from .messages import N_
from .patterns import regex
from .yaml_lines import ITEM, quote_value
from .yaml_slips import SIGN_FIRST, Mistype

QUESTION_BEFORE = regex(r"(?:^|[\s{\[,])(\?)\s+$")
FARTHEST = 80  # letters before a key in which its question mark stands: a line may have thousands of keys
NOTE_KEY = regex(r"\s*([\"']?)\[\^(?P<label>[^\s\[\]]+)\]\1\s*:\s*(?P<value>.*?)\s*")
NOTE_BY_MARK = N_("tên chú thích không viết trong [^ ]")


def is_note_mark(key: str) -> bool:
    """Tell whether a key is the mark of a note, [^1], where its name alone should stand."""
    return key.startswith("[^") and key.endswith("]")


def find_bare_group(line: str, row: int, start: int, end: int) -> Mistype | None:
    """Return a group {UBND, Sở} without one colon, from column `start` to `end`, which is meant as words."""
    inner = line[start + 1 : end - 1]
    if line[start] != "{" or not inner.strip() or ":" in inner:
        return None
    return Mistype(row, start + 1, SIGN_FIRST, quote_value(line))


def find_question(line: str, row: int, column: int) -> Mistype | None:
    """Return a line in which a key, at a column, stands behind a question mark that is meant as one."""
    found = QUESTION_BEFORE.search(line, max(0, column - FARTHEST), column)
    return Mistype(row, found.start(1) + 1, SIGN_FIRST, quote_value(line)) if found else None


def find_bracket_key(line: str, row: int, column: int) -> Mistype | None:
    """Return the line in which brackets stand, at a column, where a key should: a note by its mark, or an item."""
    if found := NOTE_KEY.fullmatch(line):
        return Mistype(row, column + 1, NOTE_BY_MARK, f'"{found["label"]}": {found["value"] or "…"}')
    found = ITEM.match(line)
    return Mistype(row, column + 1, SIGN_FIRST, quote_value(line)) if found and found.end() > column else None
