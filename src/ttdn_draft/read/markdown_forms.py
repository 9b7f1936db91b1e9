"""Knows the forms of Markdown that are read and those that are refused: a text goes in, the one to parse comes out."""

import re

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from ..patterns import regex
from ..yaml_slips import BULLETS_OF_WORD, LIKE_DASH

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
WIDE = "\u00a0\u2000-\u200a\u202f\u3000"  # blanks of Word
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
    return INDENTED_ITEM.sub("", markdown)


def plain_blanks(markdown: str) -> str:
    """Return a text with plain blanks behind the marks of items and headings."""
    return WIDE_ITEM.sub(r"\1 ", markdown)


def build_parser() -> MarkdownIt:
    """Return the CommonMark parser that finds the blocks of a body."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    return parser.use(footnote_plugin, inline=False, move_to_end=False).disable(DISABLED)
