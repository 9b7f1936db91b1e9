"""Từ lần viện dẫn thứ hai vẫn ghi đủ ngày, cơ quan ban hành, trích yếu.

Kiểm tra gì: Văn bản đã dẫn đủ ở trên thì lần sau chỉ ghi tên loại và số, ký hiệu; phụ lục, chú thích và bảng thì
không xét.
Vì sao: Câu gọn, và một ngày chỉ phải đúng ở một chỗ.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm b; Hướng dẫn số 05-HD/VPTW, trang 12.
Ví dụ sai: Phổ biến Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị về công tác thông tin đối ngoại.
Giao Sở tham mưu thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị.
Ví dụ đúng: Phổ biến Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị về công tác thông tin đối ngoại.
Giao Sở tham mưu thực hiện Kết luận số 57-KL/TW.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...mentions.citations import DocumentMention
from ...messages import N_
from ..cited import Cited, find_whole
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

ZONES = frozenset({"base", "paragraph", "item"})


@rule("note", N_("{name} đã dẫn đủ ở trên, ở đây lại ghi đủ."), N_("Chỉ ghi: {name}."), fix_group="citations")
def citation_repeat_full(text: Manuscript) -> Iterator[Told]:
    """Tell each later mention that says once more what the first one said."""
    for cited in text.cited:
        mention = cited.mention
        if cited.is_own and cited.before and _is_again_full(cited, cited.before):
            kind, symbol = mention.kind, mention.symbol.right
            short = f"{kind} số {symbol}"
            whole = find_whole(cited)
            first, last = whole or (mention.start, mention.end)
            yield about_words(mention.passage, first, last, fix=short if whole else None, name=short)


def _is_again_full(cited: Cited, before: DocumentMention) -> bool:
    """Tell whether a mention in the body has what the full first one has, of the same day."""
    mention = cited.mention
    if mention.passage.zone not in ZONES or mention.passage.annex or not mention.kind or before is mention:
        return False
    is_first_full = bool(before.is_given or (before.day_span[1] and before.issuer))
    is_full = bool(mention.day_span[1] and mention.issuer)
    return is_first_full and is_full and before.day in (mention.day, None)
