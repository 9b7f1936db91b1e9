"""Viết hoa sai khi viện dẫn điều, khoản, điểm.

Kiểm tra gì: Phần, chương, mục, điều có số viết hoa chữ đầu (Điều 8), khoản, điểm viết thường (khoản 2); đầu câu và
chữ hoa toàn bộ thì thôi.
Vì sao: Quy định viết hoa của văn bản hành chính nêu rõ.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 7.
Ví dụ sai: Thực hiện theo quy định tại Khoản 2 điều 8 của Quy chế.
Ví dụ đúng: Thực hiện theo quy định tại khoản 2 Điều 8 của Quy chế.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...errors import Severity
from ...messages import N_
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

PIECE = (
    r"(?:[Đđ]iểm\s+[a-zđ](?!\w)|[Kk]hoản\s+\d{1,2}[a-zđ]?(?!\w|[.,]\d|\s+(?:tỷ|triệu|nghìn|đồng))|"
    r"[Đđ]iều\s+\d+[a-zđ]?(?![\w%]|[.,/]\d)|[Cc]hương\s+[IVX]+(?!\w))"
)
REFERENCE = regex(rf"(?<!\w){PIECE}(?:,?\s+{PIECE})*")
WORD = regex(r"(?<!\w)[^\W\d_]{4,}")
SENTENCE_END = regex(r"(?:^|[.;:!?\n“\"«(\-+]|(?:^|[\s“\"(])[a-zđ\d]{1,3}\))\s*$")
_COUNTED = regex(r"(?:\d+|những|các|mấy|nhiều|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+$", re.I)
_ZONES = ("base", "paragraph", "item", "cell", "note")
SMALL = frozenset({"điểm", "khoản"})


@rule("warning", N_("Viện dẫn «{words}» viết hoa chưa đúng."), N_("Viết {right}."), is_safe=True)
def capital_reference(text: Manuscript) -> Iterator[Told]:
    """Tell each reference to articles whose words do not have the letters that they should begin with."""
    for passage in text.having("điều ", "khoản ", "điểm ", "chương "):
        if passage.zone not in _ZONES or not _may_refer(passage.text):
            continue
        for found in REFERENCE.finditer(passage.text):
            if passage.is_given(found.start()) or any(a <= found.start() < b for a, b in passage.quotes):
                continue
            right = _write(found[0], bool(SENTENCE_END.search(passage.text[: found.start()])))
            if right != found[0] and not _COUNTED.search(passage.text, 0, found.start()):
                level: Severity | None = "note" if text.is_party else None  # the decree binds the State alone
                yield about_words(passage, *found.span(), fix=right, level=level, right=right)


def _may_refer(text: str) -> bool:
    return "iều " in text or "hoản " in text or "iểm " in text or "hương " in text


def _write(typed: str, begins: bool) -> str:
    """Return a reference with its words in the right letters; the first word of a sentence keeps its capital."""

    def put(found: re.Match[str]) -> str:
        word = found[0]
        if begins and not found.start():
            return word
        return word.lower() if word.lower() in SMALL else word[0].upper() + word[1:]

    return WORD.sub(put, typed)
