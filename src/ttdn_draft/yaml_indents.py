"""Knows how lines of YAML stand below each other: a text or keys go in, level lines or a decision come out."""

import re
from collections.abc import Sequence

from .patterns import regex

WIDE_INDENT = regex(r"^[ ]*[\u00a0\u2000-\u200a\u202f\u3000]+[ \u00a0\u2000-\u200a\u202f\u3000]*(?=\S)", re.M)


def loses_dash(key: str, keys: Sequence[str]) -> bool:
    """Tell whether a key behind those of an entry of a list begins another entry, as the first of them does."""
    return len(keys) > 1 and key == keys[0]


def level_indents(text: str) -> str:
    """Return a text with plain blanks before each line, as many as there were of any kind."""
    return WIDE_INDENT.sub(lambda found: " " * len(found[0]), text)
