"""Nhân dân, Nhà nước viết thường.

Kiểm tra gì: Văn bản Nhà nước viết thường «nhân dân», «nhà nước» khi chỉ Nhân dân, Nhà nước, trừ trong tên cơ quan.
Vì sao: Phụ lục II của Nghị định nêu đích danh hai từ này trong các trường hợp viết hoa đặc biệt.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục II, Mục V.1.
Ví dụ sai: Phát huy sức mạnh của nhân dân vùng biên giới.
Ví dụ đúng: Phát huy sức mạnh của Nhân dân; Ủy ban nhân dân xã quản lý nhà nước trên địa bàn.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...mentions.contexts import is_no_text
from ...messages import N_
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_WORDS = {
    "nhân dân": (
        regex(r"nhân dân\b(?! (?:tệ|cách mạng))"),
        (
            " của ",
            " cho ",
            " trong ",
            " vì ",
            " với ",
            " giữa ",
            "tập hợp ",
            "vận động ",
            "phục vụ ",
            "đảng viên và ",
            "quân và ",
        ),
    ),
    "nhà nước": (
        regex(r"nhà nước\b(?! (?:pháp|về|trên|trong|có|khác|cấp))"),
        ("của Đảng, ", "pháp luật của ", "Đảng và ", "Đảng, "),
    ),
}
"""Each word, and what stands before it where it means the people and the State and is no part of a term."""


@rule("note", N_("«{words}» ở đây viết hoa chữ đầu."), N_("Viết «{right}»."), standards=("nha-nuoc",))
def capital_nhan_dan(text: Manuscript) -> Iterator[Told]:
    """Tell each word for the people and for the State in small letters that is no part of a name or a term."""
    for words, (pattern, before) in _WORDS.items():
        if not any(f"{sign}{words}" in text.mentions.index.whole for sign in before):
            continue
        for passage in text.sentences:
            for found in pattern.finditer(passage.text):
                start, end = found.span()
                is_quoted = any(first <= start and end <= last for first, last in passage.quotes)
                if passage.text[:start].endswith(before) and not is_quoted and not is_no_text(passage, start):
                    right = found[0].capitalize()
                    yield about_words(passage, start, end, fix=right, right=right)
