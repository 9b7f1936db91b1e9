"""Tells headings and paragraphs that were pasted twice: the blocks of a text go in, the second ones are told."""

from collections.abc import Sequence

from ..model import Block, Heading, Paragraph, Report, Source, plain_text
from ..reuse import reuse_each

LEAST_WORDS = 8  # of a paragraph that is no set phrase, such as "Không có."


def tell_pasted_twice(blocks: Sequence[Block], source: Source, report: Report) -> None:
    """Tell a heading that stands twice below one heading, and a paragraph twice in the text under one."""
    seen: dict[tuple[object, ...], Block] = {}
    above: tuple[str, ...] = ()
    for block, (words, folded, count) in zip(blocks, reuse_each(_read_words, blocks), strict=True):
        if not isinstance(block, (Heading, Paragraph)):
            continue
        if isinstance(block, Heading):
            above = (*above[: block.depth - 1], folded)
        elif count < LEAST_WORDS:
            continue
        first = seen.setdefault((type(block), *above, folded), block)
        if first is not block:
            line = source.place(first.path).line
            report("W996", block.path, words=words, **({"also": line} if line else {}))


def _read_words(block: Block) -> tuple[str, str, int]:
    """Return the words of a block, the same in small letters, and how many they are."""
    parted = plain_text(block.text).split() if isinstance(block, (Heading, Paragraph)) else []
    words = " ".join(parted)
    return words, words.casefold(), len(parted)
