"""Ký tự giống chữ Việt nhưng khác mã.

Kiểm tra gì: Trong một từ có chữ trông như chữ Việt mà là chữ khác: Ð của tiếng Iceland thay Đ, chữ Kirin а, е, о, р, с.
Vì sao: Mắt không thấy, nhưng tìm kiếm không ra và máy soát bỏ sót.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Mục I.4 (TCVN 6909:2001); Hướng dẫn số 05-HD/VPTW, trang 28.
Ví dụ sai: Theo chủ trương của Ðảng.
Ví dụ đúng: Theo chủ trương của Đảng; trích lời Москва bằng chữ Nga.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...knowledge.standards.legacy_letters import read_legacy
from ...mentions.contexts import is_no_text
from ...messages import N_
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_LIKE = str.maketrans(
    "\u00d0\u0189\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456",
    "ĐĐABEKMHOPCTXaeopcyxi",
)
_ODD = regex(f"[{''.join(map(chr, _LIKE))}]")
_WORD = regex(r"[^\W\d_]+")
_LATIN = regex(r"[A-Za-z\u00c0-\u024f\u1e00-\u1ef9]")


@rule("warning", N_("«{words}» có ký tự giống chữ Việt nhưng khác mã."), N_("Gõ lại: «{right}»."), is_safe=True)
def odd_characters(text: Manuscript) -> Iterator[Told]:
    """Tell each word in which letters of another alphabet stand for those that look like them."""
    if not _ODD.search(text.mentions.index.typed_vocabulary):
        return
    for passage in text.passages:
        if not _ODD.search(passage.text) or any(map(read_legacy, passage.text.split())):
            continue
        for found in _WORD.finditer(passage.text):
            right = found[0].translate(_LIKE)
            is_mixed = right != found[0] and all(map(_LATIN.match, right)) and _is_vietnamese(found[0])
            if is_mixed and not is_no_text(passage, found.start()):
                yield about_words(passage, *found.span(), fix=right, right=right)


def _is_vietnamese(word: str) -> bool:
    """Tell whether the rest of a word is in Latin letters: one all in Cyrillic is of another language."""
    return bool(_LATIN.search(_ODD.sub("", word))) or word[0] in "\u00d0\u0189"
