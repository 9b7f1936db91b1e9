"""Tells the head or foot of an old document pasted into the text: its blocks go in, a warning for each comes out.

The program prints both of its own; an annex may hold the form of another document, with its head.
"""

import re
from collections.abc import Container, Sequence
from itertools import islice

from ..model import Block, Heading, Paragraph, Report, plain_text
from ..patterns import regex

HEAD = regex(
    r"\W*(?:cộng h(?:òa|oà) xã hội chủ nghĩa việt nam|độc lập\s*[-–]\s*tự do\s*[-–]\s*hạnh phúc"
    r"|(?-i:ĐẢNG CỘNG SẢN VIỆT NAM)|số\s*:?\s*[\d… .]*[-/]\s*(?-i:[A-ZĐ]{2})[A-ZĐ/-]+"
    r"|[^\W\d][^,.:;\d]{1,30}, ngày\s+\S+\s+tháng\s+\S+\s+năm\s+\S+)\W*",
    re.I,
)
TITLE = regex(r"\W*(?:HƯỚNG DẪN|KẾ HOẠCH|BÁO CÁO)\W*")  # alone: with more words it may be a heading
POSTS = r"(?:PHÓ )?(?:TRƯỞNG BAN|GIÁM ĐỐC|CHỦ TỊCH|BÍ THƯ|CHÁNH VĂN PHÒNG|TỔNG BIÊN TẬP)"
FOOT = regex(
    rf"\((?:[Đđ]ã )?[Kk]ý(?:,? (?:đã )?đóng dấu|,? ghi rõ họ tên)*\)|\W*[Ll]ưu\s*:\s*VT.*|{POSTS}"
    r"|\W*[Nn]ơi nhận\s*:.*|NƠI NHẬN\s*:?|(?:T/M|K/T|T/L|TM\.|KT\.|TL\.|TUQ\.)\s+[A-ZĐÀ-Ỹ]{2,}.*"
)
ANNEX = regex(r"\W*PHỤ LỤC(?:\s+(?:SỐ\s+)?(?:[IVX]{1,5}|\d{1,2}|[A-Z]))?\W*")
PAGE = regex(r"[Tt]rang\s*\d{1,3}(?:\s*/\s*\d{1,3})?|(?:[-–]\s*)?\d{1,3}\s*[-–]|\d{1,3}")
FIRST_BLOCKS = 6  # of a text, among which a pasted head stands


def tell_pasted_frame(blocks: Sequence[Block], printed: Container[str], report: Report, report_foot: Report) -> None:
    """Tell the first line of a head before the text, and the first of a foot and number of a page anywhere.

    `printed` are lines of the head of this very document, in small letters; `report_foot` takes the line with which a
    foot begins.
    """
    lines = [
        (at, block, plain_text(block.text).strip().split("\n")[0])
        for at, block in enumerate(blocks)
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.kind == "doan")
    ]
    for _, block, line in lines[:FIRST_BLOCKS]:
        if TITLE.fullmatch(line) or line.casefold() in printed:
            report("W252", block.path, words=line)
            break
    else:
        _tell_first(HEAD, lines, report)
    annex = next(((block, line) for _, block, line in lines if ANNEX.fullmatch(line)), None)
    if annex:
        report("W936", annex[0].path, words=annex[1])
    _tell_first(FOOT, lines, report_foot)
    dashes = [(0, block, plain_text(block.text)) for block in blocks if isinstance(block, Paragraph)]
    _tell_first(PAGE, dashes, report)


def _tell_first(form: re.Pattern[str], lines: Sequence[tuple[int, Heading | Paragraph, str]], report: Report) -> None:
    found = ((block, line) for _, block, line in lines if isinstance(block, Paragraph) and form.fullmatch(line))
    for block, line in islice(found, 1):
        report("W252", block.path, words=line)
