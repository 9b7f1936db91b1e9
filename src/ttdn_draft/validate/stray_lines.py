"""Tells paragraphs that are no whole sentences: the blocks of a text go in, each with what it may be is told."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from textwrap import shorten

from ..characters import list_lines
from ..model import Block, Heading, Paragraph, Report, Source, plain_text
from ..patterns import regex

COMMAND_LINE = regex(
    r"\[?\s*(?:TOC|mục lục|ngắt trang|sang trang|trang mới|page ?break|hình ảnh|image|hình \d{0,2})\s*\]?"
    r"|[a-z]+(?:_[a-z]+)+:.*|\\\w+(?:\{.*\})?|[-=~_*\s]*hết[-=~_*\s]*|[<>=~+|/\\-]{3,}[^|]{0,20}|[a-zđ\d]{1,2}[).]",
    re.I,
)
"""What other programs have in a line of its own, the end of a printed text, the number of an empty item."""
SHOWN = 40  # letters of a paragraph that a message repeats
NUMBERED_BELOW = ("1.1", "1.1.1")
LONGEST = 120  # letters of a paragraph that may be the name of a heading


def tell_stray_lines(blocks: Sequence[Block], source: Source, report: Report) -> None:
    """Tell lines of other programs, and paragraphs that end without a mark or begin within a sentence."""
    commands = [block for block in blocks if isinstance(block, Paragraph) and COMMAND_LINE.fullmatch(_words(block))]
    open_ends = [block for block in (*_list_open(blocks), *_list_numbered(blocks)) if block not in commands]
    rests = [block for above, block in _list_rests(blocks) if above not in open_ends]
    if commands:
        report("W899", commands[0].path, words=_shorten(commands[0]), **_list_further(commands, source))
    if open_ends:
        words, depth = _shorten(open_ends[0]), _find_depth(open_ends[0], blocks)
        right = f"{'#' * depth} {words}"
        report("W892", open_ends[0].path, words=words, right=right, **_list_further(open_ends, source))
    if rests:
        report("W893", rests[0].path, words=_shorten(rests[0]), **_list_further(rests, source))


def _list_further(found: Sequence[Paragraph], source: Source) -> dict[str, str]:
    also = list_lines([source.place(block.path).line for block in found[1:]])
    return {"also": also} if also else {}


def _shorten(block: Paragraph) -> str:
    return shorten(_words(block), SHOWN, placeholder="…")


def _words(block: Paragraph) -> str:
    return plain_text(block.text).strip()


def _list_open(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Yield paragraphs, but the last, that end with a letter; one beside a table may be its title or source."""
    for at, block in enumerate(blocks[:-1]):
        beside = blocks[max(at - 1, 0) : at + 2]
        if not isinstance(block, Paragraph) or block.kind != "doan" or not _is_text(block):
            continue
        is_beside_table = not all(isinstance(other, (Paragraph, Heading)) for other in beside)
        words = _words(block)
        if words[-1:].isalnum() and len(words) <= LONGEST and not is_beside_table:
            yield block


def _list_numbered(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Yield short paragraphs behind 1.2. that end with a letter, below headings and above a text of their own."""
    headed = next((at for at, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
    for block, below in pairwise(blocks[headed:]):
        if isinstance(block, Paragraph) and block.level in NUMBERED_BELOW and isinstance(below, Paragraph):
            words = _words(block)
            if below.kind == "doan" and words[:1].isupper() and words[-1:].isalnum() and len(words) <= LONGEST:
                yield block


def _find_depth(open_end: Paragraph, blocks: Sequence[Block]) -> int:
    """Return how many `#` the heading has that a paragraph may be: one behind 1.2. stands beside the one above it."""
    above = [block.depth for block in blocks[: blocks.index(open_end)] if isinstance(block, Heading)]
    depth = above[-1] if open_end.level and above else (open_end.depth or 0) + 1
    return min(depth, 4)


def _is_text(block: Paragraph) -> bool:
    """Tell whether a paragraph begins as a sentence or a heading does, and is not set in bold as a whole."""
    is_bold = all(run.bold for run in block.text if run.text.strip())
    return _words(block)[:1].isalpha() and not is_bold


def _list_rests(blocks: Sequence[Block]) -> Iterator[tuple[Block, Paragraph]]:
    """Yield paragraphs that begin with a small letter below another one, and the one above."""
    for above, block in pairwise(blocks):
        if isinstance(block, Paragraph) and isinstance(above, Paragraph) and _is_rest(block):
            yield above, block


def _is_rest(block: Paragraph) -> bool:
    return block.kind == "doan" and plain_text(block.text)[:1].islower()
