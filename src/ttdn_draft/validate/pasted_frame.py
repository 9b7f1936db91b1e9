"""Tells the head or foot of an old document pasted into the text: its blocks go in, a warning for each comes out.

The program prints both of its own; an annex may hold the form of another document, with its head.
"""

import re
from collections.abc import Sequence

from ..model import Block, Paragraph, Report, plain_text
from ..patterns import regex

HEAD = regex(
    r"\W*(?:cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc"
    r"|(?-i:ĐẢNG CỘNG SẢN VIỆT NAM)|số\s*:?\s*[\d… .]*[-/]\s*(?-i:[A-ZĐ]{2})[A-ZĐ/-]+"
    r"|[^\W\d][^,.:;\d]{1,30}, ngày\s+\S+\s+tháng\s+\S+\s+năm\s+\S+)\W*",
    re.I,
)
FOOT = regex(r"\W*[Nn]ơi nhận\s*:.*|NƠI NHẬN\s*:?|(?:T/M|K/T|T/L|TM\.|KT\.|TL\.|TUQ\.)\s+[A-ZĐÀ-Ỹ]{2,}.*")
PAGE = regex(r"[Tt]rang\s*\d{1,3}(?:\s*/\s*\d{1,3})?|[-–]\s*\d{1,3}\s*[-–]")
FIRST_BLOCKS = 6  # of a text, among which a pasted head stands


def tell_pasted_frame(blocks: Sequence[Block], report: Report) -> None:
    """Tell the first line of a head before the text, and the first of a foot and number of a page anywhere."""
    paragraphs = [
        (at, block) for at, block in enumerate(blocks) if isinstance(block, Paragraph) and block.kind == "doan"
    ]
    for form, limit in ((HEAD, FIRST_BLOCKS), (FOOT, len(blocks)), (PAGE, len(blocks))):
        for at, block in paragraphs:
            line = plain_text(block.text).strip().split("\n")[0]
            if at < limit and form.fullmatch(line):
                report("W252", block.path, words=line)
                break
