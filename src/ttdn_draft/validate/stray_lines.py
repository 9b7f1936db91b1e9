"""Tells paragraphs that are no whole sentences: the blocks of a text go in, each with what it may be is told."""

import re
from collections.abc import Sequence
from itertools import pairwise
from textwrap import shorten
from typing import Literal, TypeAlias

from ..characters import list_lines
from ..model import Block, Heading, Paragraph, Report, Source, plain_text
from ..patterns import regex
from ..reuse import reuse_each

COMMAND_LINE = regex(
    r"\[?\s*(?:TOC|mục lục|ngắt trang|sang trang|trang mới|page ?break|hình ảnh|image|hình \d{0,2})\s*\]?"
    r"|[a-z]+(?:_[a-z]+)+:.*|\\\w+(?:\{.*\})?|[-=~_*\s]*hết[-=~_*\s]*|[<>=~+|/\\-]{3,}[^|]{0,20}|[a-zđ\d]{1,2}[).]",
    re.I,
)
"""What other programs have in a line of its own, the end of a printed text, the number of an empty item."""
Sign: TypeAlias = Literal["command", "open", "numbered", "rest"]
"""What is told of a line: one of another program, without an end, perhaps a heading, the rest of the one above."""
SHOWN = 40  # letters of a paragraph that a message repeats
NUMBERED_BELOW = ("1.1", "1.1.1")
LONGEST = 120  # letters of a paragraph that may be the name of a heading


def tell_stray_lines(blocks: Sequence[Block], source: Source, report: Report) -> None:
    """Tell lines of other programs, and paragraphs that end without a mark or begin within a sentence."""
    signs = reuse_each(_read_signs, blocks, reach=1)
    if not any(signs):
        return
    headed = next((at for at, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
    commands = _list_with("command", blocks, signs)
    numbered = _list_with("numbered", blocks[headed:], signs[headed:])
    told = {*map(id, commands)}
    open_ends = [block for block in (*_list_with("open", blocks, signs), *numbered) if id(block) not in told]
    ends = {*map(id, open_ends)}
    broken = {id(below) for above, below in pairwise(blocks) if id(above) in ends}  # of which the end above is told
    rests = [block for block in _list_with("rest", blocks, signs) if id(block) not in broken]
    if commands:
        report("W899", commands[0].path, words=_shorten(commands[0]), **_list_further(commands, source))
    if open_ends:
        words, depth = _shorten(open_ends[0]), _find_depth(open_ends[0], blocks)
        right = f"{'#' * depth} {words}"
        report("W892", open_ends[0].path, words=words, right=right, **_list_further(open_ends, source))
    if rests:
        report("W893", rests[0].path, words=_shorten(rests[0]), **_list_further(rests, source))


def _read_signs(blocks: Sequence[Block], at: int) -> Sequence[Sign]:
    """Return what a paragraph may be, by its words and what stands beside it."""
    block = blocks[at]
    if not isinstance(block, Paragraph):
        return ()
    words = _words(block)
    above, below = blocks[at - 1] if at else None, blocks[at + 1] if at + 1 < len(blocks) else None
    found: dict[Sign, object] = {
        "command": COMMAND_LINE.fullmatch(words),
        "open": below and _is_open(block, words) and not any(map(_is_table, (above, below))),
        "numbered": isinstance(below, Paragraph) and below.kind == "doan" and _is_numbered(block, words),
        "rest": isinstance(above, Paragraph) and block.kind == "doan" and plain_text(block.text)[:1].islower(),
    }
    return [sign for sign, is_there in found.items() if is_there]


def _list_with(sign: Sign, blocks: Sequence[Block], signs: Sequence[Sequence[Sign]]) -> list[Paragraph]:
    pairs = zip(blocks, signs, strict=True)
    return [block for block, found in pairs if sign in found and isinstance(block, Paragraph)]


def _list_further(found: Sequence[Paragraph], source: Source) -> dict[str, str]:
    also = list_lines([source.place(block.path).line for block in found[1:]])
    return {"also": also} if also else {}


def _shorten(block: Paragraph) -> str:
    return shorten(_words(block), SHOWN, placeholder="…")


def _words(block: Paragraph) -> str:
    return plain_text(block.text).strip()


def _is_open(block: Paragraph, words: str) -> bool:
    """Tell whether a paragraph that begins as a sentence or a heading does, and not in bold as a whole, has no end."""
    if block.kind != "doan" or not words[-1:].isalnum() or len(words) > LONGEST or not words[:1].isalpha():
        return False
    return not all(run.bold for run in block.text if run.text.strip())


def _is_numbered(block: Paragraph, words: str) -> bool:
    """Tell whether a short paragraph behind 1.2. ends with a letter: above a text of its own it may be a heading."""
    return block.level in NUMBERED_BELOW and words[:1].isupper() and words[-1:].isalnum() and len(words) <= LONGEST


def _is_table(block: Block | None) -> bool:
    """Tell whether a table stands there, whose title or source the line beside it may be."""
    return block is not None and not isinstance(block, (Paragraph, Heading))


def _find_depth(open_end: Paragraph, blocks: Sequence[Block]) -> int:
    """Return how many `#` the heading has that a paragraph may be: one behind 1.2. stands beside the one above it."""
    above = [block.depth for block in blocks[: blocks.index(open_end)] if isinstance(block, Heading)]
    depth = above[-1] if open_end.level and above else (open_end.depth or 0) + 1
    return min(depth, 4)
