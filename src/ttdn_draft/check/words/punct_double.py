"""Dấu câu lặp, hoặc hai dấu câu liền nhau.

Kiểm tra gì: Hai dấu câu liền nhau như «,,», «;,», «..», dấu phẩy trước ngoặc đóng, bốn dấu chấm, «././.».
Vì sao: Dấu cũ còn lại khi sửa câu; người đọc không biết câu đã hết chưa.
Căn cứ: Quy ước viết; không có điều khoản.
Ví dụ sai: Tuyên truyền trên địa bàn xã..
Ví dụ đúng: Giới thiệu di sản, lễ hội, ẩm thực... của tỉnh.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...mentions.contexts import is_in_address, is_no_text
from ...messages import N_
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_SIGNS = regex(
    r"(?:[,;:.!?]|\./\.)\s?[,;:](?!\S*[/@])|[,;:]\s?\.(?=\s|$)|(?<![.…\s/])\.\s?\.(?![./])|\./\./\.|\.{4}(?!\.)|,(?=\))|: ?-(?= [^\W\d])"
)
_AT_WORD = regex(rf"(?P<word>(?:[^\W_]+\.)*[^\W_]+[)”\"]?)(?P<signs>{_SIGNS.pattern})")
_NEAR = regex(r"[,;:.!?](?:(?=[,;:.)/-])|(?<=\s.))")
_BEFORE_DASH = tuple((sign, "-") for sign in ",;:.!?")
_ABBREVIATED = regex(r"(?:\b(?:v\.v|TP|tr|vv|Tp|Th\.?S|T\.?S|No|Co|Ltd|Jr|[A-ZĐ])|\.)$")


@rule("warning", N_("Hai dấu câu liền nhau: «{words}»."), N_("Viết «{right}»."))
def punct_double(text: Manuscript) -> Iterator[Told]:
    """Tell each pair of signs of which only one can be meant."""
    index = text.mentions.index
    for passage in text.passages if index.pairs.holds_any(_BEFORE_DASH) else index.with_chunk(_NEAR):
        for found in _AT_WORD.finditer(passage.text):
            signs = found["signs"]
            at = found.start()
            if (
                _may_stand(found["word"], signs)
                or _is_gap(passage.text, found)
                or is_no_text(passage, at)
                or is_in_address(passage, at)
            ):
                continue
            goes_on = passage.text[found.end() :].lstrip()[:1].islower()
            right = found["word"] + _choose(signs.replace(" ", ""), goes_on)
            told = about_words(passage, *found.span(), fix=right, right=right)
            yield replace(told, is_safe=len({*signs}) == 1 or signs == ",")


def _is_gap(line: str, found: re.Match[str]) -> bool:
    """Tell whether four dots are a gap to be filled in: no list of things stands before them."""
    return found["signs"] == "...." and "," not in line[max(0, found.start() - 60) : found.start()]


def _may_stand(word: str, signs: str) -> bool:
    """Tell whether the first sign is that of an abbreviation, as in v.v. and TP. before a comma."""
    return signs[0] == "." and {*signs} != {"."} and bool(_ABBREVIATED.search(word))


def _choose(signs: str, goes_on: bool) -> str:
    """Return the sign that is meant: in a sentence that goes on the one typed last, else the end of the sentence."""
    if signs.startswith("./."):
        return "./."
    if signs.endswith("-"):
        return ":"
    if signs == "....":
        return "..."
    return "" if signs == "," else "." if "." in signs and not goes_on else signs[-1]
