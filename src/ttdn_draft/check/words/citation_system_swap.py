"""Số, ký hiệu viện dẫn viết theo kiểu của hệ kia.

Kiểm tra gì: Văn bản của Đảng viết số-loại/cơ quan (26-CT/TW), văn bản của Nhà nước viết số/loại-cơ quan (21/CT-TTg).
Vì sao: Lỗi lặp lại nhiều nhất ở văn bản thông tin đối ngoại, vì một câu thường dẫn cả hai hệ.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 3, điểm c; Hướng dẫn số 05-HD/VPTW, trang 6-9.
Ví dụ sai: Phổ biến Chỉ thị số 12/CT-TW ngày 05 tháng 01 năm 2022 của Ban Bí thư về nâng cao hiệu quả đối ngoại nhân
dân.
Ví dụ đúng: Phổ biến Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị về nâng cao chất lượng công tác
thông tin đối ngoại.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from datetime import date

from ...errors import Severity
from ...knowledge.citations.symbols import PARTY_FORM, STATE_FORM_OF_NUMBERS
from ...knowledge.standards.spelling import PARTY
from ...mentions.citations import DocumentMention
from ...messages import N_
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

STATE_FORM_SINCE = date(2005, 1, 1)  # documents of the nineties bear dashes: 99-QĐ/TTg


@rule(
    "warning",
    N_("«{words}» viết theo kiểu của {other}, mà đây là văn bản của {own}."),
    N_("Viết {right}."),
    is_safe=True,
)
def citation_system_swap(text: Manuscript) -> Iterator[Told]:
    """Tell each symbol of the Party in the form of the State, and the reverse."""
    for mention in text.mentions.citations:
        if mention.is_given or not _is_swapped(mention):
            continue
        own, other = _OWNERS if mention.symbol.standard == PARTY else _OWNERS[::-1]
        right = mention.symbol.right
        level: Severity | None = "note" if mention.is_quoted else None
        yield about_words(
            mention.passage, *mention.symbol_span, fix=right, level=level, right=right, own=own, other=other
        )


_OWNERS = (N_("Đảng"), N_("Nhà nước"))


def _is_swapped(mention: DocumentMention) -> bool:
    if mention.symbol.standard == PARTY:
        return bool(STATE_FORM_OF_NUMBERS.fullmatch(mention.typed_symbol))
    is_old = mention.day is not None and mention.day < STATE_FORM_SINCE
    return bool(mention.symbol.standard) and not is_old and bool(PARTY_FORM.fullmatch(mention.typed_symbol))
