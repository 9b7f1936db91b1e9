"""Knows how people type a break of the line where none is read: a value goes in, the mark or its lines come out."""

import re

from ..patterns import regex

TYPED_BREAK = regex(r"\\n(?=\s*[^\W\d_a-z]|\s*[-+])|\\(?=\s|$)|(?<=[^\W\d_])\\(?=[^\W\d_])|<br ?/?>", re.I)
AROUND_BREAK = regex(r"[ ]*\n[ ]*")
SLASH = regex(r"(?<=\S) / (?=\S)")


def find_typed_break(value: str) -> str:
    """Return the mark by which a break is typed in a value: a backslash, alone or with n, <br>; nothing without one."""
    found = TYPED_BREAK.search(value)
    return found[0] if found else ""


def has_slash(value: str) -> bool:
    """Tell whether a slash between blanks stands for a break, in a value that is printed in lines."""
    return bool(SLASH.search(value))


def break_typed(value: str) -> str:
    """Return a value of a head or foot with breaks in the place of the marks that were typed for them."""
    return AROUND_BREAK.sub("\n", SLASH.sub("\n", TYPED_BREAK.sub("\n", value))).strip()
