"""Knows the forms of Markdown that are read and those that are refused: a text goes in, the one to parse comes out."""

import re
from functools import cache
from typing import TYPE_CHECKING

from ..patterns import regex
from ..yaml_slips import BULLETS_OF_WORD, LIKE_DASH

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

REFUSED_BLOCKS = {
    "fence": "```",
    "html_block": "<…>",
    "blockquote_open": ">",
    "hr": "",
    "code_block": "```",
}
# Text that stays text: staff indent paragraphs, paste `&`, and write `[…]` for gaps.
DISABLED = ["code", "reference", "entity", "inline", "text_join"]
# Indentation carries no meaning, and more than three spaces would glue an item to the line above
WIDE_BLANKS = tuple("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000")  # of Word
WIDE = "".join(WIDE_BLANKS)
INDENTED_ITEM = regex(rf"^[ {WIDE}]+(?=(?:[-+*]|\d{{1,9}}[.)])[ ])", re.M)
WIDE_ITEM = regex(rf"^([ {WIDE}]*(?:[-+]|\d{{1,9}}[.)]|#{{1,6}}))[{WIDE}][ {WIDE}]*", re.M)
GLUED_ITEM = regex(rf"\s*((?:\d{{1,3}}|[a-zđ])[.)]|[-+*{LIKE_DASH}•▪{BULLETS_OF_WORD}]|#{{1,6}})\s")
TYPED_TABLE = regex(r"^[ ]*(?:\|.*\||:?-{2,}:?[ ]*\|)", re.M)

# numbers that Markdown does not know, typed before a paragraph, and their levels
SLASHED = regex(r"(\d{1,2})/[ ]+(?=[^\W\d_])")  # 1/ …, which is 1. … of another hand
TYPED_LEVELS = {
    "1.1": regex(r"(\d{1,2}\.\d{1,2})\.[ ]+(?=\S)"),
    "1.1.1": regex(r"(\d{1,2}\.\d{1,2}\.\d{1,2})\.[ ]+(?=\S)"),
    "a": regex(r"([a-zđ])\)[ ]+(?=\S)"),
}


def level_items(markdown: str) -> str:
    """Return a text whose items begin at the edge: how far people indent them has no meaning."""
    may_be_indented = markdown.startswith(" ") or "\n " in markdown or has_wide_blanks(markdown)
    return INDENTED_ITEM.sub("", markdown) if may_be_indented else markdown


def plain_blanks(markdown: str) -> str:
    """Return a text with plain blanks behind the marks of items and headings."""
    return WIDE_ITEM.sub(r"\1 ", markdown) if has_wide_blanks(markdown) else markdown


def has_wide_blanks(markdown: str) -> bool:
    """Tell whether a text holds a blank of Word; one sign is found at once, where a pattern looks at each letter."""
    return any(map(markdown.__contains__, WIDE_BLANKS))


@cache
def build_parser() -> "MarkdownIt":
    """Return the CommonMark parser that finds the blocks of a body; most bodies are read without it."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    return parser.use(footnote_plugin, inline=False, move_to_end=False).disable(DISABLED)
