"""Writes values so that they stay words: their signs mean nothing to Markdown and to YAML."""

import json
import re

from .model.marks import WRITTEN
from .patterns import regex

BREAKS = regex("[ \\t\\n\\r\\f\\v\x1c-\x1e\x85\u2028\u2029]+")
SPECIAL = regex(r"[\\`*_\[\]<|]")
# What begins an item, a heading, a quotation, a rule, an underline or what the reader takes for one, where it begins a
# line, perhaps with words of the outline behind it: the part before the mark
START = regex(
    r"""
    [a-zđ](?=[./)](?:\s|$))                  # a) b, a. b, a/ b
    | (?=\((?:\d{1,2}|[a-zđ])\)(?:\s|$))     # (1) b
    | \d{1,2}(?=/(?:\s|$))                   # 1/ b
    | \d{1,9}(?=[.)](?:\s|$|[^\W\d_]))       # 1. b, 1) b, 1.Khoản
    | (?:\d{1,2}|[IVX]+)(?=(?:\.\d{1,2}){1,3}\.?(?:\s|$)) # 1.1. b, 1.1 B, I.1. b
    | \d{1,2}(?=-(?:\s|$))                   # 1- b
    | (?:(?i:phần)\s+)?[IVX]+\s?(?=[-.)/](?:$|\s*[^\W\d_])) # II. MỤC, Phần II. Mục
    | (?=[#+=~>:.)-])                        # - b, ## b, :---
    """,
    re.X,
)
HEADING_END = regex(r" (?=#+$)")  # what closes a heading: `# Mục #`
PLAIN_SCALAR = regex(r"[^\W\d_][\w/.();% –-]*(?<! )")
NO_TEXTS = {"true", "false", "null"}


def join_lines(value: str) -> str:
    """Return a value on one line."""
    return BREAKS.sub(" ", value).strip()  # a reader of Markdown strips every kind of space


def escape_markdown(value: str) -> str:
    """Return a value as Markdown that prints its letters; gaps, doubts and citations stay what they are."""
    return HEADING_END.sub(r" \\", escape_start(escape_inline(join_lines(value))))


def escape_inline(line: str) -> str:
    """Return words as Markdown that prints their letters inside a line; gaps, doubts and citations stay."""
    pieces, at = list[str](), 0
    for mark in WRITTEN.finditer(line):
        after = "\\" if line[mark.end() : mark.end() + 1] == "(" else ""  # which would make a link of the mark
        pieces += [_escape(line[at : mark.start()]), f"[{_escape(mark['inside'])}]", after]
        at = mark.end()
    return "".join([*pieces, _escape(line[at:])])


def _escape(text: str) -> str:
    return SPECIAL.sub(lambda found: f"\\{found[0]}", text)


def escape_start(text: str) -> str:
    """Return a text that begins no item and no heading, wherever it stands: `# a`, `- a`, `a) b`, `1986. Năm`."""
    start = START.match(text)
    return f"{start[0]}\\{text[start.end() :]}" if start else text


def quote_yaml(value: str) -> str:
    """Return a value as YAML reads it back: plain where that is safe, otherwise between quotation marks."""
    is_plain = PLAIN_SCALAR.fullmatch(value) and value.lower() not in NO_TEXTS
    return value if is_plain else json.dumps(value, ensure_ascii=False)
