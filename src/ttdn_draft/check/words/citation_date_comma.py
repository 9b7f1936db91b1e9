"""Dấu phẩy trước ngày trong viện dẫn không theo hệ của văn bản.

Kiểm tra gì: Văn bản của Đảng có dấu phẩy giữa ký hiệu và ngày (số 57-KL/TW, ngày 15/6/2023), văn bản của Nhà nước
không có; văn bản dùng nhất quán kiểu kia từ ba chỗ trở lên thì thôi.
Vì sao: Một văn bản nên dẫn theo một cách, như bản gốc của mỗi hệ.
Căn cứ: Hướng dẫn số 05-HD/VPTW, trang 1, 27, 29 (cách viết); Nghị định số 30/2020/NĐ-CP, Phụ lục III (mọi mẫu không
có dấu phẩy).
Ví dụ sai: Phổ biến Quyết định số 173/QĐ-TTg, ngày 27 tháng 01 năm 2026 của Thủ tướng Chính phủ phê duyệt Chiến lược
truyền thông quảng bá hình ảnh Việt Nam ra nước ngoài.
Ví dụ đúng: Phổ biến Quyết định số 173/QĐ-TTg ngày 27 tháng 01 năm 2026 của Thủ tướng Chính phủ phê duyệt Chiến lược
truyền thông quảng bá hình ảnh Việt Nam ra nước ngoài.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...mentions.citations import DocumentMention
from ...messages import N_
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

CONSISTENT = 3  # citations in one way, which then is the way of the document


@rule(
    "note",
    N_("«{words}»: {system} viết {right}."),
    N_("Viết {right}."),
    is_safe=True,
)
def citation_date_comma(text: Manuscript) -> Iterator[Told]:
    """Tell each day behind a number that has the comma of the other system, or lacks that of its own."""
    dated = [c.mention for c in text.cited if c.is_own and c.mention.day_span[1] and _is_plain(c.mention)]
    other = [mention for mention in dated if mention.has_comma != text.is_party]
    if len(other) >= CONSISTENT and len(other) == len(dated):
        return
    system = _OF_PARTY if text.is_party else _OF_STATE
    for mention in other:
        symbol, day = (mention.passage.text[slice(*span)] for span in (mention.symbol_span, mention.day_span))
        right = f"{symbol}, {day}" if text.is_party else f"{symbol} {day}"
        yield about_words(
            mention.passage, mention.symbol_span[0], mention.day_span[1], fix=right, right=right, system=system
        )


_OF_PARTY, _OF_STATE = N_("văn bản của Đảng"), N_("văn bản của Nhà nước")


def _is_plain(mention: DocumentMention) -> bool:
    """Tell whether the day follows the number with nothing else between: no bracket, no verb."""
    between = mention.passage.text[mention.symbol_span[1] : mention.day_span[0]]
    return not between.strip(" ,\n\u00a0")
