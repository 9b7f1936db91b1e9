"""Finds the first entry of a list that does not stand as the others do: lines go in, the right one comes out."""

from collections.abc import Sequence

from .patterns import regex
from .yaml_lines import ITEM, KEY_FORM
from .yaml_slips import UNEVEN_FIRST, Mistype

ENTRY_STEP = 2  # blanks by which an entry stands right of the key of its list, and a key of it right of its dash
PARENT_LINE = regex(rf"(?P<start>[ ]*)(?:- )?{KEY_FORM}:\s*")


def find_uneven_first(lines: Sequence[str], row: int) -> Mistype | None:
    """Return the first entry of a list where the lines below it, up to a row, stand right of their key and it does not.

    The row is that of the second entry, or of the second key of the first one.
    """
    above = [at for at in range(row - 1, -1, -1) if lines[at].strip()][:2]
    if len(above) < 2 or row >= len(lines):
        return None
    first, parent = lines[above[0]], PARENT_LINE.fullmatch(lines[above[1]])
    if parent is None or not ITEM.match(first):
        return None
    right = parent.end("start") + ENTRY_STEP * (2 if "- " in parent[0] else 1)
    wanted = right if ITEM.match(lines[row]) else right + ENTRY_STEP
    indent = len(first) - len(first.lstrip(" "))
    if indent == right or len(lines[row]) - len(lines[row].lstrip(" ")) != wanted:
        return None
    return Mistype(above[0], indent + 1, UNEVEN_FIRST, " " * right + first.strip())
