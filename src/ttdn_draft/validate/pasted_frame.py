"""Tells the head or foot of an old document pasted into the text: its blocks go in, a warning for each comes out.

The program prints both of its own; an annex may hold the form of another document, with its head.
"""

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from ..model import Block, Heading, Paragraph, Report, plain_text
from ..patterns import regex
from ..reuse import reuse_each
from ..yaml_nodes import NodePath

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
OF_HEADINGS, OF_PARAGRAPHS = (TITLE, ANNEX), (TITLE, HEAD, ANNEX, FOOT)


class _Line(NamedTuple):
    """The first line of a block; whether it is a heading or paragraph of the text; the forms that it has."""

    path: NodePath
    words: str
    is_text: bool
    forms: tuple[re.Pattern[str], ...]


def tell_pasted_frame(blocks: Sequence[Block], printed: Container[str], report: Report, report_foot: Report) -> None:
    """Tell the first line of a head before the text, and the first of a foot and number of a page anywhere.

    `printed` are lines of the head of this very document, in small letters; `report_foot` takes the line with which a
    foot begins.
    """
    lines = reuse_each(_read_line, blocks)
    first = [line for line in lines if line.is_text][:FIRST_BLOCKS]
    title = next((line for line in first if TITLE in line.forms or line.words.casefold() in printed), None)
    if title:
        report("W252", title.path, words=title.words)
    else:
        _tell_first(HEAD, lines, report)
    if annex := next((line for line in lines if ANNEX in line.forms), None):
        report("W936", annex.path, words=annex.words)
    _tell_first(FOOT, lines, report_foot)
    _tell_first(PAGE, lines, report)


def _read_line(block: Block) -> _Line:
    """Return the first line of a block, and what it may be; only a paragraph is told as part of a head or foot."""
    if not isinstance(block, (Heading, Paragraph)):
        return _Line((), "", False, ())
    whole = plain_text(block.text)
    words = whole.strip().split("\n")[0]
    asked = OF_HEADINGS if isinstance(block, Heading) else OF_PARAGRAPHS if block.kind == "doan" else ()
    forms = tuple(form for form in asked if form.fullmatch(words))
    if isinstance(block, Paragraph) and PAGE.fullmatch(whole):
        return _Line(block.path, whole, bool(asked), (*forms, PAGE))
    return _Line(block.path, words, bool(asked), forms)


def _tell_first(form: re.Pattern[str], lines: Sequence[_Line], report: Report) -> None:
    if line := next((line for line in lines if form in line.forms), None):
        report("W252", line.path, words=line.words)
