"""Chữ gõ bằng bảng mã cũ.

Kiểm tra gì: Đoạn có từ hai chữ trở lên viết bằng bảng mã TCVN3 hoặc VNI mà chưa chuyển sang Unicode.
Vì sao: In ra thành chữ lạ, tìm kiếm và máy soát không nhận ra.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Mục I.4 (TCVN 6909:2001); Hướng dẫn số 05-HD/VPTW, trang 28.
Ví dụ sai: Tuyªn truyÒn vÒ c«ng t¸c ®èi ngo¹i cña §¶ng.
Ví dụ đúng: Tuyên truyền chủ trương của Đảng; mời ông François dự lễ hội Café.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...knowledge.standards.legacy_letters import read_legacy
from ...mentions.contexts import is_no_text
from ...messages import N_
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_WORD = regex(r"[^\s.,;:()\"“”]+")
_SURE = 3  # words of one paragraph in an old encoding, from which on there is no doubt


@rule(
    "warning",
    N_("Đoạn này gõ bằng bảng mã cũ {encoding}: «{words}»."),
    N_("Chuyển sang Unicode bằng công cụ của bộ gõ rồi dán lại."),
)
def legacy_encoding(text: Manuscript) -> Iterator[Told]:
    """Tell each passage in an old encoding once, by its first word."""
    if not any(map(read_legacy, text.mentions.index.typed_words)):
        return
    for passage in text.passages:
        found = [(word, read_legacy(word[0])) for word in _WORD.finditer(passage.text) if read_legacy(word[0])]
        if len(found) > 1 and not is_no_text(passage, found[0][0].start()):
            word, encoding = found[0]
            sure = len(found) >= _SURE
            yield about_words(passage, *word.span(), level="error" if sure else None, encoding=encoding)
