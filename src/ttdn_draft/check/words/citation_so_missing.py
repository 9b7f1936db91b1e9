"""Viện dẫn lần đầu thiếu chữ «số» giữa tên loại và số, ký hiệu.

Kiểm tra gì: Lần đầu nhắc một văn bản ở nội dung hoặc căn cứ, giữa tên loại và số, ký hiệu có chữ «số» không.
Vì sao: Quy định đòi ghi đủ ở lần đầu; đây là lỗi nhỏ mà rất hay gặp.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm b; Hướng dẫn số 05-HD/VPTW, trang 12.
Ví dụ sai: Phổ biến Kết luận 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị về công tác thông tin đối ngoại.
Ví dụ đúng: Phổ biến Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị về công tác thông tin đối ngoại.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import Severity
from ...knowledge.citations.table import LAWS
from ...messages import N_
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

ZONES = frozenset({"base", "paragraph", "item", "note"})


@rule("warning", N_("«{words}» thiếu chữ «số»."), N_("Viết {right}."), is_safe=True)
def citation_so_missing(text: Manuscript) -> Iterator[Told]:
    """Tell each first mention whose number follows the name of its kind directly."""
    for cited in text.cited:
        mention = cited.mention
        is_given = mention.is_given or mention.is_quoted
        is_judged = not is_given and cited.before is None and mention.passage.zone in ZONES and mention.kind not in LAWS
        if is_judged and mention.kind and not (mention.has_number_word or mention.is_short or mention.is_listed):
            kind, symbol = (mention.passage.text[slice(*span)] for span in (mention.kind_span, mention.symbol_span))
            right = f"{kind} số {symbol}"
            level: Severity | None = "note" if mention.is_nested else None  # as the title may have it
            yield about_words(
                mention.passage, mention.start, mention.symbol_span[1], fix=right, level=level, right=right
            )
