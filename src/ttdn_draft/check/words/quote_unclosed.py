"""Ngoặc mở mà không đóng, hoặc đóng mà không mở.

Kiểm tra gì: Ngoặc đơn, ngoặc kép trong một đoạn phải có đủ đôi; trích dài qua nhiều đoạn thì được đóng ở đoạn sau.
Vì sao: Thiếu một dấu là đảo nghĩa của câu.
Căn cứ: Quy ước viết; không có điều khoản.
Ví dụ sai: Công tác thông tin đối ngoại (sau đây gọi là công tác năm 2026.
Ví dụ đúng: Thực hiện a) tuyên truyền (bằng 2 thứ tiếng); b) đăng "tin nhanh" hằng ngày.
Từ phiên bản: 0.1.0
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from ...messages import N_, Message
from ...model.mentions import Passage
from ...patterns import regex
from ...records import dataclass
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule, words_behind

_LIST_LETTER = regex(r"(?:^|[\s;:,.“‟«\"(/])(?<!b/)(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]{1,4}\d{0,2}|[IVX]{1,4}|\*+)$", re.I)
_POINT = regex(r"[\s“\"]*(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]{1,2}\d?|[ivx]{1,4})\)", re.I)  # with which a line begins
_ENDS = (".", ";", ":", ",", ")", "”")  # of a line: one without any goes on in the next, which begins with no point
_SIZE = regex(r"\d\s?$")  # before a straight mark that means inches or seconds
_LONG = regex(r"\W*$")  # before a mark with which a paragraph begins: a quotation that may go on for pages
_SIGNS = '()[]“‟”"'
_NEAR = 2  # paragraphs behind one in which a bracket may still be closed, where a line was broken
_Place = tuple[int, Passage, int]  # the number of the paragraph, itself, and where the sign stands
_MORE = Message(N_("Dấu «{sign}» ở «{words}» đóng mà không có dấu mở."), N_("Thêm dấu mở, hoặc bỏ dấu này."))

_NEAR_SIGN = 40  # signs: a longer word is none


@rule("warning", N_("Dấu «{sign}» ở «{words}» mở mà không đóng."), N_("Thêm dấu đóng vào chỗ của nó."))
def quote_unclosed(text: Manuscript) -> Iterator[Told]:
    """Tell each bracket and each quotation mark of which there is no other half, in the paragraph or behind it."""
    brackets, squares, quotes = _Halves(_NEAR), _Halves(_NEAR), _Halves()
    above = "."
    for number, passage in enumerate(text.passages) if any(map(text.mentions.index.whole.__contains__, _SIGNS)) else ():
        line = passage.text
        point = _POINT.match(line) if above.endswith(_ENDS) else None
        above = line
        if line.count("(") != line.count(")") - bool(point):
            brackets.take(number, passage, *_match_brackets(line, point.end() if point else 0))
        if line.count("[") != line.count("]"):
            opened, extra = _match(line, "[", [at for at, sign in enumerate(line) if sign == "]"])
            squares.take(number, passage, opened, dict.fromkeys(extra[:1], True))
        if line.count("“") + line.count("‟") != line.count("”") or line.count('"') % 2:
            quotes.take(number, passage, *_match_quotes(line))
    for place in (*brackets.opened, *quotes.opened):  # of an open square one the reader tells
        if not _LONG.match(place[1].text, 0, place[2]) or place[1].text[place[2]] == "(":
            yield _tell(*place[1:], None)
    for place in (*brackets.extra, *squares.extra, *quotes.extra):
        yield _tell(*place[1:], _MORE)


@dataclass
class _Halves:
    """Signs without their other half: what one paragraph opens another may close, up to `reach` paragraphs behind."""

    reach: int = sys.maxsize
    opened: list[_Place] = field(default_factory=list)
    extra: list[_Place] = field(default_factory=list)

    def take(self, number: int, passage: Passage, opened: Iterable[int], closing: Mapping[int, bool]) -> None:
        """Add what a paragraph opens, and what it closes with whether it must close something."""
        for at, is_certain in closing.items():
            if self.opened and number - self.opened[-1][0] <= self.reach:
                self.opened.pop()
            elif is_certain:
                self.extra.append((number, passage, at))
        self.opened += ((number, passage, at) for at in opened)


def _match_brackets(line: str, begin: int) -> tuple[list[int], dict[int, bool]]:
    """Return where brackets have no other half; that behind a letter of a list, a) or 1), may close one or none."""
    closing = [at for at, sign in enumerate(line) if sign == ")" and at >= begin]
    certain = [at for at in closing if not _LIST_LETTER.search(line, max(0, at - _NEAR_SIGN), at)]
    count = line.count("(")
    opened = _match(line, "(", closing)[0] if count > len(closing) else []
    extra = _match(line, "(", certain)[1] if len(certain) > count else []
    doubtful = _match(line, "(", closing)[1] if len(closing) > count else []
    return opened, dict.fromkeys(doubtful, False) | dict.fromkeys(extra, True)


def _match_quotes(line: str) -> tuple[list[int], dict[int, bool]]:
    """Return where quotation marks have no other half; a straight one opens before a word, and closes behind it."""
    opened, extra = _match(line, "“‟", [at for at, sign in enumerate(line) if sign == "”"])
    straight = [at for at, sign in enumerate(line) if sign == '"']
    if len(straight) % 2:
        straight = [at for at in straight if not _SIZE.search(line, max(0, at - _NEAR_SIGN), at)]
    if len(straight) % 2:
        closes = line[straight[-1] - 1 : straight[-1]].strip() and not line[straight[-1] + 1 :][:1].isalnum()
        (extra if closes else opened).append(straight[-1])
    return opened, dict.fromkeys(extra, True)


def _match(line: str, first: str, closing: list[int]) -> tuple[list[int], list[int]]:
    """Return where openings stand that nothing closes, and which of the closing signs close nothing."""
    opened, extra, closers = list[int](), list[int](), set(closing)
    for at, sign in enumerate(line):
        if sign in first:
            opened.append(at)
        elif at in closers and opened:
            opened.pop()
        elif at in closers:
            extra.append(at)
    return opened, extra


def _tell(passage: Passage, at: int, message: Message | None) -> Told:
    """Return what is said of a sign: with the word at it, so that it can be found."""
    line = passage.text
    first, last = max(0, at - _NEAR_SIGN), min(len(line), at + _NEAR_SIGN)
    start = at if message is None else max(first, line.rfind(" ", first, at) + 1)
    end = at + 1 if message else line.find(" ", at + 1, last)
    end = end if end >= 0 else last
    shown = line[start:end] + ("" if message else words_behind(passage, end))
    return about_words(passage, start, end, message=message, sign=line[at], words=shown)
